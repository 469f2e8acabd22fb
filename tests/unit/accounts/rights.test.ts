import { expect, test } from 'vitest'
import { rightsLacking, rightUses, usesOf } from '../../../shared/accounts/rights.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import { networkIds } from '../../../shared/networks/network-id.ts'

const askedOf = (id: (typeof networkIds)[number]): readonly string[] => capabilitiesOf(id).ownApp?.scopes.value ?? []

test('a login lacks what is asked for today and was not granted', () => {
  expect(rightsLacking('x', askedOf('x').filter((right) => !right.startsWith('dm.')))).toEqual(['dm.read', 'dm.write'])
  expect(rightsLacking('facebook', ['pages_show_list', 'public_profile', 'pages_messaging'])).toContain('read_insights')
  const beforeModerators = askedOf('reddit').filter((right) => right !== 'modposts')
  expect([rightsLacking('reddit', beforeModerators), usesOf(['modposts'])]).toEqual([['modposts'], ['moderation']])
  expect([rightsLacking('reddit', askedOf('reddit').filter((right) => right !== 'modcontributors')), usesOf(['modcontributors'])]).toEqual([['modcontributors'], ['moderation']])
  // What an app may be without is none of it.
  expect(rightsLacking('tiktok', askedOf('tiktok'))).toEqual([])
})

test.each(networkIds)('%s: all of it lacks nothing, and what is not known is not said', (id) => {
  expect(rightsLacking(id, [...askedOf(id), 'something.more'])).toEqual([])
  expect(rightsLacking(id, null)).toEqual([])
  expect(rightsLacking(id, ['*'])).toEqual([])
  // Words of its own: nothing can be compared.
  expect(rightsLacking(id, ['READ', 'WRITE'])).toEqual([])
})

test('what a right is for is told once each, in one order; the network’s own word stands for the rest', () => {
  expect(usesOf(['dm.write', 'read_insights', 'dm.read'])).toEqual(['messages', 'figures'])
  expect(usesOf(['w_member_social', 'never.heard.of'])).toEqual(['publishing', 'other'])
  expect(usesOf([])).toEqual([])
  expect(usesOf(networkIds.flatMap((id) => askedOf(id)))).toEqual(rightUses)
})
