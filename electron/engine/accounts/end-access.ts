import type { Logger } from '../log/logger.ts'
import type { NetworkAdapter } from '../networks/network-adapter.ts'
import type { AccountIdentity } from '../networks/network-connect.ts'
import type { NetworkId } from '../../../shared/networks/network-id.ts'
import type { Clock } from '../time/clock.ts'
import { runWithDeadline } from '../time/run-with-deadline.ts'
import type { OwnApps } from './own-apps.ts'

/** Saying goodbye to the network is a courtesy, and never takes longer than this, in ms. */
export const revokeDeadlineMs = 8_000

/** Ends, at the network, access that nobody will use: a login that is not kept, or the one before. Never fails; what cannot be ended is logged, without the secret. */
export type EndAccess = (networkId: NetworkId, unused: { readonly identity: Whose; readonly secret: string }) => Promise<void>

type Whose = Pick<AccountIdentity, 'serverUrl' | 'remoteId' | 'handle' | 'serverLimits'>

export interface EndAccessNeeds {
  readonly clock: Clock
  readonly log: Logger
  readonly apps: Pick<OwnApps, 'find'>
  adapterFor(networkId: NetworkId): NetworkAdapter
  readonly stopping: AbortSignal
}

export function createEndAccess({ clock, log, apps, adapterFor, stopping }: EndAccessNeeds): EndAccess {
  return async (networkId, { identity: { serverUrl, remoteId, handle, serverLimits }, secret }) => {
    const { connect } = adapterFor(networkId)
    // Elsewhere, the end of one login may be the end of the one that took its place.
    if (connect.endsOneLogin !== true) return
    try {
      const ended = await runWithDeadline(clock, revokeDeadlineMs, stopping, (signal) =>
        connect.revoke({
          // Not the account's id, if there is one: it has another access by now.
          account: { id: '', networkId, serverUrl, remoteId, handle, serverLimits },
          secret,
          signal,
          saveSecret: () => Promise.reject(new Error('an access that nobody uses is not renewed')),
          async findApp(clientId) {
            const found = await apps.find(networkId, clientId)
            return found.ok ? found : { ok: false, failure: { kind: 'not_sent', error: found.error } }
          }
        })
      )
      if (!ended.ok) log.info(`access at ${networkId} that nobody uses was not ended there: ${ended.failure.kind}`)
    } catch (error) {
      log.error(`access at ${networkId} that nobody uses was not ended there: ${error instanceof Error ? error.name : 'unknown error'}`)
    }
  }
}
