import { expect, test } from 'vitest'
import { placeOfAnswer } from '../../../shared/approval/later-answer.ts'

const answer = (word: 'yes' | 'no', at: number | null, comment = '') => ({ answer: word, at, comment })

test.each([
  ['the first one', null, answer('yes', 5), 'stands'],
  ['a later yes', answer('no', 5), answer('yes', 6), 'stands'],
  ['an earlier yes', answer('no', 5), answer('yes', 4), 'older'],
  ['an earlier no', answer('yes', 5), answer('no', 4), 'older'],
  ['the same one again', answer('yes', 5), answer('yes', 5), 'stands'],
  ['the other word of the same moment', answer('no', 5), answer('yes', 5), 'unclear'],
  ['another comment of the same moment', answer('no', 5, 'a'), answer('no', 5, 'b'), 'unclear'],
  ['a yes without a time after a no', answer('no', 5), answer('yes', null), 'unclear'],
  ['a yes after a no without a time', answer('no', null), answer('yes', 6), 'unclear'],
  ['a no without a time', answer('yes', 5), answer('no', null), 'stands'],
  ['a yes without a time after a yes', answer('yes', 5), answer('yes', null, 'b'), 'stands']
] as const)('%s: %o then %o', (_name, before, next, place) => {
  expect(placeOfAnswer(before, next)).toBe(place)
})
