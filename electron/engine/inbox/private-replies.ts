import type Database from 'better-sqlite3'
import { studioError, type StudioError } from '../../../shared/errors/studio-error.ts'
import type { NetworkCapabilities } from '../../../shared/networks/network-capabilities.ts'
import type { ConversationRow, ItemRow } from './inbox-rows.ts'

export interface PrivateReply {
  /** The comment, and who wrote it: in a conversation of several they need not be the ones who began it. */
  readonly itemId: string
  readonly person: string
  /** ms since the epoch. */
  readonly until: number
  /** One went out, or is on its way: networks take no second one. */
  readonly isUsed: boolean
}

export interface PrivateReplies {
  /** Whether that comment may be answered in private; null: its network has no such thing, or it is none. */
  of(network: NetworkCapabilities | null, conversation: Pick<ConversationRow, 'kind'>, comment: Pick<ItemRow, 'id' | 'author_name' | 'author_handle' | 'created_at' | 'is_own'> | null): PrivateReply | null
}

/** Read off the outbox, so one that was taken back, or refused, has never been one. */
export function createPrivateReplies(database: Database.Database): PrivateReplies {
  const used = database.prepare<[string]>(
    `SELECT 1 FROM outbox_jobs WHERE item_id = ? AND kind = 'reply' AND state NOT IN ('cancelled', 'failed', 'missed', 'held')
     AND json_valid(payload) AND json_extract(payload, '$.replyTo.inPrivate') = 1 LIMIT 1`
  )
  return {
    of(network, { kind }, comment) {
      const within = network?.privateReply?.value
      if (within === undefined || kind !== 'comment' || comment === null || comment.is_own === 1) return null
      return { itemId: comment.id, person: comment.author_name === '' ? comment.author_handle : comment.author_name, until: comment.created_at + within, isUsed: used.get(comment.id) !== undefined }
    }
  }
}

/** Why it cannot be sent now; null: it can. */
export function objectionToPrivate(reply: PrivateReply | null, network: string, now: number): StudioError | null {
  if (reply === null) return studioError('invalid_input', `${network} takes no private answer to this`)
  if (reply.isUsed) return studioError('rejected', 'the comment was answered in private already', { details: { network, reason: 'private_reply_used' } })
  return reply.until < now ? studioError('rejected', 'the comment is too old for a private answer', { details: { network, reason: 'private_reply_over' } }) : null
}
