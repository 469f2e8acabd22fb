import { expect, test } from 'vitest'
import { cutSecret, joinPieces, readHead } from '../../../../electron/main/secrets/secret-pieces.ts'

function roundTrip(secret: string): { longest: number; count: number; back: string | null } {
  const { head, pieces } = cutSecret('account:1', secret, 'g1')
  const entries = new Map([head, ...pieces].map(({ account, value }) => [account, value]))
  const read = readHead('account:1', entries.get('account:1') ?? '')
  const back = read === null || read.kind === 'whole' ? (read?.secret ?? null) : joinPieces(read.accounts.map((account) => entries.get(account) ?? null))
  return { longest: Math.max(...[...entries.values()].map((value) => Buffer.byteLength(value))), count: entries.size, back }
}

test.each([
  ['short', 'abc', 1],
  ['empty-looking', 'pieces:g1:3', 1],
  ['with accents', 'é'.repeat(1_000), 1],
  ['at the limit', 'x'.repeat(2_000), 1],
  ['above the limit', 'x'.repeat(2_001), 3],
  ['long, of many-byte letters', '漢🎉'.repeat(3_000), 15]
])('a secret that is %s comes back whole, in entries Windows takes', (_what, secret, count) => {
  const trip = roundTrip(secret)
  expect(trip.back).toBe(secret)
  expect(trip.longest).toBeLessThanOrEqual(2_560)
  expect(trip.count).toBe(count)
})

test('pieces of two writings never share an entry', () => {
  const accounts = (generation: string) => cutSecret('account:1', 'x'.repeat(5_000), generation).pieces.map(({ account }) => account)
  expect(new Set([...accounts('g1'), ...accounts('g2')]).size).toBe(accounts('g1').length * 2)
})

test('a missing piece, or an entry of another program, is no secret', () => {
  expect(joinPieces(['AAAA', null])).toBeNull()
  expect(readHead('account:1', 'something else')).toBeNull()
  expect(readHead('account:1', 'pieces:../x:2')).toBeNull()
})
