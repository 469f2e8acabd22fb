import { z } from 'zod'
import { captionLanguageName } from '../../../../shared/captions/caption-languages.ts'
import { writeVtt } from '../../../../shared/captions/write-captions.ts'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import { misunderstood } from '../api-call.ts'
import type { NetworkFailure, NetworkResult } from '../network-failure.ts'
import type { CaptionsTarget, FilmWithCaptions } from '../network-publisher.ts'
import { done, failed, mapValue } from '../network-results.ts'
import { kindOfId, type YoutubeApi } from './youtube-api.ts'
import { listSchema } from './youtube-schemas.ts'
import { readEach } from '../read-each.ts'

const trackSchema = z.looseObject({ snippet: z.looseObject({ language: z.string(), trackKind: z.string().optional() }) })

/** Whether a video has subtitles in a language, whoever put them there; those that YouTube writes by itself (`ASR`) are none. https://developers.google.com/youtube/v3/docs/captions/list, by its discovery document (read on 2026-11-23). */
export async function hasYoutubeCaptions(api: YoutubeApi, { remoteId, language }: FilmWithCaptions): Promise<NetworkResult<boolean>> {
  const kind = kindOfId(remoteId)
  if (!kind.ok) return kind
  const listed = await api.get('/youtube/v3/captions', { part: ['snippet'], videoId: remoteId }, listSchema)
  if (!listed.ok) return { ok: false, failure: explained(listed.failure) }
  const tracks = readEach(listed.value.items, trackSchema)
  if (tracks.some(({ snippet }) => snippet.trackKind?.toUpperCase() !== 'ASR' && snippet.language.toLowerCase() === language.toLowerCase())) return done(true)
  // One that cannot be read may be this one.
  return tracks.length < listed.value.items.length ? failed('server_error', studioError('unexpected_answer', 'the subtitles of the video have another shape')) : done(false)
}

/**
 * https://developers.google.com/youtube/v3/docs/captions/insert, by its discovery document (read on 2026-11-23): begun, which nobody sees, then handed over, which makes them. They are looked for
 * first, whoever put them there.
 */
export async function addYoutubeCaptions(api: YoutubeApi, target: CaptionsTarget): Promise<NetworkResult<null>> {
  const there = await hasYoutubeCaptions(api, target)
  // Nothing was written: a look that failed is never a call of which something may have arrived.
  if (!there.ok) return there.failure.kind === 'unknown_outcome' || there.failure.kind === 'bug' ? failed('server_error', there.failure.error) : there
  if (there.value) return done(null)
  const { remoteId, language, cues } = target
  const bytes = new TextEncoder().encode(writeVtt(cues))
  const snippet = { videoId: remoteId, language, name: captionLanguageName(language), isDraft: false }
  const begun = await api.beginUpload('/youtube/v3/captions', { part: ['snippet'] }, { snippet }, { mediaType, byteLength: bytes.byteLength })
  if (!begun.ok) return orThere(begun.failure)
  const address = begun.value.response.headers['location'] ?? ''
  if (!isOfYoutube(address, api.url)) return misunderstood('none', { method: 'PUT', url: api.url, signed: true })
  const sent = await api.putPart(address, { bytes, range: `bytes 0-${bytes.byteLength - 1}/${bytes.byteLength}`, mediaType, effect: 'visible' })
  return sent.ok ? mapValue(sent, () => null) : orThere(sent.failure)
}

/** `captions.insert` takes any type; this is the one that its description names for files. */
const mediaType = 'application/octet-stream'

/** The client's words go to YouTube alone, whatever the answer says. */
function isOfYoutube(address: string, url: string): boolean {
  return URL.canParse(address) && new URL(address).origin === new URL(url).origin
}

/** Looked for a moment ago, and there now: the list shows them later than YouTube keeps them, or somebody was quicker. */
function orThere(failure: NetworkFailure): NetworkResult<null> {
  return failure.kind === 'rejected' && failure.error.details?.['name'] === 'captionExists' ? done(null) : { ok: false, failure: explained(failure) }
}

/** What was uploaded a moment ago is not known everywhere there yet. */
function explained(failure: NetworkFailure): NetworkFailure {
  if (failure.kind !== 'rejected' || failure.error.details?.['name'] !== 'videoNotFound') return failure
  return { kind: 'server_error', error: studioError('server_error', failure.error.message, { retryable: true, details: { ...failure.error.details, reason: 'gone' } }) }
}
