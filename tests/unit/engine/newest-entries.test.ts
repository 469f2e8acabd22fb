import { expect, test } from 'vitest'
import { createNewestEntries } from '../../../electron/engine/newest-entries.ts'

test('the entries noted last stay, and one noted again is new', () => {
  const entries = createNewestEntries<number>(2)
  entries.note('a', 1)
  entries.note('b', 2)
  entries.note('a', 3)
  entries.note('c', 4)
  expect(['a', 'b', 'c'].map(entries.of)).toEqual([3, undefined, 4])
})
