import { afterEach, describe, expect, test } from 'vitest'
import { callApi } from '../../../electron/engine/networks/api-call.ts'
import type { ApprovalEntry } from '../../../shared/posts/approval.ts'
import { defaultSafety } from '../../../shared/workspaces/workspace-safety.ts'
import { needYes, no, recordWord, wordsOut, yes } from './client-says.ts'
import { handOver } from './hand-over-calls.ts'
import { startOutboxRig, type OutboxRig } from './outbox-rig.ts'
import { live, readSeries, seriesRequest, valueOf } from '../series/repeat.ts'
import { contentOf, jobOf, publish, publishContent, readJob, readPost, threadOf } from './publish.ts'

const minute = 60_000
const hour = 60 * minute

let rig: OutboxRig
afterEach(() => rig.stop())

const workspaceId = () => rig.run.context.workspace().id
const records = () => wordsOut(rig)
const need = (approval: 'needed' | 'not_needed') => needYes(rig, approval)
const record = (postId: string, approval: ApprovalEntry) => recordWord(rig, postId, approval)

async function allTheSame(postId: string) {
  const answer = await rig.run.posts.handlers['posts.sendAllTheSame']?.({ workspaceId: workspaceId(), postId })
  await rig.settle()
  return answer
}

const storyOf = async (postId: string) => readJob(rig, (await jobOf(rig, postId)).id)

const planned = (): Promise<string> => publish(rig, 'Candles', { at: '2026-11-21T11:00' })

test('an occurrence of a series, and a thread, leave no more than a single post does, nor do the other days that say the same', async () => {
  rig = await startOutboxRig()
  const postId = rig.run.context.random.id()
  await rig.run.posts.handlers['posts.saveDraft']?.({ workspaceId: workspaceId(), postId, revision: 0, content: contentOf('Candles', rig.accounts.map(({ id }) => id)) })
  valueOf(await seriesRequest(rig, 'series.start', { seriesId: rig.run.context.random.id(), postId, revision: 1, localDateTime: '2026-11-22T09:00', rule: { every: 'day' }, end: { kind: 'until', date: '2027-03-01' } }))
  const [, second] = (await readSeries(rig)).occurrences.flatMap((one) => one.postId ?? [])
  await record(second ?? '', no)
  const threadId = await publishContent(rig, threadOf(['One', 'Two'], rig.accounts.map(({ id }) => id)), { at: '2026-11-22T08:00' })
  await record(threadId, no)
  await live(rig, 3 * 24 * hour)
  expect(records()).toEqual([])
  const [first, behind] = (await readPost(rig, threadId)).jobs
  expect([first?.state, behind?.state]).toEqual(['held', 'queued'])
})

test('a no that comes while pictures are still on their way up stops the post before anybody sees it', async () => {
  rig = await startOutboxRig()
  const postId = await planned()
  const made: number[] = []
  const { publisher } = rig.server('bluesky').adapter
  const honest = publisher.publish
  Object.assign(publisher, {
    publish: async (...given: Parameters<typeof honest>) => {
      Object.assign(publisher, { publish: honest })
      await record(postId, no)
      const http = { send: async ({ url }: { url: string }) => (made.push(rig.now()), { ok: true as const, response: { status: 200, headers: {}, body: new Uint8Array(), url } }) }
      const call = await callApi({ effect: 'visible', now: () => rig.now(), http }, { method: 'POST', url: 'https://network.example/', signed: true })
      return call.ok ? honest(...given) : call
    }
  })
  await rig.advance(3 * hour)
  expect([made, records()]).toEqual([[], []])
  expect((await jobOf(rig, postId)).failure).toMatchObject({ code: 'refused_by_client' })
})

