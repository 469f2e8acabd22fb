import type { HttpClient } from '../../http/http-client.ts'
import type { Random } from '../../random.ts'
import type { Clock } from '../../time/clock.ts'

/** `member`: the person who logs in. `page`: an organisation on which that person may publish. */
export type LinkedinKind = 'member' | 'page'

export interface LinkedinOptions {
  readonly http: HttpClient
  readonly clock: Clock
  readonly random: Random
  readonly kind: LinkedinKind
  /** Where the interface stands; tests give a server of their own. */
  readonly apiUrl: string
  readonly loginUrl: string
}

export const linkedinApiUrl = 'https://api.linkedin.com'
export const linkedinLoginUrl = 'https://www.linkedin.com'
