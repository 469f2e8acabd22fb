import { useState } from 'react'
import type { RequestOutput } from '../../../shared/contract/request-map.ts'

export type PrivateReply = NonNullable<RequestOutput<'inbox.read'>['privateReply']>
export const replyWays = ['public', 'private'] as const
export type ReplyWay = (typeof replyWays)[number]

interface ChosenWay {
  readonly way: ReplyWay
  /** For the answer to this comment. */
  readonly itemId: string
  /** One had gone out in private then, or was on its way. */
  readonly whenUsed: boolean
}

/** What was chosen for each conversation since the program began. */
const chosenWays = new Map<string, ChosenWay>()

/**
 * Where an answer to a comment goes. What was written to be read in private never goes out under the comment because nobody looked: words that were kept from before have no way until one is
 * chosen (null), and neither have private ones whose time is over, or that were written to another person than the one whose comment is the newest now.
 */
export function wayOf(of: PrivateReply | null, chosen: ChosenWay | null, now: number): ReplyWay | null {
  if (isForAnother(of, chosen)) return null
  // A second one is not taken: whatever is written now goes below.
  if (of === null || of.isUsed) return 'public'
  if (chosen?.way === 'public') return isTakenBack(of, chosen) ? null : 'public'
  return of.until < now ? null : (chosen?.way ?? null)
}

/** They were written in private to somebody whose comment is not the newest any more. */
function isForAnother(of: PrivateReply | null, chosen: ChosenWay | null): boolean {
  return chosen?.way === 'private' && of !== null && chosen.itemId !== of.itemId
}

/** The private one did not go out: its words are in the field again. */
function isTakenBack({ itemId }: PrivateReply, chosen: ChosenWay): boolean {
  return chosen.whenUsed && chosen.itemId === itemId
}

export interface ReplyWayInHand {
  readonly way: ReplyWay | null
  readonly isForAnother: boolean
  readonly choose: (way: ReplyWay) => void
}

export function useReplyWay(conversationId: string, of: PrivateReply | null, kept: string, now: number): ReplyWayInHand {
  const [chosen, setChosen] = useState<ChosenWay | null>(() => chosenWays.get(conversationId) ?? (kept.trim() === '' ? { way: 'public', ...placeOf(of) } : null))
  return {
    way: wayOf(of, chosen, now),
    isForAnother: isForAnother(of, chosen),
    choose(way) {
      const next = { way, ...placeOf(of) }
      chosenWays.set(conversationId, next)
      setChosen(next)
    }
  }
}

function placeOf(of: PrivateReply | null): Pick<ChosenWay, 'itemId' | 'whenUsed'> {
  return { itemId: of?.itemId ?? '', whenUsed: of?.isUsed ?? false }
}
