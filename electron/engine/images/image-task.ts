import type { PictureRecipe } from '../../../shared/media/picture-recipe.ts'
import type { DrawnText } from '../../../shared/contract/library.contract.ts'
import type { Result } from '../../../shared/contract/result.ts'
import type { ImageFacts } from './image-facts.ts'
import type { ImageType } from '../../../shared/media/media-item.ts'

/** Largest area that is ever decoded, in pixels, all frames together: with four bytes each it is half of what the library's memory (2 GB) can hold. */
export const maxDecodedArea = 260_000_000
/** From this area on a thread works on one picture only: the memory that it has taken for it would stay. */
export const hugeArea = 50_000_000

/** A file of ours that becomes the picture that is kept: freed of its metadata, upright, of a kind that networks take, in its place. The worker reads, writes and hashes it, so that its size holds nobody else up. */
export interface PrepareTask {
  readonly path: string
}

/** A picture that is only decoded, to know that it can be. */
export interface DecodeTask {
  readonly decode: Uint8Array
}

export interface PreparedFile {
  readonly facts: ImageFacts
  /** Of the file as the worker left it. */
  readonly sha256: string
  readonly bytes: number
}

/** What is done to a picture, in this order. All of it happens in a worker. */
export interface ImageTask {
  readonly bytes: Uint8Array
  /** Stands the picture upright by its EXIF before anything else. */
  readonly isUprighted: boolean
  /** Fits it into a square of that side, in pixels, never enlarged; of an animation only its first frame. */
  readonly fitWithin?: number
  /** Turned, cut and coloured anew; `output` is then what the recipe leaves open. */
  readonly recipe?: PictureRecipe
  /** What the recipe puts on it. */
  readonly marks?: { readonly drawnText: DrawnText | null; readonly logo: Uint8Array | null }
  readonly output: { readonly mediaType: ImageType; readonly quality: number }
}

export interface DoneImage {
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
  /** Of the picture that it was made of, in pixels. */
  readonly sourceArea: number
}

/** What the worker is told when it starts; then it is sent one task after the other, each when the one before is answered. */
export interface ImageWorkerData {
  /** Absolute path of the image library's module for Node. */
  readonly library: string
  /** Absolute path of the folder of the library that decodes HEIC. */
  readonly heic: string
}

/** What the worker says; anything but `progress` ends a task. `failed` is about the picture: damaged, or too large to be decoded. */
export type ImageWorkerMessage =
  | { readonly kind: 'progress'; readonly percent: number }
  | { readonly kind: 'done'; readonly image: DoneImage }
  | { readonly kind: 'prepared'; readonly answer: Result<PreparedFile> }
  | { readonly kind: 'decoded'; readonly area: number }
  | { readonly kind: 'failed'; readonly reason: string }
