import type { PublicMedia } from '../networks/network-public-media.ts'

/** What the other features know of the public place. */
export interface MediaHostService {
  isReady(): boolean
  /** null: the client has none. */
  publicMedia(): PublicMedia | null
}

/** Where a client's keys of a storage lie in the keychain: they go with the client. */
export function mediaHostReferenceOf(workspaceId: string): string {
  return `${workspaceId}:media-host`
}
