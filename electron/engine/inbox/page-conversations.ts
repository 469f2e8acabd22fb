import type Database from 'better-sqlite3'
import { fewStars } from '../../../shared/inbox/stars.ts'
import type { ParsedInput, RequestOutput } from '../../../shared/contract/request-map.ts'
import { conversationColumns, toConversation, type ConversationRow } from './inbox-rows.ts'

type View = ParsedInput<'inbox.page'>['view']
type ReviewsFilter = ParsedInput<'inbox.page'>['reviews']
type PageInput = Omit<ParsedInput<'inbox.page'>, 'workspaceId'>

interface Bindings {
  readonly kind: string | null
  readonly accountId: string | null
  readonly lastAt: number
  readonly id: string
  readonly limit: number
}

/** Later than any conversation. */
const fromTheTop = { lastAt: Number.MAX_SAFE_INTEGER, id: '' }

/**
 * A page of the list, newest first. Each page is a seek in the index of its filter, however far down it lies; `all` merges three of them.
 * Statements are made when first asked for, and kept.
 */
export function createPageConversations(database: Database.Database): (input: PageInput) => RequestOutput<'inbox.page'> {
  const statements = new Map<string, Database.Statement<[Bindings], ConversationRow>>()

  function statementFor(input: PageInput): Database.Statement<[Bindings], ConversationRow> {
    const sql = pageSql(input.view, { byAccount: input.accountId !== null, byKind: input.kind !== null, reviews: input.reviews })
    const known = statements.get(sql)
    if (known !== undefined) return known
    const statement = database.prepare<[Bindings], ConversationRow>(sql)
    statements.set(sql, statement)
    return statement
  }

  return (input) => {
    const before = input.before ?? fromTheTop
    const rows = statementFor(input).all({ kind: input.kind, accountId: input.accountId, lastAt: before.lastAt, id: before.id, limit: input.limit + 1 })
    const page = rows.slice(0, input.limit)
    const last = page.at(-1)
    return {
      conversations: page.map(toConversation),
      next: rows.length > input.limit && last !== undefined ? { lastAt: last.last_at, id: last.id } : null
    }
  }
}

/** Named, because the index by state looks as good to SQLite and is not: it would look at every open conversation. */
function indexOf(byAccount: boolean, byKind: boolean): string {
  if (byAccount) return byKind ? 'account_kind' : 'account'
  return byKind ? 'kind' : 'time'
}

/** Reviews are few: they are looked through below the seek. */
const ofReviews = {
  few_stars: `kind = 'review' AND stars <= ${fewStars} AND `,
  // No answer that stands there, and no review that is gone: nobody can answer that one.
  unanswered: `kind = 'review' AND NOT EXISTS (SELECT 1 FROM inbox_items WHERE conversation_id = conversations.id AND is_own = (gone_at IS NULL)) AND `
} as const satisfies Record<NonNullable<ReviewsFilter>, string>

export function pageSql(view: View, { byAccount, byKind, reviews }: { byAccount: boolean; byKind: boolean; reviews?: ReviewsFilter }): string {
  const filter = `${byAccount ? 'account_id = @accountId AND ' : ''}${byKind ? 'kind = @kind AND ' : ''}${reviews === undefined ? '' : ofReviews[reviews]}`
  const below = '(last_at, id) < (@lastAt, @id)'
  const order = 'ORDER BY last_at DESC, id DESC LIMIT @limit'
  const one = (state: string): string => `SELECT ${conversationColumns} FROM conversations WHERE ${filter}state = '${state}' AND ${below}`
  switch (view) {
    case 'all':
      return `${['open', 'snoozed', 'done'].map(one).join(' UNION ALL ')} ${order}`
    case 'unread':
      return `SELECT ${conversationColumns} FROM conversations INDEXED BY unread_by_${indexOf(byAccount, byKind)} WHERE ${filter}unread > 0 AND state = 'open' AND ${below} ${order}`
    case 'open':
    case 'snoozed':
    case 'done':
      return `${one(view)} ${order}`
  }
}
