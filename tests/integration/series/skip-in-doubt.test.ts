import { afterEach, expect, test } from 'vitest'
import { jobsOf, reschedule } from '../outbox/publish.ts'
import { startOutboxRig, type OutboxRig } from '../outbox/outbox-rig.ts'
import { daysOf, readSeries, repeat, seriesRequest } from './repeat.ts'

const minute = 60_000

let rig: OutboxRig
afterEach(() => rig.stop())

test('a day whose post may have arrived is not left out, and the refusal changes nothing: it goes out as planned, once', async () => {
  rig = await startOutboxRig({ accounts: ['mastodon'], lateGraceMinutes: 24 * 60 })
  const series = await repeat(rig)
  const postId = series.occurrences[0]?.postId ?? ''
  rig.server('mastodon').nextSends('cut_before', 'unreachable', 'unreachable', 'unreachable', 'unreachable')
  await reschedule(rig, postId, '2026-11-21T10:05')
  await rig.advance(5 * minute + 10_000)
  // A look said that it is not there, and it waits to be sent again: that is one look, and no certainty.
  expect(await jobsOf(rig, postId)).toMatchObject([{ state: 'queued', cancelReason: null }])
  const before = await jobsOf(rig, postId)
  expect(await seriesRequest(rig, 'series.skip', { seriesId: series.id, date: '2026-11-24', skip: true })).toMatchObject({ ok: false, error: { code: 'post_not_editable' } })
  expect(await jobsOf(rig, postId)).toEqual(before)
  await rig.advance(60 * minute)
  expect(await jobsOf(rig, postId)).toMatchObject([{ state: 'published', cancelReason: null }])
  expect(daysOf(await readSeries(rig))).toContain('2026-11-24')
  expect(rig.server('mastodon').records).toHaveLength(1)
})
