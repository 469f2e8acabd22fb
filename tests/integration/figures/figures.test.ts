import { afterEach, expect, test } from 'vitest'
import type { AccountFigureName, PostFigureName, PostFigures } from '../../../shared/figures/figures.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import type { NetworkAdapter } from '../../../electron/engine/networks/network-adapter.ts'
import type { NetworkResult } from '../../../electron/engine/networks/network-failure.ts'
import { createScriptedNetwork, identityOf } from '../support/scripted-network.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

const hour = 3_600_000
const day = 24 * hour

let engine: TestEngine | null = null
afterEach(async () => {
  await engine?.stop()
  engine = null
})

interface Rig {
  readonly engine: TestEngine
  readonly workspaceId: string
  readonly accountId: string
  /** What the network says next, of posts and of the account. */
  says: NetworkResult<PostFigures | 'gone'>
  /** Of single posts, by their names there. */
  readonly saysOf: Map<string, NetworkResult<PostFigures | 'gone'>>
  readonly asked: string[]
  publish(): Promise<string>
  ofPost(postId: string): Promise<readonly unknown[]>
}

const told = (figures: PostFigures | 'gone'): NetworkResult<PostFigures | 'gone'> => ({ ok: true, value: figures })
const refused = (kind: 'rejected' | 'server_error'): NetworkResult<never> => ({ ok: false, failure: { kind, error: studioError('server_error', 'said by the test', { retryable: true }) } })

async function start({ costs = false } = {}): Promise<Rig> {
  const network = createScriptedNetwork('bluesky')
  const sourced = <Value>(value: Value) => ({ value, source: 'made up for tests', readOn: '2026-11-21' })
  let out = 0
  let followers = 100
  const asked: string[] = []
  const adapter: NetworkAdapter = {
    ...network.adapter,
    capabilities: {
      ...network.adapter.capabilities,
      figures: { ofPost: sourced<readonly PostFigureName[]>(['likes', 'replies']), ofAccount: sourced<readonly AccountFigureName[]>(['followers']), ...(costs ? { price: sourced(1) } : {}) }
    },
    publisher: { publish: async () => ({ ok: true, value: { remoteId: `post-${(out += 1)}`, url: null } }), findPublished: async () => ({ ok: true, value: 'none' }) },
    figures: {
      async ofPost(_session, remoteId) {
        asked.push(remoteId)
        return rig.saysOf.get(remoteId) ?? rig.says
      },
      async ofAccount() {
        asked.push('account')
        return { ok: true, value: { followers: (followers += 1) } }
      }
    }
  }
  engine = await startTestEngine({ adapters: [adapter], testOptions: { pollEveryMs: hour / 2 } })
  const own = engine
  const workspaceId = own.random.id()
  await own.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' })
  network.people.set('lune', { password: 'p', identity: identityOf('lune') })
  const account = await own.ask('accounts.connectWithAppPassword', { workspaceId, networkId: 'bluesky', serverUrl: 'https://server.example', identifier: 'lune', appPassword: 'p' })
  const rig: Rig = {
    engine: own, workspaceId, accountId: account.id, says: told({ likes: 3, replies: 0 }), saysOf: new Map(), asked,
    async publish() {
      const postId = own.random.id()
      const document = { type: 'doc' as const, content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: `Bonjour ${postId}` }] }] }
      const { revision } = await own.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document, targets: [{ accountId: account.id, variant: null }], media: [] } })
      await own.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'now' } })
      await own.advance(60_000)
      return postId
    },
    ofPost: async (postId) => (await own.ask('figures.ofPost', { workspaceId, postId })).accounts
  }
  return rig
}

test('what a network counts is read by itself, kept with its moment, and survives a crash', async () => {
  const rig = await start()
  const postId = await rig.publish()
  expect(await rig.ofPost(postId)).toMatchObject([{ accountId: rig.accountId, readings: [] }])
  await rig.engine.advance(2 * hour)
  rig.says = told({ likes: 9, replies: 1 })
  await rig.engine.advance(6 * hour)
  expect(await rig.ofPost(postId)).toMatchObject([{ readings: [{ figures: { likes: 3, replies: 0 } }, { figures: { likes: 9, replies: 1 } }] }])
  expect(rig.asked.filter((each) => each === 'post-1')).toHaveLength(2)
  await rig.engine.restart({ crash: true })
  expect(await rig.ofPost(postId)).toMatchObject([{ readings: [{ figures: { likes: 3 } }, { figures: { likes: 9 } }] }])
  expect(rig.engine.events).toContainEqual({ name: 'figures.changed', payload: { workspaceId: rig.workspaceId, ids: [postId] } })
})

test('a post that is gone is said to be gone, and not asked for again', async () => {
  const rig = await start()
  const postId = await rig.publish()
  rig.says = told('gone')
  await rig.engine.advance(8 * hour)
  expect(await rig.ofPost(postId)).toMatchObject([{ readings: [{ figures: 'gone' }] }])
  expect(rig.asked.filter((each) => each === 'post-1')).toHaveLength(1)
})

