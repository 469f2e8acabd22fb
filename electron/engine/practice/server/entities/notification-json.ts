import type { ConversationRow } from '../../record/conversations-record.ts'
import type { MemberRow } from '../../record/members-record.ts'
import type { PracticeRecord } from '../../record/practice-record.ts'
import type { NotificationRow } from '../../record/reactions-record.ts'
import { accountJson } from './account-json.ts'
import { statusJson } from './status-json.ts'

/** https://docs.joinmastodon.org/entities/Notification/ ; null when its status is gone. */
export function notificationJson(record: PracticeRecord, notification: NotificationRow, base: string, viewer: MemberRow) {
  const author = record.members.read(notification.memberId)
  const status = notification.statusId === null ? null : record.statuses.read(notification.statusId)
  if (author === null || (notification.statusId !== null && status === null)) return null
  return {
    id: String(notification.id),
    type: notification.kind,
    group_key: `ungrouped-${notification.id}`,
    created_at: new Date(notification.createdAt).toISOString(),
    account: accountJson(record, author, base),
    ...(status === null ? {} : { status: statusJson(record, status, base, viewer) })
  }
}

/** https://docs.joinmastodon.org/entities/Conversation/ */
export function conversationJson(record: PracticeRecord, conversation: ConversationRow, base: string, viewer: MemberRow) {
  const last = record.statuses.read(conversation.lastStatusId)
  const others = record.conversations.others(conversation.id).map((id) => record.members.read(id)).filter((found): found is MemberRow => found !== null)
  return {
    id: String(conversation.id),
    unread: conversation.unread,
    accounts: others.map((other) => accountJson(record, other, base)),
    last_status: last === null ? null : statusJson(record, last, base, viewer)
  }
}
