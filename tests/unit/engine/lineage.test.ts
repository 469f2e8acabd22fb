import { expect, test } from 'vitest'
import { judgeLineage } from '../../../electron/engine/workspaces/lineage.ts'

const day = 86_400_000
const at = 100 * day
const file = (serial: number, mark = 'm', installation = 'ours') => ({ serial, mark, installation, at })
const known = (serial: number, mark = 'm') => ({ serial, mark })

test.each([
  ['a new client', null, null],
  ['the one that was written last', file(5), known(5)],
  ['the telling was cut off, or the list is an older one', file(6, 'n'), known(5)],
  ['the list was lost, and came back without this client', file(5), null]
])('%s is believed', (_name, there, here) => {
  expect(judgeLineage(there, here, 'ours')).toBeNull()
})

test('a file of ours that is behind is an older copy, of its last word', () => {
  expect(judgeLineage(file(4), known(5), 'ours')).toEqual({ cause: 'older_copy', restoredTo: at })
})

test('a file from before all this, where more was known, is an older copy of nobody knows when', () => {
  expect(judgeLineage(null, known(1), 'ours')).toEqual({ cause: 'older_copy', restoredTo: null })
})

test.each([
  ['went on elsewhere', file(9, 'n', 'theirs'), known(5)],
  ['went as far on another way', file(5, 'n'), known(5)],
  ['went less far elsewhere, and was written there last', file(4, 'n', 'theirs'), known(5)],
  ['comes from elsewhere', file(5, 'm', 'theirs'), null]
])('a file that %s is another computer’s, and is looked through from well before its last word', (_name, there, here) => {
  expect(judgeLineage(there, here, 'ours')).toEqual({ cause: 'other_computer', restoredTo: at - 14 * day })
})
