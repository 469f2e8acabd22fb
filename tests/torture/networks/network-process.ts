/** The networks of the torture, in a process of their own: each kind on an address of its own. Orders come from the parent, who asks for the record at the end. */
import { createBlueskyNetwork } from './bluesky-network.ts'
import { createFacebookNetwork } from './facebook-network.ts'
import { startListener, type Listener } from './listener.ts'
import { createMastodonNetwork } from './mastodon-network.ts'
import type { NetworkNews, NetworkOrder, NetworkStart } from './network-orders.ts'
import { createNetworkTime } from './network-time.ts'
import type { TortureNetwork } from './torture-network.ts'
import { createWordpressNetwork } from './wordpress-network.ts'
import { createYoutubeNetwork } from './youtube-network.ts'

const { time: timeStart, seed } = JSON.parse(process.argv.at(-1) ?? '') as NetworkStart
const time = createNetworkTime(timeStart)
let isHostile = false

function tell(news: NetworkNews): void {
  process.send?.(news)
}

const networks: readonly TortureNetwork[] = [
  createMastodonNetwork(time.now),
  createBlueskyNetwork(time.now),
  createWordpressNetwork('look_up', time.now),
  createWordpressNetwork('none', time.now),
  createFacebookNetwork(time.now),
  createYoutubeNetwork(time.now)
]
const listeners: readonly (Listener & { readonly network: TortureNetwork })[] = await Promise.all(
  networks.map(async (network) => ({
    network,
    ...(await startListener({ network, time, seed, isHostile: () => isHostile, killClient: () => tell({ kind: 'kill' }) }))
  }))
)

function obey(order: NetworkOrder): void {
  switch (order.kind) {
    case 'hostile':
      isHostile = order.isHostile
      break
    case 'hear':
      for (const { kind, account, text } of order.heard) networks.find((network) => network.kind === kind)?.hear(account, text)
      break
    case 'advance':
      for (const listener of listeners) listener.cutAll()
      time.advance(order.by)
      break
    case 'down':
      for (const listener of listeners) if (listener.network.kind === order.network) listener.goDown(order.realMs)
      break
    case 'revoke':
      for (const { network } of listeners) if (network.kind === order.network) network.revoke?.(order.account)
      break
    case 'read':
      tell({
        kind: 'record',
        sequence: order.sequence,
        publications: networks.flatMap((network) => network.publications()),
        removed: networks.flatMap((network) => network.removed()),
        standings: networks.flatMap((network) => network.standings()),
        history: order.withHistory ? listeners.flatMap(({ history }) => [...history]) : [],
        arrived: listeners.flatMap(({ arrived }) => [...arrived]),
        faults: listeners.flatMap(({ network, faults }) => [...faults].map(([name, times]) => ({ name: `${network.kind}, ${name}`, times })))
      })
      break
  }
}

process.on('message', (order) => obey(order as NetworkOrder))
process.on('disconnect', () => process.exit(0))
tell({ kind: 'ready', urls: Object.fromEntries(listeners.map(({ network, url }) => [network.kind, url])) as Record<TortureNetwork['kind'], string> })