describe('after the client’s no', () => {
  test('a post that is no longer planned is not scheduled either', async () => {
    rig = await startOutboxRig()
    const postId = rig.run.context.random.id()
    await rig.run.posts.handlers['posts.saveDraft']?.({ workspaceId: workspaceId(), postId, revision: 0, content: contentOf('Candles', rig.accounts.map(({ id }) => id)) })
    await record(postId, no)
    const schedule = () => rig.run.posts.handlers['posts.schedule']?.({ workspaceId: workspaceId(), postId, revision: 1, when: { kind: 'now' } })
    expect(await schedule()).toMatchObject({ ok: false, error: { code: 'refused_by_client', details: { by: 'Claire Petit', comment: 'Not before Monday' } } })
    await record(postId, yes)
    expect(await schedule()).toMatchObject({ ok: true })
  })

  test('an edit lets it go, and the old words bring the no back', async () => {
    rig = await startOutboxRig()
    const postId = rig.run.context.random.id()
    const save = (revision: number, text: string) => rig.run.posts.handlers['posts.saveDraft']?.({ workspaceId: workspaceId(), postId, revision, content: contentOf(text, rig.accounts.map(({ id }) => id)) })
    const schedule = (revision: number) => rig.run.posts.handlers['posts.schedule']?.({ workspaceId: workspaceId(), postId, revision, when: { kind: 'at', localDateTime: '2026-11-21T11:00' } })
    await save(0, 'Candles')
    await record(postId, no)
    await save(1, 'Candles, cheaper')
    expect((await readPost(rig, postId)).post.approval).toMatchObject({ kind: 'refused_before', by: 'Claire Petit', comment: 'Not before Monday' })
    await save(2, 'Candles')
    expect((await readPost(rig, postId)).post.approval).toMatchObject({ kind: 'refused' })
    expect(await schedule(3)).toMatchObject({ ok: false, error: { code: 'refused_by_client' } })
    await save(3, 'Candles, cheaper')
    expect(await schedule(4)).toMatchObject({ ok: true })
    await rig.advance(2 * hour)
    expect(records()).toEqual(['Candles, cheaper'])
  })

  test('sent all the same before its time: it goes then, and the story tells no and decision', async () => {
    rig = await startOutboxRig()
    const postId = await planned()
    await record(postId, no)
    expect(await allTheSame(postId)).toMatchObject({ ok: true, value: { post: { approval: { kind: 'sent_anyway', by: 'Claire Petit' } } } })
    expect(records()).toEqual([])
    await rig.advance(hour + minute)
    expect(records()).toEqual(['Candles'])
    expect((await storyOf(postId)).moments).toMatchObject([{ kind: 'client_said_no', reason: 'Not before Monday' }, { kind: 'sent_anyway' }])
  })

  test('held for it, then sent all the same: it goes at once, through a kill; the same decision again sends nothing more', async () => {
    rig = await startOutboxRig()
    const postId = await planned()
    await record(postId, no)
    await rig.advance(70 * minute)
    expect((await storyOf(postId)).job).toMatchObject({ state: 'held', failure: { code: 'refused_by_client' }, stop: { code: 'refused_by_client' } })
    rig.crash()
    await rig.restart()
    await allTheSame(postId)
    await allTheSame(postId)
    await rig.advance(minute)
    expect(records()).toEqual(['Candles'])
    expect((await storyOf(postId)).moments.map(({ kind }) => kind)).toEqual(['client_said_no', 'refused_by_client', 'sent_anyway', 'planned_for', 'decided_here'])
  })

  test('said twice while it can still be taken back, and of what nobody refused: the story tells no decision that was not made', async () => {
    rig = await startOutboxRig()
    const [postId, other] = [await planned(), await publish(rig, 'Soap', { at: '2026-11-21T12:00' })]
    await record(postId, no)
    await rig.advance(70 * minute)
    rig.changeWorkspace({ safety: { ...defaultSafety, undoSeconds: 30 } })
    for (const id of [postId, postId, other]) expect(await allTheSame(id)).toMatchObject({ ok: true })
    expect((await storyOf(postId)).moments.filter(({ kind }) => kind === 'sent_anyway')).toHaveLength(1)
    expect((await storyOf(other)).moments).toEqual([])
    await rig.advance(minute)
    expect(records()).toEqual(['Candles'])
  })

  test('a new no after that decision stops it again', async () => {
    rig = await startOutboxRig()
    const postId = await planned()
    await record(postId, no)
    await allTheSame(postId)
    await record(postId, { ...no, comment: 'Really not' })
    await rig.advance(3 * hour)
    expect(records()).toEqual([])
  })

  test('where a yes is needed nobody here can send it all the same', async () => {
    rig = await startOutboxRig()
    const postId = await planned()
    need('needed')
    await record(postId, no)
    expect(await allTheSame(postId)).toMatchObject({ ok: false, error: { code: 'refused_by_client', details: { needsYes: true } } })
    await rig.advance(3 * hour)
    expect(records()).toEqual([])
  })

  test('sent all the same while no yes was needed, and then one is: it is held', async () => {
    rig = await startOutboxRig()
    const postId = await planned()
    await record(postId, no)
    await allTheSame(postId)
    need('needed')
    await rig.advance(3 * hour)
    expect(records()).toEqual([])
    expect((await jobOf(rig, postId)).failure).toMatchObject({ code: 'approval_missing' })
  })

  test('a yes that follows lets it go at its time', async () => {
    rig = await startOutboxRig()
    const postId = await planned()
    await record(postId, no)
    await record(postId, yes)
    expect((await storyOf(postId)).job.stop).toBeUndefined()
    await rig.advance(70 * minute)
    expect(records()).toEqual(['Candles'])
  })

  test('what waits with its network is called back within seconds, not at its time', async () => {
    rig = await startOutboxRig({ accounts: ['mastodon'] })
    const postId = await handOver(rig, 'Candles')
    await record(postId, no)
    await rig.advance(5000)
    expect(rig.server('mastodon').scheduler.waiting).toEqual([])
    expect(await jobOf(rig, postId)).toMatchObject({ state: 'queued', handOver: null })
  })
})

