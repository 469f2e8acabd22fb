import { expect, test } from 'vitest'
import { countReviewReply } from '../../../shared/inbox/count-review-reply.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import type { ReviewsRule } from '../../../shared/networks/network-capabilities.ts'

const withRule = (characters: number | null, bytes: number | null) => {
  const reviews: ReviewsRule = { maxReply: { value: { characters, bytes }, source: 'a test', readOn: '2026-11-23' } }
  return { inbox: { ...capabilitiesOf('practice').inbox, reviews } }
}

test.each([
  ['', null, null, { remaining: null, isTooLong: false }],
  ['é'.repeat(10), 10, null, { count: 10, remaining: 0, isTooLong: false }],
  ['é'.repeat(10), null, 19, { count: 20, remaining: -1, isTooLong: true }],
  ['é'.repeat(10), 11, 30, { count: 10, remaining: 1, isTooLong: false }],
  ['é'.repeat(10), 20, 30, { count: 10, remaining: 10, isTooLong: false }],
  ['🙂', 1, null, { count: 1, remaining: 0, isTooLong: false }]
])('%s by %s characters and %s bytes', (text, characters, bytes, expected) => {
  expect(countReviewReply(text, withRule(characters, bytes))).toMatchObject(expected)
})

test('a network without reviews sets no bound of theirs', () => {
  expect(countReviewReply('Bonjour', capabilitiesOf('mastodon'))).toMatchObject({ max: null, isTooLong: false })
})
