import type { HttpClient } from '../../http/http-client.ts'
import type { Random } from '../../random.ts'
import type { Clock } from '../../time/clock.ts'

export interface PinterestOptions {
  readonly http: HttpClient
  readonly clock: Clock
  readonly random: Random
  /** Where the interface stands; tests give a server of their own. */
  readonly apiUrl: string
  readonly loginUrl: string
}

export const pinterestApiUrl = 'https://api.pinterest.com'
export const pinterestLoginUrl = 'https://www.pinterest.com/oauth/'
