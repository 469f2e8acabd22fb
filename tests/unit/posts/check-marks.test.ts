import { expect, test } from 'vitest'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import { checkMarks } from '../../../shared/posts/check-marks.ts'

const found = (text: string, networkId: Parameters<typeof capabilitiesOf>[0]) => checkMarks(text, capabilitiesOf(networkId)).map(({ severity, code, count, max }) => `${severity} ${code} ${String(count)}/${String(max)}`)

test('X takes one share symbol a post from a program; a price is none', () => {
  expect(found('Up: $ABC and $DEF', 'x')).toEqual(['stop too_many_cashtags 2/1'])
  expect(found('Up: $ABC, for $5 and 3$', 'x')).toEqual([])
  expect(found('Up: $ABC and $DEF', 'bluesky')).toEqual([])
})

test('Instagram takes twenty names; an address of a mail is none', () => {
  const names = (count: number): string => Array.from({ length: count }, (_, place) => `@quai.${String(place)}`).join(' ')
  expect(found(`${names(20)} mail@quai.fr`, 'instagram')).toEqual([])
  expect(found(`${names(21)}!`, 'instagram')).toEqual(['stop too_many_mentions 21/20'])
  expect(found(names(40), 'mastodon')).toEqual([])
})

test('hashtags and links are counted as before', () => {
  const tags = (count: number): string => Array.from({ length: count }, (_, place) => `#tag${String(place)}`).join(' ')
  expect(found(tags(6), 'instagram')).toEqual(['warn many_hashtags 6/5'])
  expect(found(tags(31), 'instagram')).toEqual(['stop too_many_hashtags 31/30'])
  expect(found(Array.from({ length: 6 }, (_, place) => `https://a.example/${String(place)}`).join(' '), 'threads')).toEqual(['stop too_many_links 6/5'])
})
