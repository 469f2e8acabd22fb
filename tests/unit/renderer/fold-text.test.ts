import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldAt, foldText } from '../../../renderer/features/composer/previews/fold-text.ts'

test('a short text is not folded', () => {
  expect(foldText('Bonjour à tous', 14)).toEqual({ shown: 'Bonjour à tous', rest: '' })
})

test('a long one is cut between words, and nothing of it is lost', () => {
  expect(foldText('Bonjour à toutes et à tous', 14)).toEqual({ shown: 'Bonjour à', rest: 'toutes et à tous' })
})

test('an emoji of several signs counts once and is not cut', () => {
  expect(foldText('👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧', 2)).toEqual({ shown: '👩‍👩‍👧👩‍👩‍👧', rest: '👩‍👩‍👧' })
})

test('a network that folds by lines counts a long line as the several that it takes', () => {
  const fold = { lines: 3, perLine: 10 }
  expect(foldAt('une\ndeux\ntrois', fold)).toEqual({ shown: 'une\ndeux\ntrois', rest: '' })
  expect(foldAt('une\ndeux\ntrois\nquatre', fold)).toEqual({ shown: 'une\ndeux\ntrois', rest: 'quatre' })
  expect(foldAt('une ligne bien longue\nfin', fold)).toEqual({ shown: 'une ligne bien longue', rest: 'fin' })
  expect(foldAt('une\ndeux trois quatre cinq six', fold)).toEqual({ shown: 'une\ndeux trois quatre', rest: 'cinq six' })
})

test('a network that folds nothing shows all', () => {
  expect(foldAt('a'.repeat(9_000), null).rest).toBe('')
})

test('whatever the fold, nothing of the text is lost but the space at the cut', () => {
  const folds = fc.oneof(fc.record({ characters: fc.integer({ min: 1, max: 40 }) }), fc.record({ lines: fc.integer({ min: 1, max: 4 }), perLine: fc.integer({ min: 5, max: 20 }) }))
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), folds, (text, fold) => {
      const { shown, rest } = foldAt(text, fold)
      expect(`${shown}${rest}`.replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''))
    })
  )
})
