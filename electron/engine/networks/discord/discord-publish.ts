import type { StreamedBody } from '../../http/http-client.ts'
import { documentToMarkdown } from '../../../../shared/text/document-to-markdown.ts'
import { mediaRefused } from '../media-failure.ts'
import { splitQuestion, type Poll } from '../../../../shared/posts/poll.ts'
import type { Published, Publisher, SentIntent } from '../network-publisher.ts'
import type { Draft } from '../network-draft.ts'
import type { AccountSession } from '../network-session.ts'
import type { NetworkFailure, NetworkResult } from '../network-failure.ts'
import { done, mapValue } from '../network-results.ts'
import { formWithFiles } from '../streamed-form.ts'
import { actOnDiscord, setDiscordReaction } from './discord-acts.ts'
import { editMessage } from './discord-edit.ts'
import { statusOf } from './discord-failures.ts'
import { findOwnMessage, listLastMessages } from './discord-find.ts'
import type { DiscordOptions } from './discord-options.ts'
import { postInForum } from './discord-forum.ts'
import { findOwnPost, listLastPosts } from './discord-forum-find.ts'
import { isPassedOn, passOn } from './discord-pass-on.ts'
import { messagesIn, openDiscord, publishedAs, readRemoteId, type DiscordPlace, type MessageName } from './discord-place.ts'
import { messageSchema } from './discord-schemas.ts'
import type { DiscordBot } from './discord-secret.ts'

/**
 * A message bears a nonce that follows from the intent: for some minutes Discord answers a second one with the first. Later, the channel is looked
 * through. A webhook knows neither: what may have arrived through it is for the user to look at.
 */
export function createDiscordPublisher(options: DiscordOptions): Publisher {
  return {
    async publish(session, draft, intent) {
      const place = openDiscord(options, session)
      return place.ok ? send(place.value, draft, intent.idempotencyKey, session.onUploaded) : place
    },
    async findPublished(session, draft, intent) {
      const place = openDiscord(options, session)
      if (!place.ok) return place
      return place.value.as.kind === 'bot' ? find(place.value, place.value.as, draft, intent) : done('cannot_tell')
    },
    async listLast(session, { isAnswer }) {
      const place = openDiscord(options, session)
      if (!place.ok) return place
      const { api, as, isForum } = place.value
      // A webhook may only write, and answers stand all over a forum.
      if (as.kind === 'webhook' || (isForum && isAnswer)) return done(null)
      return isForum ? listLastPosts(api, as) : listLastMessages(api, as)
    },
    async edit(session, target) {
      const place = openDiscord(options, session)
      return place.ok ? editMessage(place.value, target) : place
    },
    async act(session, target) {
      const place = openDiscord(options, session)
      return place.ok ? actOnDiscord(place.value, target) : place
    },
    async passOn(session, { remoteId }) {
      const place = openDiscord(options, session)
      return place.ok ? passOn(place.value, remoteId) : place
    },
    async isPassedOn(session, { remoteId }) {
      const place = openDiscord(options, session)
      return place.ok ? isPassedOn(place.value, remoteId) : place
    },
    async setLiked(session, target) {
      const place = openDiscord(options, session)
      return place.ok ? setDiscordReaction(place.value, target) : place
    }
  }
}

/** 128 bits as at most 25 letters and figures, which is all that Discord takes. */
export function nonceOf(idempotencyKey: string): string {
  return BigInt(`0x${idempotencyKey.replaceAll('-', '')}`).toString(36)
}

/** A post of a forum among its posts, anything else where it answers. */
async function find({ api, isForum }: DiscordPlace, bot: DiscordBot, draft: Draft, intent: SentIntent): Promise<NetworkResult<Published | 'none' | 'cannot_tell'>> {
  const answered = answeredBy(draft)
  if (!answered.ok) return answered
  return isForum && answered.value === null ? findOwnPost(api, bot, draft, intent) : findOwnMessage(api, bot, draft, intent, answered.value?.threadId)
}

function answeredBy({ replyTo }: Pick<Draft, 'replyTo'>): NetworkResult<MessageName | null> {
  return replyTo === null ? done(null) : readRemoteId(replyTo.remoteId)
}

async function send(place: DiscordPlace, draft: Draft, idempotencyKey: string, onUploaded: AccountSession['onUploaded']): Promise<NetworkResult<Published>> {
  const answered = answeredBy(draft)
  if (!answered.ok) return answered
  const [message, form] = [messageOf(draft), (body: object) => (draft.media.length === 0 ? body : formOf(body, draft, onUploaded))]
  const sent = await (place.isForum && answered.value === null ? postInForum(place, draft, message, form) : sendMessage(place, answered.value, message, idempotencyKey, form))
  return !sent.ok && isAboutFiles(sent.failure, draft) ? { ok: false, failure: mediaRefused(sent.failure, draft.media.length === 1 ? (draft.media[0]?.fileName ?? null) : null) } : sent
}

/** A webhook cannot answer a message; its parts of a thread stand below each other, in a forum in the post that the first one made. */
async function sendMessage({ api, as }: DiscordPlace, answered: MessageName | null, message: object, idempotencyKey: string, form: (body: object) => object | Promise<FormData | StreamedBody>): Promise<NetworkResult<Published>> {
  const threadId = answered?.threadId
  const asBot = { ...message, nonce: nonceOf(idempotencyKey), enforce_nonce: true, ...(answered === null ? {} : { message_reference: { message_id: answered.messageId } }) }
  const [path, body] = as.kind === 'bot' ? [messagesIn(threadId ?? as.channelId), asBot] : [`/webhooks/${as.webhookId}/${as.token}?wait=true${threadId === undefined ? '' : `&thread_id=${threadId}`}`, message]
  return mapValue(await api.post(path, await form(body), messageSchema), ({ id }) => publishedAs(as, { ...(threadId === undefined ? {} : { threadId }), messageId: id }))
}

/** https://docs.discord.com/developers/resources/poll#poll-create-request-object (read on 2026-11-21): hours, whole ones. */
function pollBody(question: string, { choices, minutes, isMultiple }: Poll): object {
  return { question: { text: question }, answers: choices.map((text) => ({ poll_media: { text } })), duration: Math.ceil(minutes / 60), allow_multiselect: isMultiple === true }
}

function messageOf({ document, media, replyTo, poll }: Draft): object {
  const split = poll === undefined ? null : splitQuestion(document)
  const attachments = media.map(({ fileName, altText }, index) => ({ id: String(index), filename: fileName, ...(altText === '' ? {} : { description: altText }) }))
  return {
    content: documentToMarkdown(split?.above ?? document),
    ...(split === null || poll === undefined ? {} : { poll: pollBody(split.question, poll) }),
    // Nobody is called by a slip: @everyone and @here stay words. Who is answered is told.
    allowed_mentions: { parse: [], replied_user: replyTo !== null },
    ...(attachments.length === 0 ? {} : { attachments })
  }
}

/** https://docs.discord.com/developers/reference#uploading-files (read on 2026-11-21). */
function formOf(body: object, { media }: Draft, onUploaded: AccountSession['onUploaded']): Promise<FormData | StreamedBody> {
  return formWithFiles({ payload_json: JSON.stringify(body) }, media.map((file, index) => ({ name: `files[${index}]`, file })), onUploaded)
}

/** Words and files arrive in one call; these answers are about the files. */
function isAboutFiles(failure: NetworkFailure, { media }: Draft): boolean {
  return media.length > 0 && failure.kind === 'rejected' && [413, 415, 422].includes(Number(statusOf(failure)))
}
