import { afterEach, describe, expect, test } from 'vitest'
import type { ScheduleMishap } from '../../support/scripted-scheduler.ts'
import { alertsIn, decide, jobOf, jobsOf, publish, readPost, reschedule, unschedule } from './publish.ts'
import { handOver, handOverCall, visible } from './hand-over-calls.ts'
import { startOutboxRig, type OutboxRig, type RigOptions } from './outbox-rig.ts'

const minute = 60_000
const hour = 60 * minute
const at = (iso: string): number => new Date(iso).getTime()

let rig: OutboxRig
/** The rig starts at 10:00 in Paris. */
const start = async (options: RigOptions = {}): Promise<OutboxRig> => (rig = await startOutboxRig({ accounts: ['mastodon'], ...options }))
afterEach(() => rig.stop())

const network = () => rig.server('mastodon')
const waitsThere = (): readonly string[] => network().scheduler.waiting.map(({ text, dueAt }) => `${new Date(dueAt).toISOString().slice(11, 16)} ${text}`)

describe('handed over', () => {
  test('it waits there, goes with this computer off, and is found when it is on again', async () => {
    await start()
    const postId = await handOver(rig)
    expect(waitsThere()).toEqual(['11:00 Hello'])
    expect((await readPost(rig, postId)).post).toMatchObject({ status: 'scheduled', schedule: { dueAt: at('2026-11-21T11:00Z') } })
    expect(await jobOf(rig, postId)).toMatchObject({ state: 'pending_at_network', handOver: 'with_network', failure: null })
    expect(rig.run.outbox.counts?.()).toMatchObject({ needsAttention: 0, nextDueAt: null })
    expect(rig.run.outbox.pendingWork?.()).toMatchObject({ sending: 0, dueToday: 0 })
    rig.crash()
    await rig.restart({ downForMs: 30 * hour })
    await rig.advance(minute)
    expect(visible(rig)).toEqual(['11:00 Hello'])
    expect(await jobOf(rig, postId)).toMatchObject({ state: 'published', handOver: null, remoteUrl: 'https://network.example/mastodon-1' })
    expect((await readPost(rig, postId)).post.status).toBe('published')
    expect(alertsIn(rig)).toMatchObject([{ kind: 'post_published' }])
    expect(network().calls.publish).toBe(0)
  })

  test('only to the networks that can; the others go from here', async () => {
    await start({ accounts: ['mastodon', 'bluesky'] })
    const postId = await handOver(rig)
    expect((await jobsOf(rig, postId)).map(({ handOver: where }) => where)).toEqual(['with_network', null])
    await rig.advance(3 * hour)
    expect([visible(rig), rig.server('bluesky').records.length]).toEqual([['11:00 Hello'], 1])
    expect((await readPost(rig, postId)).post.status).toBe('published')
  })

  test.each([
    ['too near', { at: '2026-11-21T10:06' }, ['mastodon'] as const],
    ['no network that can', { at: '2026-11-21T12:00' }, ['bluesky'] as const]
  ])('%s: refused, and it goes from here', async (_name, options, accounts) => {
    await start({ accounts })
    const postId = await publish(rig, 'Hello', options)
    await expect(handOverCall(rig, 'handOver.start', { postId })).rejects.toThrow('post_not_editable')
    await rig.advance(3 * hour)
    expect(rig.server(accounts[0]).records).toHaveLength(1)
  })

  test.each<[ScheduleMishap]>([['rejected'], ['revoked']])('%s there: it waits here, and says why', async (mishap) => {
    await start()
    network().scheduler.next(mishap)
    const postId = await handOver(rig)
    expect(await jobOf(rig, postId)).toMatchObject({ state: 'queued', handOver: null, dueAt: at('2026-11-21T11:00Z') })
    expect(await handOverCall(rig, 'handOver.read', { postId })).toMatchObject([{ state: null, noticed: 'not_taken', failure: { code: expect.any(String) } }])
    if (mishap === 'revoked') return
    await rig.advance(3 * hour)
    expect(visible(rig)).toEqual(['11:00 Hello'])
  })

  test('offline until it is too near: it goes from here after all', async () => {
    await start()
    rig.setOnline(false)
    const postId = await handOver(rig)
    expect(await jobOf(rig, postId)).toMatchObject({ handOver: 'handing' })
    await rig.advance(hour + 58 * minute)
    expect(await jobOf(rig, postId)).toMatchObject({ state: 'queued', handOver: null })
    rig.setOnline(true)
    await rig.advance(10 * minute)
    expect(visible(rig)).toEqual(['11:00 Hello'])
    expect(network().scheduler.calls.handOver).toBe(0)
  })

  test.each<[ScheduleMishap]>([['accept_then_cut'], ['accept_late_then_cut'], ['unreadable_answer'], ['cut_before']])('%s: looked for among what waits there before anything is repeated', async (mishap) => {
    await start()
    network().scheduler.next(mishap)
    await handOver(rig)
    expect(network().scheduler.calls).toMatchObject({ handOver: 1 })
    await rig.advance(5 * minute)
    expect(waitsThere()).toEqual(['11:00 Hello'])
    expect(network().scheduler.calls.find).toBeGreaterThan(0)
    expect(network().scheduler.calls.handOver).toBe(mishap === 'cut_before' ? 2 : 1)
    await rig.advance(3 * hour)
    expect(visible(rig)).toEqual(['11:00 Hello'])
  })
})

