import { studioError } from '../../../../shared/errors/studio-error.ts'
import { splitQuestion, type Poll } from '../../../../shared/posts/poll.ts'
import { documentToText } from '../../../../shared/text/document-to-text.ts'
import type { MediaToSend } from '../network-media.ts'
import type { Published, Publisher } from '../network-publisher.ts'
import type { Draft } from '../network-draft.ts'
import type { AccountSession } from '../network-session.ts'
import { mediaRefused } from '../media-failure.ts'
import type { NetworkFailure, NetworkResult } from '../network-failure.ts'
import { done, failed, mapValue } from '../network-results.ts'
import { formWithFiles, isVideo } from '../streamed-form.ts'
import { actOnTelegram, setTelegramReaction } from './telegram-acts.ts'
import { editOnTelegram } from './telegram-edit.ts'
import { openTelegramApi, type TelegramApi } from './telegram-api.ts'
import { statusOf } from './telegram-failures.ts'
import { readRemoteId, remoteIdOf, urlOf } from './telegram-ids.ts'
import type { TelegramOptions } from './telegram-options.ts'
import { messagesSchema, type TelegramMessage } from './telegram-schemas.ts'

/**
 * Text, a picture, a film, a file, or an album. The Bot API takes no key of ours and shows a bot nothing of what it sent: what may have arrived is for
 * the user to look at.
 */
export function createTelegramPublisher(options: TelegramOptions): Publisher {
  return {
    async publish(session, draft) {
      const api = openTelegramApi(options, session)
      if (!api.ok) return api
      const target = targetOf(draft, session.account.remoteId)
      return target.ok ? send(api.value, draft, target.value, session.onUploaded) : target
    },
    findPublished: () => Promise.resolve(done('cannot_tell')),
    async edit(session, target) {
      const api = openTelegramApi(options, session)
      return api.ok ? editOnTelegram(api.value, target) : api
    },
    async act(session, target) {
      const api = openTelegramApi(options, session)
      return api.ok ? actOnTelegram(api.value, target) : api
    },
    async setLiked(session, target) {
      const api = openTelegramApi(options, session)
      return api.ok ? setTelegramReaction(api.value, target) : api
    }
  }
}

interface Target {
  readonly chat_id: number
  readonly reply_parameters?: { readonly message_id: number }
}

/** An answer goes where the answered message stands, which may be the group of the channel's comments or a private chat. */
function targetOf({ replyTo }: Draft, channelId: string): NetworkResult<Target> {
  if (replyTo === null) return done({ chat_id: Number(channelId) })
  return mapValue(readRemoteId(replyTo.remoteId), ({ chatId, messageIds }) => ({ chat_id: chatId, reply_parameters: { message_id: messageIds[0] } }))
}

async function send(api: TelegramApi, draft: Draft, target: Target, onUploaded: AccountSession['onUploaded']): Promise<NetworkResult<Published>> {
  if (draft.poll !== undefined) return publishedOf(await api.call('sendPoll', { ...target, ...pollBody(draft.document, draft.poll) }, messagesSchema, 'visible'))
  const [first, ...others] = draft.media
  if (first === undefined) return publishedOf(await api.call('sendMessage', { ...target, text: draft.text }, messagesSchema, 'visible'))
  const sent = others.length === 0 ? await sendFile(api, draft, target, first, onUploaded) : await sendAlbum(api, draft, target, onUploaded)
  if (sent.ok || !isAboutFiles(sent.failure)) return publishedOf(sent)
  return { ok: false, failure: mediaRefused(sent.failure, others.length === 0 ? first.fileName : null) }
}

/** https://core.telegram.org/bots/api#sendpoll (read on 2026-11-21). In a channel nobody may know who chose what. */
function pollBody(document: Draft['document'], { choices, minutes, isMultiple }: Poll): object {
  const { above, question } = splitQuestion(document)
  const description = documentToText(above)
  return {
    question,
    ...(description === '' ? {} : { description }),
    options: choices.map((text) => ({ text })),
    is_anonymous: true,
    allows_multiple_answers: isMultiple === true,
    open_period: minutes * 60
  }
}

type FileKind = 'photo' | 'animation' | 'video' | 'document'
const methods: Readonly<Record<FileKind, string>> = { photo: 'sendPhoto', animation: 'sendAnimation', video: 'sendVideo', document: 'sendDocument' }

