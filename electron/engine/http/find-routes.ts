import { isLoopbackAddress } from '../../../shared/networks/is-loopback-address.ts'
import type { Clock } from '../time/clock.ts'
import { direct, parseRoutes, type FindRoutes, type Route } from './route.ts'

/** How long what the system said of a server is taken to hold, ms: people change networks, and with them the proxy. */
const keptFor = 60_000
/** A system that looks for its proxy's script may need long; nobody waits longer than this, ms. */
const answerWithin = 5_000

export interface FindRoutesNeeds {
  readonly clock: Clock
  /** What the system says of `https://server.example/`: `PROXY host:port; DIRECT`. null when it cannot be asked. */
  ask(origin: string): Promise<string | null>
}

/** The system's proxy settings, asked once a minute for each server. This computer itself is always reached straight. */
export function createFindRoutes({ clock, ask }: FindRoutesNeeds): FindRoutes {
  const known = new Map<string, { readonly until: number; readonly routes: Promise<readonly Route[]> }>()

  async function askInTime(origin: string): Promise<readonly Route[]> {
    let cancel = (): void => undefined
    const tooLate = new Promise<null>((resolve) => (cancel = clock.after(answerWithin, () => resolve(null))))
    const answer = await Promise.race([ask(origin), tooLate])
    cancel()
    return parseRoutes(answer ?? '')
  }

  return async (url) => {
    if (isLoopbackAddress(url.href)) return [direct]
    const now = clock.now()
    const kept = known.get(url.origin)
    if (kept !== undefined && kept.until > now) return kept.routes
    for (const [origin, { until }] of known) if (until <= now) known.delete(origin)
    const routes = askInTime(`${url.origin}/`)
    known.set(url.origin, { until: now + keptFor, routes })
    return routes
  }
}
