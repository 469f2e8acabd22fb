import type { ImageType } from '../../../shared/media/media-item.ts'

/** Largest area that is ever decoded, in pixels, all frames together: what the decoder can hold many times over. */
export const maxDecodedArea = 150_000_000

/** What is done to a picture, in this order. All of it happens in a worker. */
export interface ImageTask {
  readonly bytes: Uint8Array
  /** Stands the picture upright by its EXIF before anything else. */
  readonly isUprighted: boolean
  readonly output: { readonly mediaType: ImageType; readonly quality: number }
}

export interface DoneImage {
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
}

/** What the worker is told when it starts. */
export interface ImageWorkerData {
  /** Absolute path of the image library's module for Node. */
  readonly library: string
  readonly task: ImageTask
}

/** What the worker says; after `done` or `failed` it is through. `failed` is about the picture: damaged, or too large to be decoded. */
export type ImageWorkerMessage =
  | { readonly kind: 'progress'; readonly percent: number }
  | { readonly kind: 'done'; readonly image: DoneImage }
  | { readonly kind: 'failed'; readonly reason: string }
