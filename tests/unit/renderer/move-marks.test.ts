import { describe, expect, it } from 'vitest'
import { asMirror } from '../../../renderer/features/spelling/mirror-pieces.ts'
import { moveMarks } from '../../../renderer/features/spelling/move-marks.ts'
import type { SpellingMark } from '../../../renderer/features/spelling/spelling-mark.ts'

const marked = (text: string, words: string): SpellingMark => {
  const start = text.indexOf(words)
  return { start, end: start + words.length, words, key: `word:${words}`, about: { kind: 'word', isInFrench: true } }
}
const before = 'Bonjuor à tous, voilà la librarie'
const marks = [marked(before, 'Bonjuor'), marked(before, 'librarie')]
const wordsIn = (now: string): readonly string[] => moveMarks(marks, before, now).map(({ start, end }) => now.slice(start, end))

describe('what is underlined in a field', () => {
  it('moves along with what is written before and between', () => {
    expect(wordsIn('Bonjuor à vous tous, voilà la librarie')).toEqual(['Bonjuor', 'librarie'])
    expect(wordsIn('Bonjuor à lire, voilà la librarie')).toEqual(['Bonjuor', 'librarie'])
  })

  it('is underlined no longer where it was touched, until somebody has looked', () => {
    expect(wordsIn('Bonjour à tous, voilà la librarie')).toEqual(['librarie'])
    expect(wordsIn(`Oh ! ${before}`)).toEqual(['librarie'])
    expect(wordsIn(`${before}s`)).toEqual(['Bonjuor'])
    expect(wordsIn('Bonjuor, voilà la librarie')).toEqual(['librarie'])
    expect(wordsIn('')).toEqual([])
  })

  it('says the text again word for word, each remark apart', () => {
    const pieces = asMirror(before, marks)
    expect(pieces.map(({ words }) => words).join('')).toBe(`${before}\u200B`)
    expect(pieces.filter(({ mark }) => mark !== null).map(({ words }) => words)).toEqual(['Bonjuor', 'librarie'])
  })
})
