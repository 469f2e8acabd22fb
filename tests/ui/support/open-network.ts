import type { NetworkAdapter } from '../../../electron/engine/networks/network-adapter.ts'
import type { AppPasswordConnect } from '../../../electron/engine/networks/network-connect.ts'
import type { NetworkId } from '../../../shared/networks/network-id.ts'
import { createPaperNetwork } from './paper-network.ts'
import { startAt, type Studio } from './studio-test.ts'

/** A network of paper that lets anybody in, for `moreAdapters`. */
export function openNetwork(id: NetworkId): NetworkAdapter {
  const identity = { handle: `@quai.${id}`, displayName: 'Le Quai', serverUrl: `https://${id}.example`, remoteId: id, accessEndsAt: null, serverLimits: { maxCharacters: null, charactersPerUrl: null, maxMedia: null } }
  const connect: AppPasswordConnect = { kind: 'app_password', connect: async () => ({ ok: true, value: { identity, secret: id } }), whoAmI: async () => ({ ok: true, value: identity }), revoke: async () => ({ ok: true, value: null }) }
  return { ...createPaperNetwork(id, () => startAt).adapter, connect }
}

export async function connectOpenly({ engine }: Studio, workspaceId: string, networkId: NetworkId): Promise<{ readonly id: string; readonly handle: string; readonly serverUrl: string }> {
  return engine.ask('accounts.connectWithAppPassword', { workspaceId, networkId, serverUrl: `https://${networkId}.example`, identifier: networkId, appPassword: 'paper' })
}
