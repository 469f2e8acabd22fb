import type { Account } from '../../../shared/accounts/account.ts'
import { checkAccess } from '../../../shared/posts/check-access.ts'
import type { PostSummary } from '../../../shared/posts/post.ts'
import { momentOf } from './calendar-events.ts'

/** Whether the access of one of its accounts ends before the post's time. What waits at its network needs no access any more. */
export function accessEndsBefore(post: PostSummary, accounts: readonly Account[], now: number): boolean {
  const dueAt = momentOf(post)
  if (dueAt === null || (post.status !== 'scheduled' && post.status !== 'draft')) return false
  return checkAccess(post.accountIds.filter((id) => !post.handedOver.includes(id)), accounts, { dueAt, now }).length > 0
}
