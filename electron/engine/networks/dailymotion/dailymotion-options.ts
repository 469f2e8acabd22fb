import type { HttpClient } from '../../http/http-client.ts'
import type { Clock } from '../../time/clock.ts'

export interface DailymotionOptions {
  readonly http: HttpClient
  readonly clock: Clock
  /** Where the interface stands; tests give a server of their own. */
  readonly apiUrl: string
  readonly tokenUrl: string
}

export const dailymotionApiUrl = 'https://api.dailymotion.com'
export const dailymotionTokenUrl = 'https://oauth2.dailymotion.com'
