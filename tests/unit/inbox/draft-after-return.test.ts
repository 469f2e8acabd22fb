import { expect, test } from 'vitest'
import { draftAfterReturn } from '../../../shared/inbox/draft-after-return.ts'

test.each([
  ['what the field stored itself changes nothing', 'Bon', 'Bonjour', ['', 'Bon'], null],
  ['an older echo changes nothing', 'B', 'Bonjour', ['', 'B', 'Bon'], null],
  ['the same text changes nothing', 'Bonjour', 'Bonjour', [''], null],
  ['a reply taken back fills the empty field', 'Merci !', '', [''], 'Merci !'],
  ['an emptied draft stays empty', '', '', ['x', ''], null],
  ['what was begun and stored stays below', 'Merci !\n\nEt', 'Et', ['', 'Et'], 'Merci !\n\nEt'],
  ['an emptied stored draft gives nothing back', '', 'Et', ['Bonjour'], null],
  ['newer letters of what was begun are kept', 'Merci !\n\nEt', 'Et puis', ['', 'Et'], 'Merci !\n\nEt puis'],
  ['what was begun and never stored is kept', 'Merci !', 'Et', [''], 'Merci !\n\nEt']
])('%s', (_name, stored, begun, own, expected) => {
  expect(draftAfterReturn(stored, begun, own)).toBe(expected)
})
