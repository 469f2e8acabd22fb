import { expect, test } from 'vitest'
import { comparableText } from '../../../shared/posts/same-text.ts'

test.each([
  ['case and spaces', 'High  TIDE\nat nine ', 'high tide at nine'],
  ['typographic quotes', '« L’heure »', '" l\'heure "'],
  ['no-break spaces', 'Déjà\u202F! Oui\u00A0:', 'déjà ! oui :'],
  ['invisible signs', 'tide\u200Btable\uFEFF', 'tidetable'],
  ['composed and decomposed accents', 'e\u0301te\u0301', 'été'],
  ['full-width letters', 'ＯＫ', 'ok'],
  ['nothing', ' \n\u200B', '']
])('%s', (_name, text, expected) => {
  expect(comparableText(text)).toBe(expected)
})

test('a different word is a different text', () => {
  expect(comparableText('Open on Monday')).not.toBe(comparableText('Open on Sunday'))
})
