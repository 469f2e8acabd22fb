import { afterEach, describe, expect, test } from 'vitest'
import { alertsIn, contentOf, jobsOf, readPost, reschedule, unschedule } from '../outbox/publish.ts'
import { startOutboxRig, type OutboxRig, type RigOptions } from '../outbox/outbox-rig.ts'
import { daysOf, live, published, readSeries, repeat, seriesRequest, valueOf } from './repeat.ts'

const hour = 3_600_000
const day = 24 * hour

let rig: OutboxRig
/** The rig starts on Saturday 21 November 2026 at 10:00 in Paris. */
const start = async (options: RigOptions = {}): Promise<OutboxRig> => (rig = await startOutboxRig(options))
afterEach(() => rig.stop())

const postOn = async (date: string): Promise<string> => {
  const found = (await readSeries(rig)).occurrences.find((occurrence) => occurrence.date === date)?.postId
  if (found === undefined || found === null) throw new Error(`no post on ${date}`)
  return found
}

describe('a series', () => {
  test('stands as posts of its own two months ahead, and goes on as time passes', async () => {
    await start()
    await repeat(rig, { end: { kind: 'until', date: '2027-05-01' } })
    expect(daysOf(await readSeries(rig))).toEqual(['2026-11-24', '2026-12-01', '2026-12-08', '2026-12-15', '2026-12-22', '2026-12-29', '2027-01-05', '2027-01-12', '2027-01-19'])
    await live(rig, 12 * day)
    expect(daysOf(await readSeries(rig))).toContain('2027-02-02')
    expect(published(rig)).toEqual(['2026-11-24T08:00 Hello', '2026-12-01T08:00 Hello'])
  })

  test('keeps its hour when the clocks change, and ends after its last time', async () => {
    await start({ startAt: Date.UTC(2027, 2, 20, 9) })
    await repeat(rig, { at: '2027-03-23T09:00', end: { kind: 'count', count: 3 } })
    await live(rig, 60 * day)
    expect(published(rig)).toEqual(['2027-03-23T08:00 Hello', '2027-03-30T07:00 Hello', '2027-04-06T07:00 Hello'])
    expect((await readSeries(rig)).state).toBe('ended')
  })

  test('every second week stays every second week when what follows is changed', async () => {
    await start()
    const rule = { every: 'weeks', interval: 2, weekdays: [2], from: '2026-11-24' } as const
    const end = { kind: 'until', date: '2027-01-15' } as const
    const series = await repeat(rig, { rule: { ...rule, weekdays: [2] }, end })
    expect(daysOf(series)).toEqual(['2026-11-24', '2026-12-08', '2026-12-22', '2027-01-05'])
    const postId = await postOn('2026-12-08')
    valueOf(await seriesRequest(rig, 'series.changeFollowing', { seriesId: series.id, postId, revision: 1, localDateTime: '2026-12-08T11:30', rule: { ...rule, weekdays: [2] }, end }))
    expect(daysOf(await readSeries(rig))).toEqual(['2026-11-24', '2026-12-08', '2026-12-22', '2027-01-05'])
    await expect(repeat(rig, { rule: { ...rule, weekdays: [2], from: '2026-02-31' }, end })).rejects.toThrow('no_such_time')
  })

  test('started twice with one id is started once; a post repeats in one series only', async () => {
    await start()
    const series = await repeat(rig)
    const input = { postId: series.occurrences[0]?.postId ?? '', revision: 1, localDateTime: '2026-11-24T09:00', rule: series.plan.rule, end: series.plan.end }
    expect(await seriesRequest(rig, 'series.start', { seriesId: series.id, ...input })).toMatchObject({ ok: true })
    expect(await seriesRequest(rig, 'series.start', { seriesId: rig.run.context.random.id(), ...input })).toMatchObject({ ok: false, error: { code: 'conflict' } })
    expect(rig.run.context.database.prepare('SELECT count(*) FROM outbox_jobs').pluck().get()).toBe(9)
  })

  test('refuses an end before its start, and a first time that is over, and then nothing is left behind', async () => {
    await start()
    await expect(repeat(rig, { end: { kind: 'until', date: '2026-11-23' } })).rejects.toThrow('end_before_start')
    await expect(repeat(rig, { at: '2026-11-21T08:00', rule: { every: 'day' } })).rejects.toThrow('time_in_the_past')
    expect(rig.run.context.database.prepare('SELECT count(*) FROM post_series').pluck().get()).toBe(0)
    expect(rig.run.context.database.prepare('SELECT count(*) FROM outbox_jobs').pluck().get()).toBe(0)
  })

  test('makes nothing twice when the making is cut off before any of its writes', async () => {
    await start()
    const { database } = rig.run.context
    const statement = Object.getPrototypeOf(database.prepare('SELECT 1')) as { source: string; run: (...values: unknown[]) => unknown }
    const { run } = statement
    await repeat(rig, { end: { kind: 'until', date: '2027-05-01' } })
    let cuts = 0
    rig.jump(30 * day)
    try {
      for (let left = 0; ; left += 1) {
        let budget = left
        statement.run = function cutOff(...values) {
          const isWrite = /^\s*(INSERT|UPDATE|DELETE)/i.test(this.source)
          if (isWrite && budget-- <= 0) throw new Error('power cut')
          return run.apply(this, values)
        }
        rig.run.series.systemResumed?.()
        if (budget >= 0) break
        cuts += 1
      }
    } finally {
      statement.run = run
    }
    expect(cuts).toBeGreaterThan(20)
    rig.run.series.systemResumed?.()
    rig.run.series.systemResumed?.()
    const series = await readSeries(rig)
    expect(new Set(series.occurrences.map(({ date }) => date)).size).toBe(series.occurrences.length)
    const perDay = database.prepare<[], number>('SELECT count(*) FROM outbox_jobs WHERE finished_at IS NULL GROUP BY due_at').pluck().all()
    expect(perDay.every((count) => count === 1)).toBe(true)
    expect(database.prepare('SELECT count(*) FROM posts').pluck().get()).toBe(daysOf(series).length)
  })

  test('a commit that fails leaves neither half a series nor a timer that stands still', async () => {
    await start()
    const { context } = rig.run
    const { database } = context
    const statement = Object.getPrototypeOf(database.prepare('SELECT 1')) as { source: string; run: (...values: unknown[]) => unknown }
    const { run } = statement
    const failingCommits = async (work: () => Promise<unknown> | unknown): Promise<unknown> => {
      statement.run = function failing(...values) {
        if (/^\s*COMMIT/i.test(this.source)) throw new Error('no commit')
        return run.apply(this, values)
      }
      try {
        return await work()
      } catch (error) {
        return error
      } finally {
        statement.run = run
      }
    }
    const counts = () => ['post_series', 'series_occurrences', 'outbox_jobs'].map((table) => database.prepare(`SELECT count(*) FROM ${table}`).pluck().get())
    const saved = await rig.run.posts.handlers['posts.saveDraft']?.({ workspaceId: context.workspace().id, postId: '7a1b0c5e-5a34-4f6c-9a1e-2f3d4c5b6a79', revision: 0, content: contentOf('Hello', rig.accounts.map(({ id }) => id)) })
    expect(saved?.ok).toBe(true)
    const input = { seriesId: '0b1c2d3e-4f50-4a1b-8c2d-3e4f5a6b7c8d', postId: '7a1b0c5e-5a34-4f6c-9a1e-2f3d4c5b6a79', revision: 1, localDateTime: '2026-11-24T09:00', rule: { every: 'day' }, end: { kind: 'until', date: '2027-05-01' } } as const
    expect(await failingCommits(() => seriesRequest(rig, 'series.start', input))).toMatchObject({ message: 'no commit' })
    expect(counts()).toEqual([0, 0, 0])
    expect(await readPost(rig, input.postId)).toMatchObject({ post: { status: 'draft' } })
    valueOf(await seriesRequest(rig, 'series.start', input))
    const before = daysOf(await readSeries(rig)).length

    rig.jump(2 * day)
    await failingCommits(() => rig.run.series.systemResumed?.())
    expect(daysOf(await readSeries(rig))).toHaveLength(before)
    await rig.advance(16 * 60_000)
    expect(daysOf(await readSeries(rig)).length).toBeGreaterThan(before)
  })

  test('survives a death at any point of its jobs, each time once', async () => {
    await start({ accounts: ['mastodon'] })
    await repeat(rig, { end: { kind: 'count', count: 3 } })
    for (const point of ['claimed', 'answered', 'recorded'] as const) {
      await live(rig, (rig.run.outbox.counts?.().nextDueAt ?? 0) - rig.now() - 60_000)
      rig.crashAt(point)
      await rig.advance(hour)
      expect(rig.hasCrashed()).toBe(true)
      await rig.restart()
      await rig.advance(2 * hour)
    }
    await live(rig, 20 * day)
    expect(published(rig)).toHaveLength(3)
  })
})

