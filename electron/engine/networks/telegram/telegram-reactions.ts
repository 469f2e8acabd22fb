import { addReactions, type ReactionKind } from '../../../../shared/figures/reaction-kinds.ts'
import type { CountedReactions } from '../network-incoming.ts'
import { remoteIdOf } from './telegram-ids.ts'
import type { TelegramReactions, TelegramUpdate } from './telegram-schemas.ts'

/**
 * What stands below the channel's posts, as its updates tell it: https://core.telegram.org/bots/api#update (`message_reaction_count`; specs/telegram, 160fd99, read on 2026-11-23). Telegram keeps updates for a
 * day, and lets no bot ask, so what changed while nobody listened is known with the next change. Other chats of the bot's are none of this account's business.
 */
export function reactionsOf(updates: readonly TelegramUpdate[], channelId: number): readonly CountedReactions[] {
  return updates
    .toSorted((a, b) => a.update_id - b.update_id)
    .flatMap(({ message_reaction_count: counted }) => (counted === undefined || counted.chat.id !== channelId ? [] : [{ remoteId: remoteIdOf({ chatId: channelId, messageIds: [counted.message_id], authorId: null }), countedAt: counted.date * 1000, kinds: addReactions([counted.reactions.map(kindOf)]) }]))
}

function kindOf({ type, total_count: count }: TelegramReactions['reactions'][number]): ReactionKind {
  if (type.type === 'emoji') return { kind: 'emoji', emoji: type.emoji, count }
  return { kind: type.type === 'paid' ? 'paid' : 'custom', emoji: '', count }
}
