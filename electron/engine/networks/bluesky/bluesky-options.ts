import type { Clock } from '../../time/clock.ts'
import type { HttpClient } from '../../http/http-client.ts'
import type { Random } from '../../random.ts'
import type { DpopNonces } from '../oauth/dpop-nonces.ts'

/** What the adapter stands on. The two services are DIDs with the fragment of their entry: the server of an account passes calls on to them. */
export interface BlueskyOptions {
  readonly http: HttpClient
  readonly clock: Clock
  readonly random: Random
  readonly appViewDid: string
  readonly chatDid: string
  /** The directory of identities of the kind `did:plc`. */
  readonly plcUrl: string
  /** The video service. Left out: films go to the account's own server, as pictures do. */
  readonly videoUrl?: string
}

/** The same, with what the parts of one adapter share. */
export interface BlueskyNeeds extends BlueskyOptions {
  readonly nonces: DpopNonces
  /** A server's time minus ours, in ms. */
  clockOffset(url: string): number
}

export const publicAppViewDid = 'did:web:api.bsky.app#bsky_appview'
export const publicChatDid = 'did:web:api.bsky.chat#bsky_chat'
export const publicPlcUrl = 'https://plc.directory'
export const publicVideoUrl = 'https://video.bsky.app'
