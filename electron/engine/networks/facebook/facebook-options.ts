import type { HttpClient } from '../../http/http-client.ts'
import type { Random } from '../../random.ts'
import type { Clock } from '../../time/clock.ts'

export interface FacebookOptions {
  readonly http: HttpClient
  readonly clock: Clock
  readonly random: Random
  /** Where the interface stands; tests give a server of their own. */
  readonly apiUrl: string
  readonly loginUrl: string
}

export const facebookApiUrl = 'https://graph.facebook.com'
export const facebookLoginUrl = 'https://www.facebook.com'

/** Where reels and stories hand over their bytes; a server of a test is both. */
export function uploadUrlOf(serverUrl: string): string {
  return serverUrl === facebookApiUrl ? 'https://rupload.facebook.com' : serverUrl
}
