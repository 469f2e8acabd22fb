import type { Connectivity as ConnectivityValue } from '../../../shared/contract/studio.contract.ts'
import type { Clock } from '../time/clock.ts'
import type { HttpClient } from './http-client.ts'
import { isLoopbackAddress } from '../../../shared/networks/is-loopback-address.ts'
import { hostOf, isNetworkAway, isStranger } from './network-evidence.ts'

/**
 * Whether there is a network, learned from three sources: calls that reach a server or certainly do not (weighed by `isNetworkAway`: one
 * mistyped address proves nothing), what the system says (a hint), and the user's "work offline". While offline it looks by itself whether
 * the network is back, so that waiting posts go without a click.
 */
export interface Connectivity {
  current(): ConnectivityValue
  /** After each change of state. Returns the function that ends it. */
  onChange(listener: (value: ConnectivityValue) => void): () => void
  /** Whether a call to this address may be tried now. This computer itself is always there, except when the user works offline. */
  canReach(url: string): boolean
  /** `origin` of the server that was reached or not; calls to this computer say nothing about the network and are not reported. */
  reportOutcome(outcome: 'reached' | 'not_reached', origin: string): void
  hint(online: boolean): void
  setWorkOffline(workOffline: boolean): void
  stop(): void
}

/** Waiting between two looks for the network, in ms: quick at first, then a minute apart. A hint by the system looks at once. */
const probeDelays = [5_000, 10_000, 20_000, 40_000, 60_000] as const
const probeTimeoutMs = 8_000
/** Servers asked at each look. */
const mostProbed = 4

export interface ConnectivityNeeds {
  readonly clock: Clock
  /** The client without the guard: a probe has to go out while offline. */
  readonly http: HttpClient
  readonly workOffline: boolean
  /** Origins that answered in an earlier run, see `NetworkEvidence`. Asked when a call fails and while offline. */
  knownOrigins(): readonly string[]
}

export function createConnectivity({ clock, http, workOffline: workOfflineAtStart, knownOrigins }: ConnectivityNeeds): Connectivity {
  const listeners = new Set<(value: ConnectivityValue) => void>()
  const lastReached = new Map<string, number>()
  const strangers = new Map<string, number>()
  let lastFailedOrigin: string | null = null
  let workOffline = workOfflineAtStart
  let isReachable = true
  let probesDone = 0
  let cancelProbe: (() => void) | null = null
  let isStopped = false
  let value: ConnectivityValue = { state: stateNow(), since: clock.now() }

  function stateNow(): ConnectivityValue['state'] {
    if (workOffline) return 'working_offline'
    return isReachable ? 'online' : 'offline'
  }

  function settle(): void {
    const state = stateNow()
    if (state === 'offline') scheduleProbe()
    else dropProbe()
    if (state === value.state) return
    value = { state, since: clock.now() }
    for (const listener of listeners) listener(value)
  }

  function scheduleProbe(): void {
    if (isStopped || cancelProbe !== null) return
    const delay = probeDelays[Math.min(probesDone, probeDelays.length - 1)] ?? 60_000
    cancelProbe = clock.after(delay, () => {
      cancelProbe = null
      probesDone += 1
      void probe()
    })
  }

  function dropProbe(): void {
    cancelProbe?.()
    cancelProbe = null
    probesDone = 0
  }

  /** Any answer at all, even an error page, means that the network is there. Only servers that Vigie already talks to are asked. */
  async function probe(): Promise<void> {
    for (const origin of originsToProbe()) {
      const result = await http.send({ method: 'HEAD', url: `${origin}/`, signed: false, timeout: probeTimeoutMs, maxBytes: 65_536 })
      if (isStopped) return
      if (result.ok) {
        setReachable(true, origin)
        return
      }
    }
    settle()
  }

  function originsToProbe(): readonly string[] {
    const reached = [...lastReached.entries()].toSorted((a, b) => b[1] - a[1]).map(([origin]) => origin)
    const trusted = [...new Set([...reached, ...knownOrigins()])].filter((origin) => !isLoopbackAddress(origin))
    // One that nobody ever reached may not exist: it is asked last, and never crowds out those that do.
    if (lastFailedOrigin === null) return trusted.slice(0, mostProbed)
    const isTrusted = trusted.includes(lastFailedOrigin)
    const others = trusted.filter((origin) => origin !== lastFailedOrigin).slice(0, mostProbed - 1)
    return isTrusted ? [lastFailedOrigin, ...others] : [...others, lastFailedOrigin]
  }

  function reportFailure(origin: string): void {
    lastFailedOrigin = origin
    const now = clock.now()
    const evidence = { reached: lastReached, known: new Set(knownOrigins()), strangers }
    const isAway = isNetworkAway(origin, evidence, now)
    if (isStranger(origin, evidence)) strangers.set(hostOf(origin), now)
    if (isAway) setReachable(false, null)
  }

  function setReachable(reachable: boolean, origin: string | null): void {
    isReachable = reachable
    if (reachable && origin !== null) lastReached.set(origin, clock.now())
    settle()
  }

  if (stateNow() === 'offline') scheduleProbe()

  return {
    current: () => value,
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    canReach: (url) => !workOffline && (isReachable || isLoopbackAddress(url)),
    reportOutcome(outcome, origin) {
      if (isStopped || isLoopbackAddress(origin)) return
      if (outcome === 'reached') setReachable(true, origin)
      else reportFailure(origin)
    },
    hint(online) {
      if (isStopped) return
      if (!online) {
        lastReached.forEach((_, origin) => lastReached.set(origin, 0))
        setReachable(false, null)
        return
      }
      // "Online" only says that there is an interface. With a server to ask, ask it; without one there is nothing to wait for.
      if (isReachable) return
      probesDone = 0
      cancelProbe?.()
      cancelProbe = null
      if (originsToProbe().length === 0) setReachable(true, null)
      else void probe()
    },
    setWorkOffline(next) {
      workOffline = next
      settle()
    },
    stop() {
      isStopped = true
      dropProbe()
      listeners.clear()
    }
  }
}
