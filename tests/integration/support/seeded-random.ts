import type { Random } from '../../../electron/engine/random.ts'

/** The same sequence for the same seed (mulberry32, https://github.com/cprosche/mulberry32, public domain). */
export function createSeededRandom(seed: number): Random {
  let state = seed >>> 0
  function fraction(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  function bytes(length: number): Uint8Array {
    return Uint8Array.from({ length }, () => Math.floor(fraction() * 256))
  }
  function id(): string {
    const hex = [...bytes(16)].map((byte, index) => (index === 6 ? (byte & 0x0f) | 0x40 : index === 8 ? (byte & 0x3f) | 0x80 : byte).toString(16).padStart(2, '0')).join('')
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
  }
  return { id, fraction, bytes }
}
