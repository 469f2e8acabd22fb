import { z } from 'zod'
import type { CaptionLanguage } from '../../../../shared/captions/caption-languages.ts'
import { writeSrt } from '../../../../shared/captions/write-captions.ts'
import { facebookLocales } from '../../../../shared/networks/facebook-locales.ts'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import { endsUnseen, graphListSchema, nextPageOf, optional } from '../meta/graph-lists.ts'
import type { NetworkResult } from '../network-failure.ts'
import type { CaptionsTarget, FilmWithCaptions } from '../network-publisher.ts'
import { done, failed, mapValue, type Failed } from '../network-results.ts'
import { asFacebookId, type FacebookApi } from './facebook-api.ts'
import { isFilmId } from './facebook-film-schedule.ts'
import { facebookPostSchema } from './facebook-schemas.ts'
import { readEach } from '../read-each.ts'

/** As the edge tells of each: https://github.com/restfb/restfb/issues/769 (read on 2026-11-23). */
const trackSchema = z.looseObject({ locale: z.string(), is_default: optional(z.boolean()), is_auto_generated: optional(z.boolean()) })
type Track = z.infer<typeof trackSchema>
const takenSchema = z.looseObject({ success: z.literal(true) })

/** Whether a film has subtitles in a language, whoever gave it them; those that Facebook writes from what it hears are none. https://developers.facebook.com/docs/graph-api/reference/video/captions/ (read on 2026-11-23). */
export async function hasFacebookCaptions(api: FacebookApi, { remoteId, language }: FilmWithCaptions): Promise<NetworkResult<boolean>> {
  const locale = localeOf(language)
  if (!locale.ok) return locale
  const filmId = await filmOf(api, remoteId)
  return filmId.ok ? mapValue(await readTracks(api, filmId.value), (tracks) => tracks.some((track) => isIn(track, locale.value))) : filmId
}

/**
 * The same page, “Creating”: a file whose name says its language. They are looked for first, whoever put them there. Where the film has none that stand for all others, these do.
 */
export async function addFacebookCaptions(api: FacebookApi, { remoteId, language, cues }: CaptionsTarget): Promise<NetworkResult<null>> {
  const locale = localeOf(language)
  if (!locale.ok) return locale
  const filmId = await filmOf(api, remoteId)
  if (!filmId.ok) return beforeAnything(filmId)
  const tracks = await readTracks(api, filmId.value)
  if (!tracks.ok) return beforeAnything(tracks)
  if (tracks.value.some((track) => isIn(track, locale.value))) return done(null)
  const form = new FormData()
  form.append('captions_file', new Blob([writeSrt(cues)], { type: 'application/octet-stream' }), `subtitles.${locale.value}.srt`)
  if (!tracks.value.some(({ is_default }) => is_default === true)) form.append('default_locale', locale.value)
  return mapValue(await api.create(`/${filmId.value}/captions`, form, takenSchema), () => null)
}

function localeOf(language: CaptionLanguage): NetworkResult<string> {
  const locale = facebookLocales.value[language]
  return locale === undefined ? failed('rejected', studioError('rejected', `Facebook has no word for the language ${language}`)) : done(locale)
}

/** A film waits under its own number; out, it goes by that of the post that shows it. */
async function filmOf(api: FacebookApi, remoteId: string): Promise<NetworkResult<string>> {
  const id = asFacebookId(remoteId)
  if (!id.ok || isFilmId(id.value)) return id
  const post = await api.get(`/${id.value}`, { fields: 'id,attachments{media_type,target}' }, facebookPostSchema)
  if (!post.ok) return post
  const film = post.value.attachments?.data?.find(({ media_type }) => media_type?.startsWith('video') === true)?.target?.id
  return film !== undefined && isFilmId(film) ? asFacebookId(film) : failed('rejected', studioError('rejected', 'this post shows no film'))
}

const mostPages = 5

async function readTracks(api: FacebookApi, filmId: string): Promise<NetworkResult<readonly Track[]>> {
  const tracks: Track[] = []
  let after: string | null = null
  for (let pages = 0; pages < mostPages; pages += 1) {
    const page: NetworkResult<z.infer<typeof graphListSchema>> = await api.get(`/${filmId}/captions`, { fields: 'locale,is_default,is_auto_generated', limit: 100, after }, graphListSchema)
    if (!page.ok) return page
    const read = readEach(page.value.data, trackSchema)
    // One that cannot be read may be the one that is looked for.
    if (read.length < page.value.data.length || endsUnseen(page.value)) break
    tracks.push(...read)
    after = nextPageOf(page.value)
    if (after === null) return done(tracks)
  }
  return failed('server_error', studioError('unexpected_answer', 'the subtitles of the film have another shape', { retryable: true }))
}

function isIn({ locale, is_auto_generated }: Track, wanted: string): boolean {
  return is_auto_generated !== true && locale.toLowerCase() === wanted.toLowerCase()
}

/** Nothing was written: a look that failed is never a call of which something may have arrived. */
function beforeAnything(answer: Failed): Failed {
  return answer.failure.kind === 'unknown_outcome' || answer.failure.kind === 'bug' ? failed('server_error', answer.failure.error) : answer
}
