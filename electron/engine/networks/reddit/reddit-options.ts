import type { HttpClient } from '../../http/http-client.ts'
import type { Random } from '../../random.ts'
import type { Clock } from '../../time/clock.ts'

export interface RedditOptions {
  readonly http: HttpClient
  readonly clock: Clock
  readonly random: Random
  /** Where the interface stands; tests give a server of their own. */
  readonly apiUrl: string
  readonly loginUrl: string
}

export const redditApiUrl = 'https://oauth.reddit.com'
export const redditLoginUrl = 'https://www.reddit.com'
