import type Database from 'better-sqlite3'
import { z } from 'zod'
import { toPageQuery, type PageBorders } from './page-borders.ts'
import { nextStatusId, statusId } from './status-id.ts'

export const visibilities = ['public', 'unlisted', 'private', 'direct'] as const
export type Visibility = (typeof visibilities)[number]

/** Who may quote a status. */
export const quotePolicies = ['public', 'followers', 'nobody'] as const

/** `votes`: which choice each member made, counted from 0. */
export const statusPollSchema = z.object({ choices: z.array(z.string()), endsAt: z.int(), isMultiple: z.boolean(), votes: z.record(z.string(), z.int()) })
export type StatusPoll = z.infer<typeof statusPollSchema>

const statusRow = z.object({
  id: z.string(),
  authorId: z.string(),
  /** As it was typed. HTML is made of it when it is shown. */
  text: z.string(),
  createdAt: z.int(),
  inReplyToId: z.string().nullable(),
  rootId: z.string(),
  reblogOfId: z.string().nullable(),
  quotedId: z.string().nullable(),
  /** Who wrote the quoted one has taken it out of this one. */
  isRevoked: z.int().transform((value) => value === 1),
  quotePolicy: z.enum(quotePolicies),
  visibility: z.enum(visibilities),
  spoilerText: z.string(),
  sensitive: z.int().transform((value) => value === 1),
  language: z.string(),
  conversationId: z.int().nullable(),
  editedAt: z.int().nullable(),
  poll: z.string().nullable().transform((text) => (text === null ? null : statusPollSchema.parse(JSON.parse(text))))
})
export type StatusRow = z.infer<typeof statusRow>
export type NewStatus = Omit<StatusRow, 'id' | 'rootId' | 'editedAt' | 'conversationId' | 'poll' | 'quotedId' | 'isRevoked' | 'quotePolicy'> & { readonly poll?: StatusPoll | null; readonly quotedId?: string | null; readonly quotePolicy?: StatusRow['quotePolicy'] }

const columns = `s.id, s.author_id AS authorId, s.text, s.created_at AS createdAt, s.in_reply_to_id AS inReplyToId, s.root_id AS rootId,
  s.reblog_of_id AS reblogOfId, s.quoted_id AS quotedId, s.is_revoked AS isRevoked, s.quote_policy AS quotePolicy, s.visibility, s.spoiler_text AS spoilerText, s.sensitive, s.language, s.conversation_id AS conversationId,
  s.edited_at AS editedAt, s.poll`

/** What may be listed of an author, https://docs.joinmastodon.org/methods/accounts/#statuses. */
export interface AuthorFilter {
  readonly excludeReplies: boolean
  readonly excludeReblogs: boolean
  readonly onlyMedia: boolean
  /** The author asks for their own list. */
  readonly withDirect: boolean
}

/** Who may quote a status, and that what one quotes is shown in it no more. */
function quoteChanges(database: Database.Database) {
  const setPolicy = database.prepare('UPDATE statuses SET quote_policy = ? WHERE id = ?')
  const revoke = database.prepare('UPDATE statuses SET is_revoked = 1 WHERE id = ?')
  return {
    setQuotePolicy: (id: string, policy: StatusRow['quotePolicy']): void => void setPolicy.run(policy, id),
    revoke: (id: string): void => void revoke.run(id)
  }
}

