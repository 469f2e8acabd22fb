import { afterEach, describe, expect, test } from 'vitest'
import type { HeldFate } from '../../../shared/safety/hold.ts'
import type { MissedFate } from '../../../shared/outbox/missed-decision.ts'
import { jobsOf, publish, readPost, reschedule, unschedule } from './publish.ts'
import { startOutboxRig, type OutboxRig, type RigOptions } from './outbox-rig.ts'

const minute = 60_000
const hour = 60 * minute
const at = (iso: string): number => new Date(iso).getTime()

let rig: OutboxRig
const start = async (options: RigOptions = {}): Promise<OutboxRig> => (rig = await startOutboxRig({ accounts: ['bluesky', 'mastodon'], lateGraceMinutes: 30, ...options }))
afterEach(() => rig.stop())

const workspaceId = (): string => rig.run.context.workspace().id
const onEach = async (postId: string): Promise<readonly unknown[]> => (await jobsOf(rig, postId)).map(({ state, dueAt }) => [state, dueAt])
const hourOf = async (postId: string): Promise<number | undefined> => (await readPost(rig, postId)).post.schedule?.dueAt
const texts = (networkId: 'bluesky' | 'mastodon'): readonly string[] => rig.server(networkId).records.map(({ text }) => text)

async function missed(text: string): Promise<string> {
  const postId = await publish(rig, text, { at: '2026-11-21T10:05' })
  rig.crash()
  await rig.restart({ downForMs: 3 * hour })
  return postId
}

async function decideOn(postId: string, place: number, fate: MissedFate): Promise<void> {
  const job = (await jobsOf(rig, postId))[place]
  if (job === undefined) throw new Error('no such account')
  const answer = await rig.run.posts.handlers['posts.decideMissed']?.({ workspaceId: workspaceId(), decisions: [{ jobId: job.id, seenDueAt: job.dueAt, fate }] })
  await rig.settle()
  if (answer?.ok !== true || answer.value.refused.length > 0) throw new Error(JSON.stringify(answer))
}

const moveTo = (localDateTime: string): MissedFate => ({ kind: 'move', localDateTime })

async function apart(): Promise<string> {
  await start()
  const postId = await missed('One')
  await decideOn(postId, 0, moveTo('2026-11-21T15:00'))
  await decideOn(postId, 1, moveTo('2026-11-21T18:00'))
  return postId
}

describe('a post whose accounts leave at hours of their own', () => {
  test('stands where the first of them leaves, and once that one is out where the next one does', async () => {
    const postId = await apart()
    expect(await onEach(postId)).toEqual([['queued', at('2026-11-21T14:00Z')], ['queued', at('2026-11-21T17:00Z')]])
    expect(await hourOf(postId)).toBe(at('2026-11-21T14:00Z'))
    await rig.advance(3 * hour)
    expect([texts('bluesky'), texts('mastodon')]).toEqual([['One'], []])
    expect(await hourOf(postId)).toBe(at('2026-11-21T17:00Z'))
    await rig.advance(3 * hour)
    expect([texts('bluesky'), texts('mastodon')]).toEqual([['One'], ['One']])
  })

  test('goes at one hour when it is moved whole, and that is taken back account by account', async () => {
    const postId = await apart()
    const before = await readPost(rig, postId)
    expect(await reschedule(rig, postId, '2026-11-21T20:00')).toMatchObject({ ok: true, value: { post: { schedule: { localDateTime: '2026-11-21T20:00' } } } })
    expect((await rig.run.posts.handlers['posts.undoReschedule']?.({ workspaceId: workspaceId(), postId, dueAt: at('2026-11-21T19:00Z') }))?.ok).toBe(true)
    expect(await readPost(rig, postId)).toEqual(before)
    await rig.advance(9 * hour)
    expect([texts('bluesky'), texts('mastodon')]).toEqual([['One'], ['One']])
  })

  test('taken back whole, keeps its first hour as the plan', async () => {
    const postId = await apart()
    expect(await unschedule(rig, postId)).toMatchObject({ ok: true, value: { post: { status: 'draft', plan: { at: at('2026-11-21T14:00Z') } } } })
  })
})

describe('a post of which one account asks', () => {
  test('stands where the other one leaves, whichever was decided last, and where that one asked once the other is out', async () => {
    await start()
    const postId = await missed('One')
    await decideOn(postId, 0, moveTo('2026-11-21T18:00'))
    expect(await hourOf(postId)).toBe(at('2026-11-21T17:00Z'))
    await rig.advance(6 * hour)
    expect(texts('bluesky')).toEqual(['One'])
    expect(await onEach(postId)).toMatchObject([['published', expect.anything()], ['missed', at('2026-11-21T09:05Z')]])
    expect(await hourOf(postId)).toBe(at('2026-11-21T09:05Z'))
  })

  test('given up there, stands where the other one leaves', async () => {
    const postId = await apart()
    const [first] = await jobsOf(rig, postId)
    await rig.run.outbox.handlers['outbox.decide']?.({ workspaceId: workspaceId(), jobId: first!.id, decision: 'drop' })
    expect(await hourOf(postId)).toBe(at('2026-11-21T17:00Z'))
  })
})

