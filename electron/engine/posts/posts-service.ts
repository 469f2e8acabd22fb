import type { RefusedEntry, RefusedListener } from '../safety/approvals.ts'
import type { Result } from '../../../shared/contract/result.ts'
import type { CancelReason } from '../../../shared/outbox/cancel-reason.ts'
import type { Job } from '../../../shared/outbox/job.ts'
import type { PostProblem } from '../../../shared/posts/post-problem.ts'
import type { PostContent, PostOrigin, PostSchedule, PostStatus, PostSummary } from '../../../shared/posts/post.ts'
import type { EditedWords } from '../../../shared/published/content-after-edit.ts'
import type { YesToWords } from '../../../shared/published/yes-to-words.ts'
import type { PostSource } from './draft-from-source.ts'
import type { Refusal, RepeatsAt } from './refusal-of-repeats.ts'

/** The ids of the job that carries a part of a post (from 1) to an account, where they must not depend on chance. */
export type JobIds = (accountId: string, part: number) => { readonly id: string; readonly idempotencyKey: string }

/** `plannedFor` and `plansSecond` as in a save. */
export interface NewDraft {
  readonly postId: string
  readonly content: PostContent
  readonly plannedFor: string | null
  readonly plansSecond?: boolean | undefined
  readonly origin?: PostOrigin
}

/** What the other features know of posts. */
export interface PostsService {
  summary(postId: string): PostSummary | null
  /** A draft about what somebody else published. The same `postId` again changes nothing. */
  createDraftFromSource(source: PostSource & { readonly postId: string; readonly origin: PostOrigin }): Result<null>
  /** A draft with a content from earlier, without what is gone since. The same `postId` again changes nothing. */
  createDraft(draft: NewDraft): Result<null>
  /** The same inside the caller's transaction; afterwards `tell`. */
  writeDraft(draft: NewDraft): Result<null>
  /** Another plan for a draft, inside the caller's transaction; afterwards `tell`. What is no draft is `post_not_editable`. */
  planDraft(plan: { readonly postId: string; readonly plannedFor: string | null; readonly plansSecond?: boolean | undefined }): Result<null>
  read(postId: string): PostNow | null
  isSame(a: PostContent, b: PostContent): boolean
  /**
   * The rest is inside the caller's transaction; afterwards `tell`. A new post with its time and jobs; the same id again makes no second one. `siblings`: posts whose
   * approval counts for it where they say the same.
   */
  plan(post: { readonly postId: string; readonly content: PostContent; readonly siblings: readonly string[]; readonly localDateTime: string; readonly timeZone: string; readonly jobIds: JobIds }): Result<null>
  /** What would keep a draft from being planned at that hour while nobody looks. */
  unattendedStops(postId: string, dueAt: number): readonly PostProblem[]
  /** Gives a draft its time and jobs. Nobody looks on: what a network could take and do wrong is refused (`shared/posts/unattended.ts`), the rest asks the user when its time comes. */
  schedule(post: { readonly postId: string; readonly localDateTime: string; readonly timeZone: string; readonly jobIds?: JobIds }): Result<null>
  /** As from the composer, with every check, and with the hour of that zone: a draft gets its time, what waits already another. */
  scheduleByUser(input: { readonly postId: string; readonly revision: number; readonly localDateTime: string; readonly timeZone: string }): Result<null>
  /** What has to be asked before its words go out at these moments, see `RepeatsAt`; null: nothing. */
  refusalOfRepeats(question: RepeatsAt & { readonly postId: string }): Refusal | null
  /** What waits goes now; false when nothing waits. */
  sendNow(postId: string): boolean
  /** Of a post that asks after a hold: what is here goes at that hour; what is on its way is left alone. Refused when nothing of it is here. */
  moveHeld(postId: string, localDateTime: string): Result<null>
  /** Of a post that asks after a hold: each account's part of it is given up as far as it can be. */
  dropHeld(postId: string): Result<null>
  /** The same, to be written on: taken back. */
  editHeld(postId: string): Result<null>
  /** Written down: the client was asked about what it says now. A no stands until the answer. */
  ask(postId: string): Result<null>
  /** Although the client said no; refused where posts need a yes. */
  sendAllTheSame(postId: string): Result<null>
  /** Takes back and removes it; false, and nothing changed, when a part of it is out, on its way, or may have arrived. */
  discard(postId: string, reason: CancelReason): boolean
  /** It stays, and is not sent again: what may have arrived is looked for, and cancelled when it is certain that it is not there. Nothing changes when a part of it is on its way. */
  giveUp(postId: string, reason: CancelReason): void
  /**
   * What waits with its network is called back, and the post is removed once it is: `onRecalled` runs then, inside that transaction. The rest of it is given up at
   * once. False, and nothing changed, when nothing of it waits there.
   */
  recall(postId: string, reason: CancelReason): boolean
  onRecalled(listener: (postId: string) => void): () => void
  /** Runs inside the transaction in which the client's no was written down. */
  onRefused(listener: RefusedListener): () => void
  /** The client's no to another post: written down for this one too when it says the same and has not gone out. */
  refuseSame(postId: string, as: string, entry: RefusedEntry): void
  /** Gives a scheduled post to its networks, as far as they take it. */
  giveAway(postId: string): void
  /** Another moment for what has not gone out, written as the hour of the zone; an account with an hour of its own keeps its distance. False when something is on its way or nothing waits. */
  move(postId: string, dueAt: number, timeZone: string): boolean
  /** Another moment for the plan of a draft, written as the hour of the zone. */
  retimeTo(postId: string, at: number, timeZone: string): boolean
  /** Everything that has a time and was never published: drafts too. */
  timed(): readonly { readonly postId: string; readonly schedule: PostSchedule }[]
  /** Inside the caller's transaction: other words stand on an account now (`note-edited.ts`). False where the post does not follow. Afterwards `tell`. */
  noteEdited(postId: string, words: EditedWords, yes: YesToWords | undefined): boolean
  /** After the commit: pages and outbox are told. */
  tell(postIds: readonly string[]): void
}

/** A post as it stands. */
export interface PostNow {
  readonly content: PostContent
  readonly revision: number
  readonly excerpt: string
  readonly schedule: PostSchedule | null
  readonly status: PostStatus
  readonly jobs: readonly Job[]
}
