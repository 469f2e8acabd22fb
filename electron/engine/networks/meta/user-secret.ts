import { z } from 'zod'
import type { Clock } from '../../time/clock.ts'
import type { AccountSession, Secret } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import { mapValue } from '../network-results.ts'
import { readSecret } from '../read-secret.ts'
import { createGraphCalls, type GraphCalls, type GraphNeeds } from './graph-calls.ts'

/** What the keychain holds for an account that one person logs into: its token of sixty days, and the id of the app it was given to. The app's secret lies in its own place. */
const secretSchema = z.object({
  clientId: z.string(),
  accessToken: z.string(),
  /** ms since the epoch; null: not told. */
  accessEndsAt: z.number().nullable()
})
export type MetaUserSecret = z.infer<typeof secretSchema>

export function writeMetaUserSecret(secret: MetaUserSecret): Secret {
  return JSON.stringify(secret)
}

export function readMetaUserSecret({ secret }: Pick<AccountSession, 'secret'>): NetworkResult<MetaUserSecret> {
  return readSecret(secretSchema, secret)
}

/** The Graph as the person of a session. `version` stands between the server and the path. */
export function openMetaUser(needs: GraphNeeds & { readonly clock: Clock }, version: string, session: AccountSession): NetworkResult<GraphCalls> {
  return mapValue(readMetaUserSecret(session), ({ accessToken }) =>
    createGraphCalls(needs, { url: `${session.account.serverUrl}/${version}`, token: accessToken, proof: null, signal: session.signal, limits: session.limits })
  )
}
