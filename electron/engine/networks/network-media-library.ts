import type { StreamedBody } from '../http/http-client.ts'
import type { AccountSession } from './network-session.ts'
import type { NetworkResult } from './network-failure.ts'

/** Files of an account that anybody can fetch, each under a name that is ours alone. */
export interface MediaLibrary {
  put(session: AccountSession, file: { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array | StreamedBody }): Promise<NetworkResult<{ readonly handle: string; readonly url: string }>>
  /** By its name, where the answer to `put` was lost; null: it is not there. */
  find(session: AccountSession, name: string): Promise<NetworkResult<string | null>>
  /** The same again is a success. */
  remove(session: AccountSession, handle: string): Promise<NetworkResult<null>>
}
