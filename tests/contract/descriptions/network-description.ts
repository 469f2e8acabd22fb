import type { HttpClient, HttpRequest } from '../../../electron/engine/http/http-client.ts'

/** A network's own words about its interface, as far as a machine can read them. */
export interface NetworkDescription {
  /** The described operation that a request means, such as `POST /api/v1/statuses`; null when there is none. */
  operationOf(request: HttpRequest): string | null
  /** What a request does that the description does not know: path, method, parameters, headers, body. */
  check(request: HttpRequest): readonly string[]
  /** A success as described: with as much in it as the description allows, or as little. null when it says nothing about the answer. */
  answer(request: HttpRequest, fullness: Fullness): { readonly status: number; readonly json: unknown; readonly headers?: Readonly<Record<string, string>> | undefined } | null
}

export type Fullness = 'most' | 'least'

/** Keeps what was asked of a network, to hold it against the network's description. */
export interface RequestLedger {
  readonly requests: readonly HttpRequest[]
  /** The same client, with everything written down. */
  watch(http: HttpClient): HttpClient
  /** Each complaint once. */
  complaints(description: NetworkDescription): readonly string[]
  /** For example `Mastodon: 21 operations used, 21 validated, 1204 requests`. */
  report(name: string, description: NetworkDescription): string
}

export function createRequestLedger(): RequestLedger {
  const requests: HttpRequest[] = []
  return {
    requests,
    watch: (http) => ({ send: (request) => (requests.push(request), http.send(request)) }),
    complaints: (description) => [...new Set(requests.flatMap((request) => description.check(request)))],
    report(name, description) {
      const nameOf = (request: HttpRequest): string => description.operationOf(request) ?? `${request.method} ${new URL(request.url).pathname}`
      const used = new Set(requests.map(nameOf))
      const wrong = new Set(requests.filter((request) => description.check(request).length > 0).map(nameOf))
      return `${name}: ${used.size} operations used, ${used.size - wrong.size} validated, ${requests.length} requests`
    }
  }
}

/** A form of the platform's, or one that is streamed. */
export function isForm(body: HttpRequest['body']): boolean {
  return body instanceof FormData || (typeof body === 'object' && 'fields' in body)
}

/** What a request carries as its body, field by field; null when it has none, or one that is no set of fields (a file). */
export function fieldsOf({ body, headers }: HttpRequest): Record<string, unknown> | null {
  if (body === undefined) return null
  if (body instanceof FormData) return Object.fromEntries([...body].map(([name, value]) => [name, typeof value === 'string' ? value : value.name]))
  // A file on its way, or a form that holds one.
  if (typeof body !== 'string' && !(body instanceof Uint8Array)) return body.fields === undefined ? null : { ...body.fields }
  const type = headers?.['content-type'] ?? ''
  const text = typeof body === 'string' ? body : new TextDecoder().decode(body)
  if (type.startsWith('application/x-www-form-urlencoded')) return Object.fromEntries(new URLSearchParams(text))
  return type.startsWith('application/json') ? (JSON.parse(text) as Record<string, unknown>) : null
}
