import { afterEach, expect, test } from 'vitest'
import { handOver } from './hand-over-calls.ts'
import { jobOf, jobsOf, publish } from './publish.ts'
import { startOutboxRig, type OutboxRig, type RigOptions } from './outbox-rig.ts'

const minute = 60_000

let rig: OutboxRig
const start = async (options: RigOptions = {}): Promise<OutboxRig> => (rig = await startOutboxRig(options))
afterEach(() => rig.stop())

/** From now on SQLite refuses to write what the condition names. */
const refuse = (before: string, when = '1') => rig.run.context.database.exec(`CREATE TEMP TRIGGER refuse BEFORE ${before} WHEN ${when} BEGIN SELECT raise(ABORT, 'refused'); END`)
const allow = () => rig.run.context.database.exec('DROP TRIGGER refuse')
const texts = () => rig.server('bluesky').records.map((record) => record.text)

test('what cannot be written down before sending is not sent; it goes when it can', async () => {
  await start()
  await publish(rig, 'Once', { at: '2026-11-21T10:05' })
  refuse('INSERT ON job_attempts')
  await rig.advance(6 * minute)
  expect(rig.errors.length).toBeGreaterThan(0)
  expect(texts()).toEqual([])
  allow()
  await rig.advance(2 * minute)
  expect(texts()).toEqual(['Once'])
})

test('an account whose jobs make trouble does not hold up the others', async () => {
  await start({ accounts: ['bluesky', 'mastodon'] })
  const id = rig.accounts[0]?.id ?? ''
  refuse('INSERT ON job_attempts', `(SELECT account_id FROM outbox_jobs WHERE id = NEW.job_id) = '${id}'`)
  const postId = await publish(rig, 'Both')
  await rig.settle()
  expect(await jobsOf(rig, postId)).toMatchObject([{ state: 'queued', attempts: 0 }, { state: 'published' }])
})

test('an answer that cannot be written down is written as soon as it can, and nothing is sent again', async () => {
  await start({ accounts: ['wordpress'] })
  refuse("UPDATE ON job_attempts")
  const postId = await publish(rig, 'Once')
  await rig.advance(5 * minute)
  expect(await jobOf(rig, postId)).toMatchObject({ state: 'sending' })
  allow()
  await rig.advance(minute)
  expect(await jobOf(rig, postId)).toMatchObject({ state: 'published' })
  expect(rig.server('wordpress').calls).toMatchObject({ publish: 1, findPublished: 0 })
})

test('a feature that fails when it hears of the end does not undo it', async () => {
  await start()
  rig.run.outbox.service.onSettled(() => {
    rig.run.context.database.prepare("UPDATE posts SET title = 'half'").run()
    throw new Error('cannot take this')
  })
  const postId = await publish(rig, 'Once')
  await rig.settle()
  expect(await jobOf(rig, postId)).toMatchObject({ state: 'published' })
  expect(rig.run.context.database.prepare('SELECT title FROM posts').pluck().all()).toEqual(['A title'])
  expect(rig.errors.join()).toContain('cannot take this')
})

test('a row that should not be due is put aside with a word in the log', async () => {
  await start()
  rig.server('bluesky').nextSends('rejected')
  const bad = await publish(rig, 'Bad')
  await rig.settle()
  rig.run.context.database.prepare('UPDATE outbox_jobs SET next_attempt_at = 1').run()
  const good = await publish(rig, 'Good')
  await rig.settle()
  expect(await jobOf(rig, good)).toMatchObject({ state: 'published' })
  expect(await jobOf(rig, bad)).toMatchObject({ state: 'failed', nextAttemptAt: null })
  expect(rig.errors).toHaveLength(1)
})

test('who fails to hear of a change does not keep what was claimed from leaving', async () => {
  await start({ accounts: ['bluesky', 'mastodon'] })
  const postId = await publish(rig, 'Both', { at: '2026-11-21T10:05' })
  rig.server('bluesky').nextSends('revoked')
  await publish(rig, 'Logs out', { accountIds: rig.accounts.slice(0, 1).map(({ id }) => id) })
  await rig.settle()
  rig.run.outbox.service.onSettled(({ job }) => () => {
    if (job.state === 'failed') throw new Error('cannot hear this')
  })
  await rig.advance(6 * minute)
  expect(await jobsOf(rig, postId)).toMatchObject([{ state: 'failed' }, { state: 'published' }])
  expect(rig.errors.join()).toContain('cannot hear this')
})

test('what a network says of a hand-over and cannot be written down is asked again in a while, not at once', async () => {
  await start({ accounts: ['mastodon'] })
  await handOver(rig)
  const { calls } = rig.server('mastodon').scheduler
  const before = calls.read
  refuse('INSERT ON hand_overs')
  await rig.advance(40 * minute)
  expect(calls.read - before).toBeGreaterThan(0)
  expect(calls.read - before).toBeLessThan(20)
  allow()
  await rig.advance(2 * 60 * minute)
  expect(rig.server('mastodon').records).toHaveLength(1)
})
