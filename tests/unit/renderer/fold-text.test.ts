import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldAt, foldText } from '../../../renderer/features/composer/previews/fold-text.ts'
import { splitGraphemes } from '../../../shared/text/graphemes.ts'

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

test('after any edits the fold is where it is in a text that nobody has seen before', () => {
  const pieces = fc.oneof(fc.constantFrom('a', ' ', 'é', '\u0301', '👩', '\u200D', '👧', '🇫🇷', '🇫', '🏽', '\uFE0F', '\r', '\n', '\uD83D', 'क', '्', 'ष'), fc.string({ unit: 'binary', maxLength: 4 }))
  const edits = fc.array(fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), drop: fc.nat({ max: 3 }), put: fc.array(pieces, { maxLength: 3 }) }), { maxLength: 12 })
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), edits, fc.integer({ min: 1, max: 12 }), (start, sequence, longest) => {
      let text = start.join('')
      for (const { at, drop, put } of sequence) {
        const place = Math.round(at * text.length)
        text = text.slice(0, place) + put.join('') + text.slice(place + drop)
        const characters = splitGraphemes(text)
        const cut = characters.slice(0, longest).join('')
        const space = cut.search(/\s\S*$/)
        const shown = characters.length <= longest ? text : space > 0 ? text.slice(0, space) : cut
        expect(foldText(text, longest)).toEqual({ shown, rest: text.slice(shown.length).trimStart() })
      }
    }),
    { numRuns: 300 }
  )
})
