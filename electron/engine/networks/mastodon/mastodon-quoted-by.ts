import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { IncomingItem, IncomingQuote } from '../network-incoming.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed, isNotThere, mapValue } from '../network-results.ts'
import type { MastodonApi } from './mastodon-api.ts'
import { withoutQuoteLine } from './mastodon-quote.ts'
import { remoteIdSchema, type Status } from './mastodon-schemas.ts'
import { textOf } from './mastodon-text.ts'

/** Where readers of the quote are shown what it quotes, though perhaps not all of them; anything else is to be taken for not shown: https://docs.joinmastodon.org/entities/Quote/#state (read on 2026-11-23). */
const shownStates: ReadonlySet<string> = new Set(['accepted', 'blocked_account', 'blocked_domain', 'muted_account'])

/** What a status quotes of ours. `isTold`: the server said that it quotes us (a notification of type `quote`); else its author tells, which a server may leave out one level down. */
export function quoteOfOurs({ quote }: Pick<Status, 'quote'>, { ownId, isTold }: { readonly ownId: string; readonly isTold: boolean }): Pick<IncomingItem, 'quotes'> {
  if (quote === null || quote === undefined || quote === 'unreadable') return {}
  const { state, quoted_status: quoted, quoted_status_id: quotedId } = quote
  if (!isTold && quoted?.account?.id !== ownId) return {}
  return { quotes: { ...wordsOf(quoted ?? null, quotedId ?? null), isDetached: !shownStates.has(state ?? 'accepted') } }
}

type Quoted = NonNullable<Exclude<NonNullable<Status['quote']>, 'unreadable'>['quoted_status']>

function wordsOf(quoted: Quoted | null, quotedId: string | null): Pick<IncomingQuote, 'remoteId' | 'text'> {
  return quoted === null ? { remoteId: quotedId ?? '', text: '' } : { remoteId: quoted.id, text: textOf({ ...quoted, content: withoutQuoteLine(quoted.content) }) }
}

const nameSchema = z.looseObject({ id: remoteIdSchema }).nullish().catch(null)
/** https://docs.joinmastodon.org/entities/Quote/ and /ShallowQuote/ (read on 2026-11-23); left out by servers without quotes. */
const quotingSchema = z.looseObject({ quote: z.looseObject({ state: z.string(), quoted_status: nameSchema, quoted_status_id: remoteIdSchema.nullish().catch(null) }).nullish() })

/**
 * Our post is shown in that quote no more: https://docs.joinmastodon.org/methods/statuses/#revoke_quote (read on 2026-11-23; from 4.5 on). Nothing brings it back. Looked at first, so that what is so already, by an
 * attempt before or another program, is done.
 */
export async function detachOnMastodon(api: MastodonApi, remoteId: string): Promise<NetworkResult<null>> {
  const read = await api.get(`/api/v1/statuses/${encodeURIComponent(remoteId)}`, {}, quotingSchema)
  if (!read.ok) return isNotThere(read.failure) ? refused('the quote is no longer there', 'gone') : read
  const { quote } = read.value
  if (quote === null || quote === undefined) return refused('it quotes nothing', 'quotes_nothing')
  if (!shownStates.has(quote.state)) return done(null)
  const ours = quote.quoted_status?.id ?? quote.quoted_status_id ?? null
  if (ours === null) return refused('it does not say what it quotes', 'quotes_nothing')
  const path = `/api/v1/statuses/${encodeURIComponent(ours)}/quotes/${encodeURIComponent(remoteId)}/revoke`
  return mapValue(await api.post(path, {}, z.looseObject({ id: remoteIdSchema }), { effect: 'visible' }), () => null)
}

function refused(words: string, reason: string): NetworkResult<never> {
  return failed('rejected', studioError('rejected', words, { details: { reason } }))
}
