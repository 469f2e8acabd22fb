import { afterEach, describe, expect, test } from 'vitest'
import { migrate } from '../../../electron/engine/database/migrate.ts'
import { openDatabase } from '../../../electron/engine/database/open-database.ts'
import { workspaceMigrations } from '../../../electron/engine/database/workspace-migrations.ts'
import { createPaperNetwork, startPaperRig, type PaperNetwork, type PaperRig } from '../support/paper-network.ts'

let rig: PaperRig
let network: PaperNetwork
afterEach(() => rig?.engine.stop())

const minute = 60_000
async function start(): Promise<void> {
  network = createPaperNetwork('bluesky')
  rig = await startPaperRig([network])
  await rig.engine.ask('workspaces.update', { workspaceId: rig.workspaceId, changes: { safety: { undoSeconds: 15 } } })
}
const statusOf = async (postId: string) => (await rig.engine.ask('posts.read', { workspaceId: rig.workspaceId, postId })).post.status
const outOf = (postId: string) => rig.engine.ask('published.ofPost', { workspaceId: rig.workspaceId, postId })
const remove = (postId: string, accountIds = rig.accounts.map(({ id }) => id)) => rig.engine.ask('published.remove', { workspaceId: rig.workspaceId, postId, accountIds })
const storyOf = (jobId: string) => rig.engine.ask('outbox.readJob', { workspaceId: rig.workspaceId, jobId })

test('a post that is out is deleted there, after the moment in which that can be taken back, and the calendar says so', async () => {
  await start()
  const postId = await rig.publish(['Bonjour'])
  expect(await outOf(postId)).toMatchObject({ parts: [{ removal: 'yes', removedAt: null, underWay: null }], changes: [] })
  const { jobs } = await remove(postId)
  expect(network.calls).toEqual([])
  expect(await outOf(postId)).toMatchObject({ parts: [{ underWay: { id: jobs[0]!.id, kind: 'delete' } }] })
  // Asked for twice, it is deleted once.
  expect((await remove(postId)).jobs).toEqual([])
  await rig.engine.advance(minute)
  expect(network.calls).toEqual(['delete post-1'])
  expect(await statusOf(postId)).toBe('removed')
  expect(await outOf(postId)).toMatchObject({ parts: [{ removal: 'removed', underWay: null }], changes: [{ state: 'published', about: { postId } }] })
  expect((await remove(postId)).jobs).toEqual([])
  // What is deleted is no repeat of itself.
  expect(await rig.engine.ask('posts.findRepeats', { workspaceId: rig.workspaceId, postId: rig.engine.random.id(), at: rig.engine.now(), texts: [{ accountId: rig.accounts[0]!.id, text: 'Bonjour' }] })).toEqual({ repeats: [] })
})

test('delivered once more after it was taken back, the wish to delete is not taken for a new one', async () => {
  await start()
  const postId = await rig.publish(['Bonjour'])
  const wish = { requestId: rig.engine.random.id(), workspaceId: rig.workspaceId, postId, accountIds: rig.accounts.map(({ id }) => id) }
  const { jobs } = await rig.engine.ask('published.remove', wish)
  await rig.engine.ask('outbox.decide', { workspaceId: rig.workspaceId, jobId: jobs[0]!.id, decision: 'drop' })
  await rig.engine.restart({ crash: true })
  expect(await rig.engine.request('published.remove', wish)).toMatchObject({ ok: false, error: { code: 'conflict' } })
  await rig.engine.advance(10 * minute)
  expect(network.calls).toEqual([])
})

test('taken back in time, it stands as it was', async () => {
  await start()
  const postId = await rig.publish(['Bonjour'])
  const { jobs } = await remove(postId)
  await rig.engine.ask('outbox.decide', { workspaceId: rig.workspaceId, jobId: jobs[0]!.id, decision: 'drop' })
  await rig.engine.advance(10 * minute)
  expect([network.calls, [...network.posts.keys()], await statusOf(postId)]).toEqual([[], ['post-1'], 'published'])
})

test('where the answer is lost, Vigie looks whether it is still there before it asks again', async () => {
  await start()
  const postId = await rig.publish(['Bonjour'])
  network.troubles.push('done_then_cut')
  const { jobs } = await remove(postId)
  await rig.engine.advance(10 * minute)
  expect(network.calls).toEqual(['delete post-1', 'read post-1'])
  expect((await storyOf(jobs[0]!.id)).attempts.map(({ step, outcome }) => `${step} ${outcome}`)).toEqual(['send unknown', 'look_up published'])
  expect(await statusOf(postId)).toBe('removed')
})

