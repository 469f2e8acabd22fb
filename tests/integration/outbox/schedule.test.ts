import { afterEach, describe, expect, test } from 'vitest'
import { alertsIn, decide, jobOf, jobsOf, publish, readPost, reschedule } from './publish.ts'
import { startOutboxRig, type OutboxRig, type RigOptions } from './outbox-rig.ts'

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour
/** The rig starts at 10:00 in Paris. */
const at = (iso: string): number => new Date(iso).getTime()

let rig: OutboxRig
const start = async (options: RigOptions = {}): Promise<OutboxRig> => (rig = await startOutboxRig(options))
afterEach(() => rig.stop())

const texts = () => rig.server('bluesky').records.map((record) => record.text)

test('a post goes at its minute, not before', async () => {
  await start()
  const postId = await publish(rig, 'At noon', { at: '2026-11-21T12:00' })
  expect((await readPost(rig, postId)).post).toMatchObject({ status: 'scheduled', schedule: { localDateTime: '2026-11-21T12:00', timeZone: 'Europe/Paris', dueAt: at('2026-11-21T11:00Z') } })
  await rig.advance(2 * hour - 1)
  expect(texts()).toEqual([])
  await rig.advance(1)
  expect(texts()).toEqual(['At noon'])
  expect(rig.server('bluesky').records[0]?.at).toBe(at('2026-11-21T11:00Z'))
})

test('its success is told, since nobody was looking; that of a post sent now is not', async () => {
  await start({ accounts: ['bluesky', 'mastodon'] })
  await publish(rig, 'Now')
  await rig.settle()
  expect(alertsIn(rig)).toEqual([])
  const postId = await publish(rig, 'Later', { at: '2026-11-21T12:00' })
  await rig.advance(3 * hour)
  const ids = (await jobsOf(rig, postId)).map((job) => job.id)
  expect(alertsIn(rig)).toEqual([{ workspaceId: rig.run.context.workspace().id, kind: 'post_published', subjectId: expect.toBeOneOf(ids), title: 'A title', count: 1 }])
})

test('two posts of one account in the same minute both go', async () => {
  await start()
  await publish(rig, 'A', { at: '2026-11-21T12:00' })
  await publish(rig, 'B', { at: '2026-11-21T12:00' })
  await rig.advance(3 * hour)
  expect(texts().toSorted()).toEqual(['A', 'B'])
})

test('five hundred posts due at once on five accounts all go, one at a time for each account', async () => {
  await start({ accounts: ['bluesky', 'mastodon', 'wordpress', 'bluesky', 'mastodon'] })
  for (let count = 0; count < 100; count += 1) await publish(rig, `Post ${count}`, { at: '2026-11-21T10:30' })
  let most = 0
  const underWay = rig.run.context.database.prepare("SELECT max(jobs) FROM (SELECT count(*) AS jobs FROM outbox_jobs WHERE state = 'sending' GROUP BY account_id)").pluck()
  for (const network of ['bluesky', 'mastodon', 'wordpress'] as const) rig.server(network).onAccepted(() => (most = Math.max(most, Number(underWay.get()))))
  await rig.advance(30 * minute)
  for (let turn = 0; turn < 200; turn += 1) await rig.settle()
  expect(['bluesky', 'mastodon', 'wordpress'].map((network) => rig.server(network as 'bluesky').records.length)).toEqual([200, 200, 100])
  expect(most).toBe(1)
  expect(rig.run.outbox.counts?.()).toEqual({ needsAttention: 0, waiting: 0, atNetwork: 0, soughtThere: 0, movingThere: 0, outAtOldHour: 0, nextDueAt: null })
})

