import { afterEach, describe, expect, test } from 'vitest'
import type { Job } from '../../../shared/outbox/job.ts'
import type { MissedDecision, MissedFate, MissedUndo } from '../../../shared/outbox/missed-decision.ts'
import { defaultSafety } from '../../../shared/workspaces/workspace-safety.ts'
import { alertsIn, jobsOf, publish, publishContent, readPost, reschedule, threadOf } from './publish.ts'
import { startOutboxRig, type OutboxRig, type RigOptions } from './outbox-rig.ts'

const minute = 60_000
const hour = 60 * minute

let rig: OutboxRig
const start = async (options: RigOptions = {}): Promise<OutboxRig> => (rig = await startOutboxRig({ accounts: ['bluesky', 'mastodon'], lateGraceMinutes: 30, ...options }))
afterEach(() => rig.stop())

const texts = (networkId: 'bluesky' | 'mastodon'): readonly string[] => rig.server(networkId).records.map(({ text }) => text)
const states = async (postId: string): Promise<readonly string[]> => (await jobsOf(rig, postId)).map(({ state }) => state)
const workspaceId = (): string => rig.run.context.workspace().id

/** Their hour passes while the computer is off. */
async function missed(...says: readonly string[]): Promise<readonly string[]> {
  const postIds: string[] = []
  for (const [place, text] of says.entries()) postIds.push(await publish(rig, text, { at: `2026-11-21T10:0${String(place + 5)}` }))
  rig.crash()
  await rig.restart({ downForMs: 3 * hour })
  return postIds
}

async function decisionsFor(postIds: readonly string[], fate: MissedFate): Promise<MissedDecision[]> {
  const jobs = await Promise.all(postIds.map((postId) => jobsOf(rig, postId)))
  return jobs.flat().map(({ id, dueAt }) => ({ jobId: id, seenDueAt: dueAt, fate }))
}

async function decideMissed(decisions: readonly MissedDecision[], isRepeatMeant = false) {
  const answer = await rig.run.posts.handlers['posts.decideMissed']?.({ workspaceId: workspaceId(), decisions: [...decisions], isRepeatMeant })
  await rig.settle()
  if (answer?.ok !== true) throw new Error(JSON.stringify(answer))
  return answer.value
}

async function undoReschedule(postId: string, dueAt: number) {
  const answer = await rig.run.posts.handlers['posts.undoReschedule']?.({ workspaceId: workspaceId(), postId, dueAt })
  await rig.settle()
  return answer
}

const publishNow = { kind: 'publish_now' } as const
const moveTo = (localDateTime: string): MissedFate => ({ kind: 'move', localDateTime })

