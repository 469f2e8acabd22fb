import { studioError } from '../../shared/errors/studio-error.ts'
import { capabilitiesOf } from '../../shared/networks/capabilities-of.ts'
import type { NetworkId } from '../../shared/networks/network-id.ts'
import type { NetworkAdapter } from '../../electron/engine/networks/network-adapter.ts'
import type { Published } from '../../electron/engine/networks/network-publisher.ts'
import type { Draft } from '../../electron/engine/networks/network-draft.ts'
import type { AccountIdentity } from '../../electron/engine/networks/network-connect.ts'
import type { AccountSession } from '../../electron/engine/networks/network-session.ts'
import type { NetworkFailure, NetworkResult } from '../../electron/engine/networks/network-failure.ts'
import { createScriptedActs } from './scripted-acts.ts'
import { createScriptedBudget, createScriptedLimits, type ScriptedBudget, type ScriptedLimits } from './scripted-budget.ts'
import { isSought, listOf, type Sought } from './scripted-words.ts'
import { partsOf, schedulerOver, type ScriptedScheduler } from './scripted-scheduler.ts'

/** What the next send meets. Those that "accept" make it visible on the network; the others do not. */
export type SendMishap =
  | 'fine'
  | 'accept_then_cut'
  | 'cut_before'
  /** Accepted, and no answer until the caller gives up. */
  | 'accept_then_hang'
  | 'hang'
  /** No answer now; it becomes visible on the network only `deliverLaterMs` later. */
  | 'deliver_late'
  | 'unreachable'
  | 'offline'
  | 'rate_limited'
  | 'server_error'
  | 'rejected'
  | 'revoked'
  | 'unreadable_answer'
  /** The request arrives twice, as through a proxy that repeats it. Only a network with keys makes one thing of it. */
  | 'delivered_twice'
  | 'pending'

export type LookMishap = 'fine' | 'cannot_tell' | 'unreachable' | 'server_error' | 'rate_limited' | 'cut' | 'not_shown_yet'

/** One thing that other people can see on the fake network. */
export interface RemoteRecord {
  readonly remoteId: string
  readonly handle: string
  readonly idempotencyKey: string
  readonly text: string
  readonly mediaCount: number
  readonly replyTo: string | null
  readonly at: number
}

export interface ScriptedServer {
  readonly adapter: NetworkAdapter
  /** What it publishes by itself; used only where its capabilities say so. */
  readonly scheduler: ScriptedScheduler
  /** Everything that is visible, in order of arrival. */
  readonly records: readonly RemoteRecord[]
  readonly likes: ReadonlySet<string>
  /** What was done beside publishing and is in force: `mute remote-9`. */
  readonly acts: ReadonlySet<string>
  readonly calls: { publish: number; findPublished: number; setLiked: number; resume: number; act: number }
  /** What the next sends meet, one after the other; then `otherwise`. */
  nextSends(...mishaps: readonly SendMishap[]): void
  nextLooks(...mishaps: readonly LookMishap[]): void
  /** Decides each send that is not in the list; `fine` by default. */
  otherwise(choose: { send?: (draft: Draft, session: AccountSession) => SendMishap; look?: () => LookMishap }): void
  /** Called when a send is made, before anything else. */
  onCall(listener: () => void): void
  /** Called when a send has reached the network and before its answer leaves. */
  onAccepted(listener: ((record: RemoteRecord) => void) | null): void
  /** The access of this account is refused until it logs in again. */
  revoke(handle: string): void
  readonly budget: ScriptedBudget
  readonly limits: ScriptedLimits
  /** What was accepted as pending is ready now. */
  finishPending(): void
}

export interface ScriptedServerOptions {
  readonly now: () => number
  readonly rateLimitMs?: number
  readonly deliverLaterMs?: number
  readonly after?: (delay: number, callback: () => void) => void
  /** Its posts are found by their words, as on the networks themselves: one by one, or, where an id of ours names them, in a list. Else by the key alone. */
  readonly looksByWords?: boolean
}

const headerKeyLifeMs = 60 * 60_000

