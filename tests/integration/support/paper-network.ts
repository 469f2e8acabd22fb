import { studioError } from '../../../shared/errors/studio-error.ts'
import type { Account } from '../../../shared/accounts/account.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import type { NetworkId } from '../../../shared/networks/network-id.ts'
import type { NetworkAdapter } from '../../../electron/engine/networks/network-adapter.ts'
import type { NetworkResult } from '../../../electron/engine/networks/network-failure.ts'
import { createScriptedNetwork, identityOf } from './scripted-network.ts'
import { startTestEngine, type TestEngine } from './start-test-engine.ts'

/** What becomes of the next change of something that is out. done_then_cut: it is made, and the answer is lost · done_then_silent: it is made, and no answer ever comes · cut_before: neither. */
export type Trouble = 'done_then_cut' | 'done_then_silent' | 'cut_before' | 'refused'

/** A network of posts that are published, read back, changed and deleted, for tests of what Vigie does around that. */
export interface PaperNetwork {
  readonly adapter: NetworkAdapter
  readonly posts: Map<string, string>
  /** Each call about what is out, as it came: `delete post-1`. */
  readonly calls: string[]
  readonly troubles: Trouble[]
  /** Which posts are pinned. `mostPinned`: so many at once, the oldest gives way. */
  readonly pinned: Set<string>
  mostPinned: number
  /** Whether it tells how posts stand. */
  tellsPins: boolean
  /** Texts that it refuses to publish. */
  readonly unwanted: Set<string>
  /** Whether it gives back what stands there. */
  givesBack: boolean
  /** Happens while it is read the next time. */
  whileRead: (() => Promise<unknown>) | null
}

const lost: NetworkResult<never> = { ok: false, failure: { kind: 'unknown_outcome', error: studioError('timeout', 'said by the test', { retryable: true }) } }
const refused: NetworkResult<never> = { ok: false, failure: { kind: 'rejected', error: studioError('rejected', 'said by the test') } }

export function createPaperNetwork(id: NetworkId): PaperNetwork {
  const scripted = createScriptedNetwork(id)
  scripted.people.set('lune', { password: 'p', identity: identityOf('lune', { serverUrl: `https://${id}.example` }) })
  const posts = new Map<string, string>()
  const calls: string[] = []
  const unwanted = new Set<string>()
  const troubles: Trouble[] = []
  let made = 0

  /** By each number that a post had before, the one that it has now. */
  const renamed = new Map<string, string>()
  const nowOf = (remoteId: string): string => renamed.get(remoteId) ?? remoteId
  const urlOf = (remoteId: string): string => `https://${id}.example/${remoteId}`

  async function change<Value>(what: string, work: () => Value): Promise<NetworkResult<Value>> {
    calls.push(what)
    const trouble = troubles.shift()
    if (trouble === 'refused') return refused
    if (trouble === 'cut_before') return lost
    const value = work()
    if (trouble === 'done_then_silent') return new Promise(() => undefined)
    return trouble === undefined ? { ok: true, value } : lost
  }

  /** Where a change makes another post, it stands there under a number of its own. */
  function write(remoteId: string, text: string): { remoteId: string; url: string } | null {
    const before = nowOf(remoteId)
    if (capabilitiesOf(id).edit.makesAnother === undefined) {
      posts.set(before, text)
      return null
    }
    const after = `${before}'`
    posts.delete(before)
    posts.set(after, text)
    for (const number of [before, ...[...renamed].flatMap(([from, to]) => (to === before ? [from] : []))]) renamed.set(number, after)
    return { remoteId: after, url: urlOf(after) }
  }

  const network: PaperNetwork = {
    posts, calls, troubles, unwanted, pinned: new Set(), mostPinned: 5, tellsPins: true, givesBack: true, whileRead: null,
    adapter: {
      ...scripted.adapter,
      capabilities: { ...scripted.adapter.capabilities, acts: { ...scripted.adapter.capabilities.acts, delete: 'yes' } },
      publisher: {
        publish: async (_session, { text }) => {
          if (unwanted.has(text)) return refused
          made += 1
          posts.set(`post-${made}`, text)
          return { ok: true, value: { remoteId: `post-${made}`, url: `https://${id}.example/${made}` } }
        },
        findPublished: async () => ({ ok: true, value: 'none' }),
        edit: (_session, { remoteId, text }) => change(`edit ${remoteId}`, () => write(remoteId, text)),
        act: (_session, { act, remoteId }) => change(`${act} ${remoteId}`, () => {
          posts.delete(nowOf(remoteId))
          return null
        })
      },
      pins: {
        read: async (_session, remoteId) => {
          calls.push(`look ${remoteId}`)
          const meanwhile = network.whileRead
          network.whileRead = null
          await meanwhile?.()
          if (!posts.has(remoteId)) return { ok: true, value: 'gone' }
          const [oldest] = network.pinned
          const isFull = network.pinned.size >= network.mostPinned && oldest !== undefined
          return { ok: true, value: { isPinned: network.tellsPins ? network.pinned.has(remoteId) : null, hindrance: null, instead: isFull && !network.pinned.has(remoteId) ? { remoteId: oldest, words: posts.get(oldest) ?? '', url: null } : null } }
        },
        set: (_session, { remoteId, isPinned, instead }) => change(`${isPinned ? 'pin' : 'unpin'} ${remoteId}`, () => {
          if (instead !== null) network.pinned.delete(instead)
          if (isPinned) network.pinned.add(remoteId)
          else network.pinned.delete(remoteId)
          return null
        })
      },
      get readBack() {
        return network.givesBack ? read : undefined
      }
    } as NetworkAdapter
  }
  const read: NetworkAdapter['readBack'] = async (_session, remoteId) => {
    calls.push(`read ${remoteId}`)
    const meanwhile = network.whileRead
    network.whileRead = null
    await meanwhile?.()
    const now = nowOf(remoteId)
    const text = posts.get(now)
    return { ok: true, value: text === undefined ? 'gone' : { text, ...(now === remoteId ? {} : { nowAs: { remoteId: now, url: urlOf(now) } }) } }
  }
  return network
}

export interface PaperRig {
  readonly engine: TestEngine
  readonly workspaceId: string
  readonly accounts: readonly Account[]
  /** Publishes at once; gives the post's id. */
  publish(parts: readonly string[], accountIds?: readonly string[]): Promise<string>
}

/** An engine with one client, one account on each of these networks. */
export async function startPaperRig(networks: readonly PaperNetwork[]): Promise<PaperRig> {
  const engine = await startTestEngine({ adapters: networks.map(({ adapter }) => adapter) })
  const workspaceId = engine.random.id()
  await engine.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' })
  const accounts: Account[] = []
  for (const { adapter: { capabilities: { id } } } of networks) {
    accounts.push(await engine.ask('accounts.connectWithAppPassword', { workspaceId, networkId: id, serverUrl: `https://${id}.example`, identifier: 'lune', appPassword: 'p' }))
  }
  async function publish([first = '', ...others]: readonly string[], accountIds = accounts.map(({ id }) => id)): Promise<string> {
    const postId = engine.random.id()
    const documentOf = (text: string) => ({ type: 'doc' as const, content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }] })
    const moreParts = others.map((text) => ({ id: engine.random.id(), document: documentOf(text), variants: [], media: [] }))
    const content = { title: '', document: documentOf(first), targets: accountIds.map((accountId) => ({ accountId, variant: null })), media: [], ...(moreParts.length === 0 ? {} : { moreParts }) }
    const { revision } = await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content })
    await engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'now' } })
    await engine.advance(60_000)
    return postId
  }
  return { engine, workspaceId, accounts, publish }
}
