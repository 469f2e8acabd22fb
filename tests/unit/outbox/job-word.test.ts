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
  for (const networkId of ['mastodon', 'bluesky', 'x', null] as const) expect([actWord('block', networkId), actWord('unblock', networkId)]).toEqual(['block', 'unblock'])
  expect(jobKinds.map((kind) => actWord(kind, 'telegram')).filter((word, place) => word !== jobKinds[place])).toEqual(['ban', 'unban'])
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
