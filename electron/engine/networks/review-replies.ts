import { studioError } from '../../../shared/errors/studio-error.ts'
import { decideReviewReply } from './decide-review-reply.ts'
import type { Draft } from './network-draft.ts'
import type { NetworkResult } from './network-failure.ts'
import type { Published } from './network-publisher.ts'
import type { ReadReview } from './network-reading.ts'
import { done, failed } from './network-results.ts'
import type { AccountSession } from './network-session.ts'

/** Puts the words in the place of whatever the owner answers there. One call that others can see; the same words again change nothing. */
export type PutReviewReply = (session: AccountSession, reviewRemoteId: string, text: string) => Promise<NetworkResult<Published>>

/** Nothing was written: the review is there no more. */
const goneReview = studioError('rejected', 'the review is no longer there', { details: { reason: 'gone' } })

/** Nothing was written: somebody answered there meanwhile, in other words than the person saw. */
const answeredThere = studioError('rejected', 'somebody else answered the review meanwhile', { details: { reason: 'answered_there' } })

/**
 * Answers a review, or changes the answer, as `Publisher.publish` does it: the review is read first, in every attempt, so that nothing is sent twice and nobody's words are written over that
 * the person has not seen.
 */
export async function publishReviewReply(session: AccountSession, draft: Draft, network: { readonly read: ReadReview; readonly put: PutReviewReply }): Promise<NetworkResult<Published>> {
  const target = targetOf(draft)
  const found = await network.read(session, target.remoteId)
  if (!found.ok) return found
  if (found.value === 'gone') return failed('rejected', goneReview)
  const reply = found.value.review?.reply ?? null
  switch (decideReviewReply({ there: reply?.text ?? null, was: target.replyWas, wanted: draft.text })) {
    case 'is_there':
      // Sent once more, the network itself says why it refuses it.
      if (reply?.isRefused === true) return network.put(session, target.remoteId, draft.text)
      return done({ remoteId: reply?.remoteId ?? target.remoteId, url: found.value.url })
    case 'answered_there':
      return failed('rejected', answeredThere)
    case 'send':
      return network.put(session, target.remoteId, draft.text)
  }
}

/** Looks for an answer that may have arrived, as `Publisher.findPublished` does it: what stands there tells it at once. */
export async function findReviewReply(session: AccountSession, draft: Draft, read: ReadReview): Promise<NetworkResult<Published | 'none'>> {
  const found = await read(session, targetOf(draft).remoteId)
  if (!found.ok) return found
  if (found.value === 'gone') return done('none')
  const { url, review } = found.value
  const reply = review?.reply ?? null
  if (reply === null || reply.isRefused === true) return done('none')
  return done(decideReviewReply({ there: reply.text, was: null, wanted: draft.text }) === 'is_there' ? { remoteId: reply.remoteId, url } : 'none')
}

function targetOf({ replyTo }: Draft): { readonly remoteId: string; readonly replyWas: string | null } {
  if (replyTo?.review === undefined) throw new Error('not an answer to a review')
  return { remoteId: replyTo.remoteId, replyWas: replyTo.review.replyWas }
}
