import type { StudioError } from '../../../shared/errors/studio-error.ts'

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD'
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array | FormData | StreamedBody
  /** Signed requests never follow a redirect to another origin. */
  readonly signed: boolean
  /** Largest answer taken, in bytes; a longer one is cut off with an error. */
  readonly maxBytes?: number
  /** ms until the whole exchange has to be over; with a streamed body, until the next piece of it has to be on its way, or the answer there. */
  readonly timeout?: number
  readonly signal?: AbortSignal
  /** `refused` for addresses that strangers chose (feeds, link cards): never into the user's own network or computer. Else `allowed`. */
  readonly privateAddresses?: 'allowed' | 'refused'
  /** `allowed` for public texts of sites that have no https (feeds); never for a signed request. Else `refused`, except to this computer. */
  readonly plainHttp?: 'allowed' | 'refused'
}

/** A body that is never whole in memory. Its pieces are asked for anew each time it is sent; a piece that cannot be read ends the request. */
export interface StreamedBody {
  readonly byteLength: number
  /** Left out: the request's own headers say it. */
  readonly contentType?: string
  /** Of a form: its fields, files by their names. */
  readonly fields?: Readonly<Record<string, string>>
  pieces(): AsyncIterable<Uint8Array>
}

export interface HttpResponse {
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
  /** After redirects. */
  readonly url: string
  /** How far permanent redirects (301, 308) led from the address asked for, before any temporary one; left out when the first was none. */
  readonly movedTo?: string
}

/**
 * A call that brought no complete answer. `sent` is the question exactly-once publishing hangs on: `no` only when certainly nothing
 * reached the server (address refused, name not resolved, connection refused, no certificate, offline); anything later is `maybe`.
 */
export interface HttpFailure {
  readonly sent: 'no' | 'maybe'
  readonly error: StudioError
}

export type HttpResult = { readonly ok: true; readonly response: HttpResponse } | { readonly ok: false; readonly failure: HttpFailure }

/** The engine's one door to the network: https; http on loopback, and elsewhere where a request says so. Never throws for what a network can do wrong. */
export interface HttpClient {
  send(request: HttpRequest): Promise<HttpResult>
}
