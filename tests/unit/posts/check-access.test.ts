import { expect, test } from 'vitest'
import { describeAccess, dueAccessWarning } from '../../../shared/accounts/access.ts'
import type { Account } from '../../../shared/accounts/account.ts'
import { checkAccess } from '../../../shared/posts/check-access.ts'

const day = 86_400_000
const now = 1_000 * day
const account = (changes: Partial<Account>): Account => ({
  id: 'a', networkId: 'mastodon', handle: '@lea', displayName: 'Léa', serverUrl: 'https://social.example', remoteId: '1', state: 'connected', accessEndsAt: null,
  serverLimits: { maxCharacters: null, charactersPerUrl: null, maxMedia: null }, lastCheckedAt: null, connectedAt: 0, ...changes
})
const codes = (changes: Partial<Account>, dueAt: number | null) => checkAccess(['a', 'gone'], [account(changes)], { dueAt, now }).map(({ severity, code }) => `${severity} ${code}`)

test.each([
  ['access without an end', {}, now + 900 * day, []],
  ['a post before the end', { accessEndsAt: now + 5 * day }, now + 5 * day - 1, []],
  ['a post at the very end', { accessEndsAt: now + 5 * day }, now + 5 * day, ['warn access_ends_before']],
  ['a post at once, with access that ends soon', { accessEndsAt: now + 1 }, null, []],
  ['any post once it is over', { accessEndsAt: now }, null, ['stop access_ended']],
  ['a later post once it is over', { accessEndsAt: now - day }, now + day, ['stop access_ended']],
  ['an account that waits for a login, which is said elsewhere', { accessEndsAt: now - day, state: 'needs_login' }, now, []]
] as const)('%s', (_what, changes, dueAt, expected) => {
  expect(codes(changes, dueAt)).toEqual(expected)
})

test.each([
  [null, null, 'forever'],
  [15 * day, null, 'ends'],
  [14 * day + 1, null, 'ends'],
  [14 * day, 14, 'ends'],
  [3 * day + 1, 14, 'ends'],
  [3 * day, 3, 'ends'],
  [1, 3, 'ends'],
  [0, null, 'ended']
] as const)('%s ms before the end: the warning of %s days', (left, warning, kind) => {
  const ends = account({ accessEndsAt: left === null ? null : now + left })
  expect(dueAccessWarning(ends, now)).toBe(warning)
  expect(describeAccess(ends, now).kind).toBe(kind)
})

test('a login that never lasts longer than two weeks is not warned of on its first day', () => {
  const login = (left: number) => account({ networkId: 'bluesky', accessEndsAt: now + left })
  expect(describeAccess(login(14 * day), now)).toEqual({ kind: 'ends', days: 14, isSoon: false })
  expect([14, 4, 3, 1].map((days) => dueAccessWarning(login(days * day), now))).toEqual([null, null, 3, 3])
})
