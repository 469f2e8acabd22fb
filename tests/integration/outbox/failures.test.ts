import { afterEach, describe, expect, test } from 'vitest'
import { alertsIn, attemptsOf, decide, jobOf, jobsOf, publish, readPost } from './publish.ts'
import { startOutboxRig, type OutboxRig, type RigOptions } from './outbox-rig.ts'

const minute = 60_000

let rig: OutboxRig
const start = async (options: RigOptions = {}): Promise<OutboxRig> => (rig = await startOutboxRig(options))
afterEach(() => rig.stop())

test('one account that fails does not hold up the other', async () => {
  await start({ accounts: ['bluesky', 'mastodon'] })
  rig.server('bluesky').nextSends('rejected')
  const postId = await publish(rig, 'Both')
  await rig.settle()
  const { post, jobs } = await readPost(rig, postId)
  expect(jobs).toMatchObject([{ state: 'failed', failure: { code: 'rejected' }, nextAttemptAt: null }, { state: 'published' }])
  expect(post.status).toBe('needs_attention')
  expect(rig.run.outbox.counts?.()).toEqual({ needsAttention: 1, waiting: 0, atNetwork: 0, soughtThere: 0, movingThere: 0, outAtOldHour: 0, nextDueAt: null })
  expect(alertsIn(rig)).toMatchObject([{ kind: 'post_failed', subjectId: jobs[0]?.id, title: 'A title', count: 1 }])
})

test('a hanging account does not hold up the other either', async () => {
  await start({ accounts: ['bluesky', 'mastodon'] })
  rig.server('bluesky').nextSends('hang')
  const postId = await publish(rig, 'Both')
  await rig.settle()
  expect(await jobsOf(rig, postId)).toMatchObject([{ state: 'sending' }, { state: 'published' }])
})

test('a failed job is sent once more when the user says so, and stays out of the way when not', async () => {
  await start()
  rig.server('bluesky').nextSends('rejected')
  const postId = await publish(rig, 'Again')
  await rig.settle()
  const { id } = await jobOf(rig, postId)
  await rig.advance(60 * minute)
  expect(rig.server('bluesky').calls.publish).toBe(1)
  expect(await decide(rig, id, 'try_again')).toMatchObject({ ok: true })
  expect(await jobOf(rig, postId)).toMatchObject({ state: 'published' })
})

test('a server that cannot be reached is tried at growing distances, by the same key, until it answers', async () => {
  await start()
  rig.server('bluesky').nextSends('unreachable', 'unreachable', 'unreachable')
  const postId = await publish(rig, 'Patience')
  await rig.advance(10 * minute)
  const job = await jobOf(rig, postId)
  expect(job).toMatchObject({ state: 'published', attempts: 4 })
  const starts = (await attemptsOf(rig, job.id)).map((attempt) => attempt.startedAt)
  const gaps = starts.slice(1).map((at, index) => at - (starts[index] ?? 0))
  expect(gaps.every((gap, index) => index === 0 || gap > (gaps[index - 1] ?? 0))).toBe(true)
})

test('a server error is tried a few times, then told', async () => {
  await start()
  rig.server('bluesky').otherwise({ send: () => 'server_error' })
  const postId = await publish(rig, 'No')
  await rig.advance(30 * minute)
  expect(await jobOf(rig, postId)).toMatchObject({ state: 'failed', attempts: 4, failure: { code: 'server_error' } })
})

test('a rate limit is waited out without spending an attempt, and the account’s other posts wait too', async () => {
  await start({ server: { rateLimitMs: 20 * minute } })
  rig.server('bluesky').nextSends('rate_limited')
  const first = await publish(rig, 'First')
  await rig.settle()
  const second = await publish(rig, 'Second')
  await rig.advance(19 * minute)
  expect(rig.server('bluesky').calls.publish).toBe(1)
  expect(await jobOf(rig, first)).toMatchObject({ state: 'queued', attempts: 0, failure: { code: 'rate_limited' } })
  expect((await readPost(rig, first)).post.status).toBe('publishing')
  await rig.advance(2 * minute)
  expect(await jobOf(rig, first)).toMatchObject({ state: 'published' })
  expect(await jobOf(rig, second)).toMatchObject({ state: 'published' })
})

test('a rate limit beyond the grace is told at once: the user decides, not the clock', async () => {
  await start({ lateGraceMinutes: 10, server: { rateLimitMs: 20 * minute } })
  rig.server('bluesky').nextSends('rate_limited')
  const postId = await publish(rig, 'Late')
  await rig.settle()
  expect(await jobOf(rig, postId)).toMatchObject({ state: 'missed', failure: { code: 'rate_limited' } })
  await rig.advance(60 * minute)
  expect(rig.server('bluesky').records).toEqual([])
})

