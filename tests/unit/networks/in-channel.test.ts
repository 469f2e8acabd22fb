import { expect, it } from 'vitest'
import { limitsAfterReading, tellsLimits, type ServerLimits } from '../../../shared/accounts/server-limits.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import { capabilitiesFor, inChannel } from '../../../shared/networks/in-channel.ts'
import { limitsOf } from '../../../electron/engine/networks/discord/discord-channel.ts'

const none: ServerLimits = { maxCharacters: null, charactersPerUrl: null, maxMedia: null }
const discord = capabilitiesOf('discord')

it('a forum has titles and tags, and no other channel has them', () => {
  const needed = inChannel(discord, { channel: { kind: 'forum', tags: 'needed' } })
  expect([needed.hasTitle, needed.title?.max.value, needed.categories?.most?.value, needed.categories?.isNeeded]).toEqual([true, 100, 5, true])
  expect(inChannel(discord, { channel: { kind: 'forum', tags: 'at_choice' } }).categories?.isNeeded).toBeUndefined()
  expect(inChannel(discord, { channel: { kind: 'forum', tags: 'none_told' } })).toMatchObject({ hasTitle: true })
  expect(inChannel(discord, { channel: { kind: 'forum', tags: 'none_told' } }).categories).toBeUndefined()
  // A webhook changes words alone.
  expect((['none_told', 'at_choice'] as const).map((tags) => inChannel(discord, { channel: { kind: 'forum', tags } }).edit).map(({ title, titleStays }) => [title, titleStays?.value])).toEqual([[undefined, 'not_by_interface'], [true, undefined]])
  expect([inChannel(discord, {}), inChannel(discord, { channel: { kind: 'plain', tags: 'at_choice' } }), capabilitiesFor({ networkId: 'discord' })]).toEqual([discord, discord, discord])
})

it('what a channel is follows from what it tells, and stays where it tells nothing', () => {
  expect([0, 5, 15, 16].map((type) => limitsOf({ type, flags: null }).channel?.kind)).toEqual(['plain', 'announcement', 'forum', 'forum'])
  expect([limitsOf({ type: 15, flags: 16 }).channel?.tags, limitsOf({ type: 0, flags: 16 }).channel?.tags]).toEqual(['needed', 'at_choice'])
  const known = limitsOf({ type: 15, flags: 0 })
  expect([limitsAfterReading(known, limitsOf({ type: null, flags: null })), limitsAfterReading(known, limitsOf({ type: 0, flags: 0 })).channel?.kind]).toEqual([known, 'plain'])
  expect([tellsLimits(known), tellsLimits(none)]).toEqual([true, false])
})
