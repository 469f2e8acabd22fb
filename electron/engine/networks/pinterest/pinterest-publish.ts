import { firstAddress } from '../../../../shared/text/first-address.ts'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import { pinterestCapabilities } from '../../../../shared/networks/pinterest-capabilities.ts'
import { createKeptIds } from '../kept-ids.ts'
import type { MediaToSend } from '../network-media.ts'
import type { Published, Publisher } from '../network-publisher.ts'
import type { Draft } from '../network-draft.ts'
import type { AccountSession } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed } from '../network-results.ts'
import { isVideo } from '../streamed-form.ts'
import { asPinterestId, withPinterestApi, type PinterestApi } from './pinterest-api.ts'
import { aboutPictures } from './pinterest-failures.ts'
import { findOwnPin, listLastPins, publishedOf } from './pinterest-find.ts'
import type { PinterestOptions } from './pinterest-options.ts'
import { savePin } from './pinterest-save.ts'
import { checkSectionThere } from './pinterest-sections.ts'
import { uploadPinterestVideo } from './pinterest-video.ts'
import { createdPinSchema } from './pinterest-schemas.ts'

/** https://developers.pinterest.com/docs/api/v5/pins-create (read on 2026-11-21). Pinterest knows no repeat: what may have arrived is looked for on the board. */
export function createPinterestPublisher(options: PinterestOptions): Publisher {
  const onBoard = <Value>(session: AccountSession, work: (api: PinterestApi, boardId: string) => Promise<NetworkResult<Value>>): Promise<NetworkResult<Value>> => {
    const board = asPinterestId(session.account.remoteId)
    return board.ok ? withPinterestApi(options, session, (api) => work(api, board.value)) : Promise.resolve(board)
  }
  const films = createKeptIds()
  return {
    publish: (session, draft, intent) =>
      onBoard(session, async (api, boardId) => {
        const { quote, replyTo, audience } = draft
        if (replyTo !== null || audience === 'message') return failed('rejected', studioError('rejected', 'Pinterest lets no program answer'))
        if (quote !== undefined) return savePin(api, boardId, { ...draft, quote }, intent, options.clock.now())
        return createPin(api, boardId, draft, (film) => uploadPinterestVideo(api, { clock: options.clock, session, films, idempotencyKey: intent.idempotencyKey, kept: intent }, session, film))
      }),
    findPublished: (session, draft, intent) => onBoard(session, (api, boardId) => findOwnPin(api, boardId, draft, intent, options.clock.now())),
    listLast: (session, { isAnswer, isMessage }) => (isAnswer || isMessage ? Promise.resolve(done(null)) : onBoard(session, listLastPins)),
    act: async (session, { act, remoteId }) => {
      if (act !== 'delete') return failed('rejected', studioError('rejected', 'Pinterest does not let other programs do this'))
      const id = asPinterestId(remoteId)
      return id.ok ? withPinterestApi(options, session, async (api) => orGone(await api.remove(`/pins/${id.value}`))) : id
    }
  }
}

async function createPin(api: PinterestApi, boardId: string, draft: Draft, handOver: (film: MediaToSend) => Promise<NetworkResult<string>>): Promise<NetworkResult<Published>> {
  const { media } = draft
  if (media.length === 0) return failed('rejected', studioError('rejected', 'a pin is a picture or a video', { details: { reason: 'picture_needed' } }))
  const section = await checkSectionThere(api, boardId, draft.beside?.categories ?? [])
  if (!section.ok) return section
  const source = await sourceOf(media, handOver)
  if (!source.ok) return source
  const body = { board_id: boardId, ...(section.value === null ? {} : { board_section_id: section.value }), ...wordsOf(draft), media_source: source.value }
  const created = await api.create('/pins', body, createdPinSchema)
  return created.ok ? done(publishedOf(created.value.id)) : { ok: false, failure: aboutPictures(created.failure, media) }
}

function wordsOf({ title, text, media, beside }: Draft): object {
  const link = beside?.link ?? linkIn(text)
  const altText = altTextOf(media)
  return {
    ...(title.trim() === '' ? {} : { title: title.trim() }),
    ...(text === '' ? {} : { description: text }),
    ...(link === null ? {} : { link }),
    ...(altText === '' ? {} : { alt_text: altText })
  }
}

async function sourceOf(media: readonly MediaToSend[], handOver: (film: MediaToSend) => Promise<NetworkResult<string>>): Promise<NetworkResult<object>> {
  const film = media.find(isVideo)
  if (film !== undefined) {
    if (media.length > 1) return failed('rejected', studioError('rejected', 'a pin has one video and nothing beside it'))
    const handed = await handOver(film)
    return handed.ok ? done({ source_type: 'video_id', media_id: handed.value, ...(await coverOf(film)) }) : handed
  }
  const items: { content_type: string; data: string }[] = []
  for (const item of media) items.push({ content_type: item.mediaType, data: Buffer.from(await item.read()).toString('base64') })
  const [only, ...others] = items
  return done(others.length === 0 ? { source_type: 'image_base64', ...only } : { source_type: 'multiple_image_base64', items })
}

/** A pin of a video has a picture that stands for it. Moments can only be named in whole seconds, so the picture itself is sent; without one, the video's first stands there. */
async function coverOf({ cover }: MediaToSend): Promise<object> {
  if (cover === undefined) return { cover_image_key_frame_time: 0 }
  return { cover_image_content_type: cover.picture.mediaType, cover_image_data: Buffer.from(await cover.picture.read()).toString('base64') }
}

/** A pin has one description for all its pictures. */
function altTextOf(media: readonly MediaToSend[]): string {
  const texts = media.map(({ altText }) => altText.trim()).filter((text) => text !== '')
  const joined = texts.join(' · ')
  const max = pinterestCapabilities.images.maxAltText.value
  return max !== null && [...joined].length > max ? (texts[0] ?? '') : joined
}

const longestLink = 2048

/** Where nobody says where the pin leads, it is the first address of its text. */
function linkIn(text: string): string | null {
  const found = firstAddress(text)
  return found !== null && found.length <= longestLink ? found : null
}

/** What is not there any more has been taken away already, by the first of two calls or by somebody. */
function orGone(result: NetworkResult<null>): NetworkResult<null> {
  return !result.ok && result.failure.kind === 'rejected' && result.failure.error.details?.['status'] === 404 ? done(null) : result
}
