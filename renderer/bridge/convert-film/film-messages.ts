import type { FilmTarget } from '../../../shared/media/fit-film.ts'

/** What the page tells the worker. */
export type ToFilmWorker =
  | { readonly kind: 'convert'; readonly bytes: number; readonly target: FilmTarget }
  /** The answer to `read`; null: the film cannot be read any more. */
  | { readonly kind: 'bytes'; readonly id: number; readonly bytes: Uint8Array<ArrayBuffer> | null }
  /** The part before is stored: the next one may come. */
  | { readonly kind: 'stored' }

/** no_decoder, no_encoder: this computer cannot · damaged: something in the film. */
export type FilmFault = 'no_decoder' | 'no_encoder' | 'damaged'

/** What the worker says; after `done` and `failed` it is through. */
export type FromFilmWorker =
  | { readonly kind: 'read'; readonly id: number; readonly offset: number; readonly length: number }
  | { readonly kind: 'part'; readonly offset: number; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly fault: FilmFault; readonly reason: string }
