import type { NetworkAdapter } from '../../../electron/engine/networks/network-adapter.ts'
import type { AccountIdentity, AppPasswordConnect, BrowserConnect } from '../../../electron/engine/networks/network-connect.ts'
import type { AccountSession } from '../../../electron/engine/networks/network-session.ts'
import type { NetworkFailure, NetworkResult } from '../../../electron/engine/networks/network-failure.ts'
import type { NetworkCapabilities } from '../../../shared/networks/network-capabilities.ts'
import type { NetworkId } from '../../../shared/networks/network-id.ts'
import type { StudioErrorCode } from '../../../shared/errors/studio-error.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'

/**
 * A network without a wire, for tests of what Vigie does around a call: who is known there, which secrets are good, and what goes wrong
 * is said by the test. What adapters do on the wire is tested with the real ones.
 */
export interface ScriptedNetwork {
  readonly adapter: NetworkAdapter
  /** Who has which password. */
  readonly people: Map<string, { password: string; identity: AccountIdentity }>
  /** Secrets that the network accepts, and whose they are. */
  readonly goodSecrets: Map<string, AccountIdentity>
  /** Secrets whose time is over: who they were, if they can be renewed, else null. */
  readonly expiredSecrets: Map<string, AccountIdentity | null>
  /** Every call, as it came: `whoAmI secret-1`. */
  readonly calls: string[]
  /** Every call fails with this; null ends it. */
  failWith(failure: { kind: NetworkFailure['kind']; code: StudioErrorCode } | null): void
  /** Calls wait until the returned function is called. */
  hold(): () => void
}

export function identityOf(handle: string, changes: Partial<AccountIdentity> = {}): AccountIdentity {
  return {
    handle: `@${handle}`,
    displayName: handle,
    serverUrl: 'https://server.example',
    remoteId: `did:plc:${handle}`,
    accessEndsAt: null,
    serverLimits: { maxCharacters: 500, charactersPerUrl: null, maxMedia: 4 },
    ...changes
  }
}

