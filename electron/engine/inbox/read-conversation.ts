import type { Account } from '../../../shared/accounts/account.ts'
import { usesOf } from '../../../shared/accounts/rights.ts'
import { succeed, fail, type Result } from '../../../shared/contract/result.ts'
import type { RequestOutput } from '../../../shared/contract/request-map.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import type { InboxItem } from '../../../shared/inbox/inbox-item.ts'
import { repliesThatArrived } from '../../../shared/inbox/replies-that-arrived.ts'
import type { NetworkCapabilities } from '../../../shared/networks/network-capabilities.ts'
import { takesReplies } from '../../../shared/networks/offer-of.ts'
import type { Job } from '../../../shared/outbox/job.ts'
import type { PostSummary } from '../../../shared/posts/post.ts'
import type { AccountsService } from '../accounts/accounts-service.ts'
import type { OutboxService } from '../outbox/outbox-service.ts'
import { noMarks, type ActsInForce } from './acts-in-force.ts'
import { canLike, replyUntil } from './answer-people.ts'
import type { Conversations } from './conversations.ts'
import type { InboxItems } from './inbox-items.ts'
import { toConversation, toInboxItem, type ConversationRow, type ItemRow } from './inbox-rows.ts'
import { createRightsThere, maskByRights, type MayDo } from './mask-by-rights.ts'
import type { PrivateReplies } from './private-replies.ts'
import type { ReplyDrafts } from './reply-drafts.ts'
import type { ReviewItems } from './review-items.ts'

/** More than anybody reads at once; the newest are shown. */
const longestThread = 1_000

export interface ReadConversationNeeds {
  readonly accounts: Pick<AccountsService, 'read' | 'adapterFor'>
  readonly outbox: Pick<OutboxService, 'openJobsOfConversation' | 'repliesUnderWay' | 'isOurOutcome' | 'postIdOfRemote'>
  /** null when the post is not here any more. */
  postSummary(postId: string): PostSummary | null
  readonly conversations: Conversations
  readonly items: InboxItems
  readonly reviews: Pick<ReviewItems, 'earlierOf'>
  readonly drafts: ReplyDrafts
  readonly actsInForce: Pick<ActsInForce, 'of'>
  readonly privateReplies: PrivateReplies
}

/** A conversation with everything that its screen shows. */
export function createReadConversation(needs: ReadConversationNeeds): (conversationId: string) => Result<RequestOutput<'inbox.read'>> {
  const { accounts, outbox, conversations, items, drafts } = needs
  const rightsThere = createRightsThere(accounts)

  function postOf({ account_id: accountId }: Pick<ConversationRow, 'account_id'>, remoteId: string | null): PostSummary | null {
    const networkId = accounts.read(accountId)?.networkId
    const several = networkId === undefined ? undefined : accounts.adapterFor(networkId).severalInOne
    const postId = remoteId === null ? null : outbox.postIdOfRemote(accountId, remoteId, several)
    return postId === null ? null : needs.postSummary(postId)
  }

  /** As the network told them; else as they were sent from here. */
  function quotedWords(row: ItemRow): string {
    return row.quoted_remote_id === null || row.quoted_text !== '' ? row.quoted_text : (postOf(row, row.quoted_remote_id)?.excerpt ?? '')
  }

  /** What is on its way, without the replies that the network shows already: the same words never stand in the thread twice. */
  function jobsBeside(shown: readonly InboxItem[], { id, account_id }: ConversationRow): Job[] {
    const underWay = outbox.repliesUnderWay(id)
    const unclaimed = underWay.length === 0 ? [] : shown.filter((item) => item.isOwn && !outbox.isOurOutcome(account_id, item.remoteId))
    const arrived = repliesThatArrived(unclaimed, underWay)
    return outbox.openJobsOfConversation(id).filter((job) => !arrived.has(job.id))
  }

  function isGroup({ account_id, kind, remote_id }: ConversationRow): boolean {
    const networkId = kind === 'message' ? accounts.read(account_id)?.networkId : undefined
    return networkId !== undefined && accounts.adapterFor(networkId).isGroup?.(remote_id) === true
  }

  function asShown(rows: readonly ItemRow[], may: MayDo): InboxItem[] {
    const inForce = needs.actsInForce.of(rows)
    return rows.map((row) => {
      const masked = maskByRights(row, may)
      return toInboxItem({ ...masked.row, quoted_text: quotedWords(row) }, { ...(inForce.get(row.id) ?? noMarks), ...masked.marks }, row.stars === null ? [] : needs.reviews.earlierOf(row.id))
    })
  }

  return (conversationId) => {
    const row = conversations.find(conversationId)
    if (row === null) return fail(studioError('not_found', `no conversation ${conversationId}`))
    const account = accounts.read(row.account_id)
    const capabilities = account === null ? null : accounts.adapterFor(account.networkId).capabilities
    const until = replyUntil(capabilities, row, items.newestByOthers(conversationId))
    const shown = asShown(items.ofConversation(conversationId, longestThread), rightsThere(row))
    return succeed({
      conversation: toConversation(row),
      items: shown,
      post: postOf(row, row.our_post_remote_id),
      replyDraft: drafts.read(conversationId),
      jobs: jobsBeside(shown, row),
      canReply: mayReply(capabilities, row, shown),
      isBlocked: isBlocked(shown, row, capabilities),
      canLike: mayLike(accounts, account, row) && until === null,
      isGroup: isGroup(row),
      replyUntil: until,
      privateReply: mayWriteInPrivate(account) ? needs.privateReplies.of(capabilities, row, items.newestByOthers(conversationId)) : null,
      maxReplyCharacters: account?.serverLimits.maxCharacters ?? capabilities?.text.max.value ?? null
    })
  }
}

function mayWriteInPrivate(account: Pick<Account, 'lacksRights'> | null): boolean {
  return !usesOf(account?.lacksRights ?? []).includes('messages')
}

function mayReply(capabilities: NetworkCapabilities | null, { kind }: ConversationRow, shown: readonly InboxItem[]): boolean {
  return capabilities !== null && takesReplies(kind, capabilities) && !shown.some(isGoneReview)
}

function mayLike(accounts: ReadConversationNeeds['accounts'], account: Account | null, { kind }: ConversationRow): boolean {
  return account !== null && kind !== 'review' && canLike(accounts, account)
}

function isGoneReview({ isOwn, stars, goneAt }: InboxItem): boolean {
  return !isOwn && stars !== undefined && goneAt !== undefined
}

/** Nobody is left whom an answer would reach. Who is kept from private messages alone still reads posts. */
function isBlocked(shown: readonly InboxItem[], { kind }: ConversationRow, capabilities: NetworkCapabilities | null): boolean {
  if (kind !== 'message' && capabilities?.blocksMessages !== undefined) return false
  const byOthers = shown.filter(({ isOwn }) => !isOwn)
  return byOthers.length > 0 && byOthers.every(({ inForce, underWay }) => inForce.includes('block') && !underWay.includes('block'))
}
