import { afterEach, describe, expect, test } from 'vitest'
import { handOverCall } from '../outbox/hand-over-calls.ts'
import { contentOf, unschedule } from '../outbox/publish.ts'
import { startOutboxRig, type OutboxRig } from '../outbox/outbox-rig.ts'
import { daysOf, published, readSeries, repeat, seriesRequest, valueOf } from './repeat.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

let rig: OutboxRig
afterEach(() => rig.stop())

const network = () => rig.server('mastodon')
const waitsThere = (): readonly string[] => network().scheduler.waiting.map(({ text, dueAt }) => `${new Date(dueAt).toISOString().slice(0, 16)} ${text}`).toSorted()

/** Tuesdays at nine in Paris; the first two are with their network. */
async function start() {
  rig = await startOutboxRig({ accounts: ['mastodon'] })
  const series = await repeat(rig)
  for (const { postId } of series.occurrences.slice(0, 2)) await handOverCall(rig, 'handOver.start', { postId: postId ?? '' })
  await rig.settle()
  expect(waitsThere()).toEqual(['2026-11-24T08:00 Hello', '2026-12-01T08:00 Hello'])
  return series
}

/** What the series still has, planned or on its way back; one that is over and has nothing is not told of any more. */
async function leftOf(): Promise<readonly string[]> {
  const series = await readSeries(rig).catch(() => null)
  return series === null ? [] : [...daysOf(series), ...series.calledBack.map(({ date }) => date)]
}

describe.each(['paused', 'ended'] as const)('%s', (state) => {
  test('what waits with its network is called back, and nothing goes out', async () => {
    const { id } = await start()
    valueOf(await seriesRequest(rig, 'series.setState', { seriesId: id, state }))
    await rig.advance(minute)
    expect(waitsThere()).toEqual([])
    expect(await leftOf()).toEqual([])
    await rig.advance(12 * day)
    expect(published(rig)).toEqual([])
  })

  test('through a network that does not answer and a crash; meanwhile it says so, and why', async () => {
    const { id } = await start()
    network().scheduler.otherwise(() => 'server_error')
    valueOf(await seriesRequest(rig, 'series.setState', { seriesId: id, state }))
    await rig.advance(minute)
    expect((await readSeries(rig)).calledBack).toMatchObject([{ date: '2026-11-24', failure: { code: 'server_error' } }, { date: '2026-12-01' }])
    rig.crash()
    await rig.restart()
    network().scheduler.otherwise(() => 'fine')
    await rig.advance(hour)
    expect(waitsThere()).toEqual([])
    expect(await leftOf()).toEqual([])
  })
})

test('too late to be called back, it is out once, and the day says so', async () => {
  const { id } = await start()
  rig.setOnline(false)
  valueOf(await seriesRequest(rig, 'series.setState', { seriesId: id, state: 'paused' }))
  await rig.advance(3 * day + hour)
  rig.setOnline(true)
  await rig.advance(hour)
  expect(published(rig)).toEqual(['2026-11-24T08:00 Hello'])
  expect(waitsThere()).toEqual([])
  expect(daysOf(await readSeries(rig))).toEqual(['2026-11-24'])
})

test('resumed before all is back, each day is made anew once and handed over again', async () => {
  const { id } = await start()
  rig.setOnline(false)
  valueOf(await seriesRequest(rig, 'series.setState', { seriesId: id, state: 'paused' }))
  valueOf(await seriesRequest(rig, 'series.setState', { seriesId: id, state: 'active' }))
  rig.crash()
  await rig.restart()
  rig.setOnline(true)
  await rig.advance(hour)
  expect(waitsThere()).toEqual(['2026-11-24T08:00 Hello', '2026-12-01T08:00 Hello'])
  await rig.advance(11 * day)
  expect(published(rig)).toEqual(['2026-11-24T08:00 Hello', '2026-12-01T08:00 Hello'])
})

