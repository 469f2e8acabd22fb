import type { PictureRecipe } from '../../../shared/media/picture-recipe.ts'
import type { DrawnText } from '../../../shared/contract/library.contract.ts'
import type { ImageType } from '../../../shared/media/media-item.ts'

/** Largest area that is ever decoded, in pixels, all frames together: what the decoder can hold many times over. */
export const maxDecodedArea = 150_000_000

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
}

/** What the worker is told when it starts; then it is sent one `ImageTask` after the other, each when the one before is answered. */
export interface ImageWorkerData {
  /** Absolute path of the image library's module for Node. */
  readonly library: string
}

/** What the worker says; `done` and `failed` end a task. `failed` is about the picture: damaged, or too large to be decoded. */
export type ImageWorkerMessage =
  | { readonly kind: 'progress'; readonly percent: number }
  | { readonly kind: 'done'; readonly image: DoneImage }
  | { readonly kind: 'failed'; readonly reason: string }
