import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { dueOrWaitingSql } from '../../../electron/engine/outbox/outbox-statements.ts'
import { startOutboxRig, type OutboxRig, type RigOptions } from './outbox-rig.ts'
import { alertsIn, decide, jobOf, jobsOf, publish, readPost } from './publish.ts'
import type { HeldFate } from '../../../shared/safety/hold.ts'

const second = 1000
const minute = 60 * second
let rig: OutboxRig

async function start(options: RigOptions = {}): Promise<void> {
  rig = await startOutboxRig(options)
}

afterEach(() => rig.stop())

const workspaceId = () => rig.run.context.workspace().id
const sent = (): readonly string[] => rig.server('bluesky').records.map((record) => record.text)

async function hold(reason = 'Storm'): Promise<{ kept: number; onTheWire: number }> {
  const answer = await rig.run.safety.handlers['safety.hold']?.({ workspaceId: workspaceId(), reason })
  if (!answer?.ok) throw new Error('not held')
  return answer.value
}

async function lift(): Promise<void> {
  await rig.run.safety.handlers['safety.lift']?.({ workspaceId: workspaceId() })
  await rig.settle()
}

async function decideHeld(...decisions: readonly (readonly [string, HeldFate])[]) {
  const input = { workspaceId: workspaceId(), decisions: decisions.map(([postId, fate]) => ({ subject: { kind: 'post' as const, postId }, fate })) }
  const answer = await rig.run.safety.handlers['safety.decideHeld']?.(input)
  await rig.settle()
  return answer
}

describe('while a hold stands', () => {
  beforeEach(() => start())

  test('nothing leaves: what comes due is held with the reason, what is planned later stays planned', async () => {
    const now = await publish(rig, 'Soon', { at: '2026-11-21T10:05' })
    const later = await publish(rig, 'Later', { at: '2026-11-21T18:00' })
    expect(rig.run.outbox.pendingWork?.()).toMatchObject({ dueToday: 2, isHeld: false })
    expect(await hold('The mayor has died')).toEqual({ kept: 2, onTheWire: 0 })
    // No reason to keep anybody from quitting, and no time for the tray to promise.
    expect(rig.run.outbox.pendingWork?.()).toEqual({ sending: 0, leaving: 0, dueToday: 0, nextDueAt: null, isHeld: true })
    await rig.advance(30 * minute)
    expect(sent()).toEqual([])
    expect(await jobOf(rig, now)).toMatchObject({ state: 'held', failure: { code: 'on_hold', details: { reason: 'The mayor has died' } } })
    expect((await readPost(rig, now)).post.status).toBe('needs_attention')
    expect((await jobOf(rig, later)).state).toBe('queued')
  })

  test('new posts can be scheduled and stay; what is published now is held at once', async () => {
    await hold()
    const now = await publish(rig, 'Now')
    const planned = await publish(rig, 'Planned', { at: '2026-11-21T10:10' })
    await rig.advance(minute)
    expect((await jobOf(rig, now)).state).toBe('held')
    expect((await jobOf(rig, planned)).state).toBe('queued')
    expect(sent()).toEqual([])
  })

  test('what is held can be given up, and is not sent by any other word', async () => {
    await hold()
    const postId = await publish(rig, 'Now')
    const { id } = await jobOf(rig, postId)
    expect(await decide(rig, id, 'publish_now')).toMatchObject({ ok: false, error: { code: 'on_hold', details: { reason: 'Storm' } } })
    expect(await decideHeld([postId, { kind: 'publish_now' }])).toMatchObject({ ok: false, error: { code: 'on_hold' } })
    expect(await decide(rig, id, 'drop')).toMatchObject({ ok: true, value: { state: 'cancelled' } })
  })

  test('it is neither late nor alarming: nothing is missed, and nobody is woken', async () => {
    const postId = await publish(rig, 'Soon', { at: '2026-11-21T10:05' })
    await hold()
    await rig.advance(5 * 60 * minute)
    expect((await jobOf(rig, postId)).state).toBe('held')
    expect(alertsIn(rig)).toEqual([])
  })

  test('it survives a kill and a restart', async () => {
    const postId = await publish(rig, 'Soon', { at: '2026-11-21T10:05' })
    await hold()
    rig.crash()
    await rig.restart({ downForMs: 10 * minute })
    await rig.advance(minute)
    expect(sent()).toEqual([])
    expect((await jobOf(rig, postId)).state).toBe('held')
    await lift()
    expect(await decideHeld([postId, { kind: 'publish_now' }])).toMatchObject({ ok: true })
    expect(sent()).toEqual(['Soon'])
  })

  test('asked for again, it keeps its beginning and takes the new reason', async () => {
    await hold('One')
    const since = rig.now()
    await rig.advance(minute)
    await hold('Two')
    expect(rig.run.safety.ownHold()).toEqual({ reason: 'Two', since, restored: null })
  })
})

