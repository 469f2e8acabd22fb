import { afterEach, describe, expect, test } from 'vitest'
import type { ApprovalEntry } from '../../../shared/posts/approval.ts'
import { defaultSafety } from '../../../shared/workspaces/workspace-safety.ts'
import { live, readSeries, seriesRequest, valueOf } from '../series/repeat.ts'
import { startOutboxRig, type OutboxRig } from './outbox-rig.ts'
import { contentOf, decide, jobOf, publish, readPost, unschedule } from './publish.ts'

const minute = 60_000
const yes: ApprovalEntry = { kind: 'approved', by: 'Claire Petit', channel: 'mail', note: 'Mail of the 20th' }
let rig: OutboxRig

afterEach(() => rig.stop())

async function start(approval: 'needed' | 'not_needed' = 'needed'): Promise<void> {
  rig = await startOutboxRig()
  need(approval)
}

const need = (approval: 'needed' | 'not_needed'): void => rig.changeWorkspace({ safety: { ...defaultSafety, undoSeconds: 0, approval } })
const workspaceId = () => rig.run.context.workspace().id
const sent = (): readonly string[] => rig.server('bluesky').records.map(({ text }) => text)

async function draft(text: string): Promise<string> {
  const postId = rig.run.context.random.id()
  await save(postId, 0, text)
  return postId
}

async function save(postId: string, revision: number, text: string) {
  return rig.run.posts.handlers['posts.saveDraft']?.({ workspaceId: workspaceId(), postId, revision, content: contentOf(text, rig.accounts.map(({ id }) => id)) })
}

async function record(postId: string, approval: ApprovalEntry, revision?: number) {
  const read = await readPost(rig, postId)
  const answer = await rig.run.posts.handlers['posts.recordApproval']?.({ workspaceId: workspaceId(), postId, revision: revision ?? read.post.revision, approval })
  await rig.settle()
  return answer
}

async function schedule(postId: string, localDateTime = '2026-11-21T11:00') {
  const { post } = await readPost(rig, postId)
  return rig.run.posts.handlers['posts.schedule']?.({ workspaceId: workspaceId(), postId, revision: post.revision, when: { kind: 'at', localDateTime } })
}

