import { afterEach, describe, expect, test } from 'vitest'
import type { NetworkId } from '../../../shared/networks/network-id.ts'
import { attemptsOf, jobOf, publish } from './publish.ts'
import { startOutboxRig, type OutboxRig, type RigOptions } from './outbox-rig.ts'

const second = 1000
const minute = 60 * second
const hour = 60 * minute

/** One network of each kind of idempotency. */
const kinds: readonly (readonly [string, NetworkId])[] = [
  ['a client-chosen id', 'bluesky'],
  ['an idempotency header', 'mastodon'],
  ['look-up only', 'wordpress'],
  ['nothing but the user’s eyes', 'telegram']
]

let rig: OutboxRig
const start = async (options: RigOptions = {}): Promise<OutboxRig> => (rig = await startOutboxRig(options))
afterEach(() => rig.stop())

/** `claimed`: it stands in the ledger and the call has not left; `answered`: it is there, and that is not written down. */
async function dieWhileSending(networkId: NetworkId, point: 'claimed' | 'answered', downForMs: number): Promise<string> {
  await start({ accounts: [networkId] })
  const server = rig.server(networkId)
  // Where nothing can be looked up, nothing is shown.
  if (networkId === 'telegram') server.otherwise({ look: () => 'cannot_tell' })
  rig.crashAt(point)
  const postId = await publish(rig, 'Once')
  await rig.settle()
  expect(rig.hasCrashed()).toBe(true)
  await rig.restart({ downForMs })
  return postId
}

describe.each(kinds)('what was under way at a crash, with %s', (_name, networkId) => {
  test.each(['claimed', 'answered'] as const)('is of unknown outcome at the start, never queued again (died when it had %s)', async (point) => {
    const postId = await dieWhileSending(networkId, point, 0)
    const job = await jobOf(rig, postId)
    expect(job).toMatchObject({ state: 'unknown_outcome', attempts: 1, failure: { code: 'engine_stopped' } })
    expect(await attemptsOf(rig, job.id)).toMatchObject([{ step: 'send', outcome: 'interrupted' }])
  })

  test.each(['claimed', 'answered'] as const)('is looked for before anything is sent once more (died when it had %s)', async (point) => {
    const postId = await dieWhileSending(networkId, point, second)
    await rig.advance(6 * second)
    const steps = (await attemptsOf(rig, (await jobOf(rig, postId)).id)).map(({ step }) => step)
    expect(steps.slice(0, 2)).toEqual(['send', 'look_up'])
  })

  test('is not "missed" after three hours without power when it was out before', async () => {
    const postId = await dieWhileSending(networkId, 'answered', 3 * hour)
    expect((await jobOf(rig, postId)).state).toBe('unknown_outcome')
    await rig.advance(30 * minute)
    expect(await jobOf(rig, postId)).toMatchObject(networkId === 'telegram' ? { state: 'unknown_outcome', nextAttemptAt: null } : { state: 'published' })
    expect(rig.server(networkId).records).toHaveLength(1)
  })
})