describe('what the user changes here follows it there', () => {
  test('another time', async () => {
    await start()
    const postId = await handOver(rig)
    expect(await reschedule(rig, postId, '2026-11-21T15:00')).toMatchObject({ ok: true })
    await rig.settle()
    expect(waitsThere()).toEqual(['14:00 Hello'])
    await rig.advance(6 * hour)
    expect(visible(rig)).toEqual(['14:00 Hello'])
  })

  test.each<[ScheduleMishap]>([['accept_then_cut'], ['cut_before'], ['unreachable'], ['server_error']])('another time through a network that fails (%s)', async (mishap) => {
    await start()
    const postId = await handOver(rig)
    network().scheduler.next(mishap)
    await reschedule(rig, postId, '2026-11-21T15:00')
    await rig.advance(2 * minute)
    expect(waitsThere()).toEqual(['14:00 Hello'])
    expect((await readPost(rig, postId)).post.schedule?.dueAt).toBe(at('2026-11-21T14:00Z'))
  })

  test('a time too near for the network: it comes back and goes from here', async () => {
    await start()
    const postId = await handOver(rig)
    await reschedule(rig, postId, '2026-11-21T10:03')
    await rig.settle()
    expect(waitsThere()).toEqual([])
    await rig.advance(10 * minute)
    expect(visible(rig)).toEqual(['09:03 Hello'])
  })

  test('taken back it waits here; handed over anew it waits there, under a key of its own', async () => {
    await start()
    const postId = await handOver(rig)
    await handOverCall(rig, 'handOver.takeBack', { postId, afterwards: 'wait_here' })
    await rig.settle()
    expect(waitsThere()).toEqual([])
    expect(await jobOf(rig, postId)).toMatchObject({ state: 'queued', handOver: null, dueAt: at('2026-11-21T11:00Z') })
    await handOverCall(rig, 'handOver.start', { postId })
    await rig.settle()
    expect(waitsThere()).toEqual(['11:00 Hello'])
    await handOverCall(rig, 'handOver.takeBack', { postId, afterwards: 'wait_here' })
    await rig.advance(3 * hour)
    expect(visible(rig)).toEqual(['11:00 Hello'])
    expect(network().calls.publish).toBe(1)
  })

  test('taken back to be written on, it is a draft again', async () => {
    await start({ accounts: ['mastodon', 'bluesky'] })
    const postId = await handOver(rig)
    await handOverCall(rig, 'handOver.takeBack', { postId, afterwards: 'edit' })
    await rig.settle()
    expect((await readPost(rig, postId)).post).toMatchObject({ status: 'draft', plan: { localDateTime: '2026-11-21T12:00' } })
    await rig.advance(3 * hour)
    expect([visible(rig), rig.server('bluesky').records.length]).toEqual([[], 0])
  })

  test('however often it is called back, nothing goes from here before a call that was cut off can no longer arrive', async () => {
    await start()
    network().scheduler.next('accept_late_then_cut')
    const postId = await handOver(rig)
    for (let press = 0; press < 5; press += 1) await handOverCall(rig, 'handOver.takeBack', { postId, afterwards: 'wait_here' })
    expect(await jobOf(rig, postId)).toMatchObject({ handOver: 'taking_back' })
    await rig.advance(4 * hour)
    expect(visible(rig)).toEqual(['11:00 Hello'])
  })

  test('it is no draft while it may still go from there', async () => {
    await start()
    const postId = await handOver(rig)
    rig.setOnline(false)
    await handOverCall(rig, 'handOver.takeBack', { postId, afterwards: 'edit' })
    expect(await unschedule(rig, postId)).toMatchObject({ ok: false, error: { code: 'post_not_editable' } })
    expect(await jobOf(rig, postId)).toMatchObject({ handOver: 'taking_back' })
    await rig.advance(3 * hour)
    rig.setOnline(true)
    await rig.advance(10 * minute)
    expect(visible(rig)).toEqual(['11:00 Hello'])
    expect((await readPost(rig, postId)).post.status).toBe('published')
  })
})

test('a hold calls back what waits there, and it stays here when its time comes', async () => {
  await start()
  const postId = await handOver(rig)
  await rig.run.safety.handlers['safety.hold']?.({ workspaceId: rig.run.context.workspace().id, reason: 'A fire' })
  await rig.settle()
  expect(waitsThere()).toEqual([])
  expect(await jobOf(rig, postId)).toMatchObject({ state: 'queued', handOver: null })
  await expect(handOverCall(rig, 'handOver.start', { postId })).rejects.toThrow('on_hold')
  await rig.advance(3 * hour)
  expect(visible(rig)).toEqual([])
  expect(await jobOf(rig, postId)).toMatchObject({ state: 'held' })
})