describe('where posts need a yes', () => {
  test('none is scheduled without it, and the one that has it goes out', async () => {
    await start()
    const postId = await draft('Candles')
    expect(await schedule(postId)).toMatchObject({ ok: false, error: { code: 'approval_missing', details: { approval: 'none' } } })
    await record(postId, { kind: 'asked', note: '' })
    expect(await schedule(postId)).toMatchObject({ ok: false, error: { code: 'approval_missing', details: { approval: 'asked' } } })
    expect(await record(postId, yes)).toMatchObject({ ok: true, value: { post: { approval: { kind: 'approved', by: 'Claire Petit', channel: 'mail', at: rig.now() } } } })
    expect(await schedule(postId)).toMatchObject({ ok: true })
    await rig.advance(70 * minute)
    expect(sent()).toEqual(['Candles'])
  })

  test('what waits without one is counted apart, and the next time is that of the first that goes', async () => {
    await start('not_needed')
    const [first, second] = [await draft('Candles'), await draft('Soap')]
    await schedule(first, '2026-11-21T11:00')
    await schedule(second, '2026-11-21T12:00')
    const refused = await draft('Loud')
    await schedule(refused, '2026-11-21T10:30')
    await record(refused, { kind: 'refused', by: 'Claire Petit', channel: 'mail', comment: '' })
    const counts = () => rig.run.outbox.counts?.()
    const dueAt = async (postId: string) => (await readPost(rig, postId)).post.schedule?.dueAt
    expect(counts()).toMatchObject({ waiting: 2, nextDueAt: await dueAt(first) })
    need('needed')
    expect(counts()).toMatchObject({ waiting: 2, withoutYes: 2, nextDueAt: null })
    await record(second, yes)
    expect(counts()).toMatchObject({ waiting: 2, withoutYes: 1, nextDueAt: await dueAt(second) })
    await record(second, { kind: 'none' })
    expect(counts()).toMatchObject({ withoutYes: 2, nextDueAt: null })
    await rig.advance(4 * 60 * minute)
    expect(sent()).toEqual([])
  })

  test('an edit takes the yes back, and writing the old words again does not bring it back', async () => {
    await start()
    const postId = await draft('Candles')
    await record(postId, yes)
    await save(postId, 1, 'Candles!')
    expect((await readPost(rig, postId)).post.approval).toMatchObject({ kind: 'taken_back', by: 'Claire Petit' })
    await save(postId, 2, 'Candles')
    expect((await readPost(rig, postId)).post.approval).toMatchObject({ kind: 'taken_back' })
    expect(await schedule(postId)).toMatchObject({ ok: false, error: { code: 'approval_missing', details: { approval: 'taken_back', by: 'Claire Petit' } } })
  })

  test('a save that changes nothing keeps it', async () => {
    await start()
    const postId = await draft('Candles')
    await record(postId, yes)
    await save(postId, 1, 'Candles')
    expect((await readPost(rig, postId)).post.approval.kind).toBe('approved')
  })

  test('a yes to an older version than the one that is there is refused', async () => {
    await start()
    const postId = await draft('Candles')
    await save(postId, 1, 'Other candles')
    expect(await record(postId, yes, 1)).toMatchObject({ ok: false, error: { code: 'conflict' } })
  })

  test('a post whose yes was withdrawn after it was scheduled is held when its time comes, with the reason, and nobody can wave it through', async () => {
    await start()
    const postId = await draft('Candles')
    await record(postId, yes)
    await schedule(postId)
    await record(postId, { kind: 'refused', by: 'Claire Petit', channel: 'phone', comment: 'Not before Monday' })
    await rig.advance(70 * minute)
    expect(sent()).toEqual([])
    const job = await jobOf(rig, postId)
    expect(job).toMatchObject({ state: 'held', failure: { code: 'refused_by_client', details: { by: 'Claire Petit', needsYes: true } } })
    expect(await decide(rig, job.id, 'publish_now')).toMatchObject({ ok: false, error: { code: 'refused_by_client' } })
    await record(postId, yes)
    expect(await decide(rig, job.id, 'publish_now')).toMatchObject({ ok: true })
    expect(sent()).toEqual(['Candles'])
  })

  test('a yes that is withdrawn while nobody knows whether it arrived: it is looked for, and held instead of sent again', async () => {
    await start()
    rig.server('bluesky').nextSends('cut_before')
    const postId = await draft('Candles')
    await record(postId, yes)
    await schedule(postId)
    await rig.advance(60 * minute + 1000)
    expect((await jobOf(rig, postId)).state).toBe('unknown_outcome')
    await record(postId, { kind: 'refused', by: 'Claire Petit', channel: 'phone', comment: 'Not before Monday' })
    await rig.advance(60 * minute)
    expect((await jobOf(rig, postId)).state).toBe('held')
    expect(rig.server('bluesky').calls.publish).toBe(1)
  })

  test('what was scheduled before the gate was shut needs the yes too', async () => {
    await start('not_needed')
    const postId = await publish(rig, 'Candles', { at: '2026-11-21T11:00' })
    need('needed')
    await rig.advance(70 * minute)
    expect((await jobOf(rig, postId)).state).toBe('held')
    expect(sent()).toEqual([])
  })

  test('a yes given to the scheduled post, as it was fixed, lets it go', async () => {
    await start('not_needed')
    const postId = await publish(rig, 'Candles', { at: '2026-11-21T11:00' })
    need('needed')
    await record(postId, yes)
    await rig.advance(70 * minute)
    expect(sent()).toEqual(['Candles'])
  })

  test('a content smuggled into the table after the yes does not go out under it', async () => {
    await start()
    const postId = await draft('Candles')
    await record(postId, yes)
    await schedule(postId)
    rig.run.context.database.prepare(`UPDATE outbox_jobs SET payload = replace(payload, '"contentHash":"', '"contentHash":"0')`).run()
    await rig.advance(70 * minute)
    expect(sent()).toEqual([])
    expect((await jobOf(rig, postId)).state).toBe('held')
  })

  test('the record survives a kill, and a deletion that is taken back', async () => {
    await start()
    const postId = await draft('Candles')
    await record(postId, yes)
    rig.crash()
    await rig.restart()
    expect((await readPost(rig, postId)).post.approval.kind).toBe('approved')
    await schedule(postId)
    await unschedule(rig, postId)
    expect(await rig.run.posts.handlers['posts.remove']?.({ workspaceId: workspaceId(), postId })).toMatchObject({ ok: true })
    await rig.run.posts.handlers['posts.saveDraft']?.({ workspaceId: workspaceId(), postId, revision: 0, content: contentOf('Candles', rig.accounts.map(({ id }) => id)) })
    expect((await readPost(rig, postId)).post.approval.kind).toBe('approved')
  })
})

test('where none is needed, nothing asks', async () => {
  await start('not_needed')
  await publish(rig, 'Candles')
  await rig.settle()
  expect(sent()).toEqual(['Candles'])
})

