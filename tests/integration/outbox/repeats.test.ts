import { afterEach, beforeEach, expect, test } from 'vitest'
import { createFindRepeats } from '../../../electron/engine/outbox/find-repeats.ts'
import { repeat } from '../series/repeat.ts'
import { startOutboxRig, type OutboxRig } from './outbox-rig.ts'
import { contentOf, jobOf, jobsOf, publish, unschedule } from './publish.ts'

const minute = 60_000
const hour = 60 * minute
let rig: OutboxRig

beforeEach(async () => {
  rig = await startOutboxRig({ accounts: ['bluesky', 'mastodon'] })
})
afterEach(() => rig.stop())

const workspaceId = () => rig.run.context.workspace().id

async function tryAgain(text: string, options: { at?: string; accountIds?: readonly string[]; isRepeatMeant?: boolean } = {}) {
  const postId = rig.run.context.random.id()
  await rig.run.posts.handlers['posts.saveDraft']?.({ workspaceId: workspaceId(), postId, revision: 0, content: contentOf(text, options.accountIds ?? rig.accounts.map(({ id }) => id)) })
  const when = options.at === undefined ? ({ kind: 'now' } as const) : ({ kind: 'at', localDateTime: options.at } as const)
  return rig.run.posts.handlers['posts.schedule']?.({ workspaceId: workspaceId(), postId, revision: 1, when, ...(options.isRepeatMeant === undefined ? {} : { isRepeatMeant: options.isRepeatMeant }) })
}

const refusal = { ok: false, error: { code: 'repeat_needs_confirmation' } }

test('the same words, out a moment ago, need a deliberate yes', async () => {
  await publish(rig, 'High tide at nine')
  await rig.settle()
  expect(await tryAgain(' high  TIDE at nine\n')).toMatchObject({ ...refusal, error: { details: { accountId: rig.accounts[0]!.id, state: 'published', count: 2 } } })
  expect(rig.server('bluesky').records).toHaveLength(1)
  expect(await tryAgain('High tide at nine', { isRepeatMeant: true })).toMatchObject({ ok: true })
  await rig.settle()
  expect(rig.server('bluesky').records).toHaveLength(2)
})

test('so do words that wait, before or after', async () => {
  await publish(rig, 'High tide', { at: '2026-11-22T12:00' })
  expect(await tryAgain('High tide', { at: '2026-11-21T13:00' })).toMatchObject(refusal)
  expect(await tryAgain('High tide', { at: '2026-11-23T11:00' })).toMatchObject(refusal)
  expect(await tryAgain('High tide', { at: '2026-11-23T12:00' })).toMatchObject({ ok: true })
})

test('another account, other words, or a day between are no repeat', async () => {
  const [bluesky, mastodon] = rig.accounts.map(({ id }) => id)
  await publish(rig, 'High tide', { accountIds: [bluesky!] })
  await rig.settle()
  expect(await tryAgain('High tide', { accountIds: [mastodon!] })).toMatchObject({ ok: true })
  expect(await tryAgain('Low tide')).toMatchObject({ ok: true })
  await rig.advance(24 * hour)
  expect(await tryAgain('High tide', { accountIds: [bluesky!] })).toMatchObject({ ok: true })
})

test('what was taken back or refused is no repeat, and neither is the post itself', async () => {
  const postId = await publish(rig, 'High tide', { at: '2026-11-21T12:00' })
  await unschedule(rig, postId)
  const again = await rig.run.posts.handlers['posts.schedule']?.({ workspaceId: workspaceId(), postId, revision: 1, when: { kind: 'at', localDateTime: '2026-11-21T13:00' } })
  expect(again).toMatchObject({ ok: true })
  await unschedule(rig, postId)
  rig.server('bluesky').nextSends('rejected')
  const refused = await publish(rig, 'Refused', { accountIds: [rig.accounts[0]!.id] })
  await rig.settle()
  expect((await jobOf(rig, refused)).state).toBe('failed')
  expect(await tryAgain('Refused', { accountIds: [rig.accounts[0]!.id] })).toMatchObject({ ok: true })
})

test('the composer can ask before', async () => {
  await publish(rig, 'High tide')
  await rig.settle()
  const [bluesky, mastodon] = rig.accounts.map(({ id }) => id)
  const answer = await rig.run.posts.handlers['posts.findRepeats']?.({
    workspaceId: workspaceId(), postId: rig.run.context.random.id(), at: rig.now(), texts: [{ accountId: bluesky!, text: 'HIGH TIDE' }, { accountId: mastodon!, text: 'Low tide' }]
  })
  expect(answer).toMatchObject({ ok: true, value: { repeats: [{ accountId: bluesky, state: 'published' }] } })
})

