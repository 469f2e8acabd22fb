import type { HttpClient } from '../../http/http-client.ts'
import type { Random } from '../../random.ts'
import type { Clock } from '../../time/clock.ts'
import { googleLoginUrl, googleTokenUrl } from '../google/google-login.ts'

export interface YoutubeOptions {
  readonly http: HttpClient
  readonly clock: Clock
  readonly random: Random
  /** Where the interface stands; tests give a server of their own. */
  readonly apiUrl: string
  readonly loginUrl: string
  readonly tokenUrl: string
  /** How much of a video goes with one request. Left out: `partBytes`. */
  readonly partBytes?: number
}

export const youtubeApiUrl = 'https://youtube.googleapis.com'
export const youtubeLoginUrl = googleLoginUrl
export const youtubeTokenUrl = googleTokenUrl
/** Google wants multiples of 256 KiB: https://developers.google.com/youtube/v3/guides/using_resumable_upload_protocol (read on 2026-11-21). */
export const partBytes = 8 * 1024 * 1024