describe('what is under way when it begins', () => {
  test('a request on the wire is said, and ends as it ends', async () => {
    await start()
    rig.server('bluesky').nextSends('accept_then_hang')
    const postId = await publish(rig, 'Gone')
    await rig.settle()
    expect(await hold()).toEqual({ kept: 0, onTheWire: 1 })
    await rig.advance(10 * minute)
    // Looked for, found, and never sent again.
    expect(await jobOf(rig, postId)).toMatchObject({ state: 'published' })
    expect(sent()).toEqual(['Gone'])
  })

  test('one that did not arrive is held instead of tried again', async () => {
    await start()
    rig.server('bluesky').nextSends('server_error')
    const postId = await publish(rig, 'Refused')
    await rig.settle()
    await hold()
    await rig.advance(60 * minute)
    expect(sent()).toEqual([])
    expect((await jobOf(rig, postId)).state).toBe('held')
  })

  test('one that may have arrived is looked for, and when it is not there it is held, not sent', async () => {
    await start({ accounts: ['mastodon'] })
    rig.server('mastodon').nextSends('cut_before')
    const postId = await publish(rig, 'Perhaps')
    await rig.settle()
    expect((await jobOf(rig, postId)).state).toBe('unknown_outcome')
    await hold()
    await rig.advance(60 * minute)
    expect((await jobOf(rig, postId)).state).toBe('held')
    expect(rig.server('mastodon').calls.publish).toBe(1)
  })

  test('what waits behind a busy account, for a network, or for a rate limit to pass is held too', async () => {
    await start({ accounts: ['bluesky', 'mastodon'], server: { rateLimitMs: 20 * minute } })
    const [bluesky, mastodon] = rig.accounts.map(({ id }) => id)
    rig.server('bluesky').nextSends('accept_then_hang')
    await publish(rig, 'In front', { accountIds: [bluesky!] })
    const behind = await publish(rig, 'Behind', { accountIds: [bluesky!] })
    rig.server('mastodon').nextSends('rate_limited')
    const resting = await publish(rig, 'Resting', { accountIds: [mastodon!] })
    await rig.settle()
    await hold()
    expect((await jobOf(rig, behind)).state).toBe('held')
    expect((await jobOf(rig, resting)).state).toBe('held')
  })

  test.each(['claimed', 'answered', 'recorded'] as const)('killed when it was %s, it is never sent twice nor let go', async (point) => {
    await start()
    rig.crashAt(point)
    const postId = await publish(rig, 'Once')
    await rig.settle()
    expect(rig.hasCrashed()).toBe(true)
    await rig.restart()
    await hold()
    await rig.advance(30 * minute)
    const job = await jobOf(rig, postId)
    expect(['published', 'held']).toContain(job.state)
    await lift()
    if (job.state === 'held') await decideHeld([postId, { kind: 'publish_now' }])
    await rig.advance(30 * minute)
    expect(sent()).toEqual(['Once'])
  })

  test('offline, it is held all the same, and the network’s return changes nothing', async () => {
    await start()
    rig.setOnline(false)
    const postId = await publish(rig, 'On the train')
    await rig.advance(minute)
    expect((await jobOf(rig, postId)).state).toBe('waiting_for_network')
    await hold()
    expect((await jobOf(rig, postId)).state).toBe('held')
    rig.setOnline(true)
    await rig.advance(minute)
    expect(sent()).toEqual([])
  })
})

