import type { CaptionLanguage } from '../captions/caption-languages.ts'
import type { AudioCodec, VideoCodec, VideoType } from '../media/media-item.ts'
import type { ActOffer } from './acts.ts'
import type { Sourced } from './sourced.ts'

/** The picture that stands for a video until somebody plays it. Vigie sends a JPEG within `coverSide` and `coverBytes` (`shared/media/film-cover.ts`). */
export interface CoverRule {
  /** `picture`: a file · `either`: a moment of the film where the cover is one, else a file · `moment`: such a moment alone. */
  readonly takes: Sourced<'picture' | 'either' | 'moment'>
  /** Left out: the network names none. */
  readonly maxBytes?: Sourced<number>
  readonly minWidth?: Sourced<number>
  /** Width by height: others are cut or stand between bars. */
  readonly ratio?: Sourced<number>
  /** Only where the film is alone in its post. */
  readonly isAlone?: true
  /** No film goes without one. */
  readonly isNeeded?: true
  /** Only of a post that goes out under terms; a draft has none. */
  readonly underTerms?: true
  /** `after`: by a call of its own once the film is there, so it has an outcome of its own. */
  readonly sent: 'with_film' | 'after'
}

/** none_there: the network knows no such thing · not_by_interface: it does, but not for other programs, or not in the way in which Vigie posts there · not_yet: Vigie does not do it there yet. */
export type NoCover = Sourced<Exclude<ActOffer, 'yes'>>

export function takesCover(cover: CoverRule | NoCover): cover is CoverRule {
  return 'takes' in cover
}

/** Subtitles that stand beside a video as files of their own. Vigie writes the format that the network reads, from whichever was chosen. */
export interface CaptionsRule {
  readonly format: Sourced<'vtt' | 'srt'>
  /** Languages with one video. null: the network names no bound. */
  readonly most: Sourced<number | null>
  /** Of one file. Left out: the network names none that a film could come near. */
  readonly maxBytes?: Sourced<number>
  /** Languages are told apart by two letters alone there: of two kinds of English, one can go. */
  readonly byTwoLetters?: Sourced<true>
  /** What it calls each language; those that are missing do not go there. Left out: it takes any. */
  readonly languages?: Sourced<Readonly<Partial<Record<CaptionLanguage, string>>>>
  /** `after`: by a call of its own once the film is there, so each has an outcome of its own. */
  readonly sent: 'with_film' | 'after'
}

/** The same reasons as of covers. */
export type NoCaptions = NoCover

export function takesCaptions(captions: CaptionsRule | NoCaptions): captions is CaptionsRule {
  return 'format' in captions
}

export interface SoundRule {
  readonly codecs: readonly AudioCodec[]
  /** Samples in a second. null: no bound is named. */
  readonly maxSampleRate: number | null
  readonly maxChannels: number
}

/** Which videos a post may have. Texts beside a video are counted like those beside images; its description is held to `images.maxAltText`. */
export interface VideoRule {
  readonly maxCount: Sourced<number>
  readonly maxBytes: Sourced<number>
  readonly mediaTypes: Sourced<readonly VideoType[]>
  readonly minDurationMs: Sourced<number | null>
  readonly maxDurationMs: Sourced<number | null>
  /** null: any that the file types above can hold, as far as the network tells. */
  readonly videoCodecs: Sourced<readonly VideoCodec[] | null>
  /** Width by height. */
  readonly minRatio: Sourced<number | null>
  readonly maxRatio: Sourced<number | null>
  /** Pictures in a second. Left out: the network names no bounds. */
  readonly frameRate?: Sourced<{ readonly min: number | null; readonly max: number }>
  /** Bits in a second, on the average of the whole file. Left out: the network names no bound. */
  readonly maxBitRate?: Sourced<number>
  /** How the sound of a film that has one may be. Left out: the network names no bounds. */
  readonly sound?: Sourced<SoundRule>
  /** Whether pictures may stand beside a video in one post. */
  readonly withImages: Sourced<boolean>
  /** Its rule for covers, or why Vigie sends none. */
  readonly cover: CoverRule | NoCover
  /** Its rule for subtitles, or why Vigie sends none. */
  readonly captions: CaptionsRule | NoCaptions
  /** Taken as bytes, where pictures are fetched (`images.fetched`). */
  readonly isSent?: true
  /** A post there is a video: nothing goes out without one. Such a network has `images.maxCount` 0 unless it mixes. */
  readonly isRequired?: true
}
