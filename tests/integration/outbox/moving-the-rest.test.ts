import { afterEach, expect, test } from 'vitest'
import type { Account } from '../../../shared/accounts/account.ts'
import { handOverCall } from './hand-over-calls.ts'
import { jobsOf, publish, readPost, reschedule } from './publish.ts'
import { startOutboxRig, type OutboxRig } from './outbox-rig.ts'

const minute = 60_000
const hour = 60 * minute
const at = (iso: string): number => new Date(iso).getTime()

let rig: OutboxRig
afterEach(() => rig.stop())

const out = (): readonly string[] => rig.accounts.flatMap(({ handle, networkId }) => rig.server(networkId).records.filter((record) => record.handle === handle).map(() => handle))
const stateOn = async (postId: string, { id }: Account): Promise<readonly unknown[]> => (await jobsOf(rig, postId)).filter(({ accountId }) => accountId === id).map(({ state, dueAt, handOver }) => [state, dueAt, handOver])
const restOf = async (postId: string): Promise<readonly string[] | undefined> => {
  const listed = await rig.run.posts.handlers['posts.list']?.({ workspaceId: rig.run.context.workspace().id, from: 0, until: at('2027-12-31T00:00Z'), drafts: false })
  return listed?.ok === true ? listed.value.posts.find(({ id }) => id === postId)?.rest : undefined
}

/** Out on the first, without its login on the second and the last when its hour came, refused on the third; then those that asked have 15:00, and the last one's network has it. */
async function outInPart(): Promise<{ readonly postId: string; readonly on: readonly [Account, Account, Account, Account] }> {
  rig = await startOutboxRig({ accounts: ['bluesky', 'bluesky', 'bluesky', 'mastodon'], lateGraceMinutes: 30 })
  const [first, planned, refused, handedOver] = rig.accounts
  if (first === undefined || planned === undefined || refused === undefined || handedOver === undefined) throw new Error('an account is missing')
  rig.server('bluesky').otherwise({ send: (_draft, { account }) => (account.handle === refused.handle ? 'rejected' : 'fine') })
  const postId = await publish(rig, 'Low tide', { at: '2026-11-21T10:05' })
  for (const { id } of [planned, handedOver]) rig.expire(id)
  await rig.advance(hour)
  for (const { id } of [planned, handedOver]) await rig.logIn(id)
  await rig.settle()
  expect((await jobsOf(rig, postId)).map(({ state }) => state)).toEqual(['published', 'missed', 'failed', 'missed'])
  expect(await restOf(postId)).toEqual([planned.id, handedOver.id])
  expect(await reschedule(rig, postId, '2026-11-21T15:00')).toMatchObject({ ok: true })
  await handOverCall(rig, 'handOver.start', { postId })
  await rig.settle()
  return { postId, on: [first, planned, refused, handedOver] }
}

test('of a post that is out in part the rest alone is moved, and moved back: neither what was refused nor what waits with its network', async () => {
  const { postId, on: [first, planned, refused, handedOver] } = await outInPart()
  expect(await restOf(postId)).toEqual([planned.id])
  const before = [await stateOn(postId, refused), await stateOn(postId, handedOver)]
  expect(before).toMatchObject([[['failed', at('2026-11-21T09:05Z'), null]], [['pending_at_network', at('2026-11-21T14:00Z'), 'with_network']]])
  const calls = { ...rig.server('mastodon').scheduler.calls }
  for (const [local, utc] of [['2026-11-21T18:00', '2026-11-21T17:00Z'], ['2026-11-21T15:00', '2026-11-21T14:00Z'], ['2026-11-21T18:00', '2026-11-21T17:00Z']] as const) {
    expect(await reschedule(rig, postId, local)).toMatchObject({ ok: true, value: { post: { schedule: { dueAt: at(utc) } } } })
    expect(await stateOn(postId, planned)).toEqual([['queued', at(utc), null]])
    expect([await stateOn(postId, refused), await stateOn(postId, handedOver)]).toEqual(before)
  }
  expect(rig.server('mastodon').scheduler.calls.move).toBe(calls.move)
  // The person published it there by hand: were the refusal lifted, it must not go a second time.
  rig.server('bluesky').otherwise({})
  await rig.advance(10 * hour)
  expect(out().toSorted()).toEqual([first, planned, handedOver].map(({ handle }) => handle).toSorted())
  expect(await stateOn(postId, refused)).toEqual(before[0])
})

test('where nothing is left but what was refused or waits with its network, no move is made', async () => {
  const { postId, on: [, planned, refused, handedOver] } = await outInPart()
  const [job] = (await jobsOf(rig, postId)).filter(({ accountId }) => accountId === planned.id)
  await rig.run.outbox.handlers['outbox.decide']?.({ workspaceId: rig.run.context.workspace().id, jobId: job?.id ?? '', decision: 'drop' })
  const before = await readPost(rig, postId)
  expect(await restOf(postId)).toBeUndefined()
  expect(await reschedule(rig, postId, '2026-11-21T18:00')).toMatchObject({ ok: false, error: { code: 'post_not_editable' } })
  expect(await readPost(rig, postId)).toEqual(before)
  await rig.advance(10 * hour)
  expect(await stateOn(postId, refused)).toEqual([['failed', at('2026-11-21T09:05Z'), null]])
  expect(out()).toContain(handedOver.handle)
})