describe('another hour for the whole post', () => {
  /** Nothing is out: refused on the first, missed on the second. */
  async function refusedAndMissed(): Promise<string> {
    await start()
    rig.server('bluesky').otherwise({ send: () => 'rejected' })
    const postId = await publish(rig, 'One', { at: '2026-11-21T10:05' })
    rig.expire(rig.accounts[1]!.id)
    await rig.advance(hour)
    await rig.logIn(rig.accounts[1]!.id)
    await rig.settle()
    rig.server('bluesky').otherwise({})
    expect((await jobsOf(rig, postId)).map(({ state }) => state)).toEqual(['failed', 'missed'])
    return postId
  }

  test('moves what was missed, and leaves what was refused as it is', async () => {
    const postId = await refusedAndMissed()
    expect(await reschedule(rig, postId, '2026-11-21T15:00')).toMatchObject({ ok: true, value: { post: { schedule: { localDateTime: '2026-11-21T15:00' } } } })
    expect(await onEach(postId)).toEqual([['failed', at('2026-11-21T09:05Z')], ['queued', at('2026-11-21T14:00Z')]])
    await rig.advance(6 * hour)
    expect([texts('bluesky'), texts('mastodon')]).toEqual([[], ['One']])
  })

  test('is refused where nothing is left but what was refused', async () => {
    const postId = await refusedAndMissed()
    const [, second] = await jobsOf(rig, postId)
    await rig.run.outbox.handlers['outbox.decide']?.({ workspaceId: workspaceId(), jobId: second!.id, decision: 'drop' })
    const before = await readPost(rig, postId)
    expect(await reschedule(rig, postId, '2026-11-21T15:00')).toMatchObject({ ok: false, error: { code: 'post_not_editable' } })
    expect(await readPost(rig, postId)).toEqual(before)
  })
})

describe('what is decided after a hold', () => {
  async function keptOfTwo(): Promise<string> {
    await start({ accounts: ['bluesky', 'mastodon'] })
    const postId = await missed('One')
    await decideOn(postId, 0, moveTo('2026-11-21T15:00'))
    await decideOn(postId, 1, moveTo('2026-11-21T23:00'))
    await rig.run.safety.handlers['safety.hold']?.({ workspaceId: workspaceId(), reason: 'Storm' })
    await rig.advance(4 * hour)
    await rig.run.safety.handlers['safety.lift']?.({ workspaceId: workspaceId() })
    expect((await jobsOf(rig, postId)).map(({ state }) => state)).toEqual(['held', 'queued'])
    return postId
  }

  const decideHeld = (postId: string, fate: HeldFate): unknown => rig.run.safety.handlers['safety.decideHeld']?.({ workspaceId: workspaceId(), decisions: [{ subject: { kind: 'post', postId }, fate }] })

  test('another hour is for the accounts that the hold kept, and no other one', async () => {
    const postId = await keptOfTwo()
    expect(await decideHeld(postId, { kind: 'move', localDateTime: '2026-11-22T09:00' })).toMatchObject({ ok: true })
    expect(await onEach(postId)).toEqual([['queued', at('2026-11-22T08:00Z')], ['queued', at('2026-11-21T22:00Z')]])
    expect(await hourOf(postId)).toBe(at('2026-11-21T22:00Z'))
    await rig.advance(20 * hour)
    expect([texts('bluesky'), texts('mastodon')]).toEqual([['One'], ['One']])
  })

  test('given up are the accounts that the hold kept, and no other one', async () => {
    const postId = await keptOfTwo()
    expect(await decideHeld(postId, { kind: 'drop' })).toMatchObject({ ok: true })
    expect(await onEach(postId)).toEqual([['cancelled', expect.any(Number)], ['queued', at('2026-11-21T22:00Z')]])
    expect(await hourOf(postId)).toBe(at('2026-11-21T22:00Z'))
    await rig.advance(20 * hour)
    expect([texts('bluesky'), texts('mastodon')]).toEqual([[], ['One']])
  })

  test('to be written on, all of it comes back', async () => {
    const postId = await keptOfTwo()
    expect(await decideHeld(postId, { kind: 'edit' })).toMatchObject({ ok: true })
    expect((await jobsOf(rig, postId)).map(({ state }) => state)).toEqual(['cancelled', 'cancelled'])
    await rig.advance(20 * hour)
    expect([texts('bluesky'), texts('mastodon')]).toEqual([[], []])
  })
})
