import { expect, test } from 'vitest'
import { actsFor, asksFirst } from '../../../renderer/features/inbox/acts-for-item.ts'
import { standingActs, undoneBy } from '../../../shared/networks/acts.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import { networkIds } from '../../../shared/networks/network-id.ts'

/**
 * A channel of YouTube lets people back in on its own pages only: https://developers.google.com/youtube/v3/docs/comments/setModerationStatus (read on 2026-11-21). A repost on Threads is taken
 * back in Threads itself: https://developers.facebook.com/documentation/threads/posts/reposts (read on 2026-11-23).
 */
const oneWay = new Set(['youtube block', 'threads repost'])

const item: Parameters<typeof actsFor>[0] = { isOwn: false, isHeld: false, inForce: [], keepOutOf: 'quais' }

test.each(networkIds)('on %s, of each pair exactly the one is offered that changes something, where the network has it', (networkId) => {
  const capabilities = capabilitiesOf(networkId)
  const { acts } = capabilities
  for (const act of standingActs) {
    const undo = undoneBy[act]
    const offered = (inForce: readonly (typeof act)[]) => actsFor({ ...item, inForce: [...inForce] }, 'comment', capabilities).filter((each) => each === act || each === undo)
    expect(offered([])).toEqual(acts[act] === 'yes' ? [act] : [])
    expect(offered([act])).toEqual(acts[undo] === 'yes' ? [undo] : [])
    if (!oneWay.has(`${networkId} ${act}`)) expect(acts[act]).toBe(acts[undo])
  }
})

test('what only quotes a post of ours stands below none, and is not hidden from others', () => {
  const capabilities = capabilitiesOf('bluesky')
  const quotes = { text: 'à nous', isDetached: false }
  expect([actsFor({ ...item, quotes }, 'mention', capabilities).includes('hide'), actsFor({ ...item, quotes }, 'comment', capabilities).includes('hide'), actsFor(item, 'mention', capabilities).includes('hide')]).toEqual([false, true, true])
})

test('of what is ours only the deletion is offered, of what is hidden the showing', () => {
  const capabilities = capabilitiesOf('wordpress')
  expect(actsFor({ ...item, isOwn: true }, 'comment', capabilities)).toEqual(['delete'])
  expect(actsFor({ ...item, isHeld: true }, 'comment', capabilities)).toEqual(['unhide'])
  expect(actsFor(item, 'comment', capabilities)).toEqual(['hide'])
})

test('in private the author can be dealt with where messages are posts for a few, and nothing is passed on', () => {
  for (const networkId of ['mastodon', 'practice'] as const) {
    const capabilities = capabilitiesOf(networkId)
    expect(actsFor(item, 'message', capabilities)).toEqual(['mute', 'block', 'report'])
    expect(actsFor({ ...item, inForce: ['block'] }, 'message', capabilities)).toEqual(['mute', 'unblock', 'report'])
    expect(actsFor({ ...item, isOwn: true }, 'message', capabilities)).toEqual(['delete'])
    expect(actsFor(item, 'mention', capabilities)).toEqual(['repost', 'mute', 'block', 'report'])
  }
  expect(actsFor(item, 'message', capabilitiesOf('bluesky'))).toEqual([])
})

test('on X whoever writes in private is kept from it, and nobody under a post', () => {
  const offered = (kind: 'message' | 'mention', more: Partial<typeof item> = {}) => actsFor({ ...item, ...more }, kind, capabilitiesOf('x')).filter((act) => act === 'block' || act === 'unblock')
  expect([offered('message'), offered('message', { inForce: ['block'] }), offered('message', { authorIsOutOfReach: true }), offered('mention'), offered('mention', { inForce: ['block'] })]).toEqual([['block'], ['unblock'], [], [], []])
})

test('where authors are for staff, nothing is offered about them to anybody else', () => {
  const offered = (more: object) => actsFor({ ...item, ...more }, 'comment', capabilitiesOf('discourse')).filter((each) => each === 'mute' || each === 'block')
  expect([offered({}), offered({ authorIsOutOfReach: true })]).toEqual([['mute', 'block'], []])
})

test('where moderators keep people out, it is offered for what stands where this account may, beside the member’s own block', () => {
  const offered = (more: Partial<typeof item>) => actsFor({ isOwn: false, isHeld: false, inForce: [], ...more }, 'comment', capabilitiesOf('reddit'))
  expect([offered({}), offered({ keepOutOf: 'quais' }), offered({ keepOutOf: 'quais', inForce: ['mute', 'ban'] })]).toEqual([['block', 'report'], ['mute', 'block', 'ban', 'report'], ['unmute', 'block', 'unban', 'report']])
})

test('where only moderators hide, it is offered for what this account may hide', () => {
  for (const networkId of ['reddit', 'discourse'] as const) {
    const capabilities = capabilitiesOf(networkId)
    const hiding = (more: Partial<typeof item>) => actsFor({ ...item, ...more }, 'comment', capabilities).filter((act) => act === 'hide' || act === 'unhide')
    expect([hiding({}), hiding({ isHeld: true }), hiding({ mayHide: true }), hiding({ mayHide: true, isHeld: true })]).toEqual([[], [], ['hide'], ['unhide']])
  }
})

test('closing to answers is offered where the account may, and of the two the one that changes something', () => {
  const capabilities = capabilitiesOf('discourse')
  const closing = (more: Partial<typeof item>) => actsFor({ ...item, ...more }, 'comment', capabilities).filter((act) => act === 'lock' || act === 'unlock')
  expect([closing({}), closing({ isLocked: false }), closing({ isLocked: true }), closing({ isLocked: false, isOwn: true })]).toEqual([[], ['lock'], ['unlock'], []])
})

test('a post of ours is taken out of a quote where there is one, and shown again where the network does that', () => {
  const detaching = (networkId: 'bluesky' | 'mastodon', more: Partial<typeof item>) => actsFor({ ...item, ...more }, 'mention', capabilitiesOf(networkId)).filter((act) => act === 'detach' || act === 'undetach')
  const quotes = { text: 'Grande marée demain', isDetached: false }
  for (const networkId of ['bluesky', 'mastodon'] as const) expect([detaching(networkId, {}), detaching(networkId, { quotes })]).toEqual([[], ['detach']])
  expect([detaching('bluesky', { quotes: { ...quotes, isDetached: true } }), detaching('mastodon', { quotes: { ...quotes, isDetached: true } })]).toEqual([['undetach'], []])
  expect([asksFirst('detach', capabilitiesOf('bluesky')), asksFirst('detach', capabilitiesOf('mastodon'))]).toEqual([false, true])
})
