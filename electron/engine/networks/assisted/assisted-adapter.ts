import { z } from 'zod'
import { assistedCapabilities } from '../../../../shared/networks/assisted-capabilities.ts'
import { byHandToken } from '../../../../shared/outbox/by-hand.ts'
import type { NetworkAdapter } from '../network-adapter.ts'
import type { Published } from '../network-publisher.ts'
import type { AccountIdentity, AssistedAccount } from '../network-connect.ts'
import type { Secret } from '../network-session.ts'
import { done, mapValue } from '../network-results.ts'
import { readSecret } from '../read-secret.ts'
import { toServerAddress } from '../server-address.ts'
import type { NetworkResult } from '../network-failure.ts'

/** There is nothing to keep secret; the name stands where every account has something. */
const keptSchema = z.object({ networkName: z.string() })

/** An account as the user describes it: nobody is asked. */
function describeAssisted({ assistedId, networkName, address, handle }: AssistedAccount): NetworkResult<{ identity: AccountIdentity; secret: Secret }> {
  return mapValue(toServerAddress(address), (serverUrl) => ({
    identity: {
      handle, displayName: networkName, serverUrl, remoteId: `${assistedId}:${new URL(serverUrl).host}:${handle.toLowerCase()}`, accessEndsAt: null,
      serverLimits: { maxCharacters: null, charactersPerUrl: null, maxMedia: null }
    },
    secret: JSON.stringify({ networkName })
  }))
}

/**
 * Publishes nothing: at its time a job is "taken" at once and then waits for the person, for as long as that takes. A crash in between is harmless,
 * since looking it up says the same; after a restoration the outbox asks them instead.
 */
export function createAssistedAdapter(): NetworkAdapter {
  const waits: Published = { remoteId: '', url: null, pending: { token: byHandToken, askAgainAfterMs: null, waitsForPerson: true } }
  return {
    capabilities: assistedCapabilities,
    connect: {
      kind: 'by_hand',
      describe: describeAssisted,
      whoAmI: ({ account, secret }) =>
        Promise.resolve(mapValue(readSecret(keptSchema, secret), ({ networkName }) => ({ handle: account.handle, displayName: networkName, serverUrl: account.serverUrl, remoteId: account.remoteId, accessEndsAt: null, serverLimits: account.serverLimits }))),
      revoke: () => Promise.resolve(done(null))
    },
    publisher: {
      publish: () => Promise.resolve(done(waits)),
      findPublished: () => Promise.resolve(done(waits)),
      resume: () => Promise.resolve(done(waits))
    }
  }
}
