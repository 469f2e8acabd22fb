import type { Published, SendIntent, SentIntent } from './network-publisher.ts'
import type { NetworkResult } from './network-failure.ts'
import { done, failed, type Failed } from './network-results.ts'

type LookedFor = Pick<SentIntent, 'sentAt' | 'since' | 'isAnothers'>
export interface SameWords {
  /** Looks among our own posts. */
  find(intent: LookedFor): Promise<NetworkResult<Published | 'none' | 'cannot_tell'>>
  /** Waits until what was taken now is surely listed; false when the attempt is cut off meanwhile. */
  waitForList(): Promise<boolean>
  /** For about so long, in ms, the network refuses what it has already. */
  readonly refusedAgainFor: number
}

/**
 * A network that refuses the same words once more says that they stand there. They may be of this attempt (a proxy that delivers twice), of one before whose answer was lost, or of a
 * post that is older: only this last one makes it a refusal. An older one alone proves nothing, since nobody knows how long a network refuses the same: what is listed with a delay is
 * waited for first.
 */
export async function afterSameWords(refused: Failed, { since, isAnothers }: Pick<SendIntent, 'since' | 'isAnothers'>, sentAt: number, { find, waitForList, refusedAgainFor }: SameWords): Promise<NetworkResult<Published>> {
  const ourOwn: LookedFor = { sentAt, since: Math.min(since ?? sentAt, sentAt), ...(isAnothers === undefined ? {} : { isAnothers }) }
  const unknown = failed('unknown_outcome', refused.failure.error)
  const atOnce = await find(ourOwn)
  if (isFound(atOnce)) return done(atOnce.value)
  if (!atOnce.ok || !(await waitForList())) return unknown
  const listed = await find(ourOwn)
  if (isFound(listed)) return done(listed.value)
  if (!listed.ok || listed.value === 'cannot_tell') return unknown
  return isFound(await find({ sentAt: sentAt - refusedAgainFor, since: sentAt - refusedAgainFor })) ? refused : unknown
}

function isFound(look: NetworkResult<Published | 'none' | 'cannot_tell'>): look is { readonly ok: true; readonly value: Published } {
  return look.ok && typeof look.value === 'object'
}
