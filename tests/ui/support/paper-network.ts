import type { IncomingItem } from '../../../electron/engine/networks/network-incoming.ts'
import type { NetworkAdapter } from '../../../electron/engine/networks/network-adapter.ts'
import type { Published } from '../../../electron/engine/networks/network-publisher.ts'
import type { Draft } from '../../../electron/engine/networks/network-draft.ts'
import type { AccountIdentity, AppPasswordConnect, BrowserConnect } from '../../../electron/engine/networks/network-connect.ts'
import type { NetworkFailure, NetworkResult } from '../../../electron/engine/networks/network-failure.ts'
import type { AccountFigures, PostFigures } from '../../../shared/figures/figures.ts'
import type { FoundPerson } from '../../../shared/people/person.ts'
import type { PinThere } from '../../../shared/published/pin-there.ts'
import type { CategoriesThere } from '../../../shared/posts/categories.ts'
import type { PostThere } from '../../../shared/reality/post-there.ts'
import type { ServerLimits } from '../../../shared/accounts/server-limits.ts'
import { studioError, type StudioErrorCode } from '../../../shared/errors/studio-error.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import type { NetworkId } from '../../../shared/networks/network-id.ts'
import { createScriptedScheduler, partsOf } from '../../support/scripted-scheduler.ts'

/** What the next send meets. */
export type SendFate = 'fine' | 'rejected' | 'cut' | 'revoked'

export interface PaperNetwork {
  readonly adapter: NetworkAdapter
  /** `key` is also the identifier that the network gives. */
  readonly published: readonly { readonly handle: string; readonly text: string; readonly replyTo: string | null; readonly key: string; readonly card?: Draft['card']; readonly quote?: string }[]
  /** What was done beside publishing: `@handle block id`. */
  readonly acts: readonly string[]
  /** What the network shows of what was published there; null: gone. Left alone, what was sent. */
  shows: ((sent: { readonly text: string; readonly card?: Draft['card'] }) => PostThere | null) | undefined
  /** Whom it knows, where it has a directory. */
  readonly directory: FoundPerson[]
  /** What it files posts under, where it has categories; null: it cannot be reached. */
  categories: CategoriesThere | null
  /** What is pinned there, by keys; and what is told beside that of a post that is not. */
  readonly pinned: Set<string>
  pinsThere: Pick<PinThere, 'hindrance' | 'instead' | 'most'>
  /** What its server states that it takes; null: it does not tell. */
  limits: ServerLimits | null
  /** What the network counts, of every post and every account alike. */
  readonly counts: { post: PostFigures; account: AccountFigures }
  /** What the next sends meet, in order; then all is fine. */
  nextSends(...fates: readonly SendFate[]): void
  /** From now on sends arrive, but their answers wait until the function that this gives is called. */
  holdAnswers(): () => void
  /** Who may log in: the identifier and the identity behind it. The password is always `paper`. */
  invite(identifier: string, identity: Pick<AccountIdentity, 'displayName' | 'handle' | 'serverUrl'> & Partial<AccountIdentity>): void
  /** Its own clock: what was handed over to it, and is due, is out. */
  publishDue(): void
  /** What the inbox of that account finds at its next look. */
  deliver(handle: string, items: readonly IncomingItem[]): void
}

const noLimits = { maxCharacters: null, charactersPerUrl: null, maxMedia: null }

