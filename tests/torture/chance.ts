import type { createSeededRandom } from '../integration/support/seeded-random.ts'

export type Chance = ReturnType<typeof createSeededRandom>

export function pick<Item>(chance: Chance, items: readonly Item[]): Item {
  return items[Math.floor(chance.fraction() * items.length)] as Item
}
