import type { HttpRequest, StreamedBody } from './http-client.ts'

/** The bytes of a request and the header that its form asks for. */
export async function encodeBody(body: HttpRequest['body']): Promise<{ body: Uint8Array | StreamedBody | null; headers: Readonly<Record<string, string>> }> {
  if (body === undefined) return { body: null, headers: {} }
  if (typeof body === 'string') return { body: new TextEncoder().encode(body), headers: {} }
  if (body instanceof Uint8Array) return { body, headers: {} }
  if ('pieces' in body) return { body, headers: body.contentType === undefined ? {} : { 'content-type': body.contentType } }
  // Response knows how to write a form as multipart and names the boundary it chose.
  const encoded = new Response(body)
  return { body: new Uint8Array(await encoded.arrayBuffer()), headers: { 'content-type': encoded.headers.get('content-type') ?? 'multipart/form-data' } }
}
