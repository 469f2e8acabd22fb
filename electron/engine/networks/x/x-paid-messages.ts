import { xCapabilities } from '../../../../shared/networks/x-capabilities.ts'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { ApiAnswer } from '../api-call.ts'
import type { PaidMessageReader } from '../network-adapter.ts'
import type { IncomingItem } from '../network-incoming.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed } from '../network-results.ts'
import { openXApi, type XApi } from './x-api.ts'
import { newerOf, readXCursor, writeXCursor, type XCursor } from './x-cursor.ts'
import { messageIdOf, messageQuery, readMessagePage, wordsOfMessage, type XMessage, type XMessagePage } from './x-message-events.ts'
import type { XOptions } from './x-options.ts'
import type { XUser } from './x-schemas.ts'

const { perCall, callsOfLook } = xCapabilities.paidMessages

/**
 * The newest messages of all conversations: https://docs.x.com/x-api/direct-messages/lookup/integrate (read on 2026-11-23). They come newest first, and nothing ends the list where it is
 * known already: a look goes on, call by call, until it meets what is known. A first one takes the newest alone.
 */
export function createXPaidMessages(options: XOptions): PaidMessageReader {
  return {
    async fetchSince(session, written) {
      const api = openXApi(options, session)
      if (!api.ok) return api
      const before = readXCursor(written)
      const answered = await readEvents(api.value, before)
      if (!answered.ok) return answered
      const page = readMessagePage(answered.value.answer.json)
      if (page === null) return failed('bug', studioError('unexpected_answer', 'the list of messages has another shape'))
      const next = cursorAfter(answered.value.cursor, page)
      const items = page.messages.map((message) => toItem(message, page.users.get(message.sender_id ?? ''), session.account.remoteId))
      return done({ items, nextCursor: writeXCursor(next), more: next.look !== null, paid: page.paid })
    }
  }
}

async function readEvents(api: XApi, cursor: XCursor): Promise<NetworkResult<{ readonly answer: ApiAnswer; readonly cursor: XCursor }>> {
  const query = { max_results: perCall, ...messageQuery }
  const answered = await api.getMessages('/2/dm_events', { ...query, pagination_token: cursor.look?.token ?? null })
  if (answered.ok) return done({ answer: answered.value, cursor })
  const { kind, error } = answered.failure
  // The place in a list does not last: begin the look anew, the same twice is harmless.
  if (cursor.look !== null && kind === 'rejected' && error.details?.['status'] === 400) return readEvents(api, { ...cursor, look: null })
  return { ok: false, failure: explainRefusal(answered.failure) }
}

/** Whoever logged in before Vigie asked for messages has given no right to them. */
function explainRefusal(failure: Extract<NetworkResult<never>, { ok: false }>['failure']): typeof failure {
  const { details = {} } = failure.error
  if (failure.kind !== 'rejected' || details['status'] !== 403) return failure
  return { kind: 'rejected', error: studioError('rejected', failure.error.message, { details: { ...details, reason: 'messages_not_allowed', said: String(details['reason'] ?? '') } }) }
}

/** Ids are numbers that grow with time; once a known one comes, the look is over. */
function cursorAfter({ newestId, look }: XCursor, { messages, next }: XMessagePage): XCursor {
  const newestSeen = messages.reduce((newest, { id }) => newerOf(newest, id), look?.newestSeen ?? newestId)
  const pages = (look?.pages ?? 0) + 1
  const hasMetKnown = newestId !== null && messages.some(({ id }) => newerOf(newestId, id) === newestId)
  const goesOn = next !== null && newestSeen !== null && !hasMetKnown && (newestId !== null || pages < callsOfLook)
  return goesOn ? { version: 1, newestId, look: { token: next, newestSeen, pages } } : { version: 1, newestId: newestSeen, look: null }
}

function toItem(message: XMessage, sender: XUser | undefined, ownId: string): IncomingItem {
  const handle = sender?.username ?? message.sender_id ?? ''
  return {
    remoteId: messageIdOf(message.id),
    conversationRemoteId: message.dm_conversation_id,
    kind: 'message',
    parentRemoteId: null,
    ourPostRemoteId: null,
    authorName: sender?.name || handle || xCapabilities.name,
    authorHandle: handle === '' ? '' : `@${handle}`,
    isOwn: message.sender_id === ownId,
    text: wordsOfMessage(message),
    url: `https://x.com/messages/${message.dm_conversation_id}`,
    createdAt: Math.max(0, Date.parse(message.created_at)),
    attachmentCount: message.attachments?.media_keys?.length ?? 0,
    isLiked: false,
    isHeld: false
  }
}
