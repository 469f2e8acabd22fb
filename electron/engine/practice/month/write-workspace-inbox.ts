import type Database from 'better-sqlite3'
import { assertNever } from '../../../../shared/errors/assert-never.ts'
import { createAccountCursors } from '../../inbox/account-cursors.ts'
import { createChangeConversations } from '../../inbox/change-conversations.ts'
import { createConversationSums } from '../../inbox/conversation-sums.ts'
import { createConversations } from '../../inbox/conversations.ts'
import { createInboxItems } from '../../inbox/inbox-items.ts'
import { createReviewItems } from '../../inbox/review-items.ts'
import { createStoreItems } from '../../inbox/store-items.ts'
import { toItem } from '../../networks/mastodon/mastodon-mapping.ts'
import { writeMastodonCursor } from '../../networks/mastodon/mastodon-cursor.ts'
import { statusSchema } from '../../networks/mastodon/mastodon-schemas.ts'
import type { IncomingItem } from '../../networks/network-incoming.ts'
import type { Random } from '../../random.ts'
import type { PracticePlace } from '../practice-places.ts'
import type { PracticeRecord } from '../record/practice-record.ts'
import { statusJson } from '../server/entities/status-json.ts'
import { tomorrowMorning } from './local-week.ts'
import type { PlannedTalk } from './plan-month.ts'
import type { PreparedMonth } from './prepare-network.ts'

export interface WriteInboxNeeds {
  readonly database: Database.Database
  readonly random: Random
  readonly record: PracticeRecord
  readonly accountId: string
  readonly place: PracticePlace
  readonly timeZone: string
  readonly month: PreparedMonth
}

/**
 * The month's conversations as the inbox would have kept them, had Vigie been there: taken in through its own door, as the adapter reads
 * them, then read, answered, put off or done. Ends at the network's newest notification, so that the poller goes on from there. Call it in a
 * transaction.
 */
export function writeWorkspaceInbox(needs: WriteInboxNeeds): void {
  const { database, random, accountId, month } = needs
  const conversations = createConversations(database)
  const sums = createConversationSums(database)
  const change = createChangeConversations({ database, conversations, sums })
  const storeItems = createStoreItems({ database, random, items: createInboxItems(database), reviews: createReviewItems(database), conversations, sums })
  storeItems({ accountId, items: month.plan.talks.flatMap((talk) => itemsOf(needs, talk)), now: month.madeAt, isFirstLook: false })

  for (const talk of month.plan.talks) {
    const first = month.written.talks.get(talk.key)?.[0]
    const found = first === undefined ? null : conversations.findRemote(accountId, talk.kind, first)
    if (found !== null) settle(needs, talk, found.id, change)
  }
  const [newest] = needs.record.reactions.notifications({ kinds: ['mention'], memberId: null }, { maxId: null, sinceId: null, minId: null, limit: 1 })
  const cursor = writeMastodonCursor({ version: 1, newestId: newest === undefined ? null : String(newest.id), lookBack: null })
  createAccountCursors(database).write(accountId, { cursor, isCaughtUp: true, now: month.madeAt })
}

function itemsOf({ record, place: { name }, month }: WriteInboxNeeds, talk: PlannedTalk): readonly IncomingItem[] {
  const own = record.members.own()
  const ids = month.written.talks.get(talk.key) ?? []
  const place = { kind: talk.kind, conversationId: ids[0] ?? '', ourPostId: talk.post === null ? null : (month.written.posts.get(talk.post) ?? null) }
  return ids.flatMap((id) => {
    const row = record.statuses.read(id)
    if (row === null) return []
    return [toItem(statusSchema.parse(statusJson(record, row, `http://${name}`, own)), place, { ownId: own.id, ownServer: name, now: month.madeAt })]
  })
}

function settle({ timeZone, month }: WriteInboxNeeds, { state }: PlannedTalk, id: string, change: ReturnType<typeof createChangeConversations>): void {
  const now = month.madeAt
  switch (state) {
    case 'unread':
      return
    case 'waiting':
      change.markRead(id, true)
      return
    case 'answered':
      change.markRead(id, true)
      change.setState([id], { state: 'open' }, now)
      return
    case 'snoozed':
      change.markRead(id, true)
      change.setState([id], { state: 'snoozed', until: tomorrowMorning(now, timeZone) }, now)
      return
    case 'done':
      change.setState([id], { state: 'done' }, now)
      return
    default:
      assertNever(state, 'state of a talk')
  }
}
