import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countChangedWords, diffWords, type DiffPiece } from '../../../shared/text/diff-words.ts'

const without = (pieces: readonly DiffPiece[], kind: DiffPiece['kind']): string => pieces.flatMap((piece) => (piece.kind === kind ? [] : [piece.text])).join('')

describe('the difference of two texts, by words', () => {
  test.each<{ before: string; after: string; pieces: readonly (readonly [DiffPiece['kind'], string])[] }>([
    { before: '', after: '', pieces: [] },
    { before: 'Low tide at six.', after: 'Low tide at six.', pieces: [['same', 'Low tide at six.']] },
    { before: 'Low tide at six.', after: 'High tide at six.', pieces: [['removed', 'Low'], ['added', 'High'], ['same', ' tide at six.']] },
    { before: 'Low tide.', after: 'Low spring tide.', pieces: [['same', 'Low '], ['added', 'spring '], ['same', 'tide.']] },
    { before: 'one two three', after: 'one three', pieces: [['same', 'one '], ['removed', 'two '], ['same', 'three']] },
    { before: 'Bravo 👨‍👩‍👧 !', after: 'Bravo 👨‍👩‍👦 !', pieces: [['same', 'Bravo '], ['removed', '👨‍👩‍👧'], ['added', '👨‍👩‍👦'], ['same', ' !']] },
    { before: 'l’été', after: 'l’hiver', pieces: [['removed', 'l’été'], ['added', 'l’hiver']] }
  ])('$before → $after', ({ before, after, pieces }) => {
    expect(diffWords(before, after).map(({ kind, text }) => [kind, text])).toEqual(pieces)
  })

  const texts = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.array(fc.constantFrom('a', 'b', 'tide', ' ', '\n\n', '🦪', '.', 'été'), { maxLength: 40 }).map((words) => words.join('')))

  test('gives both texts back to the letter', () => {
    fc.assert(fc.property(texts, texts, (before, after) => {
      const pieces = diffWords(before, after)
      expect(without(pieces, 'added')).toBe(before)
      expect(without(pieces, 'removed')).toBe(after)
      expect(pieces.every(({ text }) => text !== '')).toBe(true)
    }), { numRuns: 500 })
  })

  test('takes the shortest way: no more words change than a table of all ways says', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 })
    fc.assert(fc.property(words, words, (from, to) => {
      const changed = diffWords(from.join(' '), to.join(' ')).filter(({ kind }) => kind !== 'same').map(({ text }) => text).join('')
      const [left, right] = [from, to].map((list) => list.flatMap((word, index) => (index === 0 ? [word] : [' ', word])))
      expect(changed.length).toBe(left!.length + right!.length - 2 * longestCommon(left!, right!))
    }), { numRuns: 300 })
  })

  test('of two long texts that have nothing in common is found', () => {
    const [before, after] = [Array.from({ length: 5000 }, (_, index) => `a${index}`).join(' '), Array.from({ length: 5000 }, (_, index) => `b${index}`).join('-')]
    const pieces = diffWords(before, after)
    expect(without(pieces, 'added')).toBe(before)
    expect(without(pieces, 'removed')).toBe(after)
  })

  test('counts words and emoji, not spaces and signs', () => {
    expect(countChangedWords(diffWords('One, two.', 'One, two — three 🦪!'))).toEqual({ removed: 0, added: 2 })
    expect(countChangedWords(diffWords('One two', ''))).toEqual({ removed: 2, added: 0 })
  })
})

function longestCommon(a: readonly string[], b: readonly string[]): number {
  let row = b.map(() => 0)
  for (const word of a) {
    const above = row
    row = []
    for (const [index, other] of b.entries()) row.push(word === other ? (above[index - 1] ?? 0) + 1 : Math.max(above[index] ?? 0, row[index - 1] ?? 0))
  }
  return row.at(-1) ?? 0
}