test('still there after a lost answer, it is deleted again; where nothing is given back, deleting twice is deleting once', async () => {
  await start()
  const [first, second] = [await rig.publish(['Bonjour']), await rig.publish(['Au revoir'])]
  network.troubles.push('cut_before')
  await remove(first)
  await rig.engine.advance(10 * minute)
  expect(network.calls.splice(0)).toEqual(['delete post-1', 'read post-1', 'delete post-1'])
  network.givesBack = false
  network.troubles.push('done_then_cut')
  await remove(second)
  await rig.engine.advance(10 * minute)
  expect(network.calls).toEqual(['delete post-2', 'delete post-2'])
  expect([await statusOf(first), await statusOf(second), network.posts.size]).toEqual(['removed', 'removed', 0])
})

test('an engine that dies in the middle finds out what became of it', async () => {
  await start()
  const postId = await rig.publish(['Bonjour'])
  network.troubles.push('done_then_cut')
  await remove(postId)
  await rig.engine.advance(21_000)
  await rig.engine.restart({ crash: true })
  await rig.engine.advance(10 * minute)
  expect(network.calls).toEqual(['delete post-1', 'read post-1'])
  expect(await statusOf(postId)).toBe('removed')
})

test('a thread goes from its end, and a part that is refused keeps those before it', async () => {
  await start()
  const postId = await rig.publish(['Un', 'Deux', 'Trois'])
  expect([...network.posts.keys()]).toEqual(['post-1', 'post-2', 'post-3'])
  network.troubles.push('refused')
  const { jobs } = await remove(postId)
  await rig.engine.advance(10 * minute)
  expect([network.calls, await statusOf(postId)]).toEqual([['delete post-3'], 'published'])
  expect((await storyOf(jobs[0]!.id)).job).toMatchObject({ state: 'failed', part: { number: 3, of: 3 } })
  await rig.engine.ask('outbox.decide', { workspaceId: rig.workspaceId, jobId: jobs[0]!.id, decision: 'try_again' })
  await rig.engine.advance(minute)
  expect(network.calls.slice(1)).toEqual(['delete post-3', 'delete post-2', 'delete post-1'])
  expect(await statusOf(postId)).toBe('removed')
})

describe('the rest of a thread, given up before its beginning was deleted,', () => {
  const begin = async (others: readonly PaperNetwork[] = []) => {
    network = createPaperNetwork('bluesky')
    network.unwanted.add('Trois')
    rig = await startPaperRig([network, ...others])
    await rig.engine.ask('workspaces.update', { workspaceId: rig.workspaceId, changes: { safety: { undoSeconds: 15 } } })
    const postId = await rig.publish(['Un', 'Deux', 'Trois'])
    await rig.engine.ask('posts.unschedule', { workspaceId: rig.workspaceId, postId })
    expect([await statusOf(postId), network.posts.size]).toEqual(['partly_published', 2])
    network.unwanted.clear()
    return postId
  }
  const goOn = async (postId: string) => {
    const { post } = await rig.engine.ask('posts.read', { workspaceId: rig.workspaceId, postId })
    return rig.engine.request('posts.schedule', { workspaceId: rig.workspaceId, postId, revision: post.revision, when: { kind: 'now' } })
  }

  test('does not go out as an answer to what is gone, nor while that is being deleted', async () => {
    const postId = await begin()
    network.troubles.push('refused')
    const { jobs } = await remove(postId)
    expect(await goOn(postId)).toMatchObject({ ok: false, error: { code: 'post_not_editable', details: { reason: 'being_deleted' } } })
    await rig.engine.advance(minute)
    // Refused, it is asked about: still wanted.
    expect(await goOn(postId)).toMatchObject({ ok: false, error: { code: 'post_not_editable' } })
    await rig.engine.ask('outbox.decide', { workspaceId: rig.workspaceId, jobId: jobs[0]!.id, decision: 'try_again' })
    await rig.engine.advance(minute)
    expect([await statusOf(postId), network.posts.size]).toEqual(['removed', 0])
    expect(await goOn(postId)).toMatchObject({ ok: false, error: { code: 'nothing_to_publish' } })
    await rig.engine.advance(10 * minute)
    expect(network.posts.size).toBe(0)
  })

  test('nor where only its last part could be deleted', async () => {
    const postId = await begin()
    await rig.engine.ask('published.markRemoved', { workspaceId: rig.workspaceId, jobId: (await outOf(postId)).parts[1]!.jobId })
    expect(await goOn(postId)).toMatchObject({ ok: false, error: { code: 'nothing_to_publish' } })
    await rig.engine.advance(minute)
    expect([await statusOf(postId), network.posts.size]).toEqual(['partly_published', 2])
  })

  test('and goes out where the wish to delete was taken back', async () => {
    const postId = await begin()
    const { jobs } = await remove(postId)
    for (const { id } of jobs) await rig.engine.ask('outbox.decide', { workspaceId: rig.workspaceId, jobId: id, decision: 'drop' })
    expect(await goOn(postId)).toMatchObject({ ok: true })
    await rig.engine.advance(minute)
    expect([...network.posts.values()]).toEqual(['Un', 'Deux', 'Trois'])
  })

  test('leaves the other account’s part alone, and the post is not called half out for ever', async () => {
    const other = createPaperNetwork('mastodon')
    const postId = await begin([other])
    await remove(postId, [rig.accounts[0]!.id])
    await rig.engine.advance(minute)
    expect([await statusOf(postId), network.posts.size, other.posts.size]).toEqual(['published', 0, 3])
    expect(await goOn(postId)).toMatchObject({ ok: false, error: { code: 'nothing_to_publish' } })
  })
})

