import type Database from 'better-sqlite3'
import { z } from 'zod'
import { createClientsRecord } from './clients-record.ts'
import { createCommunityRecord } from './community-record.ts'
import { createConversationsRecord } from './conversations-record.ts'
import { createFactsRecord } from './facts-record.ts'
import { createFeedsRecord } from './feeds-record.ts'
import { findMentions } from './find-mentions.ts'
import { createMediaRecord } from './media-record.ts'
import { createMembersRecord, type MemberRow } from './members-record.ts'
import { createModerationRecord, type SetAsideKind } from './moderation-record.ts'
import { createPinsRecord } from './pins-record.ts'
import { createReactionsRecord, type NotificationKind } from './reactions-record.ts'
import { createReviewsRecord } from './reviews-record.ts'
import { createScheduledRecord } from './scheduled-record.ts'
import { createStatusesRecord, type NewStatus, type StatusPoll, type StatusRow } from './statuses-record.ts'

/** How long a key protects against a second copy, in ms: Mastodon keeps it for an hour (docs.joinmastodon.org/methods/statuses, 2026-07-02). */
export const idempotencyWindowMs = 3_600_000

/** Everything the network knows, and the few acts that touch several tables at once. Each act is one transaction. */
export function createPracticeRecord(database: Database.Database) {
  const members = createMembersRecord(database)
  const statuses = createStatusesRecord(database)
  const reactions = createReactionsRecord(database)
  const conversations = createConversationsRecord(database)
  const media = createMediaRecord(database)
  const scheduled = createScheduledRecord(database)
  const moderation = createModerationRecord(database)
  const insertMention = database.prepare('INSERT OR IGNORE INTO mentions (status_id, member_id) VALUES (?, ?)')
  const mentionedIn = database.prepare('SELECT member_id FROM mentions WHERE status_id = ?').pluck()
  const readKey = database.prepare('SELECT status_id FROM idempotency_keys WHERE key = ? AND created_at > ?').pluck()
  const saveKey = database.prepare('INSERT OR REPLACE INTO idempotency_keys (key, status_id, created_at) VALUES (?, ?, ?)')
  const sweepKeys = database.prepare('DELETE FROM idempotency_keys WHERE created_at <= ?')

  function tell(kind: NotificationKind, memberId: string, statusId: string | null, at: number): void {
    if (!moderation.isSilenced(memberId)) reactions.notify(kind, memberId, statusId, at)
  }

  function publishRows(status: NewStatus, mediaIds: readonly number[], key: string | null): StatusRow {
    const row = statuses.add(status)
    const own = members.own()
    const mentioned = findMentions(status.text).map((handle) => members.findByHandle(handle)).filter((member): member is MemberRow => member !== null)
    for (const member of mentioned) insertMention.run(row.id, member.id)
    mediaIds.forEach((id, place) => media.attach(id, row.id, place))
    const isOwn = status.authorId === own.id
    // A private word of somebody silenced is written and reaches no list of the own account, as on Mastodon.
    if (status.visibility === 'direct' && !moderation.isSilenced(status.authorId)) {
      const conversationId = conversations.append(row.rootId, row.id, isOwn)
      statuses.putInConversation(row.id, conversationId)
    }
    if (!isOwn && mentioned.some((member) => member.id === own.id)) tell('mention', status.authorId, row.id, status.createdAt)
    const quoted = isOwn || row.quotedId === null ? null : statuses.read(row.quotedId)
    if (quoted !== null && quoted.authorId === own.id) tell('quote', status.authorId, row.id, status.createdAt)
    if (key !== null) saveKey.run(key, row.id, status.createdAt)
    return statuses.read(row.id) ?? row
  }

  return {
    database,
    facts: createFactsRecord(database),
    clients: createClientsRecord(database),
    feeds: createFeedsRecord(database),
    pins: createPinsRecord(database),
    community: createCommunityRecord(database),
    members,
    statuses,
    reactions,
    conversations,
    media,
    scheduled,
    moderation,
    reviews: createReviewsRecord(database),

    /** Publishes what is due, dated at its time: also what came due while nobody was here. Whether anything was. */
    publishScheduled(now: number): boolean {
      const due = scheduled.due(now)
      for (const { id, scheduledAt, status, mediaIds } of due) {
        database.transaction(() => {
          scheduled.remove(id)
          publishRows({ ...status, createdAt: scheduledAt, poll: heldFrom(status.poll, status.createdAt, scheduledAt) }, mediaIds, null)
        })()
      }
      return due.length > 0
    },
    inOneTransaction<T>(work: () => T): T {
      return database.transaction(work).immediate()
    },
    /** Writes a status with its mentions, media, conversation and, when the own account is named, its notification. */
    publish(status: NewStatus, mediaIds: readonly number[] = [], idempotencyKey: string | null = null): StatusRow {
      return database.transaction(() => publishRows(status, mediaIds, idempotencyKey))()
    },
    /** The status made with this key within the last hour, when it is still there. */
    publishedWithKey(key: string, now: number): StatusRow | null {
      sweepKeys.run(now - idempotencyWindowMs)
      const id = z.string().nullish().parse(readKey.get(key, now - idempotencyWindowMs)) ?? null
      return id === null ? null : statuses.read(id)
    },
    mentionedIn(statusId: string): readonly MemberRow[] {
      return z.array(z.string()).parse(mentionedIn.all(statusId)).map((id) => members.read(id)).filter((member): member is MemberRow => member !== null)
    },
    /** Harmless when repeated. The own account is told when its status was liked by somebody else. */
    favour(statusId: string, memberId: string, at: number): void {
      database.transaction(() => {
        const status = statuses.read(statusId)
        if (status === null || !reactions.favour(statusId, memberId, at)) return
        const own = members.own()
        // Who likes a question answers it.
        if (status.poll !== null && memberId !== own.id) statuses.vote(statusId, memberId, choiceOf(memberId, status.poll.choices.length), at)
        if (status.authorId === own.id && memberId !== own.id) tell('favourite', memberId, statusId, at)
      })()
    },
    /** The wrapper that stands for the boost; the one there is when it was boosted before. */
    reblog(statusId: string, memberId: string, at: number): StatusRow | null {
      return database.transaction((): StatusRow | null => {
        const status = statuses.read(statusId)
        if (status === null) return null
        const before = statuses.findReblog(statusId, memberId)
        if (before !== null) return before
        const { visibility, language } = status
        const row = statuses.add({
          authorId: memberId, text: '', createdAt: at, inReplyToId: null, reblogOfId: statusId, visibility, spoilerText: '', sensitive: false, language
        })
        const own = members.own()
        if (status.authorId === own.id && memberId !== own.id) tell('reblog', memberId, statusId, at)
        return row
      })()
    },
    /**
     * From now on the member is muted or blocked; harmless when repeated. What the own account was told of a member whose notifications end goes with
     * them, and so do their private exchanges, as on Mastodon (`AfterBlockService`).
     */
    setAside(memberId: string, kind: SetAsideKind, silencesNotifications: boolean, at: number): void {
      database.transaction(() => {
        moderation.setAside(memberId, kind, silencesNotifications, at)
        if (!silencesNotifications) return
        reactions.forgetMember(memberId)
        conversations.hideThoseWith(memberId)
      })()
    },
    follow(memberId: string, at: number): void {
      database.transaction(() => {
        members.addFollower()
        tell('follow', memberId, null, at)
      })()
    },
    deleteStatus(status: StatusRow, at: number): void {
      database.transaction(() => {
        statuses.delete(status.id, at)
        reactions.forgetStatus(status.id)
        if (status.conversationId !== null) conversations.statusDeleted(status.conversationId)
      })()
    }
  }
}
/** A poll lasts from its publication on, however long it waited. */
function heldFrom(poll: StatusPoll | null | undefined, writtenAt: number, publishedAt: number): StatusPoll | null {
  return poll === null || poll === undefined ? null : { ...poll, endsAt: poll.endsAt - writtenAt + publishedAt }
}

/** Everybody has a taste of their own, and keeps to it. */
function choiceOf(memberId: string, choices: number): number {
  return [...memberId].reduce((sum, sign) => (sum * 31 + (sign.codePointAt(0) ?? 0)) % 997, 7) % choices
}

export type PracticeRecord = ReturnType<typeof createPracticeRecord>