describe('a refused post whose time came during a hold', () => {
  async function heldAndRefused(): Promise<string> {
    const postId = await planned()
    await record(postId, no)
    await rig.run.safety.handlers['safety.hold']?.({ workspaceId: workspaceId(), reason: 'Storm' })
    await rig.advance(70 * minute)
    return postId
  }
  const lift = async () => {
    await rig.run.safety.handlers['safety.lift']?.({ workspaceId: workspaceId() })
    await rig.settle()
  }
  const fate = async (postId: string, kind: 'publish_now' | 'edit' | 'ask' | 'send_all_the_same') => {
    const answer = await rig.run.safety.handlers['safety.decideHeld']?.({ workspaceId: workspaceId(), decisions: [{ subject: { kind: 'post', postId }, fate: { kind } }] })
    await rig.advance(minute)
    return answer
  }

  test('is not published with the others: the answer says why', async () => {
    rig = await startOutboxRig()
    const postId = await heldAndRefused()
    await lift()
    expect(await fate(postId, 'publish_now')).toMatchObject({ ok: false, error: { code: 'refused_by_client' } })
    expect(await jobOf(rig, postId)).toMatchObject({ state: 'held' })
  })

  test('is asked about again, and then a draft', async () => {
    rig = await startOutboxRig()
    const edited = await heldAndRefused()
    await lift()
    expect(await fate(edited, 'ask')).toMatchObject({ ok: true })
    expect((await readPost(rig, edited)).post).toMatchObject({ status: 'needs_attention', approval: { kind: 'asked', no: { by: 'Claire Petit' } } })
    expect(await fate(edited, 'edit')).toMatchObject({ ok: true })
    expect((await readPost(rig, edited)).post.status).toBe('draft')
    expect(records()).toEqual([])
  })

  test('decided during the hold to go all the same, it is decided about like the others; decided after it, it goes at once', async () => {
    rig = await startOutboxRig()
    const postId = await heldAndRefused()
    await allTheSame(postId)
    await rig.advance(minute)
    expect(records()).toEqual([])
    await lift()
    expect((await storyOf(postId)).job).toMatchObject({ state: 'held' })
    expect((await storyOf(postId)).job.stop).toBeUndefined()
    await fate(postId, 'publish_now')
    expect(records()).toEqual(['Candles'])
  })

  test('after the hold, sent all the same from its story: it goes, and nothing of it counts down before', async () => {
    rig = await startOutboxRig()
    const postId = await heldAndRefused()
    await lift()
    expect(await fate(postId, 'send_all_the_same')).toMatchObject({ ok: true })
    expect(records()).toEqual(['Candles'])
  })

  test('refused within the moment in which it can be taken back, it is no longer about to leave', async () => {
    rig = await startOutboxRig()
    rig.changeWorkspace({ safety: { ...defaultSafety, undoSeconds: 30 } })
    const postId = await publish(rig, 'Candles')
    expect(rig.run.outbox.leaving?.()).toHaveLength(1)
    await record(postId, no)
    expect(rig.run.outbox.leaving?.()).toEqual([])
    await rig.advance(minute)
    expect(records()).toEqual([])
  })
})
