import { afterEach, expect, test } from 'vitest'
import { migrate } from '../../../electron/engine/database/migrate.ts'
import { openDatabase } from '../../../electron/engine/database/open-database.ts'
import { workspaceMigrations } from '../../../electron/engine/database/workspace-migrations.ts'
import { createPaperNetwork, startPaperRig, type PaperNetwork, type PaperRig } from '../support/paper-network.ts'

let rig: PaperRig
let network: PaperNetwork
afterEach(() => rig?.engine.stop())

const minute = 60_000
async function start(): Promise<void> {
  network = createPaperNetwork('mastodon')
  rig = await startPaperRig([network])
  await rig.engine.ask('workspaces.update', { workspaceId: rig.workspaceId, changes: { safety: { undoSeconds: 15 } } })
}
const here = (): { workspaceId: string } => ({ workspaceId: rig.workspaceId })
const outOf = (postId: string) => rig.engine.ask('published.ofPost', { ...here(), postId })
const partOf = async (postId: string) => (await outOf(postId)).parts[0]!
const readPin = async (postId: string) => rig.engine.ask('published.readPin', { ...here(), jobId: (await partOf(postId)).jobId })
const inputOf = async (postId: string, isPinned: boolean, instead: string | null = null) => ({ ...here(), jobId: (await partOf(postId)).jobId, isPinned, instead })
const pin = async (postId: string, isPinned = true, instead: string | null = null) => (await rig.engine.ask('published.pin', await inputOf(postId, isPinned, instead))).job
const storyOf = (jobId: string) => rig.engine.ask('outbox.readJob', { ...here(), jobId })
const known = async (postId: string) => (await partOf(postId)).pinned?.isPinned ?? null

test('what is out is pinned after the moment in which that can be taken back, once it was looked at how it stands; the post says so, and the pin is taken away likewise', async () => {
  await start()
  const postId = await rig.publish(['Bonjour'])
  expect(await partOf(postId)).toMatchObject({ pin: 'yes', pinned: null, underWay: null })
  expect(await readPin(postId)).toEqual({ isPinned: false, hindrance: null, instead: null })
  expect(await known(postId)).toBe(false)
  const job = await pin(postId)
  expect(network.calls).toEqual(['look post-1'])
  expect(await partOf(postId)).toMatchObject({ underWay: { id: job.id, kind: 'pin' }, pinned: { isPinned: false } })
  expect(await rig.engine.request('published.pin', await inputOf(postId, false))).toMatchObject({ ok: false, error: { code: 'post_not_editable', details: { reason: 'under_way' } } })
  await rig.engine.advance(minute)
  expect([network.calls, [...network.pinned]]).toEqual([['look post-1', 'look post-1', 'pin post-1'], ['post-1']])
  expect(await outOf(postId)).toMatchObject({ parts: [{ underWay: null, pinned: { isPinned: true } }], changes: [{ kind: 'pin', state: 'published' }] })
  expect((await rig.engine.ask('posts.read', { ...here(), postId })).post.status).toBe('published')
  await pin(postId, false)
  await rig.engine.advance(minute)
  expect([network.pinned.size, await known(postId), (await outOf(postId)).changes.map(({ kind }) => kind)]).toEqual([0, false, ['pin', 'unpin']])
})

test('taken back in time, nothing is done; what somebody pinned there meanwhile is done already', async () => {
  await start()
  const postId = await rig.publish(['Bonjour'])
  const { id } = await pin(postId)
  await rig.engine.ask('outbox.decide', { ...here(), jobId: id, decision: 'drop' })
  await rig.engine.advance(10 * minute)
  expect([network.calls, network.pinned.size, await known(postId)]).toEqual([[], 0, null])
  await pin(postId)
  network.pinned.add('post-1')
  await rig.engine.advance(minute)
  expect([network.calls, await known(postId)]).toEqual([['look post-1'], true])
})

test('one that takes the place of another says so beforehand; another one than the person was told of keeps its place', async () => {
  await start()
  network.mostPinned = 1
  const [first, second, third] = [await rig.publish(['Un']), await rig.publish(['Deux']), await rig.publish(['Trois'])]
  await pin(first)
  await rig.engine.advance(minute)
  const there = await readPin(second)
  expect(there).toMatchObject({ isPinned: false, instead: { remoteId: 'post-1', words: 'Un' } })
  const { id } = await pin(second, true, 'post-1')
  network.pinned.clear()
  network.pinned.add('post-3')
  await rig.engine.advance(10 * minute)
  expect((await storyOf(id)).job).toMatchObject({ state: 'failed', failure: { code: 'rejected', details: { reason: 'pin_changed' } } })
  expect([[...network.pinned], await known(first)]).toEqual([['post-3'], true])
  await rig.engine.ask('outbox.decide', { ...here(), jobId: id, decision: 'drop' })
  expect((await readPin(third)).isPinned).toBe(true)
  await pin(second, true, 'post-3')
  await rig.engine.advance(minute)
  expect([[...network.pinned], await known(second), await known(third)]).toEqual([['post-2'], true, false])
})

