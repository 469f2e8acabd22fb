import { sha256Of } from '../../sha256.ts'

const alphabet = '234567abcdefghijklmnopqrstuvwxyz'

/**
 * Record keys are timestamps (TID: 53 bits of microseconds, 10 bits of clock, in base 32; https://atproto.com/specs/tid, read on 2026-11-21).
 * Chosen by us from the intent alone, the same intent always has the same key: the server cannot hold it twice.
 */
export function recordKeyOfIntent({ idempotencyKey, intentAt }: { readonly idempotencyKey: string; readonly intentAt: number }): string {
  const bits = hashBits(idempotencyKey)
  // Up to ten seconds back from the intent, so that posts fixed in the same millisecond (a whole plan) do not meet. Never in the future.
  const microseconds = BigInt(Math.trunc(intentAt)) * 1000n - (bits >> 10n) % 10_000_000n
  return writeTid(microseconds, bits & 1023n)
}

/** The same target always gives the same key, so a like sent twice is one like. */
export function recordKeyOfLike(targetUri: string): string {
  return timelessKey(`like ${targetUri}`)
}

/** The same for other records about somebody or something: one for each collection and target. */
export function recordKeyOfAct(collection: string, target: string): string {
  return timelessKey(`${collection} ${target}`)
}

function timelessKey(text: string): string {
  const bits = hashBits(text)
  // Likes have no time of their own here: any moment of 2023 does, before every real one of ours.
  return writeTid(1_672_531_200_000_000n + ((bits >> 10n) % 31_536_000_000_000n), bits & 1023n)
}

function writeTid(microseconds: bigint, clock: bigint): string {
  let rest = ((microseconds & ((1n << 53n) - 1n)) << 10n) | clock
  let written = ''
  for (let i = 0; i < 13; i += 1) {
    written = (alphabet[Number(rest & 31n)] ?? '') + written
    rest >>= 5n
  }
  return written
}

function hashBits(text: string): bigint {
  return sha256Of(text).readBigUInt64BE()
}
