import type { NetworkCapabilities } from '../../../../shared/networks/network-capabilities.ts'
import type { HttpClient } from '../../http/http-client.ts'
import type { Random } from '../../random.ts'
import type { Clock } from '../../time/clock.ts'

/** What the adapter stands on. `capabilities` are given, because other networks speak the same language (the practice network). */
export interface MastodonOptions {
  readonly capabilities: NetworkCapabilities
  readonly http: HttpClient
  readonly clock: Clock
  readonly random: Random
}
