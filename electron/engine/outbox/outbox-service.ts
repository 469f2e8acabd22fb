import type { CancelReason } from '../../../shared/outbox/cancel-reason.ts'
import type { ReplyUnderWay } from '../../../shared/inbox/replies-that-arrived.ts'
import type { About, Job, JobKind, ThreadPlace } from '../../../shared/outbox/job.ts'
import type { SeveralInOne } from '../networks/network-adapter.ts'
import type { DecideJob } from './decision-on-job.ts'
import type { Repeat, RepeatQuestion } from './find-repeats.ts'
import type { FollowerPayload, JobPayload } from './job-payload.ts'

/** An effect that somebody else will see, as the feature that wants it records it. */
export interface JobIntent {
  /** Made by the caller: the same id never makes a second job (a reply's `replyId`). */
  readonly id: string
  /** Where the same intent may be recorded anew after a loss, and must be known by the same key then; by chance when left out. */
  readonly idempotencyKey?: string
  readonly kind: JobKind
  readonly accountId: string
  readonly postId: string | null
  readonly conversationId: string | null
  /** The inbox item that is answered or liked. */
  readonly itemId: string | null
  /** What it changes of that which is out. */
  readonly about?: About
  readonly payload: JobPayload
  /** What lists show of it: first 280 characters, see `excerptOf`. */
  readonly excerpt: string
  /** ms since the epoch. */
  readonly dueAt: number
  /** The user chose a time and is probably away when it comes: its success is worth a notification. */
  readonly isPlanned: boolean
  /** One part of a thread, and the job of the part before it. */
  readonly thread?: { readonly place: ThreadPlace; readonly afterJobId: string | null }
}

/** A job that came to rest: `published`, `failed` or `cancelled`; a reply also when it asks: `missed`, `held`, or nobody knows whether it arrived. What failed or asks may still go on, when the user says so. */
export interface SettledJob {
  readonly job: Job
  readonly itemId: string | null
  /** null when the stored payload cannot be read. */
  readonly payload: JobPayload | null
  /** The network's own identifier; null when the user confirmed by eye, for likes, and unless published. */
  readonly remoteId: string | null
}

/** A job whose network has it and publishes it at its time, under this name. */
export type ArrivedJob = Pick<SettledJob, 'job' | 'payload'> & { readonly remoteId: string }

/** A text that is out. */
export interface SentJob {
  readonly accountId: string
  /** With the words of the newest edit that is confirmed. */
  readonly payload: Extract<JobPayload, { effect: 'create' }>
  /** When that was, ms since the epoch; null: it stands as it was sent. */
  readonly editedAt: number | null
  /** null: the person published it, or saw it with their own eyes. */
  readonly remoteId: string | null
}

