import { studioError } from '../../../shared/errors/studio-error.ts'
import type { HttpClient, HttpResult } from '../../../electron/engine/http/http-client.ts'

/** A client that knows what is under way, so that a test can wait for it, and that can be cut off from an engine that has "crashed". */
export interface WatchedHttp extends HttpClient {
  /** Calls that are under way and not yet known to hang. */
  underWay(): number
  /** Stops counting the calls that are under way now: they wait for something the test has yet to do. */
  stopWaiting(): void
  /** What was sent stays sent; its answers, and whatever is called after, come back as lost. */
  cut(): void
}

const lost: HttpResult = { ok: false, failure: { sent: 'maybe', error: studioError('unreachable', 'the process that asked is gone') } }

export function watchHttp(http: HttpClient): WatchedHttp {
  const calls = new Set<symbol>()
  const cutters = new Set<(result: HttpResult) => void>()
  let isCut = false
  return {
    underWay: () => calls.size,
    stopWaiting: () => calls.clear(),
    cut() {
      isCut = true
      cutters.forEach((finish) => finish(lost))
    },
    send(request) {
      if (isCut) return Promise.resolve(lost)
      const call = Symbol(request.url)
      calls.add(call)
      return new Promise((resolve, reject) => {
        const finish = (result: HttpResult): void => {
          calls.delete(call)
          cutters.delete(finish)
          resolve(result)
        }
        cutters.add(finish)
        http.send(request).then(finish, (error: unknown) => {
          calls.delete(call)
          reject(error)
        })
      })
    }
  }
}
