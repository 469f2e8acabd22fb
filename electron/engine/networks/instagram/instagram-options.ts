import type { HttpClient } from '../../http/http-client.ts'
import type { Random } from '../../random.ts'
import type { Clock } from '../../time/clock.ts'

export interface InstagramOptions {
  readonly http: HttpClient
  readonly clock: Clock
  readonly random: Random
  /** Where the interface stands; tests give a server of their own. */
  readonly apiUrl: string
  readonly loginUrl: string
  /** Where the code of a login is exchanged, and nothing else. */
  readonly tokenUrl: string
}

export const instagramApiUrl = 'https://graph.instagram.com'
export const instagramLoginUrl = 'https://www.instagram.com'
export const instagramTokenUrl = 'https://api.instagram.com'
