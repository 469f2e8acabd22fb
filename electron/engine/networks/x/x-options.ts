import type { HttpClient } from '../../http/http-client.ts'
import type { Random } from '../../random.ts'
import type { Clock } from '../../time/clock.ts'

export interface XOptions {
  readonly http: HttpClient
  readonly clock: Clock
  readonly random: Random
  /** Where the interface stands; tests give a server of their own. */
  readonly apiUrl: string
  readonly loginUrl: string
}

export const xApiUrl = 'https://api.x.com'
export const xLoginUrl = 'https://x.com/i/oauth2/authorize'
