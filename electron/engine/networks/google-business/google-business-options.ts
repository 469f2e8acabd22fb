import type { HttpClient } from '../../http/http-client.ts'
import type { Random } from '../../random.ts'
import type { Clock } from '../../time/clock.ts'

export interface GoogleBusinessOptions {
  readonly http: HttpClient
  readonly clock: Clock
  readonly random: Random
  /** Where posts and reviews stand; tests give a server of their own. */
  readonly apiUrl: string
  readonly loginUrl: string
  readonly tokenUrl: string
  /** How long between two looks whether Google has the photo, ms. Left out: `askPhotoEveryMs`. */
  readonly photoEveryMs?: number
}

/** Posts and reviews are still in version 4: https://developers.google.com/my-business/content/overview (read on 2026-11-23). */
export const googleBusinessApiUrl = 'https://mybusiness.googleapis.com'

/** Google looks at a post for some seconds, and three hundred calls a minute are taken: https://developers.google.com/my-business/content/limits (read on 2026-11-23). */
export const askPhotoEveryMs = 5000
/** Two minutes: an attempt ends after five. */
export const askPhotoTimes = 24

/** One profile is spread over several interfaces, each at a place of its own. */
export interface GoogleBusinessHosts {
  readonly accounts: string
  readonly locations: string
  readonly posts: string
  readonly performance: string
}

/** Of an account's server: a test's server speaks for all. */
export function hostsOf(serverUrl: string): GoogleBusinessHosts {
  if (serverUrl !== googleBusinessApiUrl) return { accounts: serverUrl, locations: serverUrl, posts: serverUrl, performance: serverUrl }
  return { accounts: 'https://mybusinessaccountmanagement.googleapis.com', locations: 'https://mybusinessbusinessinformation.googleapis.com', posts: serverUrl, performance: 'https://businessprofileperformance.googleapis.com' }
}
