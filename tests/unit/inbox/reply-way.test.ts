import { expect, test } from 'vitest'
import { wayOf } from '../../../renderer/features/inbox/use-reply-way.ts'

const open = { itemId: 'a', person: 'Tom', until: 1000, isUsed: false }
const [inPrivate, inPublic] = [{ way: 'private', itemId: 'a', whenUsed: false }, { way: 'public', itemId: 'a', whenUsed: false }] as const

test('words that were written for one person alone never go below the comment by themselves', () => {
  expect(wayOf(open, inPrivate, 500)).toBe('private')
  // Kept from before a restart: nobody knows for whom.
  expect(wayOf(open, null, 500)).toBeNull()
  // The time ended while they were being written.
  expect(wayOf(open, inPrivate, 1001)).toBeNull()
  expect(wayOf(open, null, 1001)).toBeNull()
})

test('below the comment goes what was chosen to, what there is no other way for, and what comes after the private one', () => {
  expect(wayOf(open, inPublic, 500)).toBe('public')
  expect(wayOf(open, inPublic, 1001)).toBe('public')
  expect(wayOf(null, null, 500)).toBe('public')
  expect(wayOf({ ...open, isUsed: true }, inPrivate, 500)).toBe('public')
})

test('words that were written to one person have no way once somebody else’s comment is the newest', () => {
  const other = { ...open, itemId: 'b', person: 'Léa' }
  expect(wayOf(other, inPrivate, 500)).toBeNull()
  expect(wayOf({ ...other, isUsed: true }, inPrivate, 500)).toBeNull()
  expect(wayOf(other, inPublic, 500)).toBe('public')
})

test('a private answer that is taken back has no way where the field was opened while it was still on its way', () => {
  const since = { ...inPublic, whenUsed: true }
  expect(wayOf({ ...open, isUsed: true }, since, 500)).toBe('public')
  expect(wayOf(open, since, 500)).toBeNull()
  expect(wayOf(open, since, 1001)).toBeNull()
  expect(wayOf({ ...open, itemId: 'b' }, since, 500)).toBe('public')
})
