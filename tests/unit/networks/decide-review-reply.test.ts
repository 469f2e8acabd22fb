import { expect, test } from 'vitest'
import { decideReviewReply } from '../../../electron/engine/networks/decide-review-reply.ts'

test.each([
  [null, null, 'Merci', 'send'],
  ['Merci', null, 'Merci', 'is_there'],
  ['Merci\nbien ', null, 'Merci\r\nbien', 'is_there'],
  ['Bonjour', null, 'Merci', 'answered_there'],
  ['Merci', 'Merci', 'Merci bien', 'send'],
  ['Merci bien', 'Merci', 'Merci bien', 'is_there'],
  ['Bonjour', 'Merci', 'Merci bien', 'answered_there'],
  [null, 'Merci', 'Merci bien', 'send']
] as const)('there %j, seen %j, wanted %j: %s', (there, was, wanted, expected) => {
  expect(decideReviewReply({ there, was, wanted })).toBe(expected)
})
