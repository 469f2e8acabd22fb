import { z } from 'zod'
import { parseJson } from '../../http/parse-json.ts'
import type { InboxReader } from '../network-adapter.ts'
import { done } from '../network-results.ts'
import type { DiscordOptions } from './discord-options.ts'
import { readForum } from './discord-forum-inbox.ts'
import { toItem } from './discord-item.ts'
import { openDiscord } from './discord-place.ts'
import { newestOf, pageSize, readMessages } from './discord-schemas.ts'

const cursorSchema = z.object({ version: z.literal(1), after: z.string().regex(/^\d{1,20}$/) })

/** What people answer to the bot in its channel, and where they name it. A webhook reads nothing. */
export function createDiscordInbox(options: DiscordOptions): InboxReader {
  return {
    async fetchSince(session, written) {
      const place = openDiscord(options, session)
      if (!place.ok) return place
      const { api, as } = place.value
      if (as.kind === 'webhook') return done({ items: [], nextCursor: null, more: false, pollAgainAfterMs: null })
      if (place.value.isForum) return readForum(api, as, written)
      const cursor = cursorSchema.safeParse(written === null ? null : parseJson(written))
      const after = cursor.success ? cursor.data.after : null
      const listed = await readMessages(api, as.channelId, after)
      if (!listed.ok) return listed
      const newest = newestOf(listed.value, after)
      const items = listed.value.flatMap((message) => toItem(message, as) ?? [])
      return done({ items, nextCursor: newest === null ? null : JSON.stringify({ version: 1, after: newest }), more: after !== null && listed.value.length >= pageSize, pollAgainAfterMs: null })
    }
  }
}
