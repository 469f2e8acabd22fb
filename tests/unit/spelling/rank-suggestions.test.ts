import { expect, it } from 'vitest'
import { rankSuggestions } from '../../../electron/engine/spelling/rank-suggestions.ts'

it.each([
  ['bonjuor', ['bourbon', 'bonjour'], ['bonjour', 'bourbon']],
  ['teh', ['tech', 'eh', 'the', 'thee', 'tech'], ['tech', 'eh', 'the', 'thee']],
  ['developpement', ['development', 'développement'], ['développement', 'development']],
  ['Noel', ['Nol', 'noël', 'Noé'], ['noël', 'Nol', 'Noé']],
  ['l\'abre', ['labre', 'l’arbres', 'l’arbre'], ['labre', 'l’arbre', 'l’arbres']],
  ['', ['ab', 'a'], ['a', 'ab']]
])('what is nearest to %s comes first', (word, suggestions, ranked) => {
  expect(rankSuggestions(word, suggestions)).toEqual(ranked)
})