export function createScriptedNetwork(id: NetworkId, kind: 'app_password' | 'browser_login' = 'app_password'): ScriptedNetwork {
  const people: ScriptedNetwork['people'] = new Map()
  const goodSecrets: ScriptedNetwork['goodSecrets'] = new Map()
  const expiredSecrets: ScriptedNetwork['expiredSecrets'] = new Map()
  const calls: string[] = []
  let failure: NetworkFailure | null = null
  let gate: Promise<void> = Promise.resolve()
  let made = 0

  async function begin(call: string): Promise<NetworkFailure | null> {
    calls.push(call)
    await gate
    return failure
  }
  const failed = (each: NetworkFailure): { ok: false; failure: NetworkFailure } => ({ ok: false, failure: each })
  const newSecret = (identity: AccountIdentity): string => {
    made += 1
    const secret = `secret-${made} of ${identity.handle}`
    goodSecrets.set(secret, identity)
    return secret
  }

  async function whoAmI(session: AccountSession): Promise<NetworkResult<AccountIdentity>> {
    const { secret } = session
    const refused = await begin(`whoAmI ${secret}`)
    if (refused !== null) return failed(refused)
    if (expiredSecrets.has(secret)) return failed({ kind: 'auth_expired', error: studioError('auth_expired', 'over') })
    const identity = goodSecrets.get(secret)
    return identity === undefined ? failed({ kind: 'auth_revoked', error: studioError('auth_revoked', 'unknown secret') }) : { ok: true, value: identity }
  }
  async function renew({ secret }: AccountSession): ReturnType<NonNullable<AppPasswordConnect['renew']>> {
    const refused = await begin(`renew ${secret}`)
    if (refused !== null) return failed(refused)
    const identity = expiredSecrets.get(secret)
    expiredSecrets.delete(secret) // Good for one renewal, as rotating refresh tokens are.
    if (identity === undefined || identity === null) return failed({ kind: 'auth_revoked', error: studioError('auth_revoked', 'cannot be renewed') })
    return { ok: true, value: { secret: newSecret(identity), accessEndsAt: 4_000_000_000_000 } }
  }
  async function revoke({ secret }: AccountSession): Promise<NetworkResult<null>> {
    const refused = await begin(`revoke ${secret}`)
    if (refused !== null) return failed(refused)
    goodSecrets.delete(secret)
    return { ok: true, value: null }
  }

  const byPassword: AppPasswordConnect = {
    kind: 'app_password',
    async connect({ identifier, appPassword }) {
      const refused = await begin(`connect ${identifier}`)
      if (refused !== null) return failed(refused)
      const person = people.get(identifier)
      if (person?.password !== appPassword) return failed({ kind: 'auth_revoked', error: studioError('wrong_credentials', 'wrong name or password') })
      return { ok: true, value: { identity: person.identity, secret: newSecret(person.identity) } }
    },
    whoAmI, renew, revoke, endsOneLogin: true
  }
  const byBrowser: BrowserConnect = {
    kind: 'browser_login',
    async begin({ redirectUri }) {
      const refused = await begin('begin')
      return refused === null ? { ok: true, value: { loginUrl: `https://server.example/login?back=${redirectUri}`, state: `state-${calls.length}`, pending: `pending-${calls.length}` } } : failed(refused)
    },
    async complete({ pending, code }) {
      const refused = await begin(`complete ${pending}`)
      const person = people.get(code)
      if (refused !== null || person === undefined) return failed(refused ?? { kind: 'rejected', error: studioError('login_refused', 'unknown code') })
      return { ok: true, value: { identity: person.identity, secret: newSecret(person.identity) } }
    },
    whoAmI, renew, revoke, endsOneLogin: true
  }
  const nothing = async (): Promise<NetworkResult<never>> => failed({ kind: 'rejected', error: studioError('rejected', 'not part of this test') })
  return {
    adapter: { capabilities: capabilitiesOf(id, kind), connect: kind === 'app_password' ? byPassword : byBrowser, publisher: { publish: nothing, findPublished: nothing } },
    people, goodSecrets, expiredSecrets, calls,
    failWith(next) {
      failure = next === null ? null : { kind: next.kind, error: studioError(next.code, 'said by the test', { retryable: true }), until: 0 }
    },
    hold() {
      let open: () => void = () => undefined
      gate = new Promise((resolve) => (open = resolve))
      return () => {
        gate = Promise.resolve()
        open()
      }
    }
  }
}

function capabilitiesOf(id: NetworkId, connectBy: NetworkCapabilities['connectBy']): NetworkCapabilities {
  const read = <Value>(value: Value) => ({ value, source: 'made up for tests', readOn: '2026-11-21' })
  return {
    id,
    name: id,
    connectBy,
    verifiedBy: 'fake',
    text: { unit: 'graphemes', max: read(300), maxBytes: read(null), charactersPerUrl: read(null), remoteMentionCountsLocalPartOnly: false },
    images: { maxCount: read(4), maxBytes: read(1_000_000), mediaTypes: read(['image/png']), maxAltText: read(2000) },
    richText: false,
    hasTitle: false,
    idempotency: 'look_up',
    poll: 'none_there',
    quote: { offer: { value: 'none_there', source: 'tests', readOn: '2026-11-22' } },
    inbox: { comments: false, mentions: false, messages: false },
    threads: 'replies',
    canReply: false,
    canLike: false,
    removal: { offer: { value: 'yes', source: 'tests', readOn: '2026-11-22' } },
    edit: { offer: { value: 'yes', source: 'tests', readOn: '2026-11-22' } },
    pin: { offer: { value: 'yes', source: 'tests', readOn: '2026-11-23' }, place: 'profile' },
    acts: { repost: 'none_there', unrepost: 'none_there', delete: 'none_there', hide: 'none_there', unhide: 'none_there', detach: 'none_there', undetach: 'none_there', lock: 'none_there', unlock: 'none_there', mute: 'none_there', unmute: 'none_there', block: 'none_there', unblock: 'none_there', ban: 'none_there', unban: 'none_there', report: 'none_there' }
  }
}
