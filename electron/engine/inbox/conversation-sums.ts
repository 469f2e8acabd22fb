import type Database from 'better-sqlite3'
import type { ConversationState } from '../../../shared/inbox/inbox-item.ts'
import { excerptOf } from '../../../shared/posts/excerpt.ts'
import type { ConversationRow } from './inbox-rows.ts'

/** Where a conversation stands for the user, beside what follows from its items. */
export interface Standing {
  readonly state: ConversationState
  readonly snoozedUntil: number | null
  /** Nothing up to here waits for an answer: the user said done. 0: everything counts. */
  readonly handledUntil: number
}

/** What follows from the items, for the decision where the conversation stands now. */
export interface ItemsSum {
  readonly lastAt: number
  readonly isWaiting: boolean
}

export interface ConversationSums {
  /** Answered is read: what a direct answer of ours stands under and, in a private conversation, everything before our last message. */
  markAnsweredAsRead(conversationId: string): void
  /**
   * Writes what the list shows of a conversation anew from its items, with its standing, in one go. Which item came in first does not
   * matter, only when it was written. Without `decide` the standing stays.
   */
  refresh(conversationId: string, decide?: (before: ConversationRow, sum: ItemsSum) => Standing): void
}

interface AuthorRow {
  readonly author_name: string
  readonly author_handle: string
}

interface Written extends Standing {
  readonly id: string
  readonly name: string
  readonly handle: string
  readonly text: string
  readonly at: number
  readonly isOwn: number
  readonly unread: number
  readonly waitingSince: number | null
  readonly wokenAt: number | null
}

const nobody: AuthorRow = { author_name: '', author_handle: '' }

export function createConversationSums(database: Database.Database): ConversationSums {
  const looks = { plain: prepareLooks(database, false), review: prepareLooks(database, true) }
  const conversation = database.prepare<[string], ConversationRow>('SELECT * FROM conversations WHERE id = ?')
  const readBefore = database.prepare<[string, number]>(
    'UPDATE inbox_items INDEXED BY unread_items_by_conversation SET is_read = 1 WHERE conversation_id = ? AND is_read = 0 AND is_own = 0 AND created_at <= ?'
  )
  const readAnswered = database.prepare<[string, string]>(`
    UPDATE inbox_items SET is_read = 1 WHERE conversation_id = ? AND is_read = 0 AND is_own = 0
      AND remote_id IN (SELECT parent_remote_id FROM inbox_items WHERE conversation_id = ? AND is_own = 1)
  `)
  const readAnsweredReview = database.prepare<{ id: string; answeredAt: number }>(
    'UPDATE inbox_items SET is_read = 1 WHERE conversation_id = @id AND is_read = 0 AND is_own = 0 AND max(created_at, coalesce(edited_at, 0)) <= @answeredAt'
  )
  const write = database.prepare<[Written]>(`
    UPDATE conversations SET author_name = @name, author_handle = @handle, last_text = @text, last_at = @at, last_is_own = @isOwn,
      unread = @unread, waiting_since = @waitingSince, state = @state, snoozed_until = @snoozedUntil, woken_at = @wokenAt, handled_until = @handledUntil
    WHERE id = @id
  `)

  function read(id: string): ConversationRow {
    const row = conversation.get(id)
    if (row === undefined) throw new Error(`no conversation ${id}`)
    return row
  }

  const looksFor = ({ kind }: Pick<ConversationRow, 'kind'>): Looks => (kind === 'review' ? looks.review : looks.plain)
  const authorOf = (look: Looks, id: string): AuthorRow => look.firstByOthers.get(id) ?? look.first.get(id) ?? nobody

  return {
    markAnsweredAsRead(id) {
      const { kind } = read(id)
      const lastOwn = looksFor({ kind }).lastOwn.get(id)?.at ?? null
      if (lastOwn === null) return
      if (kind === 'message') readBefore.run(id, lastOwn)
      else if (kind === 'review') readAnsweredReview.run({ id, answeredAt: lastOwn })
      else readAnswered.run(id, id)
    },
    refresh(id, decide = standingOf) {
      const before = read(id)
      const look = looksFor(before)
      const firstUnanswered = (answeredUntil: number): number | null => look.firstUnanswered.get(id, answeredUntil)?.at ?? null
      const newest = look.newest.get(id)
      if (newest === undefined) return
      const lastOwn = look.lastOwn.get(id)?.at ?? -1
      const waiting = firstUnanswered(Math.max(lastOwn, before.handled_until))
      const standing = decide(before, { lastAt: newest.at, isWaiting: waiting !== null })
      const author = authorOf(look, id)
      const wokenAt = wokenAfter(before, standing, lastOwn)
      write.run({
        id,
        name: author.author_name,
        handle: author.author_handle,
        text: excerptOf('', newest.text),
        at: Math.max(newest.at, wokenAt ?? 0),
        isOwn: newest.is_own,
        unread: look.unread.get(id)?.unread ?? 0,
        waitingSince: standing.handledUntil === before.handled_until ? waiting : firstUnanswered(Math.max(lastOwn, standing.handledUntil)),
        ...standing,
        wokenAt
      })
    }
  }
}

export function standingOf(row: ConversationRow): Standing {
  return { state: row.state, snoozedUntil: row.snoozed_until, handledUntil: row.handled_until }
}

/** That it came back counts until it is settled, put off again, or answered. */
function wokenAfter({ woken_at: wokenAt }: ConversationRow, { state }: Standing, lastOwn: number): number | null {
  return wokenAt !== null && state === 'open' && lastOwn < wokenAt ? wokenAt : null
}

/**
 * Each is a seek in an index, so that a thread of thousands costs no more than a short one. Of a review, which is two items, a change counts as said at its time, and what is gone there
 * waits for nothing and answers nothing.
 */
function prepareLooks(database: Database.Database, ofReview: boolean) {
  const at = ofReview ? 'max(created_at, coalesce(edited_at, 0))' : 'created_at'
  const isThere = ofReview ? 'AND gone_at IS NULL' : ''
  const isShown = ofReview ? 'AND (is_own = 0 OR gone_at IS NULL)' : ''
  return {
    newest: database.prepare<[string], { text: string; at: number; is_own: number }>(
      `SELECT text, ${at} AS at, is_own FROM inbox_items WHERE conversation_id = ? ${isShown} ORDER BY ${at} DESC, number DESC LIMIT 1`
    ),
    firstByOthers: database.prepare<[string], AuthorRow>(
      'SELECT author_name, author_handle FROM inbox_items WHERE conversation_id = ? AND is_own = 0 ORDER BY created_at, number LIMIT 1'
    ),
    first: database.prepare<[string], AuthorRow>('SELECT author_name, author_handle FROM inbox_items WHERE conversation_id = ? ORDER BY created_at, number LIMIT 1'),
    unread: database.prepare<[string], { unread: number }>('SELECT count(*) AS unread FROM inbox_items WHERE conversation_id = ? AND is_read = 0 AND is_own = 0'),
    lastOwn: database.prepare<[string], { at: number | null }>(`SELECT max(${at}) AS at FROM inbox_items WHERE conversation_id = ? AND is_own = 1 ${isThere}`),
    firstUnanswered: database.prepare<[string, number], { at: number }>(
      `SELECT ${at} AS at FROM inbox_items WHERE conversation_id = ? AND ${at} > ? AND is_own = 0 ${isThere} ORDER BY ${at} LIMIT 1`
    )
  }
}
type Looks = ReturnType<typeof prepareLooks>
