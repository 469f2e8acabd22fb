import type { Account } from '../../shared/accounts/account.ts'
import type { Networks } from './networks/start-networks.ts'
import type { NetworkRecord } from './networks/network-orders.ts'
import { networkKinds, type Heard, type NetworkKind } from './networks/torture-network.ts'
import type { StormyNetworks } from './storm.ts'
import type { Place } from './user.ts'

/** What the engine publishes to: networks of our own, or a real server behind a proxy that cuts. */
export interface TortureWorld extends StormyNetworks {
  /** For each client its accounts; as many for each. */
  readonly places: readonly (readonly Place[])[]
  /** Of the accounts of each client, in the same order. */
  readonly kinds: readonly NetworkKind[]
  /** Hours can be skipped, clocks set, servers stopped. */
  readonly isOurs: boolean
  readonly testOptions?: Record<string, unknown>
  /** What an account is called in the network's own record. */
  nameOf(account: Account): { readonly kind: NetworkKind; readonly account: string }
  /** Strangers say something. Left out where nobody can. */
  hear?(heard: readonly Heard[]): Promise<void>
  readAll(): Promise<NetworkRecord>
  stop(): Promise<void>
}

const accountsPerKind = 3
const clientNames = ['a', 'b']
const accountLetters = 'abcdefghijklmnopqrstuvw'.slice(0, accountsPerKind)

export function worldOfOurs(networks: Networks): TortureWorld {
  const { urls } = networks
  return {
    isOurs: true,
    testOptions: { facebookUrl: urls.own_feed, youtubeUrl: urls.upload },
    places: clientNames.map((client) => [...accountLetters].flatMap((letter) => placesOf(`torture${client}${letter}`, urls))),
    kinds: [...accountLetters].flatMap(() => networkKinds),
    nameOf({ serverUrl, remoteId, networkId }) {
      const kind = Object.entries(urls).find(([, url]) => serverUrl.startsWith(url))?.[0]
      if (kind === undefined) throw new Error(`nobody knows ${serverUrl}`)
      return { kind: kind as NetworkKind, account: networkId === 'wordpress' ? new URL(serverUrl).pathname.slice(1) : remoteId }
    },
    async hear(heard) {
      networks.order({ kind: 'hear', heard })
    },
    order: (order) => networks.order(order),
    read: () => networks.read(),
    readAll: () => networks.read({ withHistory: true }),
    stop: () => networks.stop()
  }
}

function placesOf(name: string, urls: Networks['urls']): readonly Place[] {
  return [
    { network: 'mastodon', serverUrl: urls.header_key, name, password: null },
    { network: 'bluesky', serverUrl: urls.client_id, name: `${name}.test`, password: null },
    { network: 'wordpress', serverUrl: `${urls.look_up}/${name}`, name: 'admin', password: null },
    { network: 'wordpress', serverUrl: `${urls.none}/${name}`, name: 'admin', password: null },
    { network: 'facebook', serverUrl: 'facebook.com', name, password: null },
    { network: 'youtube', serverUrl: 'youtube.com', name, password: null }
  ]
}