/** A network with real capabilities and no wire: what is published lies in a list, what people write is put in by the test. */
export function createPaperNetwork(id: NetworkId, now: () => number): PaperNetwork {
  const [people, waiting] = [new Map<string, AccountIdentity>(), new Map<string, IncomingItem[]>()]
  const published: { handle: string; text: string; replyTo: string | null; key: string; card?: Draft['card']; quote?: string }[] = []
  const [fates, acts]: [SendFate[], string[]] = [[], []]
  const counts: PaperNetwork['counts'] = { post: { likes: 0, reposts: 0, replies: 0 }, account: { followers: 1204, posts: 310 } }
  let answersMayGo: Promise<void> = Promise.resolve()

  async function publish(handle: string, draft: Draft, key: string): Promise<NetworkResult<Published>> {
    const fate = fates.shift() ?? 'fine'
    if (fate === 'rejected') return failed('rejected', 'rejected')
    if (fate === 'cut') return failed('unknown_outcome', 'timeout')
    if (fate === 'revoked') return failed('auth_revoked', 'auth_revoked')
    published.push({ handle, text: draft.text, replyTo: draft.replyTo?.remoteId ?? null, key, ...(draft.card === undefined ? {} : { card: draft.card }), ...(draft.quote === undefined ? {} : { quote: draft.quote.remoteId }) })
    const url = `https://${id}.example/${published.length}`
    await answersMayGo
    return { ok: true, value: { remoteId: key, url } }
  }

  const connected = {
    async whoAmI({ secret }: { readonly secret: string }): Promise<NetworkResult<AccountIdentity>> {
      const identity = people.get(secret)
      return identity === undefined ? failed('auth_revoked', 'auth_revoked') : { ok: true, value: identity }
    },
    revoke: async (): Promise<NetworkResult<null>> => ({ ok: true, value: null })
  }
  const byPassword: AppPasswordConnect = {
    kind: 'app_password',
    async connect({ identifier, appPassword }) {
      const identity = people.get(identifier)
      return identity === undefined || appPassword !== 'paper' ? failed('auth_revoked', 'wrong_credentials') : { ok: true, value: { identity, secret: identifier } }
    },
    ...connected
  }
  const byBrowser: BrowserConnect = {
    kind: 'browser_login',
    begin: async ({ redirectUri }) => ({ ok: true, value: { loginUrl: `https://${id}.example/login?back=${redirectUri}`, state: 'state', pending: 'pending' } }),
    async complete({ code }) {
      const identity = people.get(code)
      return identity === undefined ? failed('rejected', 'login_refused') : { ok: true, value: { identity, secret: code } }
    },
    ...connected
  }

  const scheduler = schedulerOf(now)

  const paper: PaperNetwork = {
    published, acts, counts, shows: undefined, directory: [], pinned: new Set(), pinsThere: { hindrance: null, instead: null }, categories: null, limits: null,
    holdAnswers() {
      let release = (): void => undefined
      answersMayGo = new Promise((resolve) => (release = resolve))
      return () => release()
    },
    publishDue: () => scheduler.publishDue(),
    nextSends: (...next) => void fates.push(...next),
    invite: (identifier, identity) => void people.set(identifier, { remoteId: identity.handle, accessEndsAt: null, serverLimits: noLimits, ...identity }),
    deliver: (handle, items) => void waiting.set(handle, [...(waiting.get(handle) ?? []), ...items]),
    adapter: {
      ...partsOf(capabilitiesOf(id), scheduler),
      capabilities: capabilitiesOf(id),
      connect: capabilitiesOf(id).connectBy === 'browser_login' ? byBrowser : byPassword,
      ...(capabilitiesOf(id).browserLogin === undefined ? {} : { browserLogin: byBrowser }),
      publisher: {
        // By an id of ours alone: what is looked for by its words is in the list.
        ...(id === 'bluesky' ? { listSince: async () => ({ ok: true as const, value: { posts: published.map(({ key, text }) => ({ remoteId: key, text, url: `https://${id}.example/${key}`, publishedAt: null })), isComplete: true } }) } : {}),
        publish: ({ account }, draft, { idempotencyKey }) => publish(account.handle, draft, idempotencyKey),
        findPublished: async () => ({ ok: true, value: 'cannot_tell' }),
        listLast: async ({ account }) => ({ ok: true, value: published.filter(({ handle }) => handle === account.handle).toReversed().map(({ text, key }) => ({ remoteId: key, text, url: null, publishedAt: now() })) }),
        edit: async (_session, { remoteId, text }) => {
          const sent = published.find(({ key }) => key === remoteId)
          if (sent !== undefined) sent.text = text
          return { ok: true, value: null }
        },
        act: async ({ account }, { act, remoteId }) => {
          acts.push(`${account.handle} ${act} ${remoteId}`)
          return { ok: true, value: null }
        },
        setLiked: async () => ({ ok: true, value: null })
      },
      ...figuresOf(id, counts), ...pinsOf(id, () => paper),
      ...categoriesOf(id, () => paper.categories), ...limitsOf(id, () => paper.limits),
      ...(capabilitiesOf(id).people === undefined ? {} : { findPeople: async (_session, name) => ({ ok: true, value: paper.directory.filter((person) => `${person.name} ${person.handle}`.toLowerCase().includes(name.toLowerCase())) }) }),
      readBack: async (_session, remoteId) => {
        const sent = published.find(({ key }) => key === remoteId)
        return { ok: true, value: sent === undefined ? 'gone' : asShown(sent, paper.shows) }
      },
      inbox: {
        async fetchSince({ account }) {
          const items = waiting.get(account.handle) ?? []
          waiting.delete(account.handle)
          return { ok: true, value: { items, nextCursor: String(now()), more: false, pollAgainAfterMs: null } }
        }
      }
    }
  }
  return paper
}

