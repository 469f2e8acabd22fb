import { expect, it } from 'vitest'
import { bareWord, ownWords } from '../../../shared/spelling/own-words.ts'

it('a client’s word is known behind an article, before a genitive, in any case unless it has a capital of its own', () => {
  const isOwn = ownWords(['Kerlouan', 'goémon', 'l’Aber'], ['fr', 'en'])
  for (const word of ['Kerlouan', 'd’Kerlouan', 'Kerlouan’s', 'KERLOUAN', 'goémon', 'Goémon', 'GOÉMON', 'l\'goémon', 'l\'Aber', 'goe\u0301mon']) expect([word, isOwn(word)]).toEqual([word, true])
  for (const word of ['kerlouan', 'Kerlouann', 'goemon', 'Aber']) expect([word, isOwn(word)]).toEqual([word, false])
})

it('is kept without them, by the languages that are checked', () => {
  expect(bareWord('l’Aber', ['fr'])).toBe('Aber')
  expect(bareWord('l’Aber', ['en'])).toBe('l’Aber')
  expect(bareWord('Aber’s', ['en'])).toBe('Aber')
  expect(bareWord('Qu’Aber', ['fr', 'en'])).toBe('Aber')
})
