import type { HttpRequest } from '../../../electron/engine/http/http-client.ts'
import type { FakeRequest } from '../../contract/fake-network.ts'

/** A request as a fake network takes it. */
export function asked({ method, url, headers = {}, body }: HttpRequest): FakeRequest {
  const { pathname, searchParams } = new URL(url)
  const text = typeof body === 'string' ? body : ''
  return { method, path: pathname, query: searchParams, headers, text, json: text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {} }
}

/** An answer as the http client gives it. */
export const json = (value: unknown, status = 200) => ({ status, headers: { 'content-type': 'application/json' }, body: new TextEncoder().encode(JSON.stringify(value)) })

/** What goes in pieces is put together, as a server does. */
export async function inOnePiece(request: HttpRequest): Promise<HttpRequest> {
  const { body } = request
  if (body === undefined || typeof body === 'string' || !('pieces' in body)) return request
  const pieces: Uint8Array[] = []
  for await (const piece of body.pieces()) pieces.push(piece)
  const whole = new Uint8Array(Buffer.concat(pieces))
  if (whole.byteLength !== body.byteLength) throw new Error('a body of another length than it says')
  return { ...request, body: whole }
}
