import { expect, test } from 'vitest'
import { describeMoment } from '../../../../electron/main/language/describe-moment.ts'
import { en } from '../../../../electron/main/language/en.ts'
import { fr } from '../../../../electron/main/language/fr.ts'
import { chooseLanguage, counted, textsFor } from '../../../../electron/main/language/texts.ts'

type Tree = { readonly [key: string]: string | Tree }
const flatten = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [[`${path}${key}`, value] as [string, string]] : flatten(value, `${path}${key}.`)))

const english = new Map(flatten(en))
const french = new Map(flatten(fr))

test('both languages have the same texts with the same gaps', () => {
  expect([...french.keys()]).toEqual([...english.keys()])
  for (const [key, text] of english) expect(french.get(key)?.match(/\{\w+\}/g), key).toEqual(text.match(/\{\w+\}/g))
})

test('French has its own spaces, apostrophes and accents', () => {
  for (const [key, text] of french) {
    expect(text, key).not.toMatch(/[^\u202f][;!?]/)
    expect(text, key).not.toMatch(/[^\u00a0]:/)
    expect(text, key).not.toMatch(/'/)
  }
})

test('follows the system unless the user chose', () => {
  expect(chooseLanguage('system', 'fr-CA')).toBe('fr')
  expect(chooseLanguage('system', 'FR')).toBe('fr')
  expect(chooseLanguage('system', 'fro-FR')).toBe('en')
  expect(chooseLanguage('system', 'de-DE')).toBe('en')
  expect(chooseLanguage('en', 'fr-FR')).toBe('en')
  expect(textsFor('fr').menu.edit).toBe('Édition')
})

test('counts by each language’s rule', () => {
  expect(counted('en', 0, '{count} post', '{count} posts')).toBe('0 posts')
  expect(counted('fr', 0, '{count} publication', '{count} publications')).toBe('0 publication')
  expect(counted('fr', 2, '{count} publication', '{count} publications')).toBe('2 publications')
})

test('tells a moment with its day unless it is today', () => {
  const now = Date.UTC(2026, 10, 21, 8)
  expect(describeMoment('en', Date.UTC(2026, 10, 21, 14, 30), now, 'UTC')).toBe('14:30')
  expect(describeMoment('fr', Date.UTC(2026, 10, 23, 9, 5), now, 'UTC')).toMatch(/lundi 23 novembre.+09:05/)
  // Half past midnight in Paris is tomorrow, though it is today in UTC.
  expect(describeMoment('en', Date.UTC(2026, 10, 21, 23, 30), now, 'Europe/Paris')).toBe('tomorrow, 00:30')
})
