import { afterEach, describe, expect, test } from 'vitest'
import { jobsOf, publish, readPost, reschedule, unschedule } from './publish.ts'
import { startOutboxRig, type OutboxRig, type RigOptions } from './outbox-rig.ts'

const second = 1000
const hour = 3600 * second
const day = 24 * hour
/** The rig starts at 10:00 in Paris. */
const at = (iso: string): number => new Date(iso).getTime()

let rig: OutboxRig
const start = async (options: RigOptions = {}): Promise<OutboxRig> => (rig = await startOutboxRig(options))
afterEach(() => rig.stop())

const texts = () => rig.server('bluesky').records.map((record) => record.text)

describe('daylight saving', () => {
  test('a time that the clocks jump over is moved forward, and the answer says so', async () => {
    await start({ startAt: at('2026-03-28T09:00Z') })
    const postId = await publish(rig, 'In the gap', { at: '2026-03-29T02:30' })
    expect((await readPost(rig, postId)).post.schedule).toEqual({ localDateTime: '2026-03-29T03:30', timeZone: 'Europe/Paris', dueAt: at('2026-03-29T01:30Z') })
  })

  test('a time that comes twice means the first', async () => {
    await start({ startAt: at('2026-10-24T09:00Z') })
    const postId = await publish(rig, 'Twice', { at: '2026-10-25T02:30' })
    expect((await readPost(rig, postId)).post.schedule).toMatchObject({ localDateTime: '2026-10-25T02:30', dueAt: at('2026-10-25T00:30Z') })
    await rig.advance(2 * day)
    expect(texts()).toEqual(['Twice'])
  })

  test('the second of a time that comes twice goes at the second, and can be moved to the first and back', async () => {
    await start({ startAt: at('2026-10-24T09:00Z') })
    const workspaceId = rig.run.context.workspace().id
    const postId = await publish(rig, 'Second', { at: '2026-10-26T12:00' })
    const dueAt = async (): Promise<number | undefined> => (await readPost(rig, postId)).post.schedule?.dueAt
    const move = async (isSecond: boolean): Promise<unknown> => {
      const moved = await rig.run.posts.handlers['posts.reschedule']?.({ workspaceId, postId, localDateTime: '2026-10-25T02:30', isSecond })
      await rig.settle()
      return moved
    }
    await unschedule(rig, postId)
    expect(await rig.run.posts.handlers['posts.schedule']?.({ workspaceId, postId, revision: 1, when: { kind: 'at', localDateTime: '2026-10-25T02:30', isSecond: true } })).toMatchObject({ ok: true })
    expect(await dueAt()).toBe(at('2026-10-25T01:30Z'))
    expect(await move(false)).toMatchObject({ ok: true })
    expect(await dueAt()).toBe(at('2026-10-25T00:30Z'))
    await move(true)
    await rig.restart()
    await rig.advance(at('2026-10-25T01:00Z') - rig.now())
    expect(texts()).toEqual([])
    // The first is over by now, the second is not.
    expect(await move(false)).toMatchObject({ ok: false, error: { code: 'time_in_the_past' } })
    expect(await move(true)).toMatchObject({ ok: true })
    await rig.advance(hour)
    expect(texts()).toEqual(['Second'])
  })

  test('of a time that comes once there is no second', async () => {
    await start()
    const postId = await publish(rig, 'Once', { at: '2026-11-22T12:00' })
    const { context, posts } = rig.run
    expect(await posts.handlers['posts.reschedule']?.({ workspaceId: context.workspace().id, postId, localDateTime: '2026-11-22T13:00', isSecond: true })).toMatchObject({ ok: true, value: { post: { schedule: { dueAt: at('2026-11-22T12:00Z') } } } })
  })

  test('a post planned in winter for summer keeps its local hour', async () => {
    await start()
    const postId = await publish(rig, 'Summer', { at: '2027-07-01T09:00' })
    expect((await readPost(rig, postId)).post.schedule?.dueAt).toBe(at('2027-07-01T07:00Z'))
  })
})