/** Everything written on the network. Deleted ones keep their row, so that the record stays complete, and are never given out. */
export function createStatusesRecord(database: Database.Database) {
  const insert = database.prepare(`
    INSERT INTO statuses (id, author_id, text, created_at, in_reply_to_id, root_id, reblog_of_id, quoted_id, quote_policy, visibility, spoiler_text, sensitive, language, poll)
    VALUES (@id, @authorId, @text, @createdAt, @inReplyToId, @rootId, @reblogOfId, @quotedId, @quotePolicy, @visibility, @spoilerText, @sensitive, @language, @poll)`)
  const newestInMoment = database.prepare('SELECT MAX(id) FROM statuses WHERE id >= ? AND id < ?').pluck()
  const byId = database.prepare(`SELECT ${columns} FROM statuses s WHERE s.id = ? AND s.deleted_at IS NULL`)
  const setConversation = database.prepare('UPDATE statuses SET conversation_id = ? WHERE id = ?')
  const markDeleted = database.prepare('UPDATE statuses SET deleted_at = ? WHERE id = ? OR reblog_of_id = ?')
  const orphan = database.prepare('UPDATE statuses SET in_reply_to_id = NULL WHERE in_reply_to_id = ?')
  const edit = database.prepare('UPDATE statuses SET text = @text, spoiler_text = @spoilerText, sensitive = @sensitive, edited_at = @at WHERE id = @id')
  const setPoll = database.prepare('UPDATE statuses SET poll = ? WHERE id = ?')
  const counts = database.prepare(`
    SELECT (SELECT COUNT(*) FROM statuses WHERE in_reply_to_id = @id AND deleted_at IS NULL) AS replies,
      (SELECT COUNT(*) FROM statuses WHERE reblog_of_id = @id AND deleted_at IS NULL) AS reblogs,
      (SELECT COUNT(*) FROM favourites WHERE status_id = @id) AS favourites,
      (SELECT COUNT(*) FROM statuses WHERE quoted_id = @id AND is_revoked = 0 AND deleted_at IS NULL) AS quotes`)
  const reblogBy = database.prepare(`SELECT ${columns} FROM statuses s WHERE s.reblog_of_id = ? AND s.author_id = ? AND s.deleted_at IS NULL`)
  const rebloggedBy = database.prepare('SELECT author_id FROM statuses WHERE reblog_of_id = ? AND deleted_at IS NULL ORDER BY id DESC').pluck()
  const ancestors = database.prepare(`
    WITH RECURSIVE up (id, depth) AS (
      SELECT in_reply_to_id, 1 FROM statuses WHERE id = ?
      UNION ALL SELECT s.in_reply_to_id, up.depth + 1 FROM up JOIN statuses s ON s.id = up.id WHERE up.depth < 200)
    SELECT ${columns} FROM up JOIN statuses s ON s.id = up.id WHERE s.deleted_at IS NULL ORDER BY s.id`)
  const descendants = database.prepare(`
    WITH RECURSIVE down (id) AS (
      SELECT id FROM statuses WHERE in_reply_to_id = ?
      UNION SELECT s.id FROM down JOIN statuses s ON s.in_reply_to_id = down.id)
    SELECT ${columns} FROM down JOIN statuses s ON s.id = down.id WHERE s.deleted_at IS NULL ORDER BY s.id LIMIT 1000`)
  const rows = z.array(statusRow)

  /** One page of what `condition` lets through, newest first. */
  function page(condition: string, parameters: Record<string, unknown>, borders: PageBorders<string>): readonly StatusRow[] {
    const query = toPageQuery(borders)
    const sql = `SELECT ${columns} FROM statuses s WHERE s.deleted_at IS NULL AND (${condition})
      AND (@below IS NULL OR s.id < @below) AND (@above IS NULL OR s.id > @above)
      ORDER BY s.id ${query.oldestFirst ? 'ASC' : 'DESC'} LIMIT @limit`
    const found = rows.parse(database.prepare(sql).all({ ...parameters, below: query.below, above: query.above, limit: query.limit }))
    return query.oldestFirst ? found.toReversed() : found
  }

  return {
    /** The new row; its parent, when there is one, has to be there. */
    add(status: NewStatus): StatusRow {
      const last = z.string().nullable().parse(newestInMoment.get(statusId(status.createdAt, 0), statusId(status.createdAt + 1, 0)))
      const id = nextStatusId(last, status.createdAt)
      const parent = status.inReplyToId === null ? null : this.read(status.inReplyToId)
      const rootId = parent?.rootId ?? id
      const { poll = null, quotedId = null, quotePolicy = 'public' } = status
      insert.run({ ...status, quotedId, quotePolicy, id, rootId, sensitive: status.sensitive ? 1 : 0, poll: poll === null ? null : JSON.stringify(poll) })
      return { ...status, id, rootId, conversationId: null, editedAt: null, poll, quotedId, quotePolicy, isRevoked: false }
    },
    read(id: string): StatusRow | null {
      return statusRow.nullish().parse(byId.get(id)) ?? null
    },
    putInConversation(id: string, conversationId: number): void {
      setConversation.run(conversationId, id)
    },
    delete(id: string, at: number): void {
      markDeleted.run(at, id, id)
      orphan.run(id)
    },
    edit(id: string, change: { text: string; spoilerText: string; sensitive: boolean; at: number }): void {
      edit.run({ ...change, id, sensitive: change.sensitive ? 1 : 0 })
    },
    ...quoteChanges(database),
    /** Once for each member, and not after its end. */
    vote(id: string, memberId: string, choice: number, at: number): void {
      const poll = this.read(id)?.poll ?? null
      if (poll === null || at >= poll.endsAt || Object.hasOwn(poll.votes, memberId)) return
      setPoll.run(JSON.stringify({ ...poll, votes: { ...poll.votes, [memberId]: choice } }), id)
    },
    counts(id: string): { readonly replies: number; readonly reblogs: number; readonly favourites: number; readonly quotes: number } {
      return z.object({ replies: z.int(), reblogs: z.int(), favourites: z.int(), quotes: z.int() }).parse(counts.get({ id }))
    },
    findReblog(ofId: string, byMemberId: string): StatusRow | null {
      return statusRow.nullish().parse(reblogBy.get(ofId, byMemberId)) ?? null
    },
    /** Those that show it, newest first. */
    quoting: (id: string, borders: PageBorders<string>): readonly StatusRow[] => page('s.quoted_id = @id AND s.is_revoked = 0', { id }, borders),
    /** Ids of the members, the last first. */
    rebloggedBy: (id: string): readonly string[] => z.array(z.string()).parse(rebloggedBy.all(id)),
    /** Oldest first. */
    ancestors: (id: string): readonly StatusRow[] => rows.parse(ancestors.all(id)),
    /** Oldest first; at most 1,000. */
    descendants: (id: string): readonly StatusRow[] => rows.parse(descendants.all(id)),
    byAuthor(authorId: string, filter: AuthorFilter, borders: PageBorders<string>): readonly StatusRow[] {
      const conditions = ['s.author_id = @authorId', filter.withDirect ? '1' : "s.visibility IN ('public', 'unlisted')"]
      // A reply to oneself is a thread and stays.
      if (filter.excludeReplies) conditions.push('(s.in_reply_to_id IS NULL OR (SELECT author_id FROM statuses p WHERE p.id = s.in_reply_to_id) = @authorId)')
      if (filter.excludeReblogs) conditions.push('s.reblog_of_id IS NULL')
      if (filter.onlyMedia) conditions.push('EXISTS (SELECT 1 FROM media m WHERE m.status_id = s.id)')
      return page(conditions.join(' AND '), { authorId }, borders)
    },
    /** What the own account sees at home: its own and the members' posts, and replies among those; nothing private, and of nobody whom it mutes or blocks. */
    home: (borders: PageBorders<string>): readonly StatusRow[] => page("s.visibility <> 'direct' AND s.author_id NOT IN (SELECT member_id FROM set_aside)", {}, borders),
    everybody: (borders: PageBorders<string>): readonly StatusRow[] =>
      page("s.visibility = 'public' AND s.in_reply_to_id IS NULL AND s.reblog_of_id IS NULL", {}, borders),
    search(text: string, limit: number): readonly StatusRow[] {
      return page("s.visibility <> 'direct' AND instr(lower(s.text), lower(@text)) > 0", { text }, { maxId: null, sinceId: null, minId: null, limit })
    }
  }
}
export type StatusesRecord = ReturnType<typeof createStatusesRecord>