describe('late', () => {
  test('within the grace it goes by itself', async () => {
    await start({ lateGraceMinutes: 30 })
    await publish(rig, 'Late', { at: '2026-11-21T12:00' })
    rig.crash()
    await rig.restart({ downForMs: 2 * hour + 29 * minute })
    expect(texts()).toEqual(['Late'])
  })

  test('beyond the grace it asks, once for all, and nothing goes', async () => {
    await start({ lateGraceMinutes: 30 })
    const posts = [await publish(rig, 'A', { at: '2026-11-21T11:00' }), await publish(rig, 'B', { at: '2026-11-21T12:00' }), await publish(rig, 'C', { at: '2026-11-21T13:00' })]
    rig.crash()
    await rig.restart({ downForMs: 3 * day })
    await rig.advance(hour)
    expect(texts()).toEqual([])
    for (const id of posts) expect((await readPost(rig, id)).post.status).toBe('needs_attention')
    expect(alertsIn(rig)).toMatchObject([{ kind: 'post_missed', subjectId: null, count: 3 }])
    expect(rig.run.outbox.counts?.()).toMatchObject({ needsAttention: 3 })
  })

  test('a sleeping computer that wakes up late asks too', async () => {
    await start({ lateGraceMinutes: 30 })
    const postId = await publish(rig, 'Slept', { at: '2026-11-21T11:00' })
    // Asleep: the clock goes on, timers do not.
    rig.jump(2 * hour)
    await rig.advance(minute)
    expect(await jobOf(rig, postId)).toMatchObject({ state: 'missed' })
  })

  test('offline beyond the grace asks before the network is back, and sends nothing when it is', async () => {
    await start({ lateGraceMinutes: 30 })
    rig.setOnline(false)
    const postId = await publish(rig, 'Offline', { at: '2026-11-21T11:00' })
    await rig.advance(hour + 29 * minute)
    expect(await jobOf(rig, postId)).toMatchObject({ state: 'waiting_for_network' })
    await rig.advance(2 * minute)
    expect(await jobOf(rig, postId)).toMatchObject({ state: 'missed' })
    rig.setOnline(true)
    await rig.advance(hour)
    expect(texts()).toEqual([])
  })

  test('missed, then published now: it goes with the time of now, and is not told as news', async () => {
    await start({ lateGraceMinutes: 30 })
    const postId = await publish(rig, 'Missed', { at: '2026-11-21T11:00' })
    rig.crash()
    await rig.restart({ downForMs: day })
    const { id } = await jobOf(rig, postId)
    expect(await decide(rig, id, 'publish_now')).toMatchObject({ ok: true })
    expect(await jobOf(rig, postId)).toMatchObject({ state: 'published', dueAt: rig.now() })
    expect(alertsIn(rig).map((alert) => (alert as { kind: string }).kind)).toEqual(['post_missed'])
    expect(rig.run.context.database.prepare('SELECT intent_at FROM outbox_jobs').pluck().get()).toBe(rig.now())
  })

  test('missed, then moved: it goes at the new time', async () => {
    await start({ lateGraceMinutes: 30 })
    const postId = await publish(rig, 'Missed', { at: '2026-11-21T11:00' })
    rig.crash()
    await rig.restart({ downForMs: 8 * hour })
    expect(await reschedule(rig, postId, '2026-11-22T09:00')).toMatchObject({ ok: true, value: { post: { status: 'scheduled', schedule: { localDateTime: '2026-11-22T09:00' } } } })
    await rig.advance(day)
    expect(texts()).toEqual(['Missed'])
  })

  test('a grace that the user widens while a post waits for the network counts at once', async () => {
    await start({ lateGraceMinutes: 30 })
    rig.setOnline(false)
    await publish(rig, 'Waits', { at: '2026-11-21T11:00' })
    await rig.advance(hour + 20 * minute)
    rig.changeWorkspace({ lateGraceMinutes: 300 })
    await rig.advance(2 * hour)
    rig.setOnline(true)
    await rig.settle()
    expect(texts()).toEqual(['Waits'])
  })
})

describe('a clock that jumps', () => {
  test('ahead over the due time within the grace: it goes; back again: it does not go twice', async () => {
    await start({ lateGraceMinutes: 60 })
    await publish(rig, 'Once', { at: '2026-11-21T11:00' })
    rig.jump(hour + 10 * minute)
    await rig.advance(minute)
    expect(texts()).toEqual(['Once'])
    rig.jump(-2 * hour)
    await rig.advance(5 * hour)
    expect(texts()).toEqual(['Once'])
  })

  test('back: what is planned waits for its wall-clock time, a retry does not wait longer', async () => {
    await start()
    rig.server('bluesky').nextSends('unreachable')
    const planned = await publish(rig, 'Planned', { at: '2026-11-21T11:00' })
    const now = await publish(rig, 'Now')
    await rig.settle()
    rig.jump(-3 * hour)
    await rig.advance(2 * minute)
    expect(await jobOf(rig, now)).toMatchObject({ state: 'published' })
    expect(await jobOf(rig, planned)).toMatchObject({ state: 'queued' })
    await rig.advance(4 * hour)
    expect(await jobOf(rig, planned)).toMatchObject({ state: 'published' })
  })

  test('ahead while an outcome is unknown: the looks are still spread over real time', async () => {
    await start({ accounts: ['wordpress'], server: { deliverLaterMs: 60 * second }, lateGraceMinutes: 24 * 60 })
    rig.server('wordpress').nextSends('deliver_late')
    const postId = await publish(rig, 'Once')
    await rig.settle()
    rig.jump(2 * hour)
    await rig.advance(10 * minute)
    expect(await jobOf(rig, postId)).toMatchObject({ state: 'published' })
    expect(rig.server('wordpress').records).toHaveLength(1)
  })
})

test('offline, a planned post says that it waits, and goes at once when the network is back', async () => {
  await start()
  rig.setOnline(false)
  const postId = await publish(rig, 'Waits')
  await rig.settle()
  expect(await jobOf(rig, postId)).toMatchObject({ state: 'waiting_for_network', attempts: 0, failure: null })
  expect(rig.run.outbox.counts?.()).toMatchObject({ waiting: 1, nextDueAt: rig.now() })
  rig.setOnline(true)
  await rig.settle()
  expect(texts()).toEqual(['Waits'])
})

test('quitting is told what is still due today', async () => {
  await start()
  await publish(rig, 'Today', { at: '2026-11-21T23:30' })
  await publish(rig, 'Tomorrow', { at: '2026-11-22T00:30' })
  rig.server('bluesky').nextSends('hang')
  await publish(rig, 'Now')
  await rig.settle()
  expect(rig.run.outbox.pendingWork?.()).toEqual({ sending: 1, leaving: 0, dueToday: 1, nextDueAt: at('2026-11-21T22:30Z'), isHeld: false })
})
