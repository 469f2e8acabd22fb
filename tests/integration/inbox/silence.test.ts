import { expect, test } from 'vitest'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import { incoming, startAt, startInboxRig } from './inbox-rig.ts'

const minute = 60_000

test('who was kept from writing for a time may write again by itself, and the mark goes with it', async () => {
  const { silence } = capabilitiesOf('discord')
  const rig = await startInboxRig({ capabilities: { silence: silence! } })
  await rig.arrive([incoming({ remoteId: 'a', conversationRemoteId: 'root', authorHandle: '@lea', createdAt: startAt - minute })])
  const { conversations } = await rig.ask('inbox.page', { view: 'open', kind: null, accountId: null, before: null, limit: 10 })
  const read = async () => (await rig.ask('inbox.read', { conversationId: conversations[0]!.id })).items[0]!
  const { id: itemId } = await read()
  const mute = async (minutes?: number | null) => {
    const { id } = await rig.ask('inbox.act', { itemId, act: 'mute', ...(minutes === undefined ? {} : { minutes }) })
    rig.settle(id, 'published')
    return rig.intents.at(-1)!.payload
  }
  expect(await mute(1440)).toEqual({ effect: 'act', act: 'mute', remoteId: 'a', minutes: 1440 })
  const until = rig.clock.now() + 1440 * minute
  expect(await read()).toMatchObject({ inForce: ['mute'], silencedUntil: until, underWay: [] })
  await rig.clock.advance(1440 * minute)
  expect(await read()).toMatchObject({ inForce: [], underWay: [] })
  expect(await read()).not.toHaveProperty('silencedUntil')
  // A length that the network does not have, and none at all, are its first one.
  expect([await mute(7), await mute(null), await mute()].map((payload) => payload.effect === 'act' && payload.minutes)).toEqual([60, 60, 60])
  rig.settle((await rig.ask('inbox.act', { itemId, act: 'unmute' })).id, 'published')
  expect(await read()).toMatchObject({ inForce: [] })
})
