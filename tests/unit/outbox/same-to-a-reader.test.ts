import { expect, test } from 'vitest'
import { alikeFrom, hasWords, likeness } from '../../../shared/outbox/same-to-a-reader.ts'

test.each([
  ['Candles are back.', 'candles  are back'],
  ['“It’s here” — at last', '"It\'s here" - at last'],
  ['Read it: https://example.com/a?b=1', 'Read it: https://t.co/xyz'],
  ['Un café s’il vous plaît', 'Un cafe\u0301 s\'il vous plai\u0302t']
])('%s says the same as %s', (one, other) => {
  expect(likeness(one, other)).toBe(1)
})

test.each([
  ['Candles are back.', 'The candles are back!'],
  ['We open on Sunday at ten in the old mill', 'We open on Sunday at eleven in the old mill']
])('%s is much like %s, and not the same', (one, other) => {
  expect(likeness(one, other)).toBeGreaterThanOrEqual(alikeFrom)
  expect(likeness(one, other)).toBeLessThan(1)
})

test('other words are neither, and what has no words is like nothing', () => {
  expect(likeness('Candles are back.', 'Open on Sunday')).toBeLessThan(alikeFrom)
  expect(likeness('', '')).toBe(0)
  expect(likeness('https://a.example/1', 'https://b.example/2')).toBe(0)
  expect([hasWords(' https://a.example '), hasWords('🎉'), hasWords('Hi')]).toEqual([false, true, true])
})
