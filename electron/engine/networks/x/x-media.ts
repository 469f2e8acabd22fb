import { z } from 'zod'
import type { Clock } from '../../time/clock.ts'
import { aboutFile } from '../media-failure.ts'
import type { MediaToSend } from '../network-media.ts'
import type { AccountSession } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, mapValue } from '../network-results.ts'
import { isVideo } from '../streamed-form.ts'
import type { XApi } from './x-api.ts'
import { bringFilm, type FilmOfAttempt } from './x-film.ts'
import { newPatience, uploadedSchema, waitUntilReady, type Processed, type Uploaded } from './x-upload.ts'

const describedSchema = z.looseObject({ data: z.looseObject({}) })

type Uploading = Pick<AccountSession, 'signal' | 'onUploaded'>

/** Uploads the pictures and films, describes those, of which alone X keeps descriptions, and gives these their subtitles: https://docs.x.com/x-api/media/introduction (read on 2026-11-21). */
export async function uploadXMedia(api: XApi, clock: Clock, media: readonly MediaToSend[], session: Uploading, kept: Pick<FilmOfAttempt, 'intent' | 'films'>): Promise<NetworkResult<readonly string[]>> {
  const ids: string[] = []
  const patience = newPatience()
  for (const item of media) {
    const uploaded = isVideo(item) ? await bringFilm({ api, clock, session, patience, ...kept }, item) : aboutFile(await uploadPicture(api, { clock, signal: session.signal, patience }, item), item)
    if (!uploaded.ok) return uploaded
    ids.push(uploaded.value)
  }
  return done(ids)
}

async function uploadPicture(api: XApi, processed: Processed, item: MediaToSend): Promise<NetworkResult<string>> {
  const ready = await readyOnce(api, processed, await handOverPicture(api, item))
  if (!ready.ok || item.altText === '') return ready
  const described = await api.post('/2/media/metadata', { id: ready.value, metadata: { alt_text: { text: item.altText } } }, describedSchema, 'none')
  return described.ok ? ready : described
}

async function handOverPicture(api: XApi, item: MediaToSend): Promise<NetworkResult<Uploaded>> {
  const form = new FormData()
  // A copy, for the types: what is read may be part of a larger buffer.
  form.append('media', new Blob([new Uint8Array(await item.read())], { type: item.mediaType }), item.fileName)
  form.append('media_category', item.mediaType === 'image/gif' ? 'tweet_gif' : 'tweet_image')
  return api.upload('/2/media/upload', form, uploadedSchema)
}

async function readyOnce(api: XApi, processed: Processed, uploaded: NetworkResult<Uploaded>): Promise<NetworkResult<string>> {
  if (!uploaded.ok) return uploaded
  const { id, processing_info } = uploaded.value.data
  return mapValue(await waitUntilReady(api, processed, id, processing_info), () => id)
}
