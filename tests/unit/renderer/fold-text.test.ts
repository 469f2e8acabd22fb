import { expect, test } from 'vitest'
import { foldText } from '../../../renderer/features/composer/previews/fold-text.ts'

test('a short text is not folded', () => {
  expect(foldText('Bonjour à tous', 14)).toEqual({ shown: 'Bonjour à tous', rest: '' })
})

test('a long one is cut between words, and nothing of it is lost', () => {
  expect(foldText('Bonjour à toutes et à tous', 14)).toEqual({ shown: 'Bonjour à', rest: 'toutes et à tous' })
})

test('an emoji of several signs counts once and is not cut', () => {
  expect(foldText('👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧', 2)).toEqual({ shown: '👩‍👩‍👧👩‍👩‍👧', rest: '👩‍👩‍👧' })
})
