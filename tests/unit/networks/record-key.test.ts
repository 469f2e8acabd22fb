import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recordKeyOfIntent, recordKeyOfLike } from '../../../electron/engine/networks/bluesky/record-key.ts'

/** https://atproto.com/specs/tid */
const tid = /^[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}$/
const alphabet = '234567abcdefghijklmnopqrstuvwxyz'

function timeOf(key: string): number {
  let bits = 0n
  for (const letter of key) bits = (bits << 5n) | BigInt(alphabet.indexOf(letter))
  return Number((bits >> 10n) / 1000n)
}

describe('recordKeyOfIntent', () => {
  it('is a valid key close before the time of the intent, and always the same', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2100, 0) }), (idempotencyKey, intentAt) => {
        const key = recordKeyOfIntent({ idempotencyKey, intentAt })
        expect(key).toMatch(tid)
        expect(recordKeyOfIntent({ idempotencyKey, intentAt })).toBe(key)
        expect(timeOf(key)).toBeLessThanOrEqual(intentAt)
        expect(timeOf(key)).toBeGreaterThan(intentAt - 10_001)
      })
    )
  })

  it('differs for the posts of a plan that were fixed in the same millisecond', () => {
    const keys = Array.from({ length: 2000 }, (_, index) => recordKeyOfIntent({ idempotencyKey: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`, intentAt: 1_795_000_000_000 }))
    expect(new Set(keys).size).toBe(2000)
  })

  it('is a known one for a known intent, so that an update of Vigie never sends a waiting post under another', () => {
    expect(recordKeyOfIntent({ idempotencyKey: '6f1b7f0e-2a56-4c53-9d1f-0a8c0b5c9a11', intentAt: 1_795_251_600_000 })).toBe('3n2sqexjebmvz')
    expect(recordKeyOfLike('at://did:plc:abc/app.bsky.feed.post/3kaaaaaaaaaaa')).toBe('3jy6vzr3j25gd')
  })
})

describe('recordKeyOfLike', () => {
  it('is a valid key that follows from the post alone', () => {
    expect(recordKeyOfLike('at://did:plc:abc/app.bsky.feed.post/3k2')).toMatch(tid)
    expect(recordKeyOfLike('at://did:plc:abc/app.bsky.feed.post/3k2')).not.toBe(recordKeyOfLike('at://did:plc:abc/app.bsky.feed.post/3k3'))
  })
})
