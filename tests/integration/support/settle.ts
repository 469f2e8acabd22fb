import type { WatchedHttp } from './watched-http.ts'

const patienceMs = 330
const quietTurns = 12

/** Reads and writes of files that hang (a pipe that nobody fills): they are not waited for again. */
let hanging = 0

/** What the system is asked of files comes back from threads of its own, in no fixed number of turns. */
function filesUnderWay(): number {
  return process.getActiveResourcesInfo().filter((name) => name.startsWith('FSReq')).length
}

/**
 * Lets promises, file reads and network calls come to rest. Calls that do not end within the patience are taken for hanging (the test's
 * server does not answer on purpose) and are not waited for again.
 */
export async function settle(http: WatchedHttp): Promise<void> {
  const giveUpAt = performance.now() + patienceMs
  for (let quiet = 0; quiet < quietTurns; ) {
    await new Promise((resolve) => setImmediate(resolve))
    const files = filesUnderWay()
    hanging = Math.min(hanging, files)
    if (http.underWay() === 0 && files <= hanging) {
      quiet += 1
      continue
    }
    quiet = 0
    await new Promise((resolve) => setTimeout(resolve, 1))
    if (performance.now() <= giveUpAt) continue
    http.stopWaiting()
    hanging = files
  }
}
