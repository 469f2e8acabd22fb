import type { HttpClient } from '../../http/http-client.ts'
import type { Random } from '../../random.ts'
import type { Clock } from '../../time/clock.ts'

export interface TiktokOptions {
  readonly http: HttpClient
  readonly clock: Clock
  readonly random: Random
  /** Where the interface stands; tests give a server of their own. */
  readonly apiUrl: string
  readonly loginUrl: string
  /** How much of a video goes with one request. Left out: `chunkBytes`. */
  readonly chunkBytes?: number
  /** How long between two looks whether TikTok has the pictures, ms. Left out: `askPicturesEveryMs`. */
  readonly picturesEveryMs?: number
}

export const tiktokApiUrl = 'https://open.tiktokapis.com'
export const tiktokLoginUrl = 'https://www.tiktok.com/v2/auth/authorize/'
/** Between 5 and 64 MB, and a thousand at most: https://developers.tiktok.com/doc/content-posting-api-media-transfer-guide (read on 2026-11-21). */
export const chunkBytes = 16 * 1024 * 1024
/** TikTok may be asked thirty times a minute: https://developers.tiktok.com/doc/content-posting-api-reference-get-video-status (read on 2026-11-21). */
export const askPicturesEveryMs = 3000
/** Two minutes: an attempt ends after five. */
export const askPicturesTimes = 40
