import { afterEach, describe, expect, test } from 'vitest'
import type { ApprovalEntry } from '../../../shared/posts/approval.ts'
import { needYes, no, recordWord, wordsOut, yes } from './client-says.ts'
import { startOutboxRig, type OutboxRig } from './outbox-rig.ts'
import { contentOf, jobOf, readJob, readPost } from './publish.ts'

const hour = 60 * 60_000

let rig: OutboxRig
afterEach(() => rig.stop())

const workspaceId = () => rig.run.context.workspace().id
const records = () => wordsOut(rig)
const need = (approval: 'needed' | 'not_needed') => needYes(rig, approval)
const record = (postId: string, approval: ApprovalEntry) => recordWord(rig, postId, approval)

const storyOf = async (postId: string) => readJob(rig, (await jobOf(rig, postId)).id)

describe('words that were edited after the client’s no', () => {
  const targets = () => rig.accounts.map(({ id }) => id)
  const save = (postId: string, revision: number, text: string) => rig.run.posts.handlers['posts.saveDraft']?.({ workspaceId: workspaceId(), postId, revision, content: contentOf(text, targets()) })
  const approvalOf = async (postId: string) => (await readPost(rig, postId)).post.approval
  const takeOn = (postId: string) => rig.run.posts.handlers['posts.takeOn']?.({ workspaceId: workspaceId(), postId })
  const scheduleAt = (postId: string, revision: number) => rig.run.posts.handlers['posts.schedule']?.({ workspaceId: workspaceId(), postId, revision, when: { kind: 'at', localDateTime: '2026-11-21T11:00' } })

  async function refusedDraft(): Promise<string> {
    const postId = rig.run.context.random.id()
    await save(postId, 0, 'Candles')
    await record(postId, no)
    return postId
  }

  test('a copy of refused words is refused too, with the day of the no, and cannot be scheduled', async () => {
    rig = await startOutboxRig()
    const postId = await refusedDraft()
    const at = rig.now()
    await rig.advance(hour)
    const copyId = rig.run.context.random.id()
    await rig.run.posts.handlers['posts.copy']?.({ workspaceId: workspaceId(), postId, newPostId: copyId })
    expect(await approvalOf(copyId)).toMatchObject({ kind: 'refused', by: 'Claire Petit', comment: 'Not before Monday' })
    expect((await approvalOf(copyId) as { at: number }).at).toBeLessThanOrEqual(at)
    expect(await scheduleAt(copyId, 1)).toMatchObject({ ok: false, error: { code: 'refused_by_client' } })
    await save(copyId, 1, 'Candles, cheaper')
    expect(await approvalOf(copyId)).toMatchObject({ kind: 'refused_before', comment: 'Not before Monday' })
  })

  test('the no is remembered through a question, until a yes', async () => {
    rig = await startOutboxRig()
    const postId = await refusedDraft()
    await save(postId, 1, 'Candles, cheaper')
    await record(postId, { kind: 'asked', note: '' })
    expect(await approvalOf(postId)).toMatchObject({ kind: 'asked', noBefore: { by: 'Claire Petit', comment: 'Not before Monday' } })
    await save(postId, 2, 'Candles')
    expect(await approvalOf(postId)).toMatchObject({ kind: 'asked', no: { by: 'Claire Petit' } })
    expect(await scheduleAt(postId, 3)).toMatchObject({ ok: false, error: { code: 'refused_by_client' } })
    await save(postId, 3, 'Candles, cheaper')
    await record(postId, yes)
    expect(await approvalOf(postId)).toMatchObject({ kind: 'approved' })
  })

  test('answered for once, it stays so through edits, is told in the story, and the refused words bring the no back', async () => {
    rig = await startOutboxRig()
    const postId = await refusedDraft()
    expect(await takeOn(postId)).toMatchObject({ ok: true, value: { post: { approval: { kind: 'refused' } } } })
    await save(postId, 1, 'Candles, cheaper')
    expect(await takeOn(postId)).toMatchObject({ ok: true, value: { post: { approval: { kind: 'taken_on', by: 'Claire Petit' } } } })
    await save(postId, 2, 'Candles')
    expect(await approvalOf(postId)).toMatchObject({ kind: 'refused' })
    await save(postId, 3, 'Candles, much cheaper')
    expect(await approvalOf(postId)).toMatchObject({ kind: 'refused_before' })
    await takeOn(postId)
    await save(postId, 4, 'Candles, even cheaper')
    expect(await approvalOf(postId)).toMatchObject({ kind: 'taken_on' })
    expect(await scheduleAt(postId, 5)).toMatchObject({ ok: true })
    expect((await storyOf(postId)).moments).toMatchObject([{ kind: 'client_said_no', reason: 'Not before Monday' }, { kind: 'taken_on' }])
    await rig.advance(2 * hour)
    expect(records()).toEqual(['Candles, even cheaper'])
  })

  test('refused words stay refused, whatever was said yes or no to, or taken on, in between', async () => {
    rig = await startOutboxRig()
    const postId = await refusedDraft()
    const at = rig.now()
    await rig.advance(hour)
    await save(postId, 1, 'Matches')
    await record(postId, yes)
    await save(postId, 2, 'Candles')
    expect(await approvalOf(postId)).toMatchObject({ kind: 'refused', comment: 'Not before Monday' })
    expect((await approvalOf(postId) as { at: number }).at).toBeLessThanOrEqual(at)
    expect(await scheduleAt(postId, 3)).toMatchObject({ ok: false, error: { code: 'refused_by_client' } })

    await save(postId, 3, 'Lamps')
    await record(postId, { ...no, comment: 'No lamps' })
    await save(postId, 4, 'Lanterns')
    await takeOn(postId)
    expect(await approvalOf(postId)).toMatchObject({ kind: 'taken_on', comment: 'No lamps' })
    await save(postId, 5, 'Candles')
    expect(await approvalOf(postId)).toMatchObject({ kind: 'refused', comment: 'Not before Monday' })
    await record(postId, { kind: 'asked', note: '' })
    expect(await approvalOf(postId)).toMatchObject({ kind: 'asked', no: { comment: 'Not before Monday' } })
    expect(await scheduleAt(postId, 6)).toMatchObject({ ok: false, error: { code: 'refused_by_client' } })
  })

  test('only a yes to those very words lifts their no, for as long as they stand', async () => {
    rig = await startOutboxRig()
    const postId = await refusedDraft()
    await record(postId, yes)
    await save(postId, 1, 'Matches')
    await save(postId, 2, 'Candles')
    expect(await approvalOf(postId)).toMatchObject({ kind: 'taken_back' })
    expect(await scheduleAt(postId, 3)).toMatchObject({ ok: true })
  })

  test('deleting a refused draft and undoing that keeps the no', async () => {
    rig = await startOutboxRig()
    const postId = await refusedDraft()
    expect(await rig.run.posts.handlers['posts.remove']?.({ workspaceId: workspaceId(), postId })).toMatchObject({ ok: true })
    await save(postId, 0, 'Candles')
    expect(await approvalOf(postId)).toMatchObject({ kind: 'refused', comment: 'Not before Monday' })
    expect(await scheduleAt(postId, 1)).toMatchObject({ ok: false, error: { code: 'refused_by_client' } })
  })

  test('where a yes is needed nobody here answers for it', async () => {
    rig = await startOutboxRig()
    const postId = await refusedDraft()
    await save(postId, 1, 'Candles, cheaper')
    need('needed')
    expect(await takeOn(postId)).toMatchObject({ ok: false, error: { code: 'approval_missing' } })
  })

  test('what was refused stays among the versions, however small the edit was', async () => {
    rig = await startOutboxRig()
    const postId = await refusedDraft()
    await save(postId, 1, 'Candles!')
    const answer = await rig.run.posts.handlers['posts.listVersions']?.({ workspaceId: workspaceId(), postId })
    expect(answer).toMatchObject({ ok: true, value: { versions: [{ reason: 'approval' }] } })
  })
})
