import type { InboxReader } from '../network-adapter.ts'
import type { AccountSession } from '../network-session.ts'
import { done } from '../network-results.ts'
import { readChat } from './bluesky-chat-inbox.ts'
import { openBlueskyContext } from './bluesky-context.ts'
import { readBlueskyCursor, writeBlueskyCursor } from './bluesky-cursor.ts'
import { readNotifications } from './bluesky-notifications.ts'
import type { BlueskyNeeds } from './bluesky-options.ts'

export function createBlueskyInbox(needs: BlueskyNeeds): InboxReader {
  return {
    async fetchSince(session: AccountSession, written: string | null) {
      const context = openBlueskyContext(needs, session)
      if (!context.ok) return context
      const read = await readNotifications(context.value, readBlueskyCursor(written))
      if (!read.ok) return read
      const { items, cursor, more } = read.value
      if (more) return done({ items, nextCursor: writeBlueskyCursor(cursor), more, pollAgainAfterMs: null })
      // An app password without leave for messages is refused here, and a server may have no chat at all: comments come in all the same.
      const chat = await readChat(context.value, cursor.chatRevision)
      if (!chat.ok) return done({ items, nextCursor: writeBlueskyCursor(cursor), more: false, pollAgainAfterMs: null })
      const nextCursor = writeBlueskyCursor({ ...cursor, chatRevision: chat.value.revision })
      return done({ items: [...items, ...chat.value.items], nextCursor, more: chat.value.more, pollAgainAfterMs: null })
    }
  }
}
