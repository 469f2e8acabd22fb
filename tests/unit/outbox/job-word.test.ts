import { expect, test } from 'vitest'
import { english, french } from '../../../renderer/language/catalogues.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import { networkIds } from '../../../shared/networks/network-id.ts'
import { jobKinds } from '../../../shared/outbox/job.ts'
import { actWord } from '../../../shared/outbox/job-word.ts'

test('where a network shuts people out for everybody, a block is called a ban; everything else keeps its name', () => {
  const banning = networkIds.filter((networkId) => actWord('block', networkId) === 'ban')
  expect(banning).toEqual(expect.arrayContaining(['telegram', 'discord', 'facebook']))
  expect(banning).not.toEqual(expect.arrayContaining(['mastodon']))
  for (const networkId of ['mastodon', 'bluesky', null] as const) expect([actWord('block', networkId), actWord('unblock', networkId)]).toEqual(['block', 'unblock'])
  expect(new Set(jobKinds.map((kind) => actWord(kind, 'telegram')).filter((word, place) => word !== jobKinds[place]))).toEqual(new Set(['ban', 'unban', 'silence', 'unsilence']))
  expect(jobKinds.filter((kind) => actWord(kind, 'facebook') !== kind)).toEqual(['block', 'unblock'])
  expect(banning.filter((networkId) => capabilitiesOf(networkId).acts.block !== 'yes')).toEqual([])
})

test.each([['English', english], ['French', french]] as const)('a ban has words of its own everywhere, in %s', (_name, { acts, queue, inbox, safety }) => {
  const pairs = [
    [acts.block, acts.ban], [acts.unblock, acts.unban], [acts.ask.block.title, acts.ask.ban.title], [acts.ask.block.text, acts.ask.ban.text], [acts.ask.block.confirm, acts.ask.ban.confirm],
    [queue.kind.block, queue.kind.ban], [queue.kind.unblock, queue.kind.unban], [inbox.inForce.block, inbox.inForce.ban], [inbox.underWay.block, inbox.underWay.ban], [inbox.blocked, inbox.banned],
    [safety.leaving.will.block, safety.leaving.will.ban], [safety.leaving.undone.unblock, safety.leaving.undone.unban]
  ]
  for (const [block = '', ban = ''] of pairs) {
    expect(ban).not.toBe(block)
    expect(ban).toMatch(/ban/i)
  }
})

test('where a mute keeps somebody from writing before everybody, it has a name of its own, and lengths', () => {
  const silencing = networkIds.filter((networkId) => actWord('mute', networkId) === 'silence')
  expect(silencing).toEqual(['discourse', 'telegram', 'discord'])
  for (const networkId of silencing) {
    const { acts, silence } = capabilitiesOf(networkId)
    expect([acts.mute, acts.unmute]).toEqual(['yes', 'yes'])
    expect(silence!.minutes.value.length).toBeGreaterThan(1)
  }
  // https://docs.discord.com/developers/resources/guild#modify-guild-member: up to 28 days. More than 366 days would be for good on Telegram.
  expect(Math.max(...capabilitiesOf('discord').silence!.minutes.value.map(Number))).toBeLessThanOrEqual(28 * 1440)
  expect(Math.max(...capabilitiesOf('telegram').silence!.minutes.value.map(Number))).toBeLessThan(366 * 1440)
})

test.each([['English', english], ['French', french]] as const)('on X a block is about messages alone, and says so everywhere, with what it costs, in %s', (_name, { acts, queue, inbox, safety }) => {
  expect(networkIds.filter((networkId) => actWord('block', networkId) === 'block_messages')).toEqual(['x'])
  expect(actWord('unblock', 'x')).toBe('unblock_messages')
  const words = [
    acts.block_messages, acts.unblock_messages, acts.ask.block_messages.title, acts.ask.block_messages.text, acts.ask.block_messages.confirm, queue.kind.block_messages, queue.kind.unblock_messages, inbox.inForce.block_messages,
    inbox.underWay.block_messages, inbox.messagesBlocked, safety.leaving.will.block_messages, safety.leaving.will.unblock_messages, safety.leaving.undone.block_messages, safety.leaving.undone.unblock_messages
  ]
  for (const word of words) expect(word).toMatch(/messages/i)
  expect(acts.ask.block_messages.text).toContain('{{price}}')
})

test.each([['English', english], ['French', french]] as const)('on Reddit a mute is about the moderators alone, and says so everywhere, in %s', (_name, { acts, queue, inbox, safety }) => {
  expect(networkIds.filter((networkId) => actWord('mute', networkId) === 'mute_mail')).toEqual(['reddit'])
  const words = [
    acts.mute_mail, acts.unmute_mail, acts.ask.mute_mail.title, acts.ask.mute_mail.text, queue.kind.mute_mail, queue.kind.unmute_mail, inbox.inForce.mute_mail, inbox.underWay.mute_mail, inbox.until.mute_mail,
    safety.leaving.will.mute_mail, safety.leaving.undone.unmute_mail
  ]
  for (const word of words) expect(word).toMatch(/moderators|modérateurs/)
  // Days, as Reddit counts bans: https://www.reddit.com/dev/api/#POST_api_friend
  const { ban } = capabilitiesOf('reddit').moderatedAuthors!
  expect(ban.minutes.value.map((minutes) => (minutes === null ? 1 : minutes / 1440)).filter((days) => !Number.isInteger(days) || days < 1 || days > 999)).toEqual([])
})

test.each([['English', english], ['French', french]] as const)('keeping somebody from writing is not called muting anywhere, in %s', (_name, { acts, queue, inbox, safety }) => {
  const pairs = [
    [acts.mute, acts.silence], [acts.unmute, acts.unsilence], [queue.kind.mute, queue.kind.silence], [queue.kind.unmute, queue.kind.unsilence], [inbox.inForce.mute, inbox.inForce.silence],
    [inbox.underWay.mute, inbox.underWay.silence], [safety.leaving.will.mute, safety.leaving.will.silence], [safety.leaving.undone.unmute, safety.leaving.undone.unsilence]
  ]
  for (const [mute = '', silence = ''] of pairs) {
    expect(silence).not.toBe(mute)
    expect(silence).not.toMatch(/mut(e|ing)|sourdine/i)
  }
})