describe('one of a series', () => {
  test('moved by itself, stays where it was put when the following change', async () => {
    await start()
    const series = await repeat(rig)
    await reschedule(rig, await postOn('2026-12-08'), '2026-12-09T15:00')
    const first = series.occurrences[0]?.postId ?? ''
    valueOf(await seriesRequest(rig, 'series.changeFollowing', { seriesId: series.id, postId: first, revision: 1, localDateTime: '2026-11-24T11:30', rule: series.plan.rule, end: series.plan.end }))
    expect((await readPost(rig, await postOn('2026-12-01'))).post.schedule?.localDateTime).toBe('2026-12-01T11:30')
    expect((await readPost(rig, await postOn('2026-12-08'))).post.schedule?.localDateTime).toBe('2026-12-09T15:00')
    expect((await readPost(rig, first)).post.schedule?.localDateTime).toBe('2026-11-24T11:30')
    await live(rig, 200 * day)
    expect(published(rig)).toHaveLength(10)
  })

  test('left out does not go; put back it does', async () => {
    await start()
    const series = await repeat(rig, { end: { kind: 'count', count: 3 } })
    valueOf(await seriesRequest(rig, 'series.skip', { seriesId: series.id, date: '2026-12-01', skip: true }))
    valueOf(await seriesRequest(rig, 'series.skip', { seriesId: series.id, date: '2026-12-08', skip: true }))
    valueOf(await seriesRequest(rig, 'series.skip', { seriesId: series.id, date: '2026-12-08', skip: false }))
    await live(rig, 30 * day)
    expect(published(rig)).toEqual(['2026-11-24T08:00 Hello', '2026-12-08T08:00 Hello'])
    expect(await seriesRequest(rig, 'series.skip', { seriesId: series.id, date: '2026-12-01', skip: false })).toMatchObject({ ok: false, error: { code: 'time_in_the_past' } })
  })

  test('taken back and deleted by the user is not made again', async () => {
    await start()
    await repeat(rig, { end: { kind: 'count', count: 3 } })
    const postId = await postOn('2026-12-01')
    await unschedule(rig, postId)
    await rig.run.posts.handlers['posts.remove']?.({ workspaceId: rig.run.context.workspace().id, postId })
    await live(rig, 30 * day)
    expect(published(rig)).toEqual(['2026-11-24T08:00 Hello', '2026-12-08T08:00 Hello'])
  })

  test('with another text, and all that follow with it', async () => {
    await start()
    const series = await repeat(rig, { end: { kind: 'count', count: 4 } })
    const postId = await postOn('2026-12-08')
    await unschedule(rig, postId)
    const saved = await rig.run.posts.handlers['posts.saveDraft']?.({ workspaceId: rig.run.context.workspace().id, postId, revision: 1, content: contentOf('New words', rig.accounts.map(({ id }) => id)) })
    expect(saved).toMatchObject({ ok: true })
    const change = { seriesId: series.id, postId, revision: 2, localDateTime: '2026-12-08T09:00', rule: series.plan.rule, end: { kind: 'count' as const, count: 2 } }
    valueOf(await seriesRequest(rig, 'series.changeFollowing', change))
    // The answer was lost and the page asks once more.
    valueOf(await seriesRequest(rig, 'series.changeFollowing', change))
    await live(rig, 60 * day)
    expect(published(rig)).toEqual(['2026-11-24T08:00 Hello', '2026-12-01T08:00 Hello', '2026-12-08T08:00 New words', '2026-12-15T08:00 New words'])
  })
})

