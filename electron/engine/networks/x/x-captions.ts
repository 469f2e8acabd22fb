import { z } from 'zod'
import { captionLanguageName, twoLettersOf } from '../../../../shared/captions/caption-languages.ts'
import { writeSrt } from '../../../../shared/captions/write-captions.ts'
import { aboutFile } from '../media-failure.ts'
import type { CaptionsToSend } from '../network-media.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done } from '../network-results.ts'
import type { XApi } from './x-api.ts'
import { uploadInSegments, waitUntilReady, type Processed } from './x-upload.ts'

const joinedSchema = z.looseObject({ data: z.looseObject({}) })

/**
 * Subtitles of a film that is there and in no post yet, so that nobody sees it without them: each file is handed over like a film, then joined to it
 * (https://docs.x.com/x-api/media/create-media-subtitles; the order of the steps: https://developer.x.com/en/docs/x-api/v1/media/upload-media/api-reference/post-media-subtitles-create; both read on
 * 2026-11-23). One language a call. What came of an attempt that was cut belongs to a film that no post has.
 */
export async function addXCaptions(api: XApi, processed: Processed, filmId: string, captions: readonly CaptionsToSend[]): Promise<NetworkResult<null>> {
  for (const one of captions) {
    const added = aboutFile(await addOne(api, processed, filmId, one), one)
    if (!added.ok) return added
  }
  return done(null)
}

async function addOne(api: XApi, processed: Processed, filmId: string, { language, fileName, cues }: CaptionsToSend): Promise<NetworkResult<null>> {
  const bytes = new TextEncoder().encode(writeSrt(cues))
  const uploaded = await uploadInSegments(api, { mediaType: 'text/srt', category: 'subtitles', byteLength: bytes.byteLength, fileName, readPart: (offset, length) => Promise.resolve(bytes.subarray(offset, offset + length)) })
  if (!uploaded.ok) return uploaded
  const { id, processing_info } = uploaded.value.data
  const ready = await waitUntilReady(api, processed, id, processing_info)
  if (!ready.ok) return ready
  const joined = await api.post('/2/media/subtitles', { id: filmId, media_category: 'TweetVideo', subtitles: { id, language_code: twoLettersOf(language).toUpperCase(), display_name: captionLanguageName(language) } }, joinedSchema, 'none')
  return joined.ok ? done(null) : joined
}
