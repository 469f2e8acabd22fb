import { isVideo, type MediaItem, type VideoItem } from '../media/media-item.ts'
import { twoLettersOf } from '../captions/caption-languages.ts'
import type { FilmCaptions } from '../captions/film-captions.ts'
import type { NetworkCapabilities } from '../networks/network-capabilities.ts'
import { takesCaptions, type CaptionsRule } from '../networks/video-rule.ts'
import { mediaOf } from './post-parts.ts'
import type { Problem } from './problem.ts'
import type { PostContent, PostMedia } from './post.ts'

export const captionsProblemCodes = ['captions_none_there', 'captions_not_by_interface', 'captions_not_yet', 'captions_too_many', 'captions_too_large', 'captions_alike', 'captions_language', 'captions_beyond_film', 'captions_other_film'] as const
type CaptionsProblem = Problem<(typeof captionsProblemCodes)[number]>

/** Films of other lengths than that for which subtitles were chosen, by more than any program that writes a film anew changes it; in ms. */
const tolerance = 1000

/** What a network makes of the subtitles of films: which it does not take at all, which nobody stops for, and which it would refuse. */
export function checkCaptions({ media: attached }: { readonly media: readonly PostMedia[] }, accountId: string, network: Pick<NetworkCapabilities, 'name' | 'video' | 'connectBy'>, media: readonly MediaItem[]): readonly CaptionsProblem[] {
  const rule = network.video?.captions
  // Who publishes by hand sees to it there.
  if (rule === undefined || network.connectBy === 'by_hand') return []
  return attached.flatMap(({ mediaId, captions = [] }): readonly CaptionsProblem[] => {
    if (captions.length === 0) return []
    const details = { network: network.name, mediaId, fileName: media.find(({ id }) => id === mediaId)?.fileName ?? '' }
    if (!takesCaptions(rule)) return [{ severity: 'warn', code: `captions_${rule.value}`, accountId, details }]
    const unnamed = captions.filter(({ language }) => !isNamed(rule, language)).map(({ fileName }) => ({ severity: 'warn' as const, code: 'captions_language' as const, accountId, details: { ...details, captions: fileName } }))
    const refused = refusals(rule, captions.filter(({ language }) => isNamed(rule, language))).map(({ code, details: more }) => ({ severity: 'stop' as const, code, accountId, details: { ...details, ...more } }))
    return [...unnamed, ...refused]
  })
}

/** Whether the network has a word for the language: without one, nobody stops, and the others go. */
function isNamed({ languages }: CaptionsRule, language: FilmCaptions['language']): boolean {
  return languages === undefined || languages.value[language] !== undefined
}

type Refusal = Pick<CaptionsProblem, 'code' | 'details'>

function refusals({ most, maxBytes, byTwoLetters }: CaptionsRule, captions: readonly FilmCaptions[]): readonly Refusal[] {
  const tooLarge = maxBytes === undefined ? [] : captions.filter(({ bytes }) => bytes > maxBytes.value)
  const alike = byTwoLetters === undefined ? undefined : captions.find(({ language }, place) => captions.findIndex((other) => twoLettersOf(other.language) === twoLettersOf(language)) < place)
  return [
    ...(most.value !== null && captions.length > most.value ? [{ code: 'captions_too_many' as const, details: { count: captions.length, max: most.value } }] : []),
    ...tooLarge.map(({ fileName, bytes }) => ({ code: 'captions_too_large' as const, details: { captions: fileName, count: bytes, max: maxBytes?.value ?? 0 } })),
    ...(alike === undefined ? [] : [{ code: 'captions_alike' as const, details: { captions: alike.fileName } }])
  ]
}

/** Whether the times of subtitles go with their film: said once, whoever gets it. */
export function checkCaptionTimes(content: Pick<PostContent, 'media' | 'targets' | 'moreParts'>, media: readonly MediaItem[]): readonly CaptionsProblem[] {
  const seen = new Set<string>()
  return mediaOf(content).flatMap(({ mediaId, captions = [] }) => {
    const film = media.find(({ id }) => id === mediaId)
    if (film === undefined || !isVideo(film)) return []
    return captions.flatMap((one) => {
      const key = `${mediaId} ${one.captionsId}`
      if (seen.has(key)) return []
      seen.add(key)
      return timesOf(film, one)
    })
  })
}

function timesOf(film: VideoItem, { lastAtMs, filmMs, fileName: captions }: FilmCaptions): readonly CaptionsProblem[] {
  const details = { mediaId: film.id, fileName: film.fileName, captions }
  if (isBeyond(lastAtMs, film)) return [{ severity: 'stop', code: 'captions_beyond_film', accountId: null, details }]
  return Math.abs(film.durationMs - filmMs) > tolerance ? [{ severity: 'warn', code: 'captions_other_film', accountId: null, details }] : []
}

/** Words that begin when the film is over. That they stay on the screen a little longer than it lasts is common, and hurts nobody. */
export function isBeyond(lastAtMs: number, { durationMs }: Pick<VideoItem, 'durationMs'>): boolean {
  return lastAtMs > durationMs
}

/** The subtitles that a network gets with a film, or once it is there. */
export function captionsFor({ captions = [] }: Pick<PostMedia, 'captions'>, { video }: Pick<NetworkCapabilities, 'video'>, sent?: CaptionsRule['sent']): readonly FilmCaptions[] {
  const rule = video?.captions
  return rule !== undefined && takesCaptions(rule) && (sent === undefined || rule.sent === sent) ? captions.filter(({ language }) => isNamed(rule, language)) : []
}