describe('a pause', () => {
  test('takes back what has not gone out and makes up for nothing', async () => {
    await start()
    const series = await repeat(rig, { rule: { every: 'day' }, at: '2026-11-22T09:00', end: { kind: 'until', date: '2026-12-02' } })
    await live(rig, 2 * day)
    valueOf(await seriesRequest(rig, 'series.setState', { seriesId: series.id, state: 'paused' }))
    await live(rig, 5 * day)
    expect(published(rig)).toHaveLength(2)
    valueOf(await seriesRequest(rig, 'series.setState', { seriesId: series.id, state: 'active' }))
    await live(rig, 20 * day)
    expect(published(rig).map((line) => line.slice(0, 10))).toEqual(['2026-11-22', '2026-11-23', '2026-11-29', '2026-11-30', '2026-12-01', '2026-12-02'])
    expect((await readSeries(rig)).missed).toBeNull()
  })

  test('an end is an end', async () => {
    await start()
    const series = await repeat(rig)
    valueOf(await seriesRequest(rig, 'series.setState', { seriesId: series.id, state: 'ended' }))
    await live(rig, 100 * day)
    expect(published(rig)).toEqual([])
  })
})

describe('months away', () => {
  test('never end in a burst: one post asks, and names all that went by', async () => {
    await start()
    const series = await repeat(rig, { rule: { every: 'day' }, at: '2026-11-22T09:00', end: { kind: 'until', date: '2027-12-31' } })
    rig.crash()
    await rig.restart({ downForMs: 100 * day })
    await rig.advance(hour)
    expect(published(rig)).toEqual([])
    const { missed } = await readSeries(rig)
    expect(missed?.dates).toHaveLength(100)
    expect(rig.run.outbox.counts?.()).toMatchObject({ needsAttention: 1 })
    expect(alertsIn(rig)).toHaveLength(1)
    valueOf(await seriesRequest(rig, 'series.settleMissed', { seriesId: series.id, decision: 'publish_last' }))
    await rig.advance(10_000)
    expect(published(rig)).toHaveLength(1)
    expect((await readSeries(rig)).missed).toBeNull()
    await live(rig, 3 * day)
    expect(published(rig)).toHaveLength(4)
  })

  test('what was changed by itself asks by itself', async () => {
    await start()
    const series = await repeat(rig, { rule: { every: 'day' }, at: '2026-11-22T09:00', end: { kind: 'count', count: 5 } })
    await reschedule(rig, await postOn('2026-11-23'), '2026-11-23T18:00')
    rig.crash()
    await rig.restart({ downForMs: 30 * day })
    await rig.advance(hour)
    expect(rig.run.outbox.counts?.()).toMatchObject({ needsAttention: 2 })
    valueOf(await seriesRequest(rig, 'series.settleMissed', { seriesId: series.id, decision: 'drop' }))
    expect(rig.run.outbox.counts?.()).toMatchObject({ needsAttention: 1 })
    expect((await jobsOf(rig, await postOn('2026-11-23')))[0]?.state).toBe('missed')
    expect(published(rig)).toEqual([])
  })
})

