import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { WarpedTime } from '../warped-time.ts'
import type { NetworkNews, NetworkOrder, NetworkRecord } from './network-orders.ts'
import type { NetworkKind } from './torture-network.ts'

export interface Networks {
  readonly urls: Readonly<Record<NetworkKind, string>>
  order(order: Exclude<NetworkOrder, { kind: 'read' }>): void
  /** What the networks themselves know. */
  read(options?: { readonly withHistory: boolean }): Promise<NetworkRecord>
  stop(): Promise<void>
}

/** Starts the process of the networks. `onKill`: the client is to die now, in the middle of a request. */
export async function startNetworks(time: WarpedTime, seed: number, onKill: () => void): Promise<Networks> {
  const child = fork(fileURLToPath(new URL('network-process.ts', import.meta.url)), [JSON.stringify({ time: time.start(), seed })], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc']
  })
  const waiting = new Map<number, (record: NetworkRecord) => void>()
  let sequence = 0
  const urls = await new Promise<Networks['urls']>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the networks ended with ${code}`)))
    child.on('message', (message) => {
      const news = message as NetworkNews
      if (news.kind === 'ready') resolve(news.urls)
      else if (news.kind === 'kill') onKill()
      else waiting.get(news.sequence)?.(news)
    })
  })
  return {
    urls,
    order: (order) => send(child, order),
    read({ withHistory } = { withHistory: false }) {
      sequence += 1
      const mine = sequence
      return new Promise((resolve) => {
        waiting.set(mine, (record) => {
          waiting.delete(mine)
          resolve(record)
        })
        send(child, { kind: 'read', sequence: mine, withHistory })
      })
    },
    async stop() {
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.disconnect()
      await gone
    }
  }
}

function send(child: ChildProcess, order: NetworkOrder): void {
  child.send(order)
}