test('what cannot be deleted any more says why, and the person says that they did it', async () => {
  network = createPaperNetwork('telegram')
  const other = createPaperNetwork('bluesky')
  rig = await startPaperRig([network, other])
  const postId = await rig.publish(['Bonjour'])
  await rig.engine.advance(49 * 60 * minute)
  const { parts } = await outOf(postId)
  expect(parts.map(({ removal }) => removal)).toEqual(['too_late', 'yes'])
  expect((await remove(postId)).jobs.map(({ accountId }) => accountId)).toEqual([rig.accounts[1]!.id])
  await rig.engine.advance(minute)
  expect([await statusOf(postId), network.calls, other.posts.size]).toEqual(['published', [], 0])
  const jobId = parts[0]!.jobId
  await rig.engine.ask('published.markRemoved', { workspaceId: rig.workspaceId, jobId })
  expect(await statusOf(postId)).toBe('removed')
  expect(await rig.engine.request('published.markRemoved', { workspaceId: rig.workspaceId, jobId: rig.engine.random.id() })).toMatchObject({ ok: false, error: { code: 'not_found' } })
})

test('an older client’s file is brought along, and what is out there can be deleted', async () => {
  const database = openDatabase(':memory:')
  const before = workspaceMigrations.filter(({ version }) => version < workspaceMigrations.find(({ name }) => name === 'changes of what is out')!.version)
  await migrate(database, before, async () => undefined)
  database.exec(`
    INSERT INTO accounts (id, network_id, handle, display_name, server_url, remote_id, state, server_limits, secret_reference, connected_at)
    VALUES ('a', 'mastodon', '@lea', 'Léa', 'https://social.example', '1', 'connected', '{}', 's', 0);
    INSERT INTO outbox_jobs (id, kind, state, account_id, idempotency_key, intent_at, payload, excerpt, is_planned, due_at, created_at, finished_at)
    VALUES ('out', 'publish_post', 'published', 'a', 'k1', 0, '{}', '', 0, 0, 0, 5);
  `)
  expect(await migrate(database, workspaceMigrations, async () => undefined)).toMatchObject({ ok: true })
  expect(database.prepare('SELECT about_job_id, about_post_id, removed_at FROM outbox_jobs').all()).toEqual([{ about_job_id: null, about_post_id: null, removed_at: null }])
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
  database.close()
})

test('a hold keeps the deletion too, and an account that is gone is said', async () => {
  await start()
  const postId = await rig.publish(['Bonjour'])
  await rig.engine.ask('safety.hold', { workspaceId: rig.workspaceId, reason: '' })
  const { jobs } = await remove(postId)
  await rig.engine.advance(10 * minute)
  expect([network.calls, (await storyOf(jobs[0]!.id)).job.state]).toEqual([[], 'held'])
  await rig.engine.ask('outbox.decide', { workspaceId: rig.workspaceId, jobId: jobs[0]!.id, decision: 'drop' })
  await rig.engine.ask('accounts.remove', { workspaceId: rig.workspaceId, accountId: rig.accounts[0]!.id })
  expect((await outOf(postId)).parts).toMatchObject([{ removal: 'account_gone' }])
})

test('“it is out” said of a deletion after a copy was put back leaves it as it is: the post does not pass for deleted while it stands', async () => {
  await start()
  const postId = await rig.publish(['Bonjour'])
  await rig.engine.ask('safety.hold', { workspaceId: rig.workspaceId, reason: '' })
  const { jobs } = await remove(postId)
  await rig.engine.advance(minute)
  await rig.engine.ask('safety.decideRestored', { workspaceId: rig.workspaceId, decisions: [{ jobId: jobs[0]!.id, fate: { kind: 'out', remoteId: null, url: null } }] })
  await rig.engine.advance(minute)
  expect([network.calls, (await storyOf(jobs[0]!.id)).job.state, await statusOf(postId)]).toEqual([[], 'held', 'published'])
  expect(await outOf(postId)).toMatchObject({ parts: [{ removedAt: null }] })
})

test('a deletion that is refused is told as a change that waits for a decision, not as a post that is not published', async () => {
  await start()
  const postId = await rig.publish(['Bonjour'])
  network.troubles.push('refused')
  await remove(postId)
  await rig.engine.advance(10 * minute)
  expect(await statusOf(postId)).toBe('published')
  expect(rig.engine.events.flatMap(({ name, payload }) => (name === 'alert.raised' ? [payload] : []))).toMatchObject([{ kind: 'change_asks', title: 'Bonjour', count: 1 }])
})
