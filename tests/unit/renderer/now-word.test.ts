import { expect, test } from 'vitest'
import { nowWord } from '../../../renderer/features/composer/now-word.ts'

test('nothing promises to publish now what a hold keeps, or nobody can reach', () => {
  const facts = { isByHand: false, isOnHold: false, reach: 'all' } as const
  expect(nowWord(facts)).toBe('schedule.now')
  expect(nowWord({ ...facts, reach: 'none' })).toBe('schedule.nowOffline')
  expect(nowWord({ ...facts, reach: 'none', isOnHold: true })).toBe('schedule.nowOnHold')
  expect(nowWord({ ...facts, isByHand: true, isOnHold: true })).toBe('byHand.now')
})
