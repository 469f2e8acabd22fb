import { AsyncLocalStorage } from 'node:async_hooks'
import type { StudioError } from '../../../shared/errors/studio-error.ts'

/** Why nothing that others can see may leave now; null: it may. */
export type Objection = () => StudioError | null

const objections = new AsyncLocalStorage<Objection>()

/**
 * What comes before a post may take minutes: a video goes up, a network fetches pictures. Whoever stops everything in that time means this post too, and whoever gives it up means it alone, so `objection` is asked once more
 * before each call of `work` that others can see, as if the network were away. Handed on as the record of calls is: no adapter can forget it.
 */
export function heedingUntilTheEnd<Value>(objection: Objection, work: () => Promise<Value>): Promise<Value> {
  return objections.run(objection, work)
}

export function lastObjection(): StudioError | null {
  return objections.getStore()?.() ?? null
}
