import { afterEach, beforeEach, expect, test } from 'vitest'
import type { RecurrenceRule } from '../../../shared/series/series.ts'
import { documentToText } from '../../../shared/text/document-to-text.ts'
import { contentOf, publish, readPost } from '../outbox/publish.ts'
import { startOutboxRig, type OutboxRig } from '../outbox/outbox-rig.ts'
import { daysOf, readSeries, repeat, seriesRequest, valueOf } from './repeat.ts'

let rig: OutboxRig
beforeEach(async () => {
  rig = await startOutboxRig({ accounts: ['bluesky'] })
})
afterEach(() => rig.stop())

const refusal = { ok: false, error: { code: 'repeat_needs_confirmation' } }
const tuesdays = { every: 'week', weekdays: [2] } as const satisfies RecurrenceRule
const end = { kind: 'count', count: 4 } as const

async function draft(text: string): Promise<string> {
  const postId = rig.run.context.random.id()
  const saved = await rig.run.posts.handlers['posts.saveDraft']?.({ workspaceId: rig.run.context.workspace().id, postId, revision: 0, content: contentOf(text, rig.accounts.map(({ id }) => id)) })
  expect(saved).toMatchObject({ ok: true })
  return postId
}

const textOf = async (postId: string): Promise<string> => documentToText((await readPost(rig, postId)).post.document)

test.each(['2026-11-24T15:00', '2026-12-08T15:00'])('a series with words that another post has within a day of one of its times (%s) is asked about, and nothing is left of it until it is meant', async (at) => {
  await publish(rig, 'High tide', { at })
  const postId = await draft('High tide')
  const start = (isRepeatMeant?: boolean) => seriesRequest(rig, 'series.start', { seriesId: rig.run.context.random.id(), postId, revision: 1, localDateTime: '2026-11-24T09:00', rule: tuesdays, end, ...(isRepeatMeant === undefined ? {} : { isRepeatMeant }) })
  expect(await start()).toMatchObject({ ...refusal, error: { details: { accountId: rig.accounts[0]!.id, state: 'queued', at: Date.parse(`${at}:00+01:00`) } } })
  expect((await readPost(rig, postId)).post.status).toBe('draft')
  await expect(readSeries(rig)).rejects.toThrow('no series')
  expect(daysOf(valueOf(await start(true)))).toHaveLength(4)
})

test('other words, or a day in between, start without a question', async () => {
  await publish(rig, 'High tide', { at: '2026-11-25T09:00' })
  await publish(rig, 'Low tide', { at: '2026-11-24T10:00' })
  expect(daysOf(await repeat(rig, { text: 'High tide' }))).toHaveLength(9)
})

test('this and the following: other words that stand near one of the days are asked about, and all stays as it was', async () => {
  const series = await repeat(rig, { text: 'High tide', end })
  await publish(rig, 'Low tide', { at: '2026-12-08T15:00' })
  const postId = series.occurrences[0]!.postId!
  await rig.run.posts.handlers['posts.unschedule']?.({ workspaceId: rig.run.context.workspace().id, postId })
  const { revision } = (await readPost(rig, postId)).post
  const saved = await rig.run.posts.handlers['posts.saveDraft']?.({ workspaceId: rig.run.context.workspace().id, postId, revision, content: contentOf('Low tide', rig.accounts.map(({ id }) => id)) })
  if (!saved?.ok) throw new Error(JSON.stringify(saved))
  const change = (isRepeatMeant?: boolean) => seriesRequest(rig, 'series.changeFollowing', { seriesId: series.id, postId, revision: saved.value.revision, localDateTime: '2026-11-24T09:00', rule: tuesdays, end, ...(isRepeatMeant === undefined ? {} : { isRepeatMeant }) })
  expect(await change()).toMatchObject(refusal)
  expect(await textOf(series.occurrences[1]!.postId!)).toBe('High tide')
  valueOf(await change(true))
  expect(await textOf((await readSeries(rig)).occurrences[2]!.postId!)).toBe('Low tide')
})

test('this and the following: what stood near a day and was meant is not asked again, what comes near by the new hour is', async () => {
  await publish(rig, 'High tide', { at: '2026-12-02T12:00' })
  await publish(rig, 'High tide', { at: '2026-12-08T15:00' })
  const postId = await draft('High tide')
  const series = valueOf(await seriesRequest(rig, 'series.start', { seriesId: rig.run.context.random.id(), postId, revision: 1, localDateTime: '2026-11-24T09:00', rule: tuesdays, end, isRepeatMeant: true }))
  const change = (localDateTime: string) => seriesRequest(rig, 'series.changeFollowing', { seriesId: series.id, postId, revision: 1, localDateTime, rule: tuesdays, end })
  expect(await change('2026-11-24T10:00')).toMatchObject({ ok: true })
  expect(await change('2026-11-24T13:00')).toMatchObject({ ...refusal, error: { details: { at: Date.parse('2026-12-02T12:00:00+01:00') } } })
})
