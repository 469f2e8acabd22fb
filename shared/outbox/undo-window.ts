import { z } from 'zod'
import { idSchema, instantSchema } from '../contract/identifiers.ts'
import { followsFilm } from './job-nature.ts'
import { otherActWords } from './job-word.ts'
import { jobKinds, type JobKind } from './job.ts'

/** A heart pressed by mistake is seen at once; nobody waits longer for it. */
const longestForLikes = 5

/**
 * Up to when something that was just asked for can be taken back before anything of it leaves (ms since the epoch); null when its time is
 * later anyway, or the client wants no such wait. Whatever the user chose ("now", or the minute that is running), nothing leaves sooner.
 */
export function undoUntil({ kind, dueAt, now, undoSeconds }: { readonly kind: JobKind; readonly dueAt: number; readonly now: number; readonly undoSeconds: number }): number | null {
  // The film is out already, and its cover and its list were part of what was decided.
  if (followsFilm(kind)) return null
  const seconds = kind === 'like' || kind === 'unlike' ? Math.min(undoSeconds, longestForLikes) : undoSeconds
  const until = now + seconds * 1000
  return dueAt < until ? until : null
}

/** Something about to leave that can still be taken back: a post on all its accounts, a reply, a like. */
export const leavingSchema = z.object({
  workspaceId: idSchema,
  kind: z.enum(jobKinds),
  postId: idSchema.nullable(),
  conversationId: idSchema.nullable(),
  jobIds: z.array(idSchema).min(1),
  accountIds: z.array(idSchema).min(1),
  excerpt: z.string(),
  /** Nothing of it leaves by itself: on all its accounts the person publishes. */
  byHand: z.literal(true).optional(),
  /** What its network calls the act, where that is another word (`actWord`). */
  word: z.enum(otherActWords).optional(),
  /** It asked before somebody sent it: taken back, it asks again. */
  askedBefore: z.literal(true).optional(),
  leavesAt: instantSchema,
  /** None of its accounts can be reached now: at that time it starts to wait for a connection instead. */
  waitsForConnection: z.boolean()
})
export type Leaving = z.infer<typeof leavingSchema>
