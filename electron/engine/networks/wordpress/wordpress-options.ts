import type { HttpClient } from '../../http/http-client.ts'
import type { Clock } from '../../time/clock.ts'

export interface WordpressOptions {
  readonly http: HttpClient
  readonly clock: Clock
}