test('a failure is no figure, rests for an hour, and keeps nothing from being read later', async () => {
  const rig = await start()
  const postId = await rig.publish()
  rig.says = refused('server_error')
  await rig.engine.advance(2 * hour)
  expect(rig.asked.filter((each) => each === 'post-1').length).toBeLessThanOrEqual(2)
  expect(await rig.ofPost(postId)).toMatchObject([{ readings: [] }])
  rig.says = told({ likes: 1 })
  await rig.engine.advance(3 * hour)
  expect(await rig.ofPost(postId)).toMatchObject([{ readings: [{ figures: { likes: 1 } }] }])
})

test('a post that the network tells nothing of does not stand before others', async () => {
  const rig = await start()
  const first = await rig.publish()
  const second = await rig.publish()
  rig.says = refused('rejected')
  await rig.engine.advance(2 * hour)
  rig.says = told({ likes: 2 })
  await rig.engine.advance(6 * hour)
  expect([await rig.ofPost(first), await rig.ofPost(second)]).toMatchObject([[{ readings: [] }], [{ readings: [] }]])
  const third = await rig.publish()
  await rig.engine.advance(2 * hour)
  expect(await rig.ofPost(third)).toMatchObject([{ readings: [{ figures: { likes: 2 } }] }])
})

test('a press reads now, but not twice in a minute, and says what went wrong', async () => {
  const rig = await start()
  const postId = await rig.publish()
  const read = () => rig.engine.ask('figures.read', { workspaceId: rig.workspaceId, postId })
  expect(await read()).toMatchObject({ accounts: [{ readings: [{ figures: { likes: 3 } }] }], failures: [] })
  await read()
  expect(rig.asked.filter((each) => each === 'post-1')).toHaveLength(1)
  await rig.engine.advance(60_000)
  rig.says = refused('server_error')
  expect(await read()).toMatchObject({ accounts: [{ readings: [{ figures: { likes: 3 } }] }], failures: [{ accountId: rig.accountId, error: { code: 'server_error' } }] })
})

test('what costs is read only by a press', async () => {
  const rig = await start({ costs: true })
  const postId = await rig.publish()
  await rig.engine.advance(8 * hour)
  expect(rig.asked).toEqual([])
  await rig.engine.ask('figures.read', { workspaceId: rig.workspaceId, postId })
  expect(rig.asked).toEqual(['post-1'])
})

test('followers are read once a day, and compared with a week before', async () => {
  const rig = await start()
  for (let days = 0; days < 9; days += 1) {
    await rig.engine.restart({ crash: false, downForMs: day - hour })
    await rig.engine.advance(hour)
  }
  expect(rig.asked.filter((each) => each === 'account').length).toBeGreaterThanOrEqual(8)
  expect(rig.asked.filter((each) => each === 'account').length).toBeLessThanOrEqual(10)
  const { accounts } = await rig.engine.ask('figures.ofAccounts', { workspaceId: rig.workspaceId })
  const { figures, readAt, before } = accounts.find(({ accountId }) => accountId === rig.accountId)!
  expect(figures.followers! - before!.figures.followers!).toBeGreaterThanOrEqual(7)
  expect(readAt - before!.readAt).toBeGreaterThanOrEqual(7 * day)
})

test('nobody is asked while Vigie works offline', async () => {
  const rig = await start()
  await rig.publish()
  await rig.engine.ask('studio.saveSettings', { settings: { workOffline: true } })
  rig.asked.length = 0
  await rig.engine.advance(4 * hour)
  expect(rig.asked).toEqual([])
})

test('posts worth repeating: the best of those that are old enough, with what was begun from them', async () => {
  const rig = await start()
  const posts: string[] = []
  for (const [place, likes] of [2, 2, 9].entries()) {
    rig.saysOf.set(`post-${place + 1}`, told({ likes }))
    posts.push(await rig.publish())
    await rig.engine.advance(2 * hour)
  }
  const ask = async (olderThanDays: number) => rig.engine.ask('figures.worthRepeating', { workspaceId: rig.workspaceId, olderThanDays, limit: 10 })
  expect(await ask(2)).toEqual({ posts: [], isCounted: true })
  await rig.engine.advance(3 * day)
  await rig.engine.ask('posts.copy', { workspaceId: rig.workspaceId, postId: posts[2]!, newPostId: rig.engine.random.id() })
  const best = await ask(2)
  expect(best.posts[0]).toMatchObject({ post: { id: posts[2], status: 'published' }, figures: { likes: 9 }, timesUsual: 4.5 })
  expect(best.posts[0]?.writtenAgainAt).toBeGreaterThan(0)
  expect(best.posts.map(({ writtenAgainAt }) => writtenAgainAt === null)).toEqual([false, true, true])
  expect((await ask(60)).posts).toEqual([])
})
