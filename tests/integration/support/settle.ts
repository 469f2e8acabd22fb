import type { WatchedHttp } from './watched-http.ts'

const patienceMs = 330
const quietTurns = 12

/**
 * Lets promises, file reads and network calls come to rest. Calls that do not end within the patience are taken for hanging (the test's
 * server does not answer on purpose) and are not waited for again.
 */
export async function settle(http: WatchedHttp): Promise<void> {
  const giveUpAt = performance.now() + patienceMs
  for (let quiet = 0; quiet < quietTurns; ) {
    await new Promise((resolve) => setImmediate(resolve))
    if (http.underWay() === 0) {
      quiet += 1
      continue
    }
    quiet = 0
    await new Promise((resolve) => setTimeout(resolve, 1))
    if (performance.now() > giveUpAt) http.stopWaiting()
  }
}
