import { z } from 'zod'

/** Beyond these nobody means what a server says: more characters, choices or minutes than a post could have, more bytes than a disk. */
const mostCounted = 10_000_000
const mostBytes = 1_000_000_000_000

/** A limit as a server states it. Nothing, a nonsense (0, less, a fraction, a word) and what nobody can mean are alike: not told. */
export const statedCount = z.int().positive().max(mostCounted).optional().catch(undefined)
export const statedBytes = z.int().positive().max(mostBytes).optional().catch(undefined)
export const statedSeconds = z.int().positive().max(mostCounted * 60).optional().catch(undefined)
