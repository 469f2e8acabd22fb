import type { HttpClient } from '../../http/http-client.ts'
import type { Clock } from '../../time/clock.ts'

export interface DiscordOptions {
  readonly http: HttpClient
  readonly clock: Clock
}
