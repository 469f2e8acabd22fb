import { z } from 'zod'
import { parseJson } from '../../http/parse-json.ts'
import type { InboxReader } from '../network-adapter.ts'
import { done } from '../network-results.ts'
import type { PracticeReviews } from './practice-reviews.ts'

/** How far each was read. What was written before there were reviews is Mastodon's cursor alone. */
const cursorSchema = z.object({ kind: z.literal('practice'), talk: z.string().nullable(), reviews: z.string().nullable() })
type PracticeCursor = z.infer<typeof cursorSchema>

export function readPracticeCursor(written: string | null): PracticeCursor {
  const parsed = cursorSchema.safeParse(written === null ? null : parseJson(written))
  return parsed.success ? parsed.data : { kind: 'practice', talk: written, reviews: null }
}

export function writePracticeCursor({ talk, reviews }: Omit<PracticeCursor, 'kind'>): string {
  return JSON.stringify({ kind: 'practice', talk, reviews })
}

/** Reviews first, then what Mastodon's inbox gives, in one turn. */
export function createPracticeInbox(talk: InboxReader | undefined, reviews: PracticeReviews): InboxReader {
  return {
    async fetchSince(session, written) {
      if (talk === undefined) throw new Error('the practice network has an inbox')
      const cursor = readPracticeCursor(written)
      const changed = await reviews.changedAfter(session, cursor.reviews)
      if (!changed.ok) return changed
      const said = await talk.fetchSince(session, cursor.talk)
      if (!said.ok) return said
      return done({
        items: [...changed.value.items, ...said.value.items],
        nextCursor: writePracticeCursor({ talk: said.value.nextCursor, reviews: changed.value.position }),
        more: changed.value.more || said.value.more,
        pollAgainAfterMs: said.value.pollAgainAfterMs
      })
    }
  }
}
