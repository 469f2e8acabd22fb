import type { Account } from '../../../shared/accounts/account.ts'
import type { MediaItem } from '../../../shared/media/media-item.ts'
import type { Approval } from '../../../shared/posts/approval.ts'
import type { Job } from '../../../shared/outbox/job.ts'
import { ownMediaIn } from '../../../shared/posts/own-media.ts'
import type { PostContent, PostOrigin, PostPlan, PostSchedule, PostStatus } from '../../../shared/posts/post.ts'
import { emptyDocument, type RichDocument } from '../../../shared/posts/rich-document.ts'
import { isSecondTime, toLocalDateTime } from '../../../shared/schedule/local-time.ts'
import type { StudioError } from '../../../shared/errors/studio-error.ts'
import type { Overtaken } from './overtaken.ts'

/** What the page knows of the save under way. `conflict`: the post was changed elsewhere; nothing is overwritten. */
export type SaveState =
  | { readonly kind: 'untouched' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: number }
  | { readonly kind: 'failed'; readonly error: StudioError }

/** The post in the editor. `content` runs ahead of the database by at most one autosave. */
export interface OpenPost {
  readonly postId: string
  readonly content: PostContent
  readonly revision: number
  readonly status: PostStatus
  readonly schedule: PostSchedule | null
  /** As it is stored. */
  readonly plan: PostPlan | null
  /** A plan in hand that may not be stored yet, in the client's zone; null when there is none. */
  readonly planChange: { readonly to: string | null; readonly isSecond?: boolean } | null
  readonly approval: Approval
  readonly origin: PostOrigin
  readonly jobs: readonly Job[]
  /** Of its films, as far as they are sent by calls of their own. */
  readonly covers: readonly Job[]
  /** Null until the first of its accounts has it. */
  readonly publishedAt: number | null
  readonly save: SaveState
  /** Null as long as what is stored follows what is in hand. */
  readonly overtaken: Overtaken | null
}

/** All of a post but what is written in it, and whether that is saved: it stays the same while somebody types. */
export type PostFacts = Omit<OpenPost, 'content' | 'save'>

export type ComposerState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: StudioError }
  | {
      readonly kind: 'ready'
      readonly post: OpenPost
      readonly accounts: readonly Account[]
      readonly media: readonly MediaItem[]
      /** The account whose own text is edited; null: the base text. */
      readonly editing: string | null
      /** Which part of the thread is in the editor; 0: the first. */
      readonly part: number
      /** A call about exactly this content is out: nothing can be written into it before its answer, which may take the content's place. */
      readonly isSettling: boolean
    }

export type ReadyState = Extract<ComposerState, { kind: 'ready' }>

export const emptyContent: PostContent = { title: '', document: emptyDocument, targets: [], media: [] }

/** Only a draft can be edited: what has a time is fixed as it will go out, and is taken back first. What is out is history; what became of it elsewhere is settled first. */
export function isEditable(post: Pick<OpenPost, 'status' | 'overtaken'>): boolean {
  return post.status === 'draft' && post.overtaken === null
}

/** When a post goes out, as the client's clocks show it. */
export function scheduledTime({ schedule }: Pick<OpenPost, 'schedule'>, timeZone: string): string | null {
  if (schedule === null) return null
  return schedule.timeZone === timeZone ? schedule.localDateTime : toLocalDateTime(schedule.dueAt, timeZone)
}

/** When a draft is meant to go out, as the client's clocks show it; null when nobody has said. */
export function plannedTime({ plan, planChange }: Pick<OpenPost, 'plan' | 'planChange'>, timeZone: string): string | null {
  if (planChange !== null) return planChange.to
  if (plan === null) return null
  // The client's zone may have changed since; the moment is what was meant.
  return plan.timeZone === timeZone ? plan.localDateTime : toLocalDateTime(plan.at, timeZone)
}

/** Whether the plan means an hour that the client's clocks show twice, the second time. */
export function isPlannedSecond({ plan, planChange }: Pick<OpenPost, 'plan' | 'planChange'>, timeZone: string): boolean {
  return planChange === null ? plan !== null && isSecondTime(plan.at, timeZone) : planChange.isSecond === true
}

/** The text that goes to one account: its own, else the base. */
export function documentFor(content: PostContent, accountId: string): RichDocument {
  return content.targets.find((target) => target.accountId === accountId)?.variant ?? content.document
}

/** Whose pictures the strip below the text shows: those of the account in the editor, where it has its own; undefined: the post's. */
export function mediaOwner({ post: { content }, editing, part }: Pick<ReadyState, 'post' | 'editing' | 'part'>): string | undefined {
  const more = content.moreParts?.[part - 1]
  const target = content.targets.find(({ accountId }) => accountId === editing)
  if (target === undefined) return undefined
  return (more === undefined ? target.media : ownMediaIn(more, target.accountId)) === undefined ? undefined : target.accountId
}

export function isTarget(content: PostContent, accountId: string): boolean {
  return content.targets.some((target) => target.accountId === accountId)
}
