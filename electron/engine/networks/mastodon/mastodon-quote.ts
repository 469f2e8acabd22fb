import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { Draft } from '../network-draft.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed } from '../network-results.ts'
import type { MastodonApi } from './mastodon-api.ts'
import { remoteIdSchema, type Status } from './mastodon-schemas.ts'

/** https://docs.joinmastodon.org/entities/QuoteApproval/ and /client/quotes/ (read on 2026-11-22). */
const quotedSchema = z.looseObject({ id: remoteIdSchema, visibility: z.string().nullish().catch(null), quote_approval: z.looseObject({ current_user: z.string().catch('unknown') }).nullish() })

/**
 * Whether this server quotes, and this post: a server before 4.5 would publish the words without it and say nothing; one quoted from among followers would make our post one for followers,
 * too. null: it can be sent.
 */
export async function checkQuoted(api: MastodonApi, { quote }: Draft): Promise<NetworkResult<null>> {
  if (quote === undefined) return done(null)
  const read = await api.get(`/api/v1/statuses/${encodeURIComponent(quote.remoteId)}`, {}, quotedSchema)
  if (!read.ok) return read.failure.kind === 'rejected' ? refused('the quoted post is no longer there', 'quoted_gone') : read
  const { quote_approval: approval, visibility } = read.value
  if (approval === undefined) return refused('this server has no quotes', 'quotes_not_here')
  if (visibility === 'private' || visibility === 'direct') return refused('what is quoted is for a few', 'quote_private')
  return approval?.current_user === 'denied' ? refused('its author lets nobody quote it', 'quotes_closed') : done(null)
}

function refused(words: string, reason: string): NetworkResult<never> {
  return failed('rejected', studioError('rejected', words, { details: { reason } }))
}

/** Whether a status holds what the draft quotes. Some servers make a quote of an address in the words, by themselves; where the other one cannot be read, that there is one has to do. */
export function hasQuoted({ quote: there }: Pick<Status, 'quote'>, { quote, text }: Draft): boolean {
  if (there === 'unreadable') return quote !== undefined
  if (quote === undefined) return (there ?? null) === null || /https?:/i.test(text)
  if (there === null || there === undefined) return false
  const id = there.quoted_status?.id ?? there.quoted_status_id ?? null
  return id === null || id === quote.remoteId
}

/** Without the line that a server puts above the words, for apps that show no quotes. */
export function withoutQuoteLine(content: string): string {
  return content.replace(/^\s*<p class="quote-inline">.*?<\/p>/s, '')
}
