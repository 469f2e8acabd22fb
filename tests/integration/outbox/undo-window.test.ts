import { afterEach, describe, expect, test } from 'vitest'
import { defaultSafety } from '../../../shared/workspaces/workspace-safety.ts'
import { startOutboxRig, type OutboxRig, type RigOptions } from './outbox-rig.ts'
import { repeat, seriesRequest } from '../series/repeat.ts'
import { decide, jobOf, jobsOf, publish, publishNow, readPost, reschedule, unschedule } from './publish.ts'

const second = 1000
let rig: OutboxRig

afterEach(() => rig.stop())

async function start(undoSeconds: 0 | 5 | 15 | 30 | 60, options: RigOptions = {}): Promise<void> {
  rig = await startOutboxRig(options)
  rig.changeWorkspace({ safety: { ...defaultSafety, undoSeconds } })
}

const sent = (networkId: 'bluesky' | 'mastodon' = 'bluesky'): readonly string[] => rig.server(networkId).records.map((record) => record.text)
const leaving = () => rig.run.outbox.leaving?.() ?? []

describe('what is published now', () => {
  test('leaves when the window ends, and not a moment before', async () => {
    await start(15)
    await publish(rig, 'Now')
    await rig.advance(15 * second - 1)
    expect(sent()).toEqual([])
    expect(leaving()).toMatchObject([{ kind: 'publish_post', excerpt: expect.stringContaining('A title'), leavesAt: rig.now() + 1 }])
    await rig.advance(1)
    expect(sent()).toEqual(['Now'])
    expect(leaving()).toEqual([])
  })

  test('is one entry however many accounts it has, and taken back on all of them', async () => {
    await start(15, { accounts: ['bluesky', 'mastodon'] })
    const postId = await publish(rig, 'Not this one')
    expect(leaving()).toMatchObject([{ postId, accountIds: rig.accounts.map(({ id }) => id) }])
    await rig.advance(14 * second)
    expect(await unschedule(rig, postId)).toMatchObject({ ok: true, value: { post: { status: 'draft', schedule: null } } })
    await rig.advance(10 * 60 * second)
    expect([...sent(), ...sent('mastodon')]).toEqual([])
    expect(leaving()).toEqual([])
  })

  test('instead of at its planned time has that time as its plan again once it is taken back, twice too', async () => {
    await start(15)
    const postId = await publish(rig, 'Tomorrow', { at: '2026-11-22T11:00' })
    await unschedule(rig, postId)
    const plan = (await readPost(rig, postId)).post.plan
    expect(plan).toMatchObject({ localDateTime: '2026-11-22T11:00' })
    expect(await publishNow(rig, postId)).toMatchObject({ ok: true, value: { post: { status: 'scheduled' } } })
    await rig.advance(5 * second)
    for (let time = 0; time < 2; time += 1) expect(await unschedule(rig, postId)).toMatchObject({ ok: true, value: { post: { status: 'draft', plan } } })
    await rig.advance(60 * second)
    expect(sent()).toEqual([])
  })

  test('has that plan again although it went on waiting for a connection', async () => {
    await start(15)
    const postId = await publish(rig, 'Tomorrow', { at: '2026-11-22T11:00' })
    await unschedule(rig, postId)
    rig.setOnline(false)
    await publishNow(rig, postId)
    await rig.advance(60 * second)
    expect(await unschedule(rig, postId)).toMatchObject({ ok: true, value: { post: { status: 'draft', plan: { localDateTime: '2026-11-22T11:00' } } } })
  })

  test('and moved meanwhile keeps the time it was moved to', async () => {
    await start(15)
    const postId = await publish(rig, 'Tomorrow', { at: '2026-11-22T11:00' })
    await unschedule(rig, postId)
    await publishNow(rig, postId)
    await reschedule(rig, postId, '2026-11-23T12:00')
    expect(await unschedule(rig, postId)).toMatchObject({ ok: true, value: { post: { plan: { localDateTime: '2026-11-23T12:00' } } } })
  })

  test('leaves at once where the client wants no wait', async () => {
    await start(0)
    await publish(rig, 'Now')
    await rig.settle()
    expect(sent()).toEqual(['Now'])
  })

  test('is not late because it waited, even with no grace at all', async () => {
    await start(60, { lateGraceMinutes: 0 })
    const postId = await publish(rig, 'Patient')
    await rig.advance(60 * second)
    expect((await jobOf(rig, postId)).state).toBe('published')
  })

  test('cannot be taken back any more once the request is under way, and is then sent once', async () => {
    await start(5)
    rig.server('bluesky').nextSends('accept_then_hang')
    const postId = await publish(rig, 'Gone')
    await rig.advance(5 * second)
    expect(await unschedule(rig, postId)).toMatchObject({ ok: false, error: { code: 'post_not_editable' } })
  })

  test('given another time meanwhile, it is planned like any other', async () => {
    await start(15)
    const postId = await publish(rig, 'Later')
    await reschedule(rig, postId, '2026-11-21T12:00')
    expect(leaving()).toEqual([])
    await rig.advance(60 * second)
    expect(sent()).toEqual([])
    expect((await readPost(rig, postId)).post.status).toBe('scheduled')
  })
})

