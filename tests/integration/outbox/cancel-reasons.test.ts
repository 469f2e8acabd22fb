import { afterEach, describe, expect, test } from 'vitest'
import type { NetworkId } from '../../../shared/networks/network-id.ts'
import { repeat, seriesRequest, valueOf } from '../series/repeat.ts'
import { startOutboxRig, type OutboxRig, type RigOptions } from './outbox-rig.ts'
import { decide, jobOf, jobsOf, publish, publishContent, threadOf, unschedule } from './publish.ts'

const minute = 60_000
const hour = 60 * minute
let rig: OutboxRig
const start = async (options: RigOptions = {}): Promise<OutboxRig> => (rig = await startOutboxRig(options))
afterEach(() => rig.stop())

const reasonsOf = async (postId: string) => (await jobsOf(rig, postId)).map((job) => job.cancelReason)

describe('the reason of a cancellation is written down', () => {
  test('taken back from the post, on all accounts and with all parts', async () => {
    await start({ accounts: ['mastodon'] })
    const postId = await publishContent(rig, threadOf(['One', 'Two'], [rig.accounts[0]!.id]), { at: '2026-11-21T12:00' })
    expect(await reasonsOf(postId)).toEqual([null, null])
    await unschedule(rig, postId)
    expect(await reasonsOf(postId)).toEqual(['taken_back', 'taken_back'])
  })

  test('given up in the outbox, and what would have answered it', async () => {
    await start({ accounts: ['mastodon'] })
    rig.server('mastodon').nextSends('rejected')
    const postId = await publishContent(rig, threadOf(['One', 'Two'], [rig.accounts[0]!.id]))
    await rig.settle()
    await decide(rig, (await jobsOf(rig, postId))[0]!.id, 'drop')
    expect(await reasonsOf(postId)).toEqual(['given_up', 'part_given_up'])
  })

  test('dropped when a hold ended', async () => {
    await start()
    const workspaceId = rig.run.context.workspace().id
    const postId = await publish(rig, 'Soon', { at: '2026-11-21T10:05' })
    await rig.run.safety.handlers['safety.hold']?.({ workspaceId, reason: 'Storm' })
    await rig.advance(10 * minute)
    await rig.run.safety.handlers['safety.lift']?.({ workspaceId })
    await rig.run.safety.handlers['safety.decideHeld']?.({ workspaceId, decisions: [{ subject: { kind: 'post', postId }, fate: { kind: 'drop' } }] })
    expect(await reasonsOf(postId)).toEqual(['dropped_after_hold'])
  })

  test('a newer word about the same took its place', async () => {
    await start()
    const accountId = rig.accounts[0]!.id
    const intent = (id: string, liked: boolean) => ({
      id, kind: liked ? 'like' : 'unlike', accountId, postId: null, conversationId: null, itemId: 'item', payload: { effect: 'set_liked', remoteId: 'r', liked }, excerpt: 'A heart', dueAt: rig.now() + hour, isPlanned: false
    }) as const
    rig.run.context.database.transaction(() => rig.run.outbox.service.enqueue(intent('first', true)))()
    rig.run.context.database.transaction(() => rig.run.outbox.service.enqueue(intent('second', false)))()
    expect(rig.run.outbox.service.read('first')).toMatchObject({ state: 'cancelled', cancelReason: 'replaced' })
  })

  test.each([
    ['paused', 'series_paused'],
    ['ended', 'series_ended']
  ] as const)('its series was %s', async (state, reason) => {
    await start()
    const series = await repeat(rig)
    const jobs = series.occurrences.flatMap(({ postId }) => (postId === null ? [] : rig.run.outbox.service.jobsOfPost(postId)))
    await seriesRequest(rig, 'series.setState', { seriesId: series.id, state })
    expect(new Set(jobs.map(({ id }) => rig.run.outbox.service.read(id)?.cancelReason))).toEqual(new Set([reason]))
  })

  test('its day was left out of the series', async () => {
    await start()
    const series = await repeat(rig)
    const [first] = series.occurrences
    const [job] = rig.run.outbox.service.jobsOfPost(first!.postId!)
    valueOf(await seriesRequest(rig, 'series.skip', { seriesId: series.id, date: first!.date, skip: true }))
    expect(rig.run.outbox.service.read(job!.id)?.cancelReason).toBe('series_skipped')
  })
})

