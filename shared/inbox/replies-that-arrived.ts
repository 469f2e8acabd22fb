import { wordsOf } from '../text/fold-text.ts'
import type { InboxItem } from './inbox-item.ts'

/** A reply of ours whose request has gone out and whose outcome is not known yet. */
export interface ReplyUnderWay {
  readonly jobId: string
  readonly text: string
  /** What it answers. */
  readonly targetRemoteId: string
  /** When the first request went out, ms since the epoch. */
  readonly sentAt: number
}

/** How far the network's clock may be behind ours, ms. */
const clockSkew = 5 * 60_000

/**
 * Replies that the network shows already while their own request has not told of it: the answer is slow, was cut off, or the next look at
 * the inbox was quicker. Such a reply is in the thread as what the network shows; beside it, its job would be the same words a second time.
 * `items` are those of the thread that no other job of ours ended as. Gives ids of jobs; each item stands for one.
 */
export function repliesThatArrived(items: readonly InboxItem[], replies: readonly ReplyUnderWay[]): ReadonlySet<string> {
  const taken = new Set<string>()
  const arrived = new Set<string>()
  for (const reply of replies) {
    const item = items.find((candidate) => !taken.has(candidate.id) && isWhatWasSent(candidate, reply))
    if (item === undefined) continue
    taken.add(item.id)
    arrived.add(reply.jobId)
  }
  return arrived
}

function isWhatWasSent(item: InboxItem, { text, targetRemoteId, sentAt }: ReplyUnderWay): boolean {
  if (!item.isOwn || item.createdAt < sentAt - clockSkew) return false
  // Some networks do not say what a message answers.
  if (item.parentRemoteId !== null && item.parentRemoteId !== targetRemoteId) return false
  return sayTheSame(item.text, text)
}

/** The name of the person answered may stand in front, addresses may have lost their scheme, white space and typography may differ. */
function sayTheSame(there: string, sent: string): boolean {
  const [wordsThere, wordsSent] = [keyOf(there), keyOf(sent)]
  return wordsThere === wordsSent && (wordsSent !== '' || withoutNames(there) === withoutNames(sent))
}

function keyOf(text: string): string {
  return wordsOf(withoutNames(text).replaceAll(/https?:\/\//gi, '')).join(' ')
}

function withoutNames(text: string): string {
  return text.replace(/^(?:@\S+\s+)+(?=\S)/u, '').trim()
}
