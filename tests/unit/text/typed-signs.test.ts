import { expect, test } from 'vitest'
import { makesFormatting, typeSign } from '../../../shared/text/typed-signs.ts'

test.each([
  ['Brest -', '>', { drop: 1, insert: '→' }],
  ['-', '>', { drop: 1, insert: '→' }],
  ['a-', '>', null],
  ['Brest --', '>', null],
  ['<!-', '>', null],
  ['Brest -', '-', null]
])('%s and %s', (before, typed, change) => {
  expect(typeSign(before, typed)).toEqual(change)
})

test.each([
  ['**so', '*', true],
  ['**so*', '*', true],
  ['a *so', '*', true],
  ['a _so', '_', true],
  ['##', ' ', true],
  ['a ##', ' ', false],
  ['-', ' ', false],
  ['5 ', '*', false]
])('%s and %s make formatting: %s', (before, typed, is) => {
  expect(makesFormatting(before, typed)).toBe(is)
})