describe('in a series', () => {
  const day = 24 * 60 * minute
  const daily = { rule: { every: 'day' }, end: { kind: 'until', date: '2027-03-01' } } as const

  async function startSeries(text: string, approval: ApprovalEntry | null = yes): Promise<string> {
    const postId = await draft(text)
    if (approval !== null) await record(postId, approval)
    valueOf(await seriesRequest(rig, 'series.start', { seriesId: rig.run.context.random.id(), postId, revision: 1, localDateTime: '2026-11-22T09:00', ...daily }))
    return postId
  }
  const postsOfSeries = async (): Promise<readonly string[]> => (await readSeries(rig)).occurrences.flatMap(({ postId }) => postId ?? [])
  const approvalsOfSeries = async () => Promise.all((await postsOfSeries()).map(async (postId) => (await readPost(rig, postId)).post.approval))

  test('each day has the yes that its text was given, also those that come into sight later, and goes out', async () => {
    await start()
    expect(await seriesWithoutYes()).toMatchObject({ ok: false, error: { code: 'approval_missing' } })
    await startSeries('Candles')
    await live(rig, 3 * day)
    const approvals = await approvalsOfSeries()
    expect(approvals.length).toBeGreaterThan(63)
    for (const approval of approvals) expect(approval).toMatchObject({ kind: 'approved', by: 'Claire Petit', channel: 'mail' })
    expect(sent()).toEqual(['Candles', 'Candles', 'Candles'])
  })

  async function seriesWithoutYes() {
    const postId = await draft('Nobody asked')
    return seriesRequest(rig, 'series.start', { seriesId: rig.run.context.random.id(), postId, revision: 1, localDateTime: '2026-11-22T09:00', ...daily })
  }

  test('an edit ends the yes of that day alone, which does not go out without another', async () => {
    await start()
    await startSeries('Candles')
    const [, second = '', third = ''] = await postsOfSeries()
    await unschedule(rig, second)
    const { post } = await readPost(rig, second)
    await save(second, post.revision, 'Candles, cheaper')
    expect((await readPost(rig, second)).post.approval).toMatchObject({ kind: 'taken_back', by: 'Claire Petit' })
    expect(await schedule(second, '2026-11-23T09:00')).toMatchObject({ ok: false, error: { code: 'approval_missing' } })
    expect((await readPost(rig, third)).post.approval).toMatchObject({ kind: 'approved' })
    await live(rig, 4 * day)
    expect(sent()).toEqual(['Candles', 'Candles', 'Candles'])
    // The days that came into sight since say the old words, and have their yes.
    expect((await approvalsOfSeries()).at(-1)).toMatchObject({ kind: 'approved' })
  })

  test.each([['other words, and a yes of its own', 'Candles, cheaper', yes], ['other words and back, and no yes any more', 'Candles', null]])('a day with %s leaves the yes to the series alone', async (_what, text, own) => {
    await start()
    await startSeries('Candles')
    const [, second = ''] = await postsOfSeries()
    await unschedule(rig, second)
    await save(second, (await readPost(rig, second)).post.revision, 'Candles, cheaper')
    await save(second, (await readPost(rig, second)).post.revision, text)
    if (own !== null) await record(second, own)
    const made = (await postsOfSeries()).length
    await live(rig, 3 * day)
    const later = (await approvalsOfSeries()).slice(made)
    expect(later.length).toBeGreaterThan(1)
    for (const approval of later) expect(approval).toMatchObject({ kind: 'approved' })
  })

  test('a no to one day is a no to those that say the same and are made after it', async () => {
    await start()
    await startSeries('Candles')
    const made = await postsOfSeries()
    await record(made[3] ?? '', { kind: 'refused', by: 'Claire Petit', channel: 'phone', comment: 'Enough' })
    await live(rig, 2 * day)
    const later = (await postsOfSeries()).slice(made.length)
    expect(later.length).toBeGreaterThan(0)
    for (const postId of later) expect((await readPost(rig, postId)).post.approval).toMatchObject({ kind: 'refused', by: 'Claire Petit' })
  })

  test('what follows is made anew with the yes to the new words, and without one where there is none', async () => {
    await start('not_needed')
    await startSeries('Candles')
    const [, second = ''] = await postsOfSeries()
    await unschedule(rig, second)
    await save(second, (await readPost(rig, second)).post.revision, 'Lamps')
    const series = await readSeries(rig)
    const change = { seriesId: series.id, postId: second, localDateTime: '2026-11-23T09:00', ...daily }
    valueOf(await seriesRequest(rig, 'series.changeFollowing', { ...change, revision: (await readPost(rig, second)).post.revision }))
    const kinds = async () => [...new Set((await approvalsOfSeries()).slice(2).map(({ kind }) => kind))]
    expect(await kinds()).toEqual(['none'])
    await unschedule(rig, second)
    await record(second, yes)
    valueOf(await seriesRequest(rig, 'series.changeFollowing', { ...change, revision: (await readPost(rig, second)).post.revision }))
    expect(await kinds()).toEqual(['approved'])
    need('needed')
    await live(rig, 4 * day)
    expect(sent()).toEqual(['Candles', 'Lamps', 'Lamps', 'Lamps'])
  })
})