describe('several at once', () => {
  test('leave once on each account, after the moment in which they can be taken back', async () => {
    await start()
    rig.changeWorkspace({ safety: { ...defaultSafety, undoSeconds: 15 } })
    const [one = '', two = ''] = await missed('One', 'Two')
    const decisions = await decisionsFor([one, two], publishNow)
    expect(await decideMissed(decisions)).toEqual({ done: decisions.map(({ jobId }) => jobId), refused: [] })
    expect(rig.run.outbox.leaving?.()).toMatchObject([{ postId: one, askedBefore: true }, { postId: two, askedBefore: true }])
    expect(texts('bluesky')).toEqual([])
    await rig.advance(minute)
    expect([texts('bluesky').toSorted(), texts('mastodon').toSorted()]).toEqual([['One', 'Two'], ['One', 'Two']])
  })

  test('one on each its own way: sent, moved, given up', async () => {
    await start()
    const [one = '', two = '', three = ''] = await missed('One', 'Two', 'Three')
    const decisions = [...(await decisionsFor([one], publishNow)), ...(await decisionsFor([two], moveTo('2026-11-21T15:00'))), ...(await decisionsFor([three], { kind: 'drop' }))]
    expect((await decideMissed(decisions)).refused).toEqual([])
    await rig.advance(minute)
    expect([await states(one), await states(two), await states(three)]).toEqual([['published', 'published'], ['queued', 'queued'], ['cancelled', 'cancelled']])
    expect((await readPost(rig, two)).post.schedule).toMatchObject({ localDateTime: '2026-11-21T15:00' })
    await rig.advance(4 * hour)
    expect([texts('bluesky'), texts('mastodon')]).toEqual([['One', 'Two'], ['One', 'Two']])
  })

  test('one that is refused stops nothing else, and is answered with its reason', async () => {
    await start()
    const [one = '', two = ''] = await missed('One', 'Two')
    const decisions = await decisionsFor([one, two], publishNow)
    const [first] = await jobsOf(rig, one)
    await rig.run.outbox.handlers['outbox.decide']?.({ workspaceId: workspaceId(), jobId: first!.id, decision: 'drop' })
    expect(await decideMissed(decisions)).toMatchObject({ done: decisions.slice(1).map(({ jobId }) => jobId), refused: [{ jobId: first!.id, error: { code: 'conflict', details: { reason: 'changed_since' } } }] })
    await rig.advance(minute)
    expect([texts('bluesky'), texts('mastodon').toSorted()]).toEqual([['Two'], ['One', 'Two']])
  })

  test('what may have arrived is never among them', async () => {
    await start()
    rig.server('bluesky').nextSends('accept_then_hang')
    const postId = await publish(rig, 'Both', { at: '2026-11-21T10:05' })
    rig.expire(rig.accounts[1]!.id)
    await rig.advance(5 * minute)
    rig.jump(2 * hour)
    await rig.logIn(rig.accounts[1]!.id)
    await rig.settle()
    const [before] = await states(postId)
    expect(before).not.toBe('missed')
    const decisions = await decisionsFor([postId], publishNow)
    expect(await decideMissed(decisions)).toMatchObject({ done: [decisions[1]!.jobId], refused: [{ jobId: decisions[0]!.jobId, error: { details: { reason: 'changed_since' } } }] })
    expect((await states(postId))[0]).toBe(before)
  })

  test('with another hour than the person saw, nothing is decided', async () => {
    await start()
    const [one = ''] = await missed('One')
    const stale = (await decisionsFor([one], { kind: 'drop' })).map((decision) => ({ ...decision, seenDueAt: decision.seenDueAt - hour }))
    expect((await decideMissed(stale)).done).toEqual([])
    expect(await states(one)).toEqual(['missed', 'missed'])
  })

  test('nothing is sent while a hold stands', async () => {
    await start()
    const [one = ''] = await missed('One')
    await rig.run.safety.handlers['safety.hold']?.({ workspaceId: workspaceId(), reason: 'Storm' })
    const { done, refused } = await decideMissed(await decisionsFor([one], publishNow))
    expect([done, refused.map(({ error }) => error.code)]).toEqual([[], ['on_hold', 'on_hold']])
  })

  test('the same words on the same account go once, and are asked about before they go again', async () => {
    await start()
    const [one = '', two = ''] = await missed('Same', 'Same')
    const decisions = await decisionsFor([one, two], publishNow)
    const { done, refused } = await decideMissed(decisions)
    expect(done).toEqual(decisions.slice(0, 2).map(({ jobId }) => jobId))
    expect(refused.map(({ error }) => error.code)).toEqual(['repeat_needs_confirmation', 'repeat_needs_confirmation'])
    expect((await decideMissed(decisions.slice(2), true)).refused).toEqual([])
    await rig.advance(minute)
    expect([texts('bluesky'), texts('mastodon')]).toEqual([['Same', 'Same'], ['Same', 'Same']])
  })

  test('a thread goes with all its parts', async () => {
    await start()
    const postId = await publishContent(rig, threadOf(['First', 'Second'], rig.accounts.map(({ id }) => id)), { at: '2026-11-21T10:05' })
    rig.crash()
    await rig.restart({ downForMs: 3 * hour })
    const asking = (await jobsOf(rig, postId)).filter(({ state }) => state === 'missed')
    expect((await decideMissed(asking.map(({ id, dueAt }) => ({ jobId: id, seenDueAt: dueAt, fate: moveTo('2026-11-21T15:00') })))).refused).toEqual([])
    expect(new Set((await jobsOf(rig, postId)).map(({ dueAt }) => dueAt)).size).toBe(1)
    await rig.advance(4 * hour)
    expect([texts('bluesky'), texts('mastodon')]).toEqual([['First', 'Second'], ['First', 'Second']])
  })

  test('a computer that dies in between has decided about the first ones alone, and sends them once', async () => {
    await start()
    const [one = '', two = ''] = await missed('One', 'Two')
    const decisions = await decisionsFor([one, two], publishNow)
    const dying = decisions.map((decision, place) => (place < 2 ? decision : { ...decision, get jobId(): string { throw new Error('killed') } }))
    await expect(async () => rig.run.posts.handlers['posts.decideMissed']?.({ workspaceId: workspaceId(), decisions: dying })).rejects.toThrow('killed')
    rig.crash()
    await rig.restart()
    await rig.advance(minute)
    expect([await states(one), await states(two)]).toEqual([['published', 'published'], ['missed', 'missed']])
    expect([texts('bluesky'), texts('mastodon')]).toEqual([['One'], ['One']])
    // Pressed again with what the page showed before: the first ones are not sent twice.
    expect((await decideMissed(decisions)).done).toEqual(decisions.slice(2).map(({ jobId }) => jobId))
    await rig.advance(minute)
    expect([texts('bluesky'), texts('mastodon')]).toEqual([['One', 'Two'], ['One', 'Two']])
  })
})

