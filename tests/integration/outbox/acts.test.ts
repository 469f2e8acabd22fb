import { afterEach, describe, expect, test } from 'vitest'
import type { Act } from '../../../shared/networks/acts.ts'
import { startOutboxRig, type OutboxRig, type RigOptions } from './outbox-rig.ts'

const minute = 60_000
const itemId = '00000000-0000-4000-8000-0000000000e1'

let rig: OutboxRig
const start = async (options: RigOptions = {}): Promise<OutboxRig> => (rig = await startOutboxRig(options))
afterEach(() => rig.stop())

async function intend(act: Act): Promise<string> {
  const { outbox, context } = rig.run
  const id = context.random.id()
  const intent = { id, kind: act, accountId: rig.accounts[0]?.id ?? '', postId: null, conversationId: '00000000-0000-4000-8000-0000000000c1', itemId, payload: { effect: 'act' as const, act, remoteId: 'remote-9' }, excerpt: '', dueAt: context.clock.now(), isPlanned: false }
  context.database.transaction(() => outbox.service.enqueue(intent))()
  outbox.service.wake([id])
  await rig.settle()
  return id
}
const stateOf = (id: string) => rig.run.outbox.service.read(id)?.state

describe('acts beside publishing', () => {
  test.each(['claimed', 'answered', 'recorded'] as const)('a repost whose engine dies when it has %s is made again, and is one', async (point) => {
    await start({ accounts: ['mastodon'] })
    rig.crashAt(point)
    const id = await intend('repost')
    expect(rig.hasCrashed()).toBe(true)
    await rig.restart()
    await rig.advance(5 * minute)
    expect(stateOf(id)).toBe('published')
    expect([...rig.server('mastodon').acts]).toEqual(['repost remote-9'])
    expect(rig.server('mastodon').calls.findPublished).toBe(0)
  })

  test('the last word counts: a mute that was taken back before it left never leaves', async () => {
    await start({ accounts: ['mastodon'] })
    rig.setOnline(false)
    const mute = await intend('mute')
    const unmute = await intend('unmute')
    expect(stateOf(mute)).toBe('cancelled')
    rig.setOnline(true)
    await rig.advance(minute)
    expect([stateOf(unmute), ...rig.server('mastodon').acts]).toEqual(['published'])
  })

  test.each([0, -60 * minute])('the last word counts, and not the clock: %i ms later by it, what was cut is made again', async (by) => {
    await start({ accounts: ['mastodon'] })
    const mute = await intend('mute')
    rig.jump(by)
    rig.server('mastodon').nextSends('cut_before')
    const unmute = await intend('unmute')
    await rig.advance(5 * minute)
    expect([stateOf(mute), stateOf(unmute), ...rig.server('mastodon').acts]).toEqual(['published', 'published'])
  })

  test('a report that nobody knows of is never sent again on a guess: the user is asked', async () => {
    await start({ accounts: ['mastodon'] })
    rig.server('mastodon').nextSends('accept_then_cut')
    const id = await intend('report')
    await rig.advance(60 * minute)
    expect(rig.run.outbox.service.read(id)).toMatchObject({ state: 'unknown_outcome', nextAttemptAt: null })
    expect(rig.server('mastodon').calls.act).toBe(1)
  })

  test('what a network does not offer is refused with its reason, not tried', async () => {
    await start({ accounts: ['wordpress'] })
    const id = await intend('block')
    expect(rig.run.outbox.service.read(id)).toMatchObject({ state: 'failed', failure: { code: 'rejected' } })
    expect(rig.server('wordpress').calls.act).toBe(0)
  })
})
