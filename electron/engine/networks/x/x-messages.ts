import { z } from 'zod'
import { studioError, type StudioError } from '../../../../shared/errors/studio-error.ts'
import { xCapabilities, xMessageMax } from '../../../../shared/networks/x-capabilities.ts'
import type { Draft } from '../network-draft.ts'
import type { NetworkResult } from '../network-failure.ts'
import type { Published, SentIntent } from '../network-publisher.ts'
import type { AccountSession } from '../network-session.ts'
import { done, failed, type Failed } from '../network-results.ts'
import { clockOf } from '../server-clock.ts'
import type { XApi } from './x-api.ts'
import { wordsOf } from './x-words.ts'
import { hidesItsWords, messageIdOf, messageQuery, readMessagePage, wordsOfMessage, type XMessage, type XMessagePage } from './x-message-events.ts'
import { xId } from './x-schemas.ts'

const sentSchema = z.looseObject({ data: z.looseObject({ dm_event_id: xId }) })

/** After this long, in ms, a message that arrived at all is there to be seen. */
const settled = 60_000
/** Each message that is looked through is paid for; what was sent just now is among the newest. */
const mostPages = 3

const refused = (reason: string, message: string, details: StudioError['details'] = {}): Failed => failed('rejected', studioError('rejected', message, { details: { ...details, reason } }))

/**
 * An answer in a conversation that is there: https://docs.x.com/x-api/direct-messages/manage/integrate (read on 2026-11-23). X takes no key and refuses no repeat: what may have arrived is looked
 * for in the conversation before it is sent again.
 */
export async function sendXMessage(api: XApi, session: Pick<AccountSession, 'account'>, draft: Draft): Promise<NetworkResult<Published>> {
  if (draft.media.length > 0) return refused('words_alone', 'a message from here holds words alone')
  if ([...draft.text].length > xMessageMax.value) return refused('message_too_long', 'a message on X is shorter')
  const place = conversationOf(session, draft)
  if (!place.ok) return place
  const sent = await api.sendMessage(`/2/dm_conversations/${place.value}/messages`, { text: draft.text }, sentSchema)
  if (sent.ok) return done(publishedMessage(sent.value.data.dm_event_id, place.value))
  const { kind, error } = sent.failure
  // The login has no right to write, or the person takes no messages: X tells the one from the other in words alone.
  return kind === 'rejected' && error.details?.['status'] === 403 ? refused('message_refused', error.message, { ...error.details, said: String(error.details['reason'] ?? '') }) : sent
}

/** Looks among the newest messages of the conversation for one of ours with these words, sent since. `none` only when X would show it by now. */
export async function findXMessage(api: XApi, session: Pick<AccountSession, 'account' | 'onPaidReading'>, draft: Draft, intent: SentIntent, now: number): Promise<NetworkResult<Published | 'none' | 'cannot_tell'>> {
  const place = conversationOf(session, draft)
  if (!place.ok) return place
  let token: string | null = null
  for (let pages = 0; pages < mostPages; pages += 1) {
    const read: NetworkResult<ReadMessages> = await readMessages(api, session, place.value, token, now)
    if (!read.ok) return read
    const { page, clockOffset, skew } = read.value
    const recent = page.messages.filter(({ created_at }) => Date.parse(created_at) >= (intent.since ?? intent.sentAt) + clockOffset - skew)
    const seen = seeAmong(recent.filter(({ id }) => intent.isAnothers?.(messageIdOf(id)) !== true), session.account.remoteId, draft)
    if (seen !== null) return done(typeof seen === 'string' ? seen : publishedMessage(seen.id, place.value))
    if (page.next === null || recent.length < page.messages.length) return done(now - intent.sentAt < settled ? 'cannot_tell' : 'none')
    token = page.next
  }
  return done('cannot_tell')
}

/** null: none of them is it. Who wrote one, or what it says, may be left out: it may be ours. */
function seeAmong(unknown: readonly XMessage[], ownId: string, { text }: Draft): XMessage | 'cannot_tell' | null {
  const mayBeOurs = unknown.filter((message) => (message.sender_id ?? ownId) === ownId && (hidesItsWords(message) || wordsOf(wordsOfMessage(message)) === wordsOf(text)))
  return mayBeOurs.find((message) => message.sender_id !== undefined && !hidesItsWords(message)) ?? (mayBeOurs.length > 0 ? 'cannot_tell' : null)
}

interface ReadMessages {
  readonly page: XMessagePage
  /** X's time minus ours, and how far that may be off, in ms. */
  readonly clockOffset: number
  readonly skew: number
}

async function readMessages(api: XApi, session: Pick<AccountSession, 'onPaidReading'>, conversationId: string, token: string | null, now: number): Promise<NetworkResult<ReadMessages>> {
  const answered = await api.getMessages(`/2/dm_conversations/${conversationId}/dm_events`, { max_results: xCapabilities.paidMessages.perCall, ...messageQuery, pagination_token: token })
  if (!answered.ok) return answered
  const page = readMessagePage(answered.value.json)
  if (page !== null) session.onPaidReading?.(page.paid)
  // A list that is not understood must not pass for an empty one: that would say "not there, send again".
  if (page === null || page.strange > 0) return failed('bug', studioError('unexpected_answer', 'the list of messages has another shape'))
  return done({ page, ...clockOf(answered.value.response, now) })
}

function publishedMessage(id: string, conversationId: string): Published {
  return { remoteId: messageIdOf(id), url: `https://x.com/messages/${conversationId}` }
}

/** Part of a path; and a conversation of two names both, so that what belongs to another account goes nowhere. */
function conversationOf({ account }: Pick<AccountSession, 'account'>, { replyTo }: Pick<Draft, 'replyTo'>): NetworkResult<string> {
  const id = replyTo?.rootRemoteId ?? ''
  const two = /^(\d{1,19})-(\d{1,19})$/.exec(id)
  if (two === null ? !/^\d{15,19}$/.test(id) : !two.slice(1).includes(account.remoteId)) return failed('rejected', studioError('rejected', 'a message needs the conversation that it belongs to'))
  return done(id)
}