describe('an access that the network refuses', () => {
  test('fails what is due, and all of it goes on by itself after the account is connected again', async () => {
    await start({ accounts: ['bluesky', 'mastodon'] })
    const [bluesky] = rig.accounts
    rig.server('bluesky').nextSends('fine', 'revoked')
    const posts: string[] = []
    for (const [minutes, text] of ['One', 'Two', 'Three'].entries()) posts.push(await publish(rig, text, { at: `2026-11-21T10:0${minutes + 1}` }))
    await rig.advance(4 * minute)
    expect(rig.server('bluesky').records.map((record) => record.text)).toEqual(['One'])
    const states = async () => Promise.all(posts.map(async (id) => (await jobsOf(rig, id)).map((job) => job.state)))
    expect(await states()).toEqual([['published', 'published'], ['failed', 'published'], ['failed', 'published']])
    // The third was not even tried.
    expect(rig.server('bluesky').calls.publish).toBe(2)
    rig.crash()
    await rig.restart({ downForMs: 5 * minute })
    await rig.logIn(bluesky?.id ?? '')
    await rig.settle()
    expect(await states()).toEqual([['published', 'published'], ['published', 'published'], ['published', 'published']])
    expect(rig.server('bluesky').records.map((record) => record.text)).toEqual(['One', 'Two', 'Three'])
  })

  test('asks about what has become too late meanwhile', async () => {
    await start()
    rig.server('bluesky').nextSends('revoked')
    const postId = await publish(rig, 'Old')
    await rig.advance(3 * 60 * minute)
    await rig.logIn(rig.accounts[0]?.id ?? '')
    await rig.settle()
    expect(await jobOf(rig, postId)).toMatchObject({ state: 'missed' })
    expect(rig.server('bluesky').records).toEqual([])
  })

  test('keeps an unknown outcome unknown until it can be looked up', async () => {
    await start({ accounts: ['wordpress'] })
    rig.server('wordpress').nextSends('accept_then_cut')
    const postId = await publish(rig, 'Once')
    await rig.settle()
    rig.server('wordpress').revoke('account-0')
    await rig.advance(10 * minute)
    expect(await jobOf(rig, postId)).toMatchObject({ state: 'unknown_outcome', nextAttemptAt: null })
    await rig.logIn(rig.accounts[0]?.id ?? '')
    await rig.advance(minute)
    expect(await jobOf(rig, postId)).toMatchObject({ state: 'published' })
    expect(rig.server('wordpress').records).toHaveLength(1)
  })

  test('refused for an old access while the account is connected anew: tried again, since no login will come to wake it', async () => {
    await start()
    rig.server('bluesky').nextSends('revoked')
    const postId = await publish(rig, 'Once')
    // The login is faster than the answer.
    await Promise.resolve()
    await rig.settle()
    await rig.logIn(rig.accounts[0]?.id ?? '')
    await rig.advance(5 * minute)
    expect(await jobOf(rig, postId)).toMatchObject({ state: 'published' })
  })
})

test('a payload that cannot be read is kept aside and shown, and the others go on', async () => {
  await start()
  const broken = await publish(rig, 'Broken', { at: '2026-11-21T11:00' })
  const good = await publish(rig, 'Good', { at: '2026-11-21T11:00' })
  rig.run.context.database.prepare('UPDATE outbox_jobs SET payload = ? WHERE post_id = ?').run('{"effect":"create","text":', broken)
  await rig.advance(2 * 60 * minute)
  expect(await jobOf(rig, broken)).toMatchObject({ state: 'failed', failure: { code: 'bug' } })
  expect(await jobOf(rig, good)).toMatchObject({ state: 'published' })
  expect(rig.run.context.database.prepare('SELECT payload FROM quarantined_jobs').pluck().all()).toEqual(['{"effect":"create","text":'])
})

test('a failure that cannot be read any more is still shown as one', async () => {
  await start()
  rig.server('bluesky').nextSends('rejected')
  const postId = await publish(rig, 'No')
  await rig.settle()
  rig.run.context.database.prepare('UPDATE outbox_jobs SET failure = ?').run('nonsense')
  expect(await jobOf(rig, postId)).toMatchObject({ state: 'failed', failure: { code: 'bug' } })
})

test('an adapter that throws is a bug, and its send may have arrived', async () => {
  await start({ accounts: ['wordpress'] })
  rig.server('wordpress').onAccepted(() => {
    throw new Error('oops')
  })
  const postId = await publish(rig, 'Once')
  await rig.settle()
  expect(await jobOf(rig, postId)).toMatchObject({ state: 'unknown_outcome', failure: { code: 'bug' } })
  rig.server('wordpress').onAccepted(null)
  await rig.advance(5 * minute)
  expect(rig.server('wordpress').records).toHaveLength(1)
  expect(await jobOf(rig, postId)).toMatchObject({ state: 'published' })
})

