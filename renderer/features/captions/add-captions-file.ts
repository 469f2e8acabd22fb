import { fail, type Result } from '../../../shared/contract/result.ts'
import { languageInName, type CaptionLanguage } from '../../../shared/captions/caption-languages.ts'
import { mostCaptionBytes, type FilmCaptions } from '../../../shared/captions/film-captions.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import type { VideoItem } from '../../../shared/media/media-item.ts'
import { isBeyond } from '../../../shared/posts/check-captions.ts'
import { studio } from '../../bridge/studio-client.ts'
import { newId } from '../../bridge/system-random.ts'
import { filmLength, filmMoment } from '../../language/film-length.ts'
import type { Language } from '../../language/languages.ts'

/** What a chooser of files offers: not every system knows these types. */
export const offeredCaptions = ['.srt', '.vtt', 'text/vtt', 'application/x-subrip'] as const

export function isCaptionsFile({ name }: Pick<File, 'name'>): boolean {
  return /\.(?:srt|vtt)$/iu.test(name)
}

export interface CaptionsToAdd {
  readonly workspaceId: string
  readonly film: VideoItem
  readonly file: File
  /** Of the film's subtitles that are there: the new ones get a language of their own. */
  readonly taken: readonly CaptionLanguage[]
  /** The one on screen: for the words, and for a language where the name of the file says none. */
  readonly language: Language
}

/** Keeps a file of subtitles for a film, in the language that its name says, or that of the screen; whoever chose it changes that. Errors name the file. */
export async function addCaptionsFile({ workspaceId, film, file, taken, language }: CaptionsToAdd): Promise<Result<FilmCaptions>> {
  const fileName = (file.name || 'subtitles').slice(0, 255)
  const refused = (reason: string, more: Readonly<Record<string, string>> = {}): Result<FilmCaptions> => fail(studioError('captions_unreadable', reason, { details: { reason, fileName, ...more } }))
  if (file.size > mostCaptionBytes) return refused('too_large')
  let bytes: Uint8Array<ArrayBuffer>
  try {
    bytes = new Uint8Array(await file.arrayBuffer())
  } catch (error) {
    // The drive was taken away meanwhile.
    return fail(studioError('captions_unreadable', String(error), { details: { fileName } }))
  }
  const kept = await studio.request('media.addCaptions', { workspaceId, captionsId: newId(), fileName, bytes })
  if (!kept.ok) return kept
  if (isBeyond(kept.value.lastAtMs, film)) return refused('beyond_film', { at: filmMoment(kept.value.lastAtMs, language), length: filmLength(film.durationMs) })
  return { ok: true, value: { ...kept.value, language: languageFor(fileName, taken, language), filmMs: film.durationMs } }
}

function languageFor(fileName: string, taken: readonly CaptionLanguage[], language: Language): CaptionLanguage {
  const likely: readonly CaptionLanguage[] = [...(languageInName(fileName) === null ? [] : [languageInName(fileName) ?? language]), language, 'en', 'fr', 'es', 'de', 'it', 'pt', 'nl', 'ar', 'zh-Hans', 'ja', 'ko', 'ru', 'pl', 'tr', 'sv', 'da', 'fi', 'no', 'cs', 'uk', 'ro', 'el']
  return likely.find((one) => !taken.includes(one)) ?? language
}
