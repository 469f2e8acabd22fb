import type { Net, PowerMonitor } from 'electron'

export interface PowerEventNeeds {
  readonly powerMonitor: Pick<PowerMonitor, 'on'>
  readonly net: Pick<Net, 'isOnline'>
  readonly onResume: () => void
  readonly onNetwork: (isOnline: boolean) => void
  readonly onSystemShutdown: () => void
}

const lookEvery = 5_000

/**
 * What the system says about itself. Only changes of the network are told: the system's own idea of "online" can be wrong for a whole session
 * (a network it does not know of), so its first word counts for nothing. Returns the function that ends the watching.
 */
export function watchPower(needs: PowerEventNeeds): () => void {
  needs.powerMonitor.on('resume', needs.onResume)
  needs.powerMonitor.on('unlock-screen', needs.onResume)
  // Typed without its event for this name, though it has one: it holds the system back until the application has ended.
  needs.powerMonitor.on('shutdown', (...values: readonly unknown[]) => {
    const [event] = values
    if (typeof event === 'object' && event !== null && 'preventDefault' in event && typeof event.preventDefault === 'function') event.preventDefault()
    needs.onSystemShutdown()
  })
  let wasOnline = needs.net.isOnline()
  const timer = setInterval(() => {
    const isOnline = needs.net.isOnline()
    if (isOnline !== wasOnline) needs.onNetwork(isOnline)
    wasOnline = isOnline
  }, lookEvery)
  return () => clearInterval(timer)
}