describe('over accidents', () => {
  test('the window survives a kill: what was not taken back leaves once, what was taken back never does', async () => {
    await start(30)
    const kept = await publish(rig, 'Kept')
    const takenBack = await publish(rig, 'Taken back')
    await unschedule(rig, takenBack)
    rig.crash()
    await rig.restart({ downForMs: 10 * second })
    expect(leaving()).toMatchObject([{ postId: kept }])
    expect(sent()).toEqual([])
    await rig.advance(20 * second)
    expect(sent()).toEqual(['Kept'])
    expect(await jobsOf(rig, takenBack)).toMatchObject([{ state: 'cancelled' }])
  })

  test('offline, it can be taken back, and afterwards it waits for the network', async () => {
    await start(15)
    rig.setOnline(false)
    const postId = await publish(rig, 'On the train')
    expect(leaving()).toMatchObject([{ waitsForConnection: true }])
    rig.setOnline(true)
    expect(leaving()).toMatchObject([{ waitsForConnection: false }])
    rig.setOnline(false)
    await rig.advance(15 * second)
    expect(leaving()).toEqual([])
    expect((await jobOf(rig, postId)).state).toBe('waiting_for_network')
    expect(await unschedule(rig, postId)).toMatchObject({ ok: true })
  })

  test('a clock set back does not keep it for hours; one set ahead lets it go', async () => {
    await start(15)
    await publish(rig, 'Clock set back')
    rig.jump(-3600 * second)
    await rig.advance(90 * second)
    expect(sent()).toEqual(['Clock set back'])
    await publish(rig, 'Clock set ahead')
    rig.jump(30 * second)
    await rig.advance(60 * second)
    expect(sent()).toEqual(['Clock set back', 'Clock set ahead'])
  })

  test('a clock set back while the computer was off does not keep it for days', async () => {
    await start(15)
    rig.jump(24 * 3600 * second)
    await publish(rig, 'Clock put right')
    rig.crash()
    await rig.restart({ downForMs: -24 * 3600 * second })
    expect(sent()).toEqual([])
    await rig.advance(20 * second)
    expect(sent()).toEqual(['Clock put right'])
  })

  test('a computer that sleeps through the grace asks first', async () => {
    await start(15)
    const postId = await publish(rig, 'Slept')
    rig.jump(8 * 3600 * second)
    await rig.advance(60 * second)
    expect(sent()).toEqual([])
    expect((await jobOf(rig, postId)).state).toBe('missed')
  })
})

test('what is planned for later waits for its time alone', async () => {
  await start(60)
  await publish(rig, 'At eleven', { at: '2026-11-21T11:00' })
  expect(leaving()).toEqual([])
  await rig.advance(3600 * second)
  expect(sent()).toEqual(['At eleven'])
})

test('at quitting it is counted apart from what is due later today', async () => {
  await start(30)
  await publish(rig, 'Now')
  await publish(rig, 'Tonight', { at: '2026-11-21T20:00' })
  expect(rig.run.outbox.pendingWork?.()).toMatchObject({ leaving: 1, dueToday: 1, nextDueAt: rig.now() + 30 * second })
})

describe('what is sent from the outbox', () => {
  async function missed(): Promise<{ postId: string; jobId: string }> {
    await start(15, { lateGraceMinutes: 5 })
    const postId = await publish(rig, 'Late', { at: '2026-11-21T11:00' })
    rig.crash()
    await rig.restart({ downForMs: 3 * 60 * 60_000 })
    const job = await jobOf(rig, postId)
    expect(job.state).toBe('missed')
    return { postId, jobId: job.id }
  }

  test('can be taken back like any other send: published now, it waits for the window', async () => {
    const { jobId } = await missed()
    await decide(rig, jobId, 'publish_now')
    expect(leaving()).toMatchObject([{ jobIds: [jobId], leavesAt: rig.now() + 15 * second }])
    // The answer to the first press was lost.
    expect(await decide(rig, jobId, 'publish_now')).toMatchObject({ ok: true, value: { state: 'queued' } })
    await rig.advance(15 * second - 1)
    expect(sent()).toEqual([])
    await rig.advance(1)
    expect(sent()).toEqual(['Late'])
  })

  test('taken back, nothing of it leaves, and the ledger says who did it', async () => {
    const { postId, jobId } = await missed()
    await decide(rig, jobId, 'publish_now')
    await unschedule(rig, postId)
    await rig.advance(60 * second)
    expect(sent()).toEqual([])
    expect(await jobOf(rig, postId)).toMatchObject({ state: 'cancelled', cancelReason: 'taken_back' })
  })

  test('tried again, it waits as well; sent after a look by the user, it leaves at once', async () => {
    await start(15)
    rig.server('bluesky').nextSends('rejected')
    const postId = await publish(rig, 'Again')
    await rig.advance(15 * second)
    const { id, state } = await jobOf(rig, postId)
    expect(state).toBe('failed')
    await decide(rig, id, 'try_again')
    await rig.advance(14 * second)
    expect(sent()).toEqual([])
    await rig.advance(second)
    expect(sent()).toEqual(['Again'])
  })

  test('the last of a series that was missed waits for the window too', async () => {
    await start(15, { lateGraceMinutes: 5 })
    const series = await repeat(rig, { at: '2026-11-21T11:00', rule: { every: 'day' } })
    rig.crash()
    await rig.restart({ downForMs: 3 * 60 * 60_000 })
    await rig.advance(60 * second)
    await seriesRequest(rig, 'series.settleMissed', { seriesId: series.id, decision: 'publish_last' })
    expect(leaving()).toHaveLength(1)
    expect(sent()).toEqual([])
    await rig.advance(15 * second)
    expect(sent()).toEqual(['Hello'])
  })
})
