import { afterEach, expect, test } from 'vitest'
import type { HeldFate } from '../../../shared/safety/hold.ts'
import { callApi } from '../../../electron/engine/networks/api-call.ts'
import type { NetworkResult } from '../../../electron/engine/networks/network-failure.ts'
import { handOver, handOverCall } from './hand-over-calls.ts'
import { startOutboxRig, type OutboxRig } from './outbox-rig.ts'
import { jobOf, jobsOf, publish, readPost } from './publish.ts'

const minute = 60_000
let rig: OutboxRig
afterEach(() => rig.stop())

/** The call that makes a post, as adapters make it: through the one door that asks for objections. `made` counts those that leave. */
function visibleCall(made: number[]): Promise<NetworkResult<unknown>> {
  return callApi({ effect: 'visible', now: () => rig.now(), http: { send: async ({ url }) => (made.push(rig.now()), { ok: true, response: { status: 200, headers: {}, body: new Uint8Array(), url } }) } }, { method: 'POST', url: 'https://network.example/', signed: true })
}

/** Mastodon's job waits for a limit to pass and Bluesky's puts its film up, when a hold stops both, is lifted, and the user decides. */
async function publishAndDecide(fate: HeldFate): Promise<{ readonly postId: string; readonly made: readonly number[] }> {
  rig = await startOutboxRig({ accounts: ['bluesky', 'mastodon'], lateGraceMinutes: 24 * 60 })
  rig.server('mastodon').nextSends('rate_limited')
  rig.server('bluesky').nextSends('server_error')
  const made: number[] = []
  const decided: unknown[] = []
  const postId = await publish(rig, 'A film')
  await rig.settle()
  const { publisher } = rig.server('bluesky').adapter
  const honest = publisher.publish
  Object.assign(publisher, {
    publish: async (...given: Parameters<typeof honest>) => {
      Object.assign(publisher, { publish: honest })
      const { handlers } = rig.run.safety
      const workspaceId = rig.run.context.workspace().id
      await handlers['safety.hold']?.({ workspaceId, reason: 'A fire' })
      await handlers['safety.lift']?.({ workspaceId })
      decided.push(await handlers['safety.decideHeld']?.({ workspaceId, decisions: [{ subject: { kind: 'post', postId }, fate }] }))
      const call = await visibleCall(made)
      return call.ok ? honest(...given) : call
    }
  })
  await rig.advance(30_000)
  expect(decided).toMatchObject([{ ok: true }])
  return { postId, made }
}

test('given up while its film goes up: the call that makes the post is not made, and the job is cancelled', async () => {
  const { postId, made } = await publishAndDecide({ kind: 'drop' })
  await rig.advance(60 * minute)
  expect([made, rig.server('bluesky').records, rig.server('mastodon').records]).toEqual([[], [], []])
  expect((await jobsOf(rig, postId)).map(({ state, cancelReason }) => `${state}: ${cancelReason}`)).toEqual(['cancelled: dropped_after_hold', 'cancelled: dropped_after_hold'])
})

test('moved while its film goes up: it goes out once, at its new time', async () => {
  const { made } = await publishAndDecide({ kind: 'move', localDateTime: '2026-11-21T15:00' })
  expect([made, rig.server('bluesky').records]).toEqual([[], []])
  await rig.advance(6 * 60 * minute)
  expect(rig.server('bluesky').records.map(({ at }) => new Date(at).toISOString().slice(11, 13))).toEqual(['14'])
})

test('a hand-over whose film still moves after five minutes is not cut off, and the page hears how far it is', async () => {
  rig = await startOutboxRig({ accounts: ['mastodon'] })
  const { adapter } = rig.server('mastodon').scheduler
  const honest = adapter.handOver
  let cut = false
  let asked = 0
  Object.assign(adapter, {
    handOver: async (...given: Parameters<typeof honest>) => {
      asked += 1
      const [session] = given
      session.signal.addEventListener('abort', () => (cut = true))
      for (let part = 1; part <= 3; part += 1) {
        await new Promise<void>((resolve) => rig.run.context.clock.after(4 * minute, resolve))
        session.onUploaded?.(part, 3)
      }
      return honest(...given)
    }
  })
  const postId = await handOver(rig, 'A film', '2026-11-21T18:00')
  await rig.advance(15 * minute)
  expect([cut, asked, rig.server('mastodon').scheduler.waiting.length]).toEqual([false, 1, 1])
  expect((await jobOf(rig, postId)).handOver).toBe('with_network')
  expect(rig.events.filter(({ name }) => name === 'outbox.uploading').map(({ payload }) => (payload as { share: unknown }).share)).toEqual([1 / 3, 2 / 3, 1, null])
})

test('called back while its film goes up to wait there: it is not handed over', async () => {
  rig = await startOutboxRig({ accounts: ['mastodon'] })
  const made: number[] = []
  const { adapter } = rig.server('mastodon').scheduler
  const honest = adapter.handOver
  let postId = ''
  Object.assign(adapter, {
    handOver: async (...given: Parameters<typeof honest>) => {
      await new Promise<void>((resolve) => rig.run.context.clock.after(minute, resolve))
      await handOverCall(rig, 'handOver.takeBack', { postId, afterwards: 'edit' })
      const call = await visibleCall(made)
      return call.ok ? honest(...given) : call
    }
  })
  postId = await handOver(rig, 'A film', '2026-11-21T18:00')
  await rig.advance(30 * minute)
  expect([made, rig.server('mastodon').scheduler.waiting]).toEqual([[], []])
  expect((await readPost(rig, postId)).post.status).toBe('draft')
  expect((await jobOf(rig, postId)).state).toBe('cancelled')
})
