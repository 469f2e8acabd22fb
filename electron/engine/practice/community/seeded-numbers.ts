/** Chance that is the same each time for the same seed: what the community does can be repeated in a test and resumed after a restart. */
export interface SeededNumbers {
  /** Evenly spread in [0, 1). */
  fraction(): number
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number
  happens(chance: number): boolean
  /** Throws for an empty list. */
  pick<T>(list: readonly T[]): T
  /** One by weight; a weight of 0 is never picked. Throws when there is nothing to pick. */
  pickWeighted<T>(list: readonly T[], weight: (entry: T) => number): T
  shuffle<T>(list: readonly T[]): readonly T[]
}

/** mulberry32 over a hash (FNV-1a) of the seed: short, and good enough to spread acts. */
export function createSeededNumbers(seed: string): SeededNumbers {
  let state = 0x811c9dc5
  for (const sign of seed) state = Math.imul(state ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0

  function fraction(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }

  function pick<T>(list: readonly T[]): T {
    const found = list[Math.floor(fraction() * list.length)]
    if (found === undefined) throw new Error('nothing to pick from')
    return found
  }

  return {
    fraction,
    whole: (least, most) => least + Math.floor(fraction() * (most - least + 1)),
    happens: (chance) => fraction() < chance,
    pick,
    pickWeighted(list, weight) {
      let left = fraction() * list.reduce((sum, entry) => sum + weight(entry), 0)
      const found = list.find((entry) => (left -= weight(entry)) < 0)
      if (found === undefined) throw new Error('nothing to pick from')
      return found
    },
    shuffle(list) {
      const rest = [...list]
      for (let last = rest.length - 1; last > 0; last -= 1) {
        const other = Math.floor(fraction() * (last + 1))
        const [a, b] = [rest[last], rest[other]]
        if (a !== undefined && b !== undefined) [rest[last], rest[other]] = [b, a]
      }
      return rest
    }
  }
}
