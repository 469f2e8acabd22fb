import { afterEach, describe, expect, test } from 'vitest'
import type { DayApart, Series, SeriesEnd } from '../../../shared/series/series.ts'
import { contentOf, jobsOf, readPost, reschedule, unschedule } from '../outbox/publish.ts'
import { startOutboxRig, type OutboxRig } from '../outbox/outbox-rig.ts'
import { daysOf, live, published, readSeries, repeat, seriesRequest, valueOf } from './repeat.ts'

const day = 86_400_000
const untilNewYear: SeriesEnd = { kind: 'until', date: '2026-12-31' }

let rig: OutboxRig
afterEach(() => rig.stop())

const postOn = async (date: string): Promise<string> => (await readSeries(rig)).occurrences.find((occurrence) => occurrence.date === date)?.postId ?? ''

async function start(): Promise<Series> {
  rig = await startOutboxRig({ accounts: ['bluesky', 'mastodon'] })
  return repeat(rig, { end: untilNewYear })
}

/** As in the studio: taken back, written on, and given to this day and the following. */
async function change(date: string, text: string, { at = `${date}T09:00`, end = untilNewYear }: { readonly at?: string; readonly end?: SeriesEnd } = {}): Promise<void> {
  const { id, plan } = await readSeries(rig)
  const postId = await postOn(date)
  await unschedule(rig, postId)
  await write(postId, text)
  const { post } = await readPost(rig, postId)
  valueOf(await seriesRequest(rig, 'series.changeFollowing', { seriesId: id, postId, revision: post.revision, localDateTime: at, rule: plan.rule, end }))
}

async function write(postId: string, text: string): Promise<void> {
  const { post } = await readPost(rig, postId)
  const saved = await rig.run.posts.handlers['posts.saveDraft']?.({ workspaceId: rig.run.context.workspace().id, postId, revision: post.revision, content: contentOf(text, rig.accounts.map(({ id }) => id)) })
  expect(saved).toMatchObject({ ok: true })
}

async function setState(state: Series['state']): Promise<void> {
  valueOf(await seriesRequest(rig, 'series.setState', { seriesId: (await readSeries(rig)).id, state }))
}

/** The moments of what waits, each account's once. */
const waiting = (): readonly string[] =>
  rig.run.context.database.prepare<[], number>('SELECT due_at FROM outbox_jobs WHERE finished_at IS NULL ORDER BY due_at').pluck().all().map((at) => new Date(at).toISOString().slice(0, 10))

async function apart(): Promise<readonly DayApart[]> {
  const answer = await rig.run.series.handlers['series.apart']?.({ workspaceId: rig.run.context.workspace().id, seriesId: (await readSeries(rig)).id })
  if (!answer?.ok) throw new Error('not told')
  return answer.value.days
}

const twice = (dates: readonly string[]): readonly string[] => dates.flatMap((date) => [date, date])