/** What the other features know of the outbox. Nobody else writes `outbox_jobs`. */
export interface OutboxService {
  /**
   * Records the intent. Call it inside the transaction of the thing it stands for, then `wake` after the commit. The same id again gives the job
   * that is there. A like or unlike takes the place of an earlier one for the same item that has not gone out.
   */
  enqueue(intent: JobIntent): Job
  /** The same text on the same account within a day, out or waiting, of another post. */
  findRepeats(question: RepeatQuestion): readonly Repeat[]
  /** Tells pages and runner that there are new jobs; after the commit. */
  wake(jobIds: readonly string[]): void
  read(jobId: string): Job | null
  /** What a job published, as it was sent or changed since; null unless it is out, and for likes and the like. */
  readSent(jobId: string): SentJob | null
  /** What changes that which is out of the post, oldest first. */
  changesOfPost(postId: string): readonly Job[]
  /** Inside the caller's transaction: the person says that what this job published is deleted on its network. False where nothing is out. */
  markRemoved(jobId: string): boolean
  /** The words that the job publishes or answers with; null when it has none, or they cannot be read. */
  textOf(jobId: string): string | null
  /** Oldest first, cancelled ones too. */
  jobsOfPost(postId: string): readonly Job[]
  /** The same as people are told of them: each with what would keep it from leaving as things stand. */
  toldOfPost(postId: string): readonly Job[]
  /** What follows its films by calls of its own, covers and lists, oldest first. */
  coversOfPost(postId: string): readonly Job[]
  /** What follows the film that this job has with a network that publishes by itself, under the name that it waits there by. A film that was called back was another one. */
  followersOfWaiting(job: Pick<Job, 'id' | 'postId'>): readonly FollowerPayload[]
  jobsOfPosts(postIds: readonly string[]): ReadonlyMap<string, readonly Job[]>
  /** How many jobs of the account will want to leave by then (ms since the epoch). */
  countUntil(accountId: string, until: number): number
  /** Jobs on a conversation that have not come to an end, oldest first. */
  openJobsOfConversation(conversationId: string): readonly Job[]
  /** Those among them that are replies and have gone out at least once, oldest first. */
  repliesUnderWay(conversationId: string): readonly ReplyUnderWay[]
  /** True when this is what one of our jobs ended as. */
  isOurOutcome(accountId: string, remoteId: string): boolean
  /** The post of ours that bears this identifier on the network, or has it in it; null when Vigie did not publish it. */
  postIdOfRemote(accountId: string, remoteId: string, several?: SeveralInOne): string | null
  /**
   * Inside the caller's transaction: sets what has not gone out to another time. What was refused, or may be out since a copy was put back, stays as it is. False, and nothing changed, when something is
   * on its way or nothing is left. `isNow`: it leaves when the moment in which it can be taken back is over. `from`: what stood at another hour than this one keeps its distance to it.
   */
  move(postId: string, dueAt: number, options?: { readonly isNow: boolean; readonly from?: number }): boolean
  /**
   * Inside the caller's transaction: the same, each job by itself; after a hold (`isAfterHold`) of the accounts that it kept alone. What is on its way or may have arrived keeps
   * nothing else from being moved, and goes at the new time should it not have arrived; what is being called back has that time once it is back. False when nothing of it is here.
   */
  moveWhatIsHere(postId: string, dueAt: number, options?: { readonly isAfterHold: boolean }): boolean
  /** Inside the caller's transaction: the same for one account of it, a card that stands ready there too, and nothing of the other ones. */
  moveOnAccount(postId: string, accountId: string, dueAt: number): void
  /** Inside the caller's transaction: what was moved to this time and has not left asks again as before, or has its hour again where that has not passed; false where nothing of it is so. */
  undoMove(postId: string, dueAt: number): boolean
  /** Inside the caller's transaction: one job that asked and was decided about asks again as before, when it was sent and can still be taken back, or (`movedTo`) still waits for the hour that it was given. False: neither. */
  undoDecision(jobId: string, movedTo: number | null): boolean
  /** The hour at which the post stands, see `hourOfPost`; null: the one it has. */
  hourOf(postId: string): number | null
  /** What a person decided about one job, in a transaction of its own, with everything that `outbox.decide` asks. */
  readonly decide: DecideJob
  /**
   * Inside the caller's transaction: the post is not to go out, each job decided by itself. What is here is given up, what waits with a network is called back and
   * given up then; what is on its way or may have arrived tells how it ended, and is never sent again.
   */
  dropWhatCanBe(postId: string, reason: CancelReason, options?: { readonly isAfterHold: boolean }): void
  /**
   * Inside the caller's transaction: cancels what has not gone out. `on_its_way`: nothing changed. `looked_for`: some of it may have arrived once; that is
   * looked for, never sent again, and cancelled when it is certain that it is not there.
   */
  withdraw(postId: string, reason: CancelReason): 'done' | 'looked_for' | 'on_its_way'
  /**
   * Inside the caller's transaction: what was sent by one press of a button after it had asked, and has not left, asks again as before. `nothing`: none of the post
   * was; `too_late`: it has left.
   */
  undoNow(postId: string): 'done' | 'nothing' | 'too_late'
  /** It was told to leave at once, and the moment in which it can be taken back is not over: that was never a plan. */
  isLeavingNow(postId: string): boolean
  /** Something of it is on its way, or may have arrived: `withdraw` would not be `done`. */
  mayBeOut(postId: string): boolean
  /**
   * Inside the caller's transaction: the post is no longer wanted. What waits with its network is called back, the rest of it is given up at once. Once all is back,
   * `onRecalled` tells; until then it may still go from there. False, and nothing changed, when nothing waits there or something of it is on its way from here.
   */
  recall(postId: string, reason: CancelReason): boolean
  /** Inside the caller's transaction: gives a scheduled post to its networks, as far as they take it; the rest goes from here. */
  giveAway(postId: string): void
  /** Runs inside the transaction in which the last of a recalled post came back. Returns the function that ends it. */
  onRecalled(listener: (postId: string) => void): () => void
  /** Runs inside the transaction in which a post turned out to have another time on its network. Returns the function that ends it. */
  onRetimed(listener: (postId: string, dueAt: number) => void): () => void
  /** Inside the caller's transaction: a line in the story of what has not gone out. */
  noteRefused(postId: string, comment: string): void
  /** Told in the story of each open job: the client's no came before it was scheduled, and what was decided here about it. */
  noteDecision(postId: string, decision: { readonly kind: 'sent_anyway' | 'taken_on'; readonly comment: string }): void
  /** Inside the caller's transaction: somebody decided to send it although the client said no. What was held for that goes; what has its time still to come goes then. `isNews`: the story tells it; said twice, once. */
  goAllTheSame(postId: string, options: { readonly isNews: boolean }): void
  /** Runs inside the transaction in which a network has taken a post that it publishes by itself. Returns the function that ends it. */
  onArrivedThere(listener: (arrived: ArrivedJob) => void): () => void
  /** Jobs of which something may have arrived, and that have no answer yet. */
  listOnTheirWay(): readonly { readonly id: string; readonly accountId: string; readonly payload: JobPayload | null }[]
  /**
   * Runs inside the transaction in which a job comes to rest; must not wait. What it returns runs after the commit. Returns the function
   * that ends it.
   */
  onSettled(insideTransaction: (settled: SettledJob) => (() => void) | void): () => void
}

/** The outbox as its scheduler sees it. */
export interface OutboxWork {
  /** Starts what is due. Returns when it has to be called again at the latest (ms since the epoch); null: only after `onWake`. */
  tick(): number | null
  /** Once, before the first tick: what a crash left on its way is marked as "may have arrived". */
  recover(): void
  /** The computer's clock was set back by so many ms. */
  clockWentBack(by: number): void
  /** There may be something to do: a new job, a decision, an answer, a login. Returns the function that ends it. */
  onWake(listener: () => void): () => void
}
