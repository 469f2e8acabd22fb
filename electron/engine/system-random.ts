import type { Random } from './random.ts'

const steps = 2 ** 48 - 1

/** Loaded with the first wish: it takes ten milliseconds, which no start has to wait for. */
const crypto = (): ReturnType<typeof process.getBuiltinModule<'node:crypto'>> => process.getBuiltinModule('node:crypto')

/** Real chance, from the system's generator. */
export const systemRandom: Random = {
  id: () => crypto().randomUUID(),
  fraction: () => crypto().randomInt(steps) / steps,
  bytes: (length) => new Uint8Array(crypto().randomBytes(length))
}