/** A fake network with a record of what it received. How it treats a repeated create is what its network's capabilities say. */
export function createScriptedServer(networkId: NetworkId, options: ScriptedServerOptions): ScriptedServer {
  const capabilities = capabilitiesOf(networkId)
  const records: RemoteRecord[] = []
  const likes = new Set<string>(), acts = createScriptedActs(), limits = createScriptedLimits()
  const revoked = new Set<string>()
  const validSecrets = new Map<string, string>()
  const pending = new Map<string, RemoteRecord>()
  const calls = { publish: 0, findPublished: 0, setLiked: 0, resume: 0, act: 0 }
  const sends: SendMishap[] = [], looks: LookMishap[] = []
  let chooseSend: (draft: Draft, session: AccountSession) => SendMishap = () => 'fine', chooseLook: () => LookMishap = () => 'fine'
  const budget = createScriptedBudget()
  let callListener = (): void => undefined, acceptedListener: ((record: RemoteRecord) => void) | null = null

  function findByKey(key: string): RemoteRecord | null {
    const known = records.find((record) => record.idempotencyKey === key) ?? null
    if (known === null) return null
    switch (capabilities.idempotency) {
      case 'client_chosen_id':
        return known
      case 'idempotency_header':
        return options.now() - known.at < headerKeyLifeMs ? known : null
      case 'look_up':
      case 'ask':
        return null
    }
  }

  function accept(draft: Draft, session: AccountSession, key: string): RemoteRecord {
    const known = findByKey(key)
    if (known !== null) return known
    const record: RemoteRecord = {
      remoteId: `${networkId}-${records.length + 1}`,
      handle: session.account.handle,
      idempotencyKey: key,
      text: draft.text,
      mediaCount: draft.media.length,
      replyTo: draft.replyTo?.remoteId ?? null,
      at: options.now()
    }
    records.push(record)
    acceptedListener?.(record)
    return record
  }

  async function publish(session: AccountSession, draft: Draft, key: string): Promise<NetworkResult<Published>> {
    calls.publish += 1
    callListener()
    budget.spend(session)
    if (isRevoked(session)) return failed('auth_revoked', 'auth_revoked')
    // As over a real network, never in the same turn.
    await Promise.resolve()
    const mishap = sends.shift() ?? chooseSend(draft, session)
    switch (mishap) {
      case 'fine':
        return published(accept(draft, session, key))
      case 'delivered_twice':
        accept(draft, session, key)
        return published(accept(draft, session, key))
      case 'accept_then_cut':
        accept(draft, session, key)
        return failed('unknown_outcome', 'timeout')
      case 'unreadable_answer':
        accept(draft, session, key)
        return failed('bug', 'unexpected_answer')
      case 'cut_before':
        return failed('unknown_outcome', 'timeout')
      case 'deliver_late':
        options.after?.(options.deliverLaterMs ?? 20_000, () => void accept(draft, session, key))
        return failed('unknown_outcome', 'timeout')
      case 'accept_then_hang':
        accept(draft, session, key)
        return hang(session.signal)
      case 'hang':
        return hang(session.signal)
      case 'unreachable':
        return failed('not_sent', 'unreachable')
      case 'offline':
        return failed('not_sent', 'offline')
      case 'rate_limited':
        return failed('rate_limited', 'rate_limited', options.now() + (options.rateLimitMs ?? 60_000))
      case 'server_error':
        return failed('server_error', 'server_error')
      case 'rejected':
        return failed('rejected', 'rejected')
      case 'revoked':
        revoked.add(session.account.handle)
        return failed('auth_revoked', 'auth_revoked')
      case 'pending': {
        const record = accept(draft, session, key)
        pending.set(record.remoteId, record)
        return { ok: true, value: { remoteId: record.remoteId, url: null, pending: { token: record.remoteId, askAgainAfterMs: 30_000 } } }
      }
    }
  }

  async function findPublished(session: AccountSession, sought: Sought, since: number): Promise<NetworkResult<Published | 'none' | 'cannot_tell'>> {
    calls.findPublished += 1
    if (isRevoked(session)) return failed('auth_revoked', 'auth_revoked')
    await Promise.resolve()
    const mishap = looks.shift() ?? chooseLook()
    switch (mishap) {
      case 'fine': {
        const found = records.find((record) => isSought(capabilities, options.looksByWords === true, record, sought) && isInSight(record, since))
        return found === undefined ? { ok: true, value: 'none' } : published(found)
      }
      case 'not_shown_yet':
        return { ok: true, value: 'none' }
      case 'cannot_tell':
        return { ok: true, value: 'cannot_tell' }
      case 'unreachable':
        return failed('not_sent', 'unreachable')
      case 'server_error':
        return failed('server_error', 'server_error')
      case 'cut':
        return failed('unknown_outcome', 'timeout')
      case 'rate_limited':
        return failed('rate_limited', 'rate_limited', options.now() + (options.rateLimitMs ?? 60_000))
    }
  }

  /** Networks whose records bear no id of ours are looked through from the moment on before which nothing of the job can lie. */
  function isInSight(record: RemoteRecord, since: number): boolean {
    return capabilities.idempotency === 'client_chosen_id' || record.at >= since
  }

  function isRevoked(session: AccountSession): boolean {
    return revoked.has(session.account.handle) || validSecrets.get(session.account.handle) !== session.secret
  }

  function identityOf(handle: string): AccountIdentity {
    return {
      handle,
      displayName: handle,
      serverUrl: `https://${networkId}.example`,
      remoteId: handle,
      accessEndsAt: null,
      serverLimits: { maxCharacters: null, charactersPerUrl: null, maxMedia: null }
    }
  }

  const scheduler = schedulerOver(networkId, records, options)
  return {
    records,
    likes, acts: acts.inForce,
    scheduler,
    calls,
    adapter: {
      capabilities,
      ...partsOf(capabilities, scheduler), readLimits: limits.read,
      connect: {
        kind: 'app_password',
        async connect({ identifier }) {
          revoked.delete(identifier)
          const secret = `password-${Number(validSecrets.get(identifier)?.split('-')[1] ?? 0) + 1}`
          validSecrets.set(identifier, secret)
          return { ok: true, value: { identity: identityOf(identifier), secret } }
        },
        whoAmI: async (session) => (isRevoked(session) ? failed('auth_revoked', 'auth_revoked') : { ok: true, value: identityOf(session.account.handle) }),
        revoke: async () => ({ ok: true, value: null })
      },
      publisher: {
        publish: (session, draft, { idempotencyKey }) => publish(session, draft, idempotencyKey),
        findPublished: (session, draft, { idempotencyKey, sentAt, since = sentAt, isAnothers }) => findPublished(session, { key: idempotencyKey, text: draft.text, isAnothers: isAnothers ?? (() => false) }, since),
        ...listOf(capabilities, options.looksByWords === true, records),
        async resume(session, _draft, token) {
          calls.resume += 1
          if (isRevoked(session)) return failed('auth_revoked', 'auth_revoked')
          const record = records.find((candidate) => candidate.remoteId === token)
          if (record === undefined) return failed('rejected', 'rejected')
          return pending.has(token) ? { ok: true, value: { remoteId: token, url: null, pending: { token, askAgainAfterMs: null } } } : published(record)
        },
        async act(session, target) {
          calls.act += 1
          if (isRevoked(session)) return failed('auth_revoked', 'auth_revoked')
          const mishap = sends.shift() ?? 'fine'
          if (mishap !== 'cut_before') acts.perform(target)
          return mishap === 'fine' ? { ok: true, value: null } : failed('unknown_outcome', 'timeout')
        },
        async setLiked(session, { remoteId, liked }) {
          calls.setLiked += 1
          if (isRevoked(session)) return failed('auth_revoked', 'auth_revoked')
          const mishap = sends.shift() ?? 'fine'
          if (mishap === 'cut_before') return failed('unknown_outcome', 'timeout')
          if (liked) likes.add(remoteId)
          else likes.delete(remoteId)
          return mishap === 'accept_then_cut' ? failed('unknown_outcome', 'timeout') : { ok: true, value: null }
        }
      }
    },
    nextSends: (...mishaps) => void sends.push(...mishaps),
    nextLooks: (...mishaps) => void looks.push(...mishaps),
    otherwise({ send, look }) {
      if (send) chooseSend = send
      if (look) chooseLook = look
    },
    onCall: (listener) => void (callListener = listener),
    onAccepted: (listener) => void (acceptedListener = listener),
    revoke: (handle) => void revoked.add(handle), finishPending: () => pending.clear(), budget, limits
  }
}

function published(record: RemoteRecord): { readonly ok: true; readonly value: Published } {
  return { ok: true, value: { remoteId: record.remoteId, url: `https://network.example/${record.remoteId}` } }
}

function failed(kind: NetworkFailure['kind'], code: Parameters<typeof studioError>[0], until = 0): { readonly ok: false; readonly failure: NetworkFailure } {
  const error = studioError(code, `scripted ${kind}`, { retryable: true })
  return { ok: false, failure: kind === 'rate_limited' ? { kind, until, error } : { kind, error } }
}

function hang(signal: AbortSignal): Promise<NetworkResult<Published>> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(failed('unknown_outcome', 'timeout')), { once: true }))
}
