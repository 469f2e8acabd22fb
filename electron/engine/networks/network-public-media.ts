import type { PictureFit } from '../../../shared/networks/image-rule.ts'
import type { MediaToSend } from './network-media.ts'
import type { NetworkResult } from './network-failure.ts'
import type { UploadWatch } from './network-upload-watch.ts'

/** `fit`: larger pictures are made smaller, and nothing else about them. */
export type PlaceAsked = UploadWatch & { readonly fit?: PictureFit }

/** A place of the client's own from which anybody can fetch a file: its site, its storage. */
export interface PublicMedia {
  /** Puts it there, made into one of these types where it is none. What went wrong says nothing about the account that is published on. */
  place(file: MediaToSend, mediaTypes: readonly string[], asked: PlaceAsked): Promise<NetworkResult<PublicFile>>
}

export interface PublicFile {
  readonly url: string
  /** It is not needed there any more: it is taken away now, or as soon as that can be done. */
  release(): void
}
