import type { Published, SendIntent, SentIntent } from './network-adapter.ts'
import type { NetworkResult } from './network-failure.ts'
import { done, failed, type Failed } from './network-results.ts'

type LookedFor = Pick<SentIntent, 'sentAt' | 'since' | 'isAnothers'>
export interface SameWords {
  /** Looks among our own posts. */
  find(intent: LookedFor): Promise<NetworkResult<Published | 'none' | 'cannot_tell'>>
  /** For about so long, in ms, the network refuses what it has already. */
  readonly refusedAgainFor: number
}

/**
 * A network that refuses the same words once more says that they stand there. They may be of this attempt (a proxy that delivers twice), of one before whose answer was lost, or of a
 * post that is older: only this last one makes it a refusal. What is listed with a delay is looked up first.
 */
export async function afterSameWords(refused: Failed, { since, isAnothers }: Pick<SendIntent, 'since' | 'isAnothers'>, sentAt: number, { find, refusedAgainFor }: SameWords): Promise<NetworkResult<Published>> {
  const ours = await find({ sentAt, since: Math.min(since ?? sentAt, sentAt), ...(isAnothers === undefined ? {} : { isAnothers }) })
  if (!ours.ok) return failed('unknown_outcome', ours.failure.error)
  if (typeof ours.value === 'object') return done(ours.value)
  if (ours.value === 'none') return refused
  const older = await find({ sentAt: sentAt - refusedAgainFor, since: sentAt - refusedAgainFor })
  return older.ok && typeof older.value === 'object' ? refused : failed('unknown_outcome', refused.failure.error)
}
