import type { Clock } from '../../time/clock.ts'
import type { HttpClient } from '../../http/http-client.ts'

/** What the adapter stands on. The two services are DIDs with the fragment of their entry: the server of an account passes calls on to them. */
export interface BlueskyOptions {
  readonly http: HttpClient
  readonly clock: Clock
  readonly appViewDid: string
  readonly chatDid: string
}

export const publicAppViewDid = 'did:web:api.bsky.app#bsky_appview'
export const publicChatDid = 'did:web:api.bsky.chat#bsky_chat'