test('changed from a day on, what waits of it there gets the new words and the new hour', async () => {
  const series = await start()
  const [first, second] = series.occurrences
  await handOverCall(rig, 'handOver.takeBack', { postId: first?.postId ?? '', afterwards: 'wait_here' })
  await rig.settle()
  valueOf(await seriesRequest(rig, 'series.changeFollowing', { seriesId: series.id, postId: first?.postId ?? '', revision: 1, localDateTime: '2026-11-24T15:00', rule: series.plan.rule, end: { kind: 'count', count: 10 } }))
  await rig.advance(minute)
  expect(waitsThere()).toEqual(['2026-12-01T14:00 Hello'])
  expect((await readSeries(rig)).occurrences.find(({ date }) => date === '2026-12-01')?.postId).not.toBe(second?.postId)
  await rig.advance(11 * day)
  expect(published(rig)).toEqual(['2026-11-24T14:00 Hello', '2026-12-01T14:00 Hello'])
})

test('ended after its words were changed on a later day, what waits there with the words of then is called back too', async () => {
  const { id, occurrences, plan } = await start()
  const postId = occurrences[2]?.postId ?? ''
  await unschedule(rig, postId)
  const saved = await rig.run.posts.handlers['posts.saveDraft']?.({ workspaceId: rig.run.context.workspace().id, postId, revision: 1, content: contentOf('New words', rig.accounts.map((account) => account.id)) })
  expect(saved).toMatchObject({ ok: true })
  valueOf(await seriesRequest(rig, 'series.changeFollowing', { seriesId: id, postId, revision: 2, localDateTime: '2026-12-08T09:00', rule: plan.rule, end: { kind: 'count', count: 5 } }))
  await rig.advance(minute)
  expect(waitsThere()).toEqual(['2026-11-24T08:00 Hello', '2026-12-01T08:00 Hello'])
  valueOf(await seriesRequest(rig, 'series.setState', { seriesId: id, state: 'ended' }))
  await rig.advance(minute)
  expect(waitsThere()).toEqual([])
  expect(await leftOf()).toEqual([])
  await rig.advance(30 * day)
  expect(published(rig)).toEqual([])
})

test('a day that is left out is called back; put back before it is here, it goes once', async () => {
  const { id } = await start()
  rig.setOnline(false)
  valueOf(await seriesRequest(rig, 'series.skip', { seriesId: id, date: '2026-11-24', skip: true }))
  expect(daysOf(await readSeries(rig), 'skipped')).toEqual(['2026-11-24'])
  valueOf(await seriesRequest(rig, 'series.skip', { seriesId: id, date: '2026-11-24', skip: false }))
  rig.setOnline(true)
  await rig.advance(hour)
  expect(waitsThere()).toEqual(['2026-11-24T08:00 Hello', '2026-12-01T08:00 Hello'])
  valueOf(await seriesRequest(rig, 'series.skip', { seriesId: id, date: '2026-11-24', skip: true }))
  await rig.advance(4 * day)
  expect(published(rig)).toEqual([])
  expect(daysOf(await readSeries(rig), 'skipped')).toEqual(['2026-11-24'])
})

const points = ['hand_over_claimed', 'hand_over_answered', 'hand_over_recorded'] as const
test.each(points)('killed at %s of the calling back: each day once, with the new hour', async (point) => {
  const { id } = await start()
  rig.crashAt(point)
  await seriesRequest(rig, 'series.setState', { seriesId: id, state: 'paused' }).catch(() => undefined)
  await rig.settle()
  expect(rig.hasCrashed()).toBe(true)
  await rig.restart()
  await rig.advance(hour)
  expect(waitsThere()).toEqual([])
  valueOf(await seriesRequest(rig, 'series.setState', { seriesId: id, state: 'active' }))
  await rig.advance(4 * day)
  expect(published(rig)).toEqual(['2026-11-24T08:00 Hello'])
})