describe('a move that is taken back', () => {
  test('brings back exactly what was, and nobody is told again', async () => {
    await start()
    const [postId = ''] = await missed('One')
    const before = await readPost(rig, postId)
    const alerts = alertsIn(rig).length
    expect(await reschedule(rig, postId, '2026-11-21T15:00')).toMatchObject({ ok: true, value: { post: { status: 'scheduled' } } })
    const { dueAt } = (await jobsOf(rig, postId))[0]!
    expect(await undoReschedule(postId, dueAt)).toMatchObject({ ok: true, value: { post: { status: 'needs_attention' } } })
    expect(await readPost(rig, postId)).toEqual(before)
    expect(alertsIn(rig)).toHaveLength(alerts)
    await rig.advance(6 * hour)
    expect([texts('bluesky'), texts('mastodon')]).toEqual([[], []])
  })

  test('also over a crash; moved once more, or out, it is not taken back', async () => {
    await start()
    const [one = '', two = ''] = await missed('One', 'Two')
    for (const postId of [one, two]) await reschedule(rig, postId, '2026-11-21T15:00')
    const { dueAt } = (await jobsOf(rig, one))[0]!
    rig.crash()
    await rig.restart()
    await reschedule(rig, two, '2026-11-21T16:00')
    expect(await undoReschedule(two, dueAt)).toMatchObject({ ok: false, error: { code: 'conflict', details: { reason: 'changed_since' } } })
    expect(await undoReschedule(one, dueAt)).toMatchObject({ ok: true })
    expect([await states(one), await states(two)]).toEqual([['missed', 'missed'], ['queued', 'queued']])
    await rig.advance(6 * hour)
    expect(await undoReschedule(two, dueAt + hour)).toMatchObject({ ok: false })
    expect([texts('bluesky'), texts('mastodon')]).toEqual([['Two'], ['Two']])
  })

  test('gives back to another account, which did not ask, the hour that it had', async () => {
    await start()
    const [postId = ''] = await missed('One')
    const [first, second] = await decisionsFor([postId], moveTo('2026-11-21T15:00'))
    await decideMissed([first!])
    const [{ dueAt: ownHour }] = (await jobsOf(rig, postId)) as [Job, ...Job[]]
    await reschedule(rig, postId, '2026-11-21T16:00')
    const [{ dueAt }] = (await jobsOf(rig, postId)) as [Job, ...Job[]]
    expect(await undoReschedule(postId, dueAt)).toMatchObject({ ok: true, value: { post: { status: 'needs_attention', schedule: { localDateTime: '2026-11-21T15:00', dueAt: ownHour } } } })
    expect((await jobsOf(rig, postId)).map((job) => [job.state, job.dueAt])).toEqual([['queued', ownHour], ['missed', second!.seenDueAt]])
    await rig.advance(6 * hour)
    expect([texts('bluesky'), texts('mastodon')]).toEqual([['One'], []])
  })

  test('leaves at the hour that it was moved to what would be late at the hour that it had', async () => {
    await start()
    const [postId = ''] = await missed('One')
    const [first] = await decisionsFor([postId], moveTo('2026-11-21T15:00'))
    await decideMissed([first!])
    await reschedule(rig, postId, '2026-11-21T16:30')
    const [{ dueAt }] = (await jobsOf(rig, postId)) as [Job, ...Job[]]
    rig.crash()
    await rig.restart({ downForMs: 3 * hour })
    expect(await undoReschedule(postId, dueAt)).toMatchObject({ ok: true, value: { post: { schedule: { dueAt } } } })
    expect(await states(postId)).toEqual(['queued', 'missed'])
  })

  test('a thread asks again from its first part on, and goes whole when it is sent after all', async () => {
    await start({ accounts: ['mastodon'] })
    const postId = await publishContent(rig, threadOf(['First', 'Second'], [rig.accounts[0]!.id]), { at: '2026-11-21T10:05' })
    rig.crash()
    await rig.restart({ downForMs: 3 * hour })
    const before = await readPost(rig, postId)
    await reschedule(rig, postId, '2026-11-21T15:00')
    expect(await undoReschedule(postId, (await jobsOf(rig, postId))[0]!.dueAt)).toMatchObject({ ok: true })
    expect((await jobsOf(rig, postId)).map(({ state, dueAt }) => [state, dueAt])).toEqual(before.jobs.map(({ state, dueAt }) => [state, dueAt]))
    await rig.advance(6 * hour)
    expect(texts('mastodon')).toEqual([])
    const [first] = await jobsOf(rig, postId)
    await rig.run.outbox.handlers['outbox.decide']?.({ workspaceId: workspaceId(), jobId: first!.id, decision: 'publish_now' })
    await rig.advance(minute)
    expect(texts('mastodon')).toEqual(['First', 'Second'])
  })
})