/** It publishes when the test says so, and finds what it published. */
function schedulerOf(now: () => number): ReturnType<typeof createScriptedScheduler> {
  const visible: { remoteId: string; handle: string; text: string; at: number }[] = []
  return createScriptedScheduler({
    now,
    publish: ({ handle, text, dueAt, key }) => void visible.push({ remoteId: key, handle, text, at: dueAt }),
    findVisible: (handle, text, since) => visible.filter((record) => record.handle === handle && record.text === text && record.at >= since)
  })
}

function asShown(sent: { readonly text: string; readonly card?: Draft['card'] }, shows: PaperNetwork['shows']): PostThere | 'gone' {
  return (shows === undefined ? { text: sent.text, media: [], card: null } : shows(sent)) ?? 'gone'
}

/** Servers of these state what they take. */
function limitsOf(id: NetworkId, told: () => ServerLimits | null): Pick<NetworkAdapter, 'readLimits'> {
  if (id !== 'mastodon' && id !== 'discourse') return {}
  return {
    readLimits: async () => {
      const limits = told()
      return limits === null ? failed('server_error', 'server_error') : { ok: true, value: limits }
    }
  }
}

function pinsOf(id: NetworkId, of: () => Pick<PaperNetwork, 'pinned' | 'pinsThere'>): Pick<NetworkAdapter, 'pins'> {
  if (capabilitiesOf(id).pin.offer.value !== 'yes') return {}
  return {
    pins: {
      read: async (_session, remoteId) => ({ ok: true, value: of().pinned.has(remoteId) ? { isPinned: true, hindrance: null, instead: null } : { isPinned: false, ...of().pinsThere } }),
      async set(_session, { remoteId, isPinned }) {
        if (isPinned) of().pinned.add(remoteId)
        else of().pinned.delete(remoteId)
        return { ok: true, value: null }
      }
    }
  }
}

function categoriesOf(id: NetworkId, there: () => CategoriesThere | null): Pick<NetworkAdapter, 'readCategories'> {
  if (capabilitiesOf(id).categories === undefined) return {}
  return {
    async readCategories() {
      const value = there()
      return value === null ? failed('not_sent', 'offline') : { ok: true, value }
    }
  }
}

function figuresOf(id: NetworkId, counts: PaperNetwork['counts']): Pick<NetworkAdapter, 'figures'> {
  const rule = capabilitiesOf(id).figures
  if (rule === undefined) return {}
  return { figures: { ofPost: async () => ({ ok: true, value: only(counts.post, rule.ofPost.value) }), ofAccount: async () => ({ ok: true, value: only(counts.account, rule.ofAccount.value) }) } }
}

function only<Name extends string>(counts: Readonly<Partial<Record<Name, number>>>, names: readonly Name[]): Partial<Record<Name, number>> {
  const told: Partial<Record<Name, number>> = {}
  for (const name of names) if (counts[name] !== undefined) told[name] = counts[name]
  return told
}

function failed(kind: NetworkFailure['kind'], code: StudioErrorCode): { readonly ok: false; readonly failure: NetworkFailure } {
  return { ok: false, failure: { kind, error: studioError(code, 'said by the test', { retryable: false }), until: 0 } }
}