describe('moving and taking back', () => {
  test('a planned post is moved to an hour of the calendar it is moved on: that of the workspace as it is now', async () => {
    await start()
    const postId = await publish(rig, 'Moved', { at: '2026-11-21T12:00' })
    rig.changeWorkspace({ timeZone: 'America/New_York' })
    expect((await readPost(rig, postId)).post.schedule).toMatchObject({ timeZone: 'Europe/Paris', dueAt: at('2026-11-21T11:00Z') })
    const moved = await reschedule(rig, postId, '2026-11-22T09:00')
    expect(moved).toMatchObject({ ok: true, value: { post: { schedule: { timeZone: 'America/New_York', dueAt: at('2026-11-22T14:00Z') } }, jobs: [{ dueAt: at('2026-11-22T14:00Z') }] } })
    await rig.advance(4 * hour)
    expect(texts()).toEqual([])
    await rig.advance(2 * day)
    expect(texts()).toEqual(['Moved'])
  })

  test.each([['moving', reschedule], ['taking back', unschedule]] as const)('%s is refused once something is on its way, and changes nothing', async (_name, change) => {
    await start({ accounts: ['bluesky', 'mastodon'] })
    rig.server('bluesky').nextSends('hang')
    rig.server('mastodon').nextSends('rejected')
    const postId = await publish(rig, 'Going')
    await rig.settle()
    expect(await change(rig, postId, '2026-11-22T09:00')).toMatchObject({ ok: false, error: { code: 'post_not_editable' } })
    expect(await jobsOf(rig, postId)).toMatchObject([{ state: 'sending' }, { state: 'failed' }])
  })

  test('the past is refused, the minute that is running is not', async () => {
    await start()
    const postId = await publish(rig, 'Here', { at: '2026-11-21T12:00' })
    expect(await reschedule(rig, postId, '2026-11-21T09:59')).toMatchObject({ ok: false, error: { code: 'time_in_the_past' } })
    await rig.advance(30 * second)
    expect(await reschedule(rig, postId, '2026-11-21T10:00')).toMatchObject({ ok: true })
    expect(texts()).toEqual(['Here'])
  })

  test('there is no 30 February', async () => {
    await start()
    const postId = await publish(rig, 'Here', { at: '2026-11-21T12:00' })
    expect(await reschedule(rig, postId, '2027-02-30T10:00')).toMatchObject({ ok: false, error: { code: 'invalid_input' } })
  })

  test('taken back it is a draft, and nothing goes', async () => {
    await start()
    const postId = await publish(rig, 'Back', { at: '2026-11-21T12:00' })
    expect(await unschedule(rig, postId)).toMatchObject({ ok: true, value: { post: { status: 'draft', schedule: null } } })
    expect(await unschedule(rig, postId)).toMatchObject({ ok: true })
    await rig.advance(day)
    expect(texts()).toEqual([])
  })

  test('what is published stays when the failed rest is taken back, and can be sent to the rest later', async () => {
    await start({ accounts: ['bluesky', 'mastodon'] })
    rig.server('mastodon').nextSends('rejected')
    const postId = await publish(rig, 'Half')
    await rig.settle()
    const taken = await unschedule(rig, postId)
    expect(taken).toMatchObject({ ok: true, value: { post: { status: 'partly_published', schedule: null }, jobs: [{ state: 'published' }, { state: 'cancelled' }] } })
    const { post } = await readPost(rig, postId)
    const again = await rig.run.posts.handlers['posts.schedule']?.({ workspaceId: rig.run.context.workspace().id, postId, revision: post.revision, when: { kind: 'now' } })
    expect(again).toMatchObject({ ok: true })
    await rig.settle()
    expect((await readPost(rig, postId)).post.status).toBe('published')
    expect(texts()).toEqual(['Half'])
    expect(rig.server('mastodon').records).toHaveLength(1)
  })
})