test.each(['done_then_cut', 'cut_before'] as const)('where the answer is lost (%s), Vigie looks how it stands before it does anything again', async (trouble) => {
  await start()
  const postId = await rig.publish(['Bonjour'])
  network.troubles.push(trouble)
  const { id } = await pin(postId)
  await rig.engine.advance(10 * minute)
  expect([...network.pinned]).toEqual(['post-1'])
  expect(network.calls.filter((call) => call === 'pin post-1')).toHaveLength(trouble === 'done_then_cut' ? 1 : 2)
  // Each deed has a look right before it.
  expect(network.calls.every((call, place) => call !== 'pin post-1' || network.calls[place - 1] === 'look post-1')).toBe(true)
  expect([(await storyOf(id)).job.state, await known(postId)]).toEqual(['published', true])
})

test('an engine that dies between request and answer finds out what became of it, and does nothing twice', async () => {
  await start()
  const postId = await rig.publish(['Bonjour'])
  network.troubles.push('done_then_silent')
  const { id } = await pin(postId)
  await rig.engine.advance(16_000)
  expect([network.calls, (await storyOf(id)).job.state]).toEqual([['look post-1', 'pin post-1'], 'sending'])
  await rig.engine.restart({ crash: true })
  await rig.engine.advance(10 * minute)
  expect([network.calls.filter((call) => call === 'pin post-1'), (await storyOf(id)).job.state, await known(postId)]).toEqual([['pin post-1'], 'published', true])
})

test('where the network does not tell how it stands, a lost answer is the person’s to tell, and nothing is done again unasked', async () => {
  await start()
  network.tellsPins = false
  const postId = await rig.publish(['Bonjour'])
  expect((await readPin(postId)).isPinned).toBeNull()
  network.troubles.push('done_then_cut')
  const { id } = await pin(postId)
  await rig.engine.advance(24 * 60 * minute)
  expect([(await storyOf(id)).job.state, network.calls.filter((call) => call === 'pin post-1').length]).toEqual(['unknown_outcome', 1])
  await rig.engine.ask('outbox.decide', { ...here(), jobId: id, decision: 'it_is_there' })
  expect([(await storyOf(id)).job.state, await known(postId)]).toEqual(['published', true])
})

test('a hold keeps it, and what is gone there is told; nothing is offered of a deleted post or of a later part', async () => {
  await start()
  const postId = await rig.publish(['Bonjour'])
  await rig.engine.ask('safety.hold', { ...here(), reason: 'storm' })
  const { id } = await pin(postId)
  await rig.engine.advance(10 * minute)
  expect([network.calls, (await storyOf(id)).job.state]).toEqual([[], 'held'])
  await rig.engine.ask('safety.lift', here())
  network.posts.clear()
  await rig.engine.ask('safety.decideHeld', { ...here(), decisions: [{ subject: { kind: 'job', jobId: id }, fate: { kind: 'publish_now' } }] })
  await rig.engine.advance(10 * minute)
  expect((await storyOf(id)).job).toMatchObject({ state: 'failed', failure: { code: 'rejected', details: { reason: 'gone' } } })
  const thread = await rig.publish(['Un', 'Deux'])
  expect((await outOf(thread)).parts.map(({ pin: offer }) => offer)).toEqual(['yes', 'not_first'])
  await rig.engine.ask('published.remove', { ...here(), postId: thread, accountIds: [rig.accounts[0]!.id] })
  await rig.engine.advance(10 * minute)
  expect((await partOf(thread)).pin).toBe('removed')
  expect(await rig.engine.request('published.pin', await inputOf(thread, true))).toMatchObject({ ok: false, error: { code: 'post_not_editable', details: { reason: 'removed' } } })
  expect(await rig.engine.request('published.readPin', { ...here(), jobId: (await partOf(thread)).jobId })).toMatchObject({ ok: false, error: { details: { reason: 'removed' } } })
})

test('jobs of before stay, and nothing is known of what was published before', async () => {
  const database = openDatabase(':memory:')
  await migrate(database, workspaceMigrations.slice(0, workspaceMigrations.findIndex(({ version }) => version === 119)), async () => undefined)
  await migrate(database, workspaceMigrations, async () => undefined)
  expect(database.prepare("SELECT sql FROM sqlite_schema WHERE name = 'outbox_jobs'").pluck().get()).toContain("'delete', 'pin', 'unpin', ")
  expect(database.prepare('SELECT * FROM pins').all()).toEqual([])
  database.close()
})
