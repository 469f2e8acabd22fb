import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fractionOf } from '../networks/choose-fault.ts'

/** Where a connection is cut. */
const cuts = ['before the request', 'in the middle of the request', 'after it arrived, before the answer', 'in the middle of the answer'] as const
type Cut = (typeof cuts)[number]

export interface CuttingProxy {
  readonly url: string
  readonly cuts: ReadonlyMap<string, number>
  setHostile(isHostile: boolean): void
  stop(): void
}

export interface ProxyNeeds {
  readonly target: string
  readonly seed: number
  /** The request that makes a post public: it is cut most. */
  isCreate(request: { readonly method: string; readonly path: string; readonly body: string }): boolean
}

/** Stands before a real server. Addresses in its answers lead through the proxy again, so that nothing goes past it. */
export async function startCuttingProxy({ target, seed, isCreate }: ProxyNeeds): Promise<CuttingProxy> {
  const counts = new Map<string, number>()
  let isHostile = false
  let requests = 0
  let url = ''

  function choose(isPublishing: boolean): Cut | null {
    requests += 1
    if (!isHostile || fractionOf(seed, requests, 'whether') >= (isPublishing ? 0.4 : 0.06)) return null
    return cuts[Math.floor(fractionOf(seed, requests, 'where') * cuts.length)] ?? null
  }

  async function handle(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readAll(message)
    const cut = choose(isCreate({ method: message.method ?? '', path: message.url ?? '', body: body.toString() }))
    if (cut !== null) counts.set(cut, (counts.get(cut) ?? 0) + 1)
    if (cut === 'before the request') {
      response.socket?.resetAndDestroy()
      return
    }
    if (cut === 'in the middle of the request') {
      sendHalf(target, message, body)
      response.socket?.resetAndDestroy()
      return
    }
    const answer = await forward(target, message, body)
    if (cut === 'after it arrived, before the answer') response.socket?.resetAndDestroy()
    else pass(answer, response, cut === 'in the middle of the answer', (text) => text.replaceAll(target, url).replaceAll(target.replaceAll('/', '\\/'), url.replaceAll('/', '\\/')))
  }

  const server = createServer((message, response) => {
    handle(message, response).catch(() => response.socket?.resetAndDestroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    cuts: counts,
    setHostile: (next) => void (isHostile = next),
    stop() {
      server.closeAllConnections()
      server.close()
    }
  }
}

interface Answer {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

async function readAll(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

function headersFor(target: string, message: IncomingMessage, length: number): Record<string, string | string[] | undefined> {
  const headers = { ...message.headers, host: new URL(target).host, 'accept-encoding': 'identity', connection: 'close' }
  return length === 0 ? headers : { ...headers, 'content-length': String(length) }
}

function forward(target: string, message: IncomingMessage, body: Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const call = httpRequest(new URL(message.url ?? '/', target), { method: message.method, headers: headersFor(target, message, body.byteLength) }, (response) => {
      readAll(response).then((whole) => resolve({ status: response.statusCode ?? 502, headers: response.headers, body: whole }), reject)
    })
    call.on('error', reject)
    call.end(body)
  })
}

/** The server hears half of it, and then nothing more. */
function sendHalf(target: string, message: IncomingMessage, body: Buffer): void {
  const call = httpRequest(new URL(message.url ?? '/', target), { method: message.method, headers: headersFor(target, message, body.byteLength + 1) })
  call.on('error', () => undefined)
  call.write(body.subarray(0, Math.floor(body.byteLength / 2)))
  setTimeout(() => call.destroy(), 50)
}

function pass({ status, headers, body }: Answer, response: ServerResponse, isCut: boolean, rewrite: (text: string) => string): void {
  const isText = /json|html|text/.test(headers['content-type'] ?? '')
  const whole = isText ? Buffer.from(rewrite(body.toString())) : body
  const { 'transfer-encoding': _chunked, connection: _connection, link, ...others } = headers
  response.writeHead(status, { ...others, ...(link === undefined ? {} : { link: rewrite(String(link)) }), 'content-length': String(whole.byteLength) })
  if (!isCut) {
    response.end(whole)
    return
  }
  response.write(whole.subarray(0, Math.floor(whole.byteLength / 2)))
  setTimeout(() => response.socket?.resetAndDestroy(), 20)
}
