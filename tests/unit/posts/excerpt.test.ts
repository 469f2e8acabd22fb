import { expect, test } from 'vitest'
import { excerptOf } from '../../../shared/posts/excerpt.ts'

test('is the title when there is one, else the text on one line', () => {
  expect(excerptOf(' A title ', 'text')).toBe('A title')
  expect(excerptOf('  ', 'first\n\nsecond\tthird ')).toBe('first second third')
  expect(excerptOf('', 'Où lisez-vous\u202f?\n\nAu lit\u00a0: bien.')).toBe('Où lisez-vous\u202f? Au lit\u00a0: bien.')
  expect(excerptOf('', '')).toBe('')
})

test('never cuts a character that people see as one', () => {
  const family = '👨‍👩‍👧‍👦'
  const cut = excerptOf('', family.repeat(400))
  expect(cut).toBe(family.repeat(280))
})