describe('what is done there is noticed here', () => {
  test('moved', async () => {
    await start()
    const postId = await handOver(rig)
    const [there] = network().scheduler.waiting
    there!.dueAt = at('2026-11-21T16:30Z')
    await rig.advance(hour)
    expect((await readPost(rig, postId)).post.schedule).toMatchObject({ localDateTime: '2026-11-21T17:30', dueAt: at('2026-11-21T16:30Z') })
    expect(await handOverCall(rig, 'handOver.read', { postId })).toMatchObject([{ state: 'with_network', noticed: 'moved_there' }])
    await rig.advance(8 * hour)
    expect((await readPost(rig, postId)).post.status).toBe('published')
  })

  test('moved to later, while another account goes from here at its own time: the calendar shows the first', async () => {
    await start({ accounts: ['mastodon', 'bluesky'] })
    const postId = await handOver(rig)
    network().scheduler.waiting[0]!.dueAt = at('2026-11-21T16:30Z')
    await rig.advance(hour)
    expect((await readPost(rig, postId)).post.schedule).toMatchObject({ localDateTime: '2026-11-21T12:00', dueAt: at('2026-11-21T11:00Z') })
    expect((await jobsOf(rig, postId)).map(({ dueAt }) => dueAt)).toEqual([at('2026-11-21T16:30Z'), at('2026-11-21T11:00Z')])
    await rig.advance(90 * minute)
    expect([visible(rig), rig.server('bluesky').records.length]).toEqual([[], 1])
  })

  test.each([['none', Number.NaN], ['before all time', -1], ['in the year 275760', 8.64e15]])('a time that is %s: it is looked at again in a while, and keeps its own', async (_name, dueAt) => {
    await start()
    const postId = await handOver(rig)
    const [there] = network().scheduler.waiting
    const before = there!.dueAt
    there!.dueAt = dueAt
    network().scheduler.stopPublishing(true)
    await rig.advance(50 * minute)
    expect(network().scheduler.calls.read).toBeLessThan(12)
    expect(rig.errors).toEqual([])
    expect((await readPost(rig, postId)).post.schedule?.dueAt).toBe(before)
    there!.dueAt = before
    network().scheduler.stopPublishing(false)
    await rig.advance(3 * hour)
    expect(visible(rig)).toEqual(['11:00 Hello'])
    expect((await readPost(rig, postId)).post.status).toBe('published')
  })

  test('deleted: nothing goes out by itself, the user is asked', async () => {
    await start()
    const postId = await handOver(rig)
    network().scheduler.waiting.pop()
    await rig.advance(hour)
    expect(await jobOf(rig, postId)).toMatchObject({ state: 'failed', failure: { code: 'removed_at_network' } })
    await rig.advance(5 * hour)
    expect(visible(rig)).toEqual([])
    await decide(rig, (await jobOf(rig, postId)).id, 'drop')
    expect((await readPost(rig, postId)).post.status).toBe('draft')
  })

  test('deleted between the last look and its time: asked too', async () => {
    await start()
    const postId = await handOver(rig)
    rig.crash()
    network().scheduler.waiting.pop()
    await rig.restart({ downForMs: 4 * hour })
    await rig.advance(10 * minute)
    expect(await jobOf(rig, postId)).toMatchObject({ state: 'unknown_outcome', nextAttemptAt: null })
    expect(alertsIn(rig)).toMatchObject([{ kind: 'outcome_unknown' }])
    await rig.advance(5 * hour)
    expect(visible(rig)).toEqual([])
  })
})

test.each([['the network never gets to it', false], ['the clock runs days ahead', true]])('%s: it is called back before anybody is asked, and never goes twice', async (_name, isClock) => {
  await start()
  const postId = await handOver(rig)
  network().scheduler.stopPublishing(!isClock)
  if (isClock) rig.jump(48 * hour)
  else await rig.advance(27 * hour)
  await rig.advance(40 * minute)
  expect(waitsThere()).toEqual([])
  expect((await readPost(rig, postId)).post.status).toBe('needs_attention')
  if (isClock) rig.jump(-48 * hour)
  network().scheduler.stopPublishing(false)
  await decide(rig, (await jobOf(rig, postId)).id, 'send_again')
  await rig.advance(5 * hour)
  expect(visible(rig)).toHaveLength(1)
})

test('a database put back to before the hand-over finds it there, and does not send it from here', async () => {
  await start()
  const postId = await handOver(rig)
  const other = await publish(rig, 'Never handed over', { at: '2026-11-21T12:00' })
  const { database } = rig.run.context
  database.exec(`DELETE FROM hand_overs; UPDATE outbox_jobs SET state = 'queued', hand_over = NULL, next_attempt_at = due_at`)
  rig.run.outbox.afterRestoration?.({ cause: 'damaged', restoredTo: rig.now() - hour })
  await rig.advance(10 * minute)
  expect(await jobOf(rig, postId)).toMatchObject({ handOver: 'with_network' })
  expect(await jobOf(rig, other)).toMatchObject({ state: 'queued', handOver: null })
  await rig.advance(4 * hour)
  expect(visible(rig).toSorted()).toEqual(['11:00 Hello', '11:00 Never handed over'])
})
