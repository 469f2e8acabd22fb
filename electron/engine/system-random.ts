import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import type { Random } from './random.ts'

const steps = 2 ** 48 - 1

/** Real chance, from the system's generator. */
export const systemRandom: Random = {
  id: () => randomUUID(),
  fraction: () => randomInt(steps) / steps,
  bytes: (length) => new Uint8Array(randomBytes(length))
}
