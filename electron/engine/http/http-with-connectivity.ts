import { studioError } from '../../../shared/errors/studio-error.ts'
import type { Connectivity } from './connectivity.ts'
import type { HttpClient } from './http-client.ts'

/**
 * The client that the whole engine uses: refuses at once while the user works offline (nothing goes out, not even to this computer), and
 * tells connectivity how each call went. While merely offline calls still go out: their success is how the return of the network shows.
 */
export function createHttpWithConnectivity(http: HttpClient, connectivity: Connectivity): HttpClient {
  return {
    async send(request) {
      if (connectivity.current().state === 'working_offline') {
        return { ok: false, failure: { sent: 'no', error: studioError('offline', 'working offline', { retryable: true }) } }
      }
      const result = await http.send(request)
      const origin = originOf(request.url)
      if (origin === null) return result
      if (result.ok) connectivity.reportOutcome('reached', origin)
      else if (result.failure.sent === 'no' && isAboutTheNetwork(result.failure.error.code)) connectivity.reportOutcome('not_reached', origin)
      return result
    }
  }
}

/** An address that is refused by rule, or a call that was taken back, says nothing about the network. */
function isAboutTheNetwork(code: string): boolean {
  return code === 'unreachable' || code === 'offline' || code === 'timeout'
}

function originOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).origin : null
}