describe('a series whose words changed on the way', () => {
  test('leaves nothing behind when it ends: the days before say the words of then, and follow it all the same', async () => {
    await start()
    await change('2026-12-08', 'New words')
    expect(waiting()).toEqual(twice(['2026-11-24', '2026-12-01', '2026-12-08', '2026-12-15', '2026-12-22', '2026-12-29']))
    await setState('ended')
    expect(waiting()).toEqual([])
    await live(rig, 60 * day)
    expect(published(rig)).toEqual([])
  })

  test('nor after several changes, later ones before earlier ones', async () => {
    await start()
    await change('2026-12-22', 'Third words')
    await change('2026-12-01', 'Second words', { at: '2026-12-01T11:00' })
    await change('2026-12-15', 'Fourth words')
    await setState('ended')
    expect(waiting()).toEqual([])
  })

  test('keeps what was edited or moved one by one, and says which days those are', async () => {
    await start()
    await change('2026-12-08', 'New words')
    const edited = await postOn('2026-12-01')
    await unschedule(rig, edited)
    await write(edited, 'Words of its own')
    valueOf(await schedule(edited, '2026-12-01T09:00'))
    await reschedule(rig, await postOn('2026-12-15'), '2026-12-16T15:00')
    expect((await apart()).map(({ date, dueAt }) => [date, new Date(dueAt).toISOString().slice(0, 16)])).toEqual([['2026-12-01', '2026-12-01T08:00'], ['2026-12-15', '2026-12-16T14:00']])
    await setState('ended')
    expect(waiting()).toEqual(twice(['2026-12-01', '2026-12-16']))
  })

  test('a day that was taken back and put in again as it was follows it', async () => {
    await start()
    await change('2026-12-08', 'New words')
    const postId = await postOn('2026-12-01')
    await unschedule(rig, postId)
    valueOf(await schedule(postId, '2026-12-01T09:00'))
    expect(await apart()).toEqual([])
    await setState('ended')
    expect(waiting()).toEqual([])
  })

  test('paused and gone on with, every day is made again with its own words and hour', async () => {
    await start()
    await change('2026-12-08', 'New words', { at: '2026-12-08T11:00' })
    await setState('paused')
    expect(waiting()).toEqual([])
    await setState('active')
    expect(daysOf(await readSeries(rig))).toEqual(['2026-11-24', '2026-12-01', '2026-12-08', '2026-12-15', '2026-12-22', '2026-12-29'])
    await live(rig, 60 * day)
    expect(published(rig)).toEqual(['2026-11-24T08:00 Hello', '2026-12-01T08:00 Hello', '2026-12-08T10:00 New words', '2026-12-15T10:00 New words', '2026-12-22T10:00 New words', '2026-12-29T10:00 New words'])
  })

  test('paused and gone on with, a number of times stays that number', async () => {
    await start()
    await change('2026-12-08', 'New words', { end: { kind: 'count', count: 2 } })
    await setState('paused')
    await setState('active')
    expect(daysOf(await readSeries(rig))).toEqual(['2026-11-24', '2026-12-01', '2026-12-08', '2026-12-15'])
  })

  test('a day before the change, and the changed day, can be left out and put back', async () => {
    const { id } = await start()
    await change('2026-12-08', 'New words')
    for (const date of ['2026-12-01', '2026-12-08']) {
      valueOf(await seriesRequest(rig, 'series.skip', { seriesId: id, date, skip: true }))
      valueOf(await seriesRequest(rig, 'series.skip', { seriesId: id, date, skip: false }))
    }
    await live(rig, 20 * day)
    expect(published(rig)).toEqual(['2026-11-24T08:00 Hello', '2026-12-01T08:00 Hello', '2026-12-08T08:00 New words'])
    expect((await jobsOf(rig, await postOn('2026-12-15')))).toHaveLength(2)
  })

  test('that now ends with the changed day can still be stopped before it', async () => {
    await start()
    await change('2026-12-08', 'Last words', { end: { kind: 'count', count: 1 } })
    expect(await readSeries(rig)).toMatchObject({ state: 'active' })
    expect(waiting()).toEqual(twice(['2026-11-24', '2026-12-01', '2026-12-08']))
    await setState('ended')
    expect(waiting()).toEqual([])
  })

  test('the changed day put on another day of the rule goes once', async () => {
    await start()
    await change('2026-12-08', 'New words', { at: '2026-12-15T09:00' })
    expect(waiting()).toEqual(twice(['2026-11-24', '2026-12-01', '2026-12-15', '2026-12-22', '2026-12-29']))
  })

  test('missed with the words of then, it asks as one of the series', async () => {
    const { id } = await start()
    await change('2026-12-22', 'New words')
    rig.crash()
    await rig.restart({ downForMs: 12 * day })
    await rig.advance(3_600_000)
    expect((await readSeries(rig)).missed?.dates).toEqual(['2026-11-24', '2026-12-01'])
    valueOf(await seriesRequest(rig, 'series.settleMissed', { seriesId: id, decision: 'drop' }))
    expect((await readSeries(rig)).missed).toBeNull()
  })
})

async function schedule(postId: string, localDateTime: string): Promise<Parameters<typeof valueOf>[0]> {
  const { post } = await readPost(rig, postId)
  const answer = await rig.run.posts.handlers['posts.schedule']?.({ workspaceId: rig.run.context.workspace().id, postId, revision: post.revision, when: { kind: 'at', localDateTime }, isRepeatMeant: true })
  if (answer === undefined) throw new Error('no handler')
  return answer
}
