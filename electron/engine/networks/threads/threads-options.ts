import type { HttpClient } from '../../http/http-client.ts'
import type { Random } from '../../random.ts'
import type { Clock } from '../../time/clock.ts'

export interface ThreadsOptions {
  readonly http: HttpClient
  readonly clock: Clock
  readonly random: Random
  /** Where the interface stands; tests give a server of their own. */
  readonly apiUrl: string
  readonly loginUrl: string
}

export const threadsApiUrl = 'https://graph.threads.net'
export const threadsLoginUrl = 'https://www.threads.net'
/** The only one there is: https://developers.facebook.com/docs/threads/changelog (read on 2026-11-21). */
export const threadsVersion = 'v1.0'
