import { expect, it } from 'vitest'
import { lastWord } from '../../../shared/text/last-word.ts'

it.each([
  ['', ''], ['un mot', 'mot'], ['un mot ', ''], ['ligne\nsuite', 'suite'], ['fine\u202Fespace', 'espace'], ['seul', 'seul'], ['fin 👩‍👩‍👧', '👩‍👩‍👧']
])('of %j is %j', (text, word) => {
  expect(lastWord(text)).toBe(word)
})
