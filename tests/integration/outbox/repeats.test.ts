import { afterEach, beforeEach, expect, test } from 'vitest'
import { startOutboxRig, type OutboxRig } from './outbox-rig.ts'
import { contentOf, jobOf, publish, unschedule } from './publish.ts'

const minute = 60_000
const hour = 60 * minute
let rig: OutboxRig

beforeEach(async () => {
  rig = await startOutboxRig({ accounts: ['bluesky', 'mastodon'] })
})
afterEach(() => rig.stop())

const workspaceId = () => rig.run.context.workspace().id

async function tryAgain(text: string, options: { at?: string; accountIds?: readonly string[]; isRepeatMeant?: boolean } = {}) {
  const postId = rig.run.context.random.id()
  await rig.run.posts.handlers['posts.saveDraft']?.({ workspaceId: workspaceId(), postId, revision: 0, content: contentOf(text, options.accountIds ?? rig.accounts.map(({ id }) => id)) })
  const when = options.at === undefined ? ({ kind: 'now' } as const) : ({ kind: 'at', localDateTime: options.at } as const)
  return rig.run.posts.handlers['posts.schedule']?.({ workspaceId: workspaceId(), postId, revision: 1, when, ...(options.isRepeatMeant === undefined ? {} : { isRepeatMeant: options.isRepeatMeant }) })
}

const refusal = { ok: false, error: { code: 'repeat_needs_confirmation' } }

test('the same words, out a moment ago, need a deliberate yes', async () => {
  await publish(rig, 'High tide at nine')
  await rig.settle()
  expect(await tryAgain(' high  TIDE at nine\n')).toMatchObject({ ...refusal, error: { details: { accountId: rig.accounts[0]!.id, state: 'published', count: 2 } } })
  expect(rig.server('bluesky').records).toHaveLength(1)
  expect(await tryAgain('High tide at nine', { isRepeatMeant: true })).toMatchObject({ ok: true })
  await rig.settle()
  expect(rig.server('bluesky').records).toHaveLength(2)
})

test('so do words that wait, before or after', async () => {
  await publish(rig, 'High tide', { at: '2026-11-22T12:00' })
  expect(await tryAgain('High tide', { at: '2026-11-21T13:00' })).toMatchObject(refusal)
  expect(await tryAgain('High tide', { at: '2026-11-23T11:00' })).toMatchObject(refusal)
  expect(await tryAgain('High tide', { at: '2026-11-23T12:00' })).toMatchObject({ ok: true })
})

test('another account, other words, or a day between are no repeat', async () => {
  const [bluesky, mastodon] = rig.accounts.map(({ id }) => id)
  await publish(rig, 'High tide', { accountIds: [bluesky!] })
  await rig.settle()
  expect(await tryAgain('High tide', { accountIds: [mastodon!] })).toMatchObject({ ok: true })
  expect(await tryAgain('Low tide')).toMatchObject({ ok: true })
  await rig.advance(24 * hour)
  expect(await tryAgain('High tide', { accountIds: [bluesky!] })).toMatchObject({ ok: true })
})

test('what was taken back or refused is no repeat, and neither is the post itself', async () => {
  const postId = await publish(rig, 'High tide', { at: '2026-11-21T12:00' })
  await unschedule(rig, postId)
  const again = await rig.run.posts.handlers['posts.schedule']?.({ workspaceId: workspaceId(), postId, revision: 1, when: { kind: 'at', localDateTime: '2026-11-21T13:00' } })
  expect(again).toMatchObject({ ok: true })
  await unschedule(rig, postId)
  rig.server('bluesky').nextSends('rejected')
  const refused = await publish(rig, 'Refused', { accountIds: [rig.accounts[0]!.id] })
  await rig.settle()
  expect((await jobOf(rig, refused)).state).toBe('failed')
  expect(await tryAgain('Refused', { accountIds: [rig.accounts[0]!.id] })).toMatchObject({ ok: true })
})

test('the composer can ask before', async () => {
  await publish(rig, 'High tide')
  await rig.settle()
  const [bluesky, mastodon] = rig.accounts.map(({ id }) => id)
  const answer = await rig.run.posts.handlers['posts.findRepeats']?.({
    workspaceId: workspaceId(), postId: rig.run.context.random.id(), at: rig.now(), texts: [{ accountId: bluesky!, text: 'HIGH TIDE' }, { accountId: mastodon!, text: 'Low tide' }]
  })
  expect(answer).toMatchObject({ ok: true, value: { repeats: [{ accountId: bluesky, state: 'published' }] } })
})
