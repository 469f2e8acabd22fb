import type { Account } from '../../../../shared/accounts/account.ts'
import type { PostSummary } from '../../../../shared/posts/post.ts'
import type { Carried } from '../carried-to-day.ts'

export interface ShelfProps {
  readonly workspaceId: string
  readonly timeZone: string
  readonly drafts: readonly PostSummary[]
  readonly accounts: readonly Account[]
  readonly onOpen: (postId: string) => void
  /** By the keyboard's way; dropping on the calendar is the grid's business. */
  readonly onPlan: (carried: Carried, localDateTime: string) => void
}
