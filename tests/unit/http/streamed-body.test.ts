import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { createHttpClient } from '../../../electron/engine/http/create-http-client.ts'
import type { StreamedBody } from '../../../electron/engine/http/http-client.ts'
import { streamedForm } from '../../../electron/engine/networks/streamed-form.ts'

const silent = { info: () => undefined, warning: () => undefined, error: () => undefined }
let server: Server
afterEach(() => void server.close())

async function listen(handle: (message: IncomingMessage, response: ServerResponse) => unknown): Promise<string> {
  server = createServer((message, response) => void handle(message, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`
}

async function send(url: string, body: StreamedBody, timeout = 300) {
  const client = createHttpClient({ log: silent, userAgent: 'Vigie/test' })
  const result = await client.send({ method: 'POST', url, body, signed: false, timeout })
  client.close()
  return result
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

test('a form with a file in it arrives as a browser would have written it, its length told beforehand', async () => {
  const seen: { length: string | undefined; form: FormData }[] = []
  const url = await listen(async (message, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of message) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks)
    expect(String(body.byteLength)).toBe(message.headers['content-length'])
    seen.push({ length: message.headers['content-length'], form: await new Response(body, { headers: { 'content-type': message.headers['content-type'] ?? '' } }).formData() })
    response.end('{}')
  })
  const bytes = new Uint8Array(3_000_000).fill(7)
  const file = { fileName: 'mer "agitée".mp4', mediaType: 'video/mp4', byteLength: bytes.byteLength, readPart: async (offset: number, length: number) => bytes.subarray(offset, offset + length) }
  const sent: number[] = []
  const result = await send(url, streamedForm({ description: 'Ligne 1\r\nLigne 2 é' }, [{ name: 'file', file }], (now, total) => void sent.push(now / total)), 10_000)
  expect(result.ok).toBe(true)
  const form = seen[0]!.form
  expect(form.get('description')).toBe('Ligne 1\r\nLigne 2 é')
  const got = form.get('file') as File
  expect([got.name, got.type, got.size, new Uint8Array(await got.arrayBuffer()).every((byte) => byte === 7)]).toEqual(['mer "agitée".mp4', 'video/mp4', 3_000_000, true])
  expect(sent.at(-1)).toBe(1)
})

test('what moves may take longer than the time that standing still is given', async () => {
  const url = await listen((message, response) => {
    message.resume()
    message.on('end', () => response.end('{}'))
  })
  const slow: StreamedBody = { byteLength: 8, contentType: 'text/plain', async *pieces() { for (let index = 0; index < 8; index += 1) { await pause(80); yield Uint8Array.of(65) } } }
  expect((await send(url, slow, 250)).ok).toBe(true)
})

test('what stands still is ended, and nobody says that it never left', async () => {
  const url = await listen((message) => void message.resume())
  const stuck: StreamedBody = { byteLength: 8, contentType: 'text/plain', async *pieces() { yield Uint8Array.of(65); await pause(2000) } }
  const result = await send(url, stuck, 200)
  expect(result).toMatchObject({ ok: false, failure: { sent: 'maybe', error: { code: 'timeout' } } })
})

test('a file that cannot be read any more ends the request, which no server takes for whole', async () => {
  const whole: boolean[] = []
  const url = await listen((message) => {
    message.resume()
    message.on('end', () => whole.push(message.complete))
    message.on('error', () => undefined)
  })
  const broken: StreamedBody = { byteLength: 8, contentType: 'text/plain', async *pieces() { yield Uint8Array.of(65); await pause(30); throw new Error('ENOENT') } }
  expect((await send(url, broken)).ok).toBe(false)
  await pause(30)
  expect(whole).not.toContain(true)
})
