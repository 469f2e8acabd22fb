import type { NetworkId } from '../../../shared/networks/network-id.ts'
import { createScriptedServer, type ScriptedServer, type ScriptedServerOptions } from '../../support/scripted-adapter.ts'

export interface RigServers {
  of(networkId: NetworkId): ScriptedServer
  /** When something happens on a network next (ms since the epoch), or null. */
  nextDue(): number | null
  runDue(): void
}

/** The networks: they live on when the engine dies, and so do their timers. */
export function createRigServers(now: () => number, options: Partial<ScriptedServerOptions>): RigServers {
  const servers = new Map<NetworkId, ScriptedServer>()
  const timers: { readonly at: number; readonly callback: () => void }[] = []
  const after = (delay: number, callback: () => void): void => void timers.push({ at: now() + delay, callback })
  return {
    of(networkId) {
      const server = servers.get(networkId) ?? createScriptedServer(networkId, { now, after, ...options })
      servers.set(networkId, server)
      return server
    },
    nextDue() {
      const moments = [...timers.map(({ at }) => at), ...[...servers.values()].flatMap(({ scheduler }) => scheduler.nextDue() ?? [])]
      return moments.length === 0 ? null : Math.min(...moments)
    },
    runDue() {
      for (const { scheduler } of servers.values()) scheduler.publishDue()
      for (const timer of timers.filter((each) => each.at <= now())) {
        timers.splice(timers.indexOf(timer), 1)
        timer.callback()
      }
    }
  }
}
