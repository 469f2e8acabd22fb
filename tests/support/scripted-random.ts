import type { Random } from '../../electron/engine/random.ts'

/** A repeatable source of randomness: ids that count up, fractions from a small generator. */
export function createScriptedRandom(seed = 1): Random {
  let state = seed >>> 0
  let ids = 0
  // mulberry32: short, and good enough to spread test data.
  function fraction(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    id() {
      ids += 1
      const tail = ids.toString(16).padStart(12, '0')
      return `${(seed >>> 0).toString(16).padStart(8, '0')}-0000-4000-8000-${tail}`
    },
    fraction,
    bytes: (length) => Uint8Array.from({ length }, () => Math.floor(fraction() * 256))
  }
}
