import { studioError } from '../../../shared/errors/studio-error.ts'
import type { HttpClient, HttpRequest, HttpResult } from '../http/http-client.ts'

/**
 * The engine's http client as a practice workspace uses it: calls to the network's `name` go to where its server listens now, everything else
 * goes on unchanged. `port` gives null when the server does not run; it may wait for a start that is under way.
 */
export function createPracticeHttp(http: HttpClient, name: string, port: () => Promise<number | null>): HttpClient {
  return {
    async send(request) {
      if (!URL.canParse(request.url) || new URL(request.url).host !== name) return http.send(request)
      const now = await port()
      if (now === null) return notRunning
      const origin = `http://127.0.0.1:${now}`
      return underItsName(await http.send(toServer(request, origin, name)), origin, name)
    }
  }
}

const notRunning: HttpResult = { ok: false, failure: { sent: 'no', error: studioError('unreachable', 'the practice network does not run', { retryable: true }) } }

/** The refusal of private addresses is about those that strangers chose; this one is ours. The server is told under which name it was called. */
function toServer(request: HttpRequest, origin: string, name: string): HttpRequest {
  const url = new URL(request.url)
  return { ...request, privateAddresses: 'allowed', url: `${origin}${url.pathname}${url.search}`, headers: { ...request.headers, 'x-forwarded-host': name } }
}

function underItsName(result: HttpResult, origin: string, name: string): HttpResult {
  if (!result.ok) return result
  const { response } = result
  const named = (address: string): string => (address.startsWith(origin) ? `http://${name}${address.slice(origin.length)}` : address)
  return { ok: true, response: { ...response, url: named(response.url), ...(response.movedTo === undefined ? {} : { movedTo: named(response.movedTo) }) } }
}
