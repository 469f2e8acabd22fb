import { expect, it } from 'vitest'
import { isFrench } from '../../../shared/text/is-french.ts'

it.each([
  ['Bonjour', true],
  ['Le marché ouvre ce samedi avec nos producteurs', true],
  ['Soldes : -20 % sur les manteaux', true],
  ['The market opens this Saturday with our growers', false],
  ['Hello from the harbour', false],
  ['Our café is open, and the crème brûlée is back for you', false],
  ['', undefined],
  ['Paris', undefined],
  ['50 %', undefined]
])('%s: %s', (text, answer) => {
  expect(isFrench(text)).toBe(answer)
})