describe('what may have arrived is looked for before it is called cancelled', () => {
  /** A key makes a repeat harmless: after one look it waits to be sent again, and nobody knows for certain what became of the first send. */
  async function inDoubt(networkId: NetworkId): Promise<string> {
    await start({ accounts: [networkId] })
    rig.server(networkId).nextSends('accept_then_cut', 'server_error')
    rig.server(networkId).nextLooks('not_shown_yet')
    const postId = await publish(rig, 'Perhaps out')
    await rig.advance(6000)
    expect(await jobOf(rig, postId)).toMatchObject({ state: 'queued' })
    return postId
  }

  test('it is there: it is out, and says that it was taken back too late', async () => {
    const postId = await inDoubt('mastodon')
    expect(await unschedule(rig, postId)).toMatchObject({ ok: false, error: { code: 'post_not_editable', details: { reason: 'looked_for' } } })
    await rig.advance(hour)
    expect(await jobOf(rig, postId)).toMatchObject({ state: 'published', cancelReason: 'taken_back' })
    expect(rig.server('mastodon').records).toHaveLength(1)
  })

  test('it is certainly not there: only then it is cancelled, and nothing is sent', async () => {
    await start({ accounts: ['mastodon'] })
    rig.server('mastodon').nextSends('cut_before', 'server_error')
    const postId = await publish(rig, 'Never out')
    await rig.advance(6000)
    expect(await jobOf(rig, postId)).toMatchObject({ state: 'queued' })
    await decide(rig, (await jobOf(rig, postId)).id, 'drop')
    expect(await jobOf(rig, postId)).toMatchObject({ state: 'unknown_outcome', cancelReason: 'given_up' })
    await rig.advance(hour)
    expect(await jobOf(rig, postId)).toMatchObject({ state: 'cancelled', cancelReason: 'given_up' })
    expect(rig.server('mastodon').records).toHaveLength(0)
    expect(rig.server('mastodon').calls).toMatchObject({ publish: 2, findPublished: 5 })
  })

  test('given up twice, because the engine died before it answered: it is looked for all the same', async () => {
    await start({ accounts: ['mastodon'] })
    rig.server('mastodon').nextSends('accept_then_cut', 'server_error')
    rig.server('mastodon').nextLooks('not_shown_yet', 'not_shown_yet', 'not_shown_yet')
    const postId = await publish(rig, 'Out, and nobody knows')
    await rig.advance(6000)
    const { id } = await jobOf(rig, postId)
    await decide(rig, id, 'drop')
    rig.crash()
    await rig.restart()
    expect(await decide(rig, id, 'drop')).toMatchObject({ ok: true, value: { state: 'unknown_outcome', cancelReason: 'given_up' } })
    await rig.advance(hour)
    expect(await jobOf(rig, postId)).toMatchObject({ state: 'published', cancelReason: 'given_up' })
    expect(rig.server('mastodon').records).toHaveLength(1)
  })

  test('given up from a card that was shown before it was sent: nothing is called cancelled while it is looked for', async () => {
    await start({ accounts: ['wordpress'] })
    rig.server('wordpress').nextSends('accept_then_cut')
    rig.server('wordpress').nextLooks('not_shown_yet')
    const postId = await publish(rig, 'Just sent')
    await rig.advance(6000)
    expect(await decide(rig, (await jobOf(rig, postId)).id, 'drop')).toMatchObject({ ok: true, value: { state: 'unknown_outcome' } })
    await rig.advance(hour)
    expect(await jobOf(rig, postId)).toMatchObject({ state: 'published', cancelReason: 'given_up' })
  })

  test('sent again by the user after all, it is no longer withdrawn', async () => {
    await start({ accounts: ['mastodon'] })
    rig.server('mastodon').nextSends('cut_before', 'server_error')
    const postId = await publish(rig, 'After all')
    await rig.advance(6000)
    const { id } = await jobOf(rig, postId)
    await decide(rig, id, 'drop')
    expect(await decide(rig, id, 'send_again')).toMatchObject({ ok: true, value: { state: 'queued', cancelReason: null } })
    await rig.advance(hour)
    expect(rig.server('mastodon').records).toHaveLength(1)
    expect(await jobOf(rig, postId)).toMatchObject({ state: 'published', cancelReason: null })
  })
})