test('a move that brings the same words within a day of each other is asked about, and put up with once it is meant', async () => {
  await publish(rig, 'High tide', { at: '2026-11-22T12:00' })
  const postId = await publish(rig, 'High tide', { at: '2026-11-25T12:00' })
  const move = (localDateTime: string, isRepeatMeant?: boolean) => rig.run.posts.handlers['posts.reschedule']?.({ workspaceId: workspaceId(), postId, localDateTime, ...(isRepeatMeant === undefined ? {} : { isRepeatMeant }) })
  expect(await move('2026-11-23T09:00')).toMatchObject({ ...refusal, error: { details: { accountId: rig.accounts[0]!.id, count: 2 } } })
  expect((await jobsOf(rig, postId)).map(({ dueAt }) => dueAt)).toEqual(Array(2).fill(Date.UTC(2026, 10, 25, 11)))
  expect(await move('2026-11-24T09:00')).toMatchObject({ ok: true })
  expect(await move('2026-11-23T09:00', true)).toMatchObject({ ok: true })
  // It stands near the other one since somebody meant it: nobody is asked the same again.
  expect(await move('2026-11-23T10:00')).toMatchObject({ ok: true })
})

test('ten thousand posts are not read to find one text', async () => {
  const { database } = rig.run.context
  await publish(rig, 'High tide', { at: '2026-11-22T12:00', accountIds: [rig.accounts[0]!.id] })
  const columns = (database.pragma('table_info(outbox_jobs)') as { name: string }[]).map(({ name }) => name).filter((name) => !['id', 'idempotency_key', 'post_id', 'text_digest', 'due_at'].includes(name))
  database.prepare(`INSERT INTO outbox_jobs (id, idempotency_key, post_id, text_digest, due_at, ${columns.join(', ')})
    WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 10000)
    SELECT 'many ' || n, 'key ' || n, NULL, 'digest ' || n, due_at + n, ${columns.join(', ')} FROM numbers, (SELECT * FROM outbox_jobs LIMIT 1)`).run()
  const question = { accountId: rig.accounts[0]!.id, text: 'high TIDE', at: rig.now() + 24 * hour, postId: 'another' }
  expect(rig.run.outbox.service.findRepeats(question)).toHaveLength(1)
  const asked: string[] = []
  const listening: Pick<typeof database, 'prepare'> = { prepare: (sql: string) => (asked.push(sql), database.prepare(sql)) }
  createFindRepeats(listening)
  const bound = { accountId: '', postId: '', digest: '', from: 0, until: 0, isWrittenAgain: 0 }
  const plan = database.prepare<[typeof bound], { detail: string }>(`EXPLAIN QUERY PLAN ${asked[0]}`).all(bound)
  const steps = plan.map(({ detail }) => detail).filter((detail) => /\b(outbox_jobs|words|shown|later)\b/.test(detail))
  expect(steps.toSorted()).toEqual([
    expect.stringMatching(/^SEARCH later USING INDEX outbox_about_job \(about_job_id=\?/),
    expect.stringMatching(/^SEARCH shown USING INDEX \w+ \(id=\?\)/),
    expect.stringMatching(/^SEARCH words USING INDEX \w+ \(.*text_digest=\?/)
  ])
})

test('the days of one series are no repeats of each other, and those of another one are', async () => {
  const days = { rule: { every: 'day' }, at: '2026-11-24T09:00' } as const
  const series = await repeat(rig, { ...days, text: 'Good morning' })
  const postId = series.occurrences[1]!.postId!
  const move = () => rig.run.posts.handlers['posts.reschedule']?.({ workspaceId: workspaceId(), postId, localDateTime: '2026-11-25T15:00' })
  expect(await move()).toMatchObject({ ok: true })
  expect(await tryAgain('Good morning', { at: '2026-11-27T15:00' })).toMatchObject(refusal)
})

test('what is written again from a post that is out asks however long ago that was, until its words are others', async () => {
  const postId = await publish(rig, 'High tide')
  await rig.settle()
  await rig.advance(40 * 24 * hour)
  const newPostId = rig.run.context.random.id()
  expect(await rig.run.posts.handlers['posts.copy']?.({ workspaceId: workspaceId(), postId, newPostId })).toMatchObject({ ok: true, value: { post: { origin: { kind: 'post', postId }, status: 'draft' } } })
  const [account] = rig.accounts
  const found = await rig.run.posts.handlers['posts.findRepeats']?.({ workspaceId: workspaceId(), postId: newPostId, at: rig.run.context.clock.now(), texts: [{ accountId: account!.id, text: 'High tide' }, { accountId: account!.id, text: 'Low tide' }] })
  expect(found).toMatchObject({ ok: true, value: { repeats: [{ accountId: account!.id, state: 'published' }] } })
  const schedule = (revision: number) => rig.run.posts.handlers['posts.schedule']?.({ workspaceId: workspaceId(), postId: newPostId, revision, when: { kind: 'now' } })
  expect(await schedule(1)).toMatchObject(refusal)
  await rig.run.posts.handlers['posts.saveDraft']?.({ workspaceId: workspaceId(), postId: newPostId, revision: 1, content: contentOf('High tide, once more', rig.accounts.map(({ id }) => id)) })
  expect(await schedule(2)).toMatchObject({ ok: true })
})