/** Telegram makes each picture a JPEG of its own, and refuses the very large and the very long ones: those go as files, as they are. */
export function kindOf({ mediaType, width, height }: Pick<MediaToSend, 'mediaType' | 'width' | 'height'>): FileKind {
  if (mediaType.startsWith('video/')) return 'video'
  if (mediaType === 'image/gif') return 'animation'
  const isTooLong = width + height > 10_000 || Math.max(width, height) > 20 * Math.min(width, height)
  return mediaType.startsWith('image/') && !isTooLong ? 'photo' : 'document'
}

async function sendFile(api: TelegramApi, draft: Draft, target: Target, file: MediaToSend, onUploaded: AccountSession['onUploaded']): Promise<NetworkResult<readonly TelegramMessage[]>> {
  const kind = kindOf(file)
  const fields = { ...fieldsFor(target), ...(draft.text === '' ? {} : { caption: draft.text }), ...(kind === 'video' ? written(factsOf(file)) : {}), ...coverOf(file, 'cover0') }
  return api.call(methods[kind], await formWithFiles(fields, [{ name: kind, file }, ...coverFile(file, 'cover0')], onUploaded), messagesSchema, 'visible')
}

/** The words stand below the whole album when its first file alone bears them. Telegram makes an album of photos and films alone, so a GIF stands still there. */
async function sendAlbum(api: TelegramApi, draft: Draft, target: Target, onUploaded: AccountSession['onUploaded']): Promise<NetworkResult<readonly TelegramMessage[]>> {
  const media = draft.media.map((file, index) => ({
    type: isVideo(file) ? 'video' : 'photo',
    media: `attach://file${index}`,
    ...(isVideo(file) ? factsOf(file) : {}),
    ...coverOf(file, `cover${index}`),
    ...(index === 0 && draft.text !== '' ? { caption: draft.text } : {})
  }))
  const form = await formWithFiles({ ...fieldsFor(target), media: JSON.stringify(media) }, draft.media.flatMap((file, index) => [{ name: `file${index}`, file }, ...coverFile(file, `cover${index}`)]), onUploaded)
  return api.call('sendMediaGroup', form, messagesSchema, 'visible')
}

/** The picture that stands for a film comes in the same form, under a name of its own. */
function coverOf({ cover }: MediaToSend, name: string): { readonly cover?: string } {
  return cover === undefined ? {} : { cover: `attach://${name}` }
}

function coverFile({ cover }: MediaToSend, name: string): readonly { readonly name: string; readonly file: MediaToSend }[] {
  return cover === undefined ? [] : [{ name, file: cover.picture }]
}

/** What Telegram does not find out by itself: without it, a film stands there as a square that has to be fetched whole before it plays. */
function factsOf({ width, height, durationMs }: MediaToSend): Readonly<Record<string, number | true>> {
  return { width, height, duration: Math.max(1, Math.round((durationMs ?? 0) / 1000)), supports_streaming: true }
}

function written(facts: Readonly<Record<string, number | true>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, String(value)]))
}

function fieldsFor({ chat_id: chatId, reply_parameters: reply }: Target): Readonly<Record<string, string>> {
  return { chat_id: String(chatId), ...(reply === undefined ? {} : { reply_parameters: JSON.stringify(reply) }) }
}

/** Post and file arrive in one call, so a 400 may be about either: Telegram's words alone tell which (`PHOTO_INVALID_DIMENSIONS`, "file is too big"). */
function isAboutFiles({ kind, error }: NetworkFailure): boolean {
  if (kind !== 'rejected') return false
  const status = statusOf({ kind, error })
  return status === 413 || status === 415 || status === 422 || (status === 400 && /photo|image|video|file|media|dimension/i.test(String(error.details?.['reason'] ?? '')))
}

function publishedOf(sent: NetworkResult<readonly TelegramMessage[]>): NetworkResult<Published> {
  if (!sent.ok) return sent
  const [first, ...others] = sent.value
  if (first === undefined) return failed('unknown_outcome', studioError('server_error', 'Telegram does not say which messages it made'))
  return done({ remoteId: remoteIdOf({ chatId: first.chat.id, messageIds: [first.message_id, ...others.map(({ message_id: id }) => id)], authorId: null }), url: urlOf(first) })
}