describe('replies and likes', () => {
  const conversationId = '00000000-0000-4000-8000-0000000000c1'
  const itemId = '00000000-0000-4000-8000-0000000000e1'

  function intend(kind: 'reply' | 'like' | 'unlike', id: string, audience: 'public' | 'message' = 'public') {
    const { outbox, context } = rig.run
    const document = { type: 'doc' as const, content: [] }
    const replyTo = { remoteId: 'remote-9', rootRemoteId: 'remote-1', authorHandle: '@noor' }
    const job = context.database.transaction(() =>
      outbox.service.enqueue({
        id,
        kind,
        accountId: rig.accounts[0]?.id ?? '',
        postId: null,
        conversationId,
        itemId,
        payload: kind === 'reply' ? { effect: 'create', title: '', text: 'Thank you', document, media: [], replyTo, audience } : { effect: 'set_liked', remoteId: 'remote-9', liked: kind === 'like' },
        excerpt: kind === 'reply' ? 'Thank you' : '',
        dueAt: context.clock.now(),
        isPlanned: false
      })
    )()
    outbox.service.wake([job.id])
    return job
  }
  const replyId = '00000000-0000-4000-8000-0000000000a1'

  test('the same reply asked for twice goes out once', async () => {
    await start({ accounts: ['wordpress'] })
    rig.server('wordpress').nextSends('accept_then_cut')
    intend('reply', replyId)
    await rig.settle()
    expect(intend('reply', replyId)).toMatchObject({ id: replyId, state: 'unknown_outcome' })
    await rig.advance(5 * minute)
    expect(intend('reply', replyId)).toMatchObject({ state: 'published' })
    expect(rig.server('wordpress').records).toMatchObject([{ text: 'Thank you', replyTo: 'remote-9' }])
  })

  test('a private message on a network whose messages have no key is looked up as if there were none', async () => {
    await start({ accounts: ['bluesky'] })
    rig.server('bluesky').nextSends('accept_then_cut')
    rig.server('bluesky').nextLooks('not_shown_yet', 'not_shown_yet')
    intend('reply', replyId, 'message')
    await rig.advance(10 * minute)
    expect(rig.run.outbox.service.read(replyId)).toMatchObject({ state: 'published' })
    expect(rig.server('bluesky').calls.publish).toBe(1)
  })

  test('who listens learns of the end inside its transaction, and once more after it', async () => {
    await start()
    const heard: string[] = []
    rig.run.outbox.service.onSettled(({ job, remoteId, payload, itemId: item }) => {
      heard.push(`${job.state} ${remoteId} ${item} ${payload?.effect} ${rig.run.context.database.inTransaction}`)
      return () => void heard.push(`after ${rig.run.context.database.inTransaction}`)
    })
    intend('reply', replyId)
    await rig.settle()
    expect(heard).toEqual([`published bluesky-1 ${itemId} create true`, 'after false'])
  })

  test('a reply waits for the network for hours and then goes without asking', async () => {
    await start()
    rig.setOnline(false)
    intend('reply', replyId)
    await rig.advance(5 * 60 * minute)
    rig.setOnline(true)
    await rig.settle()
    expect(rig.server('bluesky').records).toHaveLength(1)
  })

  test('a like of unknown outcome is set again without looking', async () => {
    await start({ accounts: ['wordpress'] })
    rig.server('wordpress').nextSends('accept_then_cut', 'cut_before')
    intend('like', replyId)
    await rig.advance(5 * minute)
    expect(rig.run.outbox.service.read(replyId)).toMatchObject({ state: 'published', attempts: 3 })
    expect(rig.server('wordpress').calls).toMatchObject({ setLiked: 3, findPublished: 0 })
  })

  test('liked and unliked while offline: only the last word is sent', async () => {
    await start()
    rig.setOnline(false)
    intend('like', replyId)
    intend('unlike', '00000000-0000-4000-8000-0000000000a2')
    expect(rig.run.outbox.service.read(replyId)).toMatchObject({ state: 'cancelled' })
    rig.setOnline(true)
    await rig.settle()
    expect(rig.server('bluesky').calls.setLiked).toBe(1)
    expect([...rig.server('bluesky').likes]).toEqual([])
  })

  test('a like that fails on its way does not come back over the unlike that followed it', async () => {
    await start()
    rig.server('bluesky').nextSends('cut_before')
    intend('like', replyId)
    intend('unlike', '00000000-0000-4000-8000-0000000000a2')
    await rig.advance(10 * minute)
    expect([...rig.server('bluesky').likes]).toEqual([])
    expect(rig.run.outbox.service.read(replyId)).toMatchObject({ state: 'cancelled' })
  })

  test('open jobs of a conversation are told, and finished ones are not', async () => {
    await start()
    rig.setOnline(false)
    intend('reply', replyId)
    expect(rig.run.outbox.service.openJobsOfConversation(conversationId)).toHaveLength(1)
    rig.setOnline(true)
    await rig.settle()
    expect(rig.run.outbox.service.openJobsOfConversation(conversationId)).toHaveLength(0)
    expect(rig.run.outbox.service.postIdOfRemote(rig.accounts[0]?.id ?? '', 'bluesky-1')).toBeNull()
  })
})