describe('once it is lifted', () => {
  beforeEach(() => start())

  test('the future goes on by itself, and what has passed waits for its fate', async () => {
    const passed = await publish(rig, 'Passed', { at: '2026-11-21T10:05' })
    await publish(rig, 'Future', { at: '2026-11-21T12:00' })
    await hold()
    await rig.advance(10 * minute)
    await lift()
    await rig.advance(3 * 60 * minute)
    expect(sent()).toEqual(['Future'])
    expect((await jobOf(rig, passed)).state).toBe('held')
  })

  test('each gets the fate that was chosen, all together', async () => {
    const postIds = [await publish(rig, 'Now', { at: '2026-11-21T10:05' }), await publish(rig, 'Move', { at: '2026-11-21T10:06' }), await publish(rig, 'Drop', { at: '2026-11-21T10:07' })]
    await hold()
    await rig.advance(20 * minute)
    await lift()
    expect(await decideHeld([postIds[0]!, { kind: 'publish_now' }], [postIds[1]!, { kind: 'move', localDateTime: '2026-11-21T15:00' }], [postIds[2]!, { kind: 'drop' }])).toMatchObject({ ok: true })
    await rig.advance(minute)
    expect(sent()).toEqual(['Now'])
    expect(await jobsOf(rig, postIds[2]!)).toMatchObject([{ state: 'cancelled' }])
    expect((await readPost(rig, postIds[2]!)).post.status).toBe('draft')
    await rig.advance(5 * 60 * minute)
    expect(sent()).toEqual(['Now', 'Move'])
  })

  test('one fate that cannot be leaves all undecided', async () => {
    const postIds = [await publish(rig, 'Now', { at: '2026-11-21T10:05' }), await publish(rig, 'Move', { at: '2026-11-21T10:06' })]
    await hold()
    await rig.advance(20 * minute)
    await lift()
    expect(await decideHeld([postIds[0]!, { kind: 'publish_now' }], [postIds[1]!, { kind: 'move', localDateTime: '2026-11-20T15:00' }])).toMatchObject({ ok: false, error: { code: 'time_in_the_past' } })
    await rig.advance(minute)
    expect(sent()).toEqual([])
    expect((await jobOf(rig, postIds[0]!)).state).toBe('held')
  })

  const tomorrow: HeldFate = { kind: 'move', localDateTime: '2026-11-22T09:00' }
  test.each<[string, HeldFate]>([['given up', { kind: 'drop' }], ['moved', tomorrow], ['published now', { kind: 'publish_now' }]])('a dialog that stood open since decides nothing about what was planned anew meanwhile: %s', async (_name, fate) => {
    const [postId, other] = [await publish(rig, 'Planned anew', { at: '2026-11-21T10:05' }), await publish(rig, 'Other', { at: '2026-11-21T10:06' })]
    await hold()
    await rig.advance(20 * minute)
    await lift()
    expect(await decideHeld([postId, { kind: 'move', localDateTime: '2026-11-21T15:00' }])).toMatchObject({ ok: true })
    const planned = await jobOf(rig, postId)
    expect(await decideHeld([other, { kind: 'publish_now' }], [postId, fate])).toMatchObject({ ok: false, error: { code: 'conflict', details: { reason: 'not_held' } } })
    expect(await jobOf(rig, postId)).toEqual(planned)
    expect((await readPost(rig, postId)).post.schedule).toMatchObject({ localDateTime: '2026-11-21T15:00' })
    // All or nothing.
    expect((await jobOf(rig, other)).state).toBe('held')
    await rig.advance(5 * 60 * minute)
    expect(sent()).toEqual(['Planned anew'])
  })

  test.each<[string, HeldFate]>([['given up', { kind: 'drop' }], ['moved', tomorrow]])('nor about a draft, or what is out: %s', async (_name, fate) => {
    const [dropped, out] = [await publish(rig, 'Dropped', { at: '2026-11-21T10:05' }), await publish(rig, 'Out', { at: '2026-11-21T10:06' })]
    await hold()
    await rig.advance(20 * minute)
    await lift()
    await decideHeld([dropped, { kind: 'drop' }], [out, { kind: 'publish_now' }])
    await rig.advance(minute)
    for (const postId of [dropped, out, '00000000-0000-4000-8000-00000000ffff']) expect(await decideHeld([postId, fate])).toMatchObject({ ok: false, error: { code: 'conflict', details: { reason: 'not_held' } } })
    expect((await jobsOf(rig, dropped)).map(({ state }) => state)).toEqual(['cancelled'])
    expect((await jobOf(rig, out)).state).toBe('published')
  })

  test('nor about a single job that went on meanwhile', async () => {
    const postId = await publish(rig, 'Goes on', { at: '2026-11-21T10:05' })
    await hold()
    await rig.advance(20 * minute)
    await lift()
    await decideHeld([postId, { kind: 'move', localDateTime: '2026-11-21T15:00' }])
    const { id: jobId } = await jobOf(rig, postId)
    for (const kind of ['drop', 'publish_now'] as const) {
      const answer = await rig.run.safety.handlers['safety.decideHeld']?.({ workspaceId: workspaceId(), decisions: [{ subject: { kind: 'job', jobId }, fate: { kind } }] })
      expect(answer).toMatchObject({ ok: false, error: { code: 'conflict', details: { reason: 'not_held' } } })
    }
    expect((await jobOf(rig, postId)).state).toBe('queued')
  })

  test('what came due in the very moment of lifting is asked about too', async () => {
    const postId = await publish(rig, 'At the stroke', { at: '2026-11-21T10:05' })
    await hold()
    rig.jump(5 * minute)
    await lift()
    expect((await jobOf(rig, postId)).state).toBe('held')
  })
})

test('what a hold stops is sought by indexes, however much is planned: it is asked for at every tick', async () => {
  await start()
  const plan = rig.run.context.database.prepare<[object], { detail: string }>(`EXPLAIN QUERY PLAN ${dueOrWaitingSql}`).all({ accountId: 'a', now: 0, limit: 1 })
  expect(plan.filter(({ detail }) => detail.startsWith('SCAN'))).toEqual([])
})
