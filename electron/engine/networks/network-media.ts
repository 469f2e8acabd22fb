import type { CaptionCue } from '../../../shared/captions/caption-cue.ts'
import type { CaptionLanguage } from '../../../shared/captions/caption-languages.ts'
import type { PersonTag } from '../../../shared/posts/person-tag.ts'
import type { FocalPoint } from '../../../shared/posts/post.ts'

/** A document made of pictures, for a format with `pages`: it stands alone, is read whole, and its weight is known only then. */
export const documentType = 'application/pdf'

/** A picture or a video of a post. What a network refuses about it is data (`capabilities.images`, `.video`), checked before anything is sent. */
export interface MediaToSend {
  /** One of `MediaType`: image/… or video/…; or `documentType`. */
  readonly mediaType: string
  readonly fileName: string
  readonly altText: string
  readonly width: number
  readonly height: number
  /** Of the file as it lies there; of a picture or a document, take the length of what `read` gives. */
  readonly byteLength: number
  /** null: a picture. */
  readonly durationMs: number | null
  /** Of a video, where its network takes one: a JPEG, small enough for all of them. `atMs`: it is the video's own picture at that moment. */
  readonly cover?: FilmCoverToSend
  /** Of a video, where its network takes them with it; each language once. Left out: none. */
  readonly captions?: readonly CaptionsToSend[]
  /** Of a picture: what has to be seen wherever it is cut. Left out: nobody chose. */
  readonly focus?: FocalPoint
  /** Who is shown, of a picture with where. Left out: nobody is told. */
  readonly people?: readonly PersonTag[]
  /** A picture or a document, whole. Fails for a video that does not fit in memory. */
  read(): Promise<Uint8Array>
  /** Part of a video, which is never whole in memory. Shorter than asked for only at the end of the file. */
  readPart(offset: number, length: number): Promise<Uint8Array>
}

/** Subtitles in one language: the adapter writes them as its network reads them (`shared/captions/write-captions.ts`). */
export interface CaptionsToSend {
  readonly language: CaptionLanguage
  readonly fileName: string
  readonly cues: readonly CaptionCue[]
}

export interface FilmCoverToSend {
  readonly atMs: number | null
  readonly picture: MediaToSend
}