describe('what was decided together is taken back together', () => {
  const undo = async (undos: readonly MissedUndo[]): Promise<readonly string[]> => {
    const answer = await rig.run.posts.handlers['posts.undoDecideMissed']?.({ workspaceId: workspaceId(), undos: [...undos] })
    await rig.settle()
    if (answer?.ok !== true) throw new Error(JSON.stringify(answer))
    return answer.value.undone
  }

  test('what was sent and has not left, and what was moved, asks again as before; nobody is told again', async () => {
    await start()
    rig.changeWorkspace({ safety: { ...defaultSafety, undoSeconds: 15 } })
    const [one = '', two = '', three = ''] = await missed('One', 'Two', 'Three')
    const before = await Promise.all([one, two].map((postId) => readPost(rig, postId)))
    const alerts = alertsIn(rig).length
    const [sent, moved, dropped] = [await decisionsFor([one], publishNow), await decisionsFor([two], moveTo('2026-11-21T15:00')), await decisionsFor([three], { kind: 'drop' })]
    await decideMissed([...sent, ...moved, ...dropped])
    const movedTo = (await jobsOf(rig, two))[0]!.dueAt
    const undone = await undo([...sent.map(({ jobId }) => ({ jobId, movedTo: null })), ...moved.map(({ jobId }) => ({ jobId, movedTo })), ...dropped.map(({ jobId }) => ({ jobId, movedTo: null }))])
    expect(undone).toEqual([...sent, ...moved].map(({ jobId }) => jobId))
    expect(await Promise.all([one, two].map((postId) => readPost(rig, postId)))).toEqual(before)
    expect(await states(three)).toEqual(['cancelled', 'cancelled'])
    expect(alertsIn(rig)).toHaveLength(alerts)
    await rig.advance(6 * hour)
    expect([texts('bluesky'), texts('mastodon')]).toEqual([[], []])
  })

  test('what has left is not, and is not among those that are answered; a second time nothing is', async () => {
    await start()
    rig.changeWorkspace({ safety: { ...defaultSafety, undoSeconds: 15 } })
    const [one = '', two = ''] = await missed('One', 'Two')
    const first = await decisionsFor([one], publishNow)
    await decideMissed(first)
    await rig.advance(10_000)
    const second = await decisionsFor([two], publishNow)
    await decideMissed(second)
    await rig.advance(10_000)
    const undos = [...first, ...second].map(({ jobId }) => ({ jobId, movedTo: null }))
    expect(await undo(undos)).toEqual(second.map(({ jobId }) => jobId))
    expect([await states(one), await states(two)]).toEqual([['published', 'published'], ['missed', 'missed']])
    expect(await undo(undos)).toEqual([])
    await rig.advance(hour)
    expect([texts('bluesky'), texts('mastodon')]).toEqual([['One'], ['One']])
  })
})