test('an account that was removed gets nothing, the others go on', async () => {
  await start({ accounts: ['bluesky', 'mastodon'] })
  await repeat(rig, { end: { kind: 'until', date: '2027-05-01' } })
  ;(rig.accounts as unknown[]).splice(1, 1)
  await live(rig, 70 * day)
  const { occurrences } = await readSeries(rig)
  const last = occurrences.at(-1)?.postId ?? ''
  expect((await readPost(rig, last)).post.targets).toHaveLength(1)
})

test('a day of a daily series that was taken back gets another hour: its neighbours say the same on purpose', async () => {
  await start()
  await repeat(rig, { rule: { every: 'day' }, end: { kind: 'count', count: 5 } })
  const [, second] = (await readSeries(rig)).occurrences
  const postId = second?.postId ?? ''
  await unschedule(rig, postId)
  const { post } = await readPost(rig, postId)
  const { id } = await readSeries(rig)
  const changed = await seriesRequest(rig, 'series.changeFollowing', { seriesId: id, postId, revision: post.revision, localDateTime: `${second?.date}T10:00`, rule: { every: 'day' }, end: { kind: 'count', count: 4 } })
  expect(changed).toMatchObject({ ok: true })
  expect((await readPost(rig, postId)).post.schedule).toMatchObject({ localDateTime: `${second?.date}T10:00` })
})
