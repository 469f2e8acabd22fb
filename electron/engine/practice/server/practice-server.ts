import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { nodeSockets } from '../../http/node-sockets.ts'
import { practiceCapabilities } from '../../../../shared/networks/practice-capabilities.ts'
import type { PracticeRecord } from '../record/practice-record.ts'
import { answerRequest } from './answer-request.ts'
import { chooseBase } from './is-own-host.ts'
import { refuse, type PracticeAnswer, type RouteTools } from './practice-request.ts'
import { createRateLimits, type RateLimits } from './rate-limits.ts'
import { BodyUnreadable, collect, parseBody } from './read-parameters.ts'

const maxBodyBytes = 1024 * 1024
/** An image of the largest size, and the form around it. */
const maxUploadBytes = (practiceCapabilities.video ?? practiceCapabilities.images).maxBytes.value + 64 * 1024

export interface PracticeServer {
  readonly port: number
  /** Refuses new calls, ends open ones, and returns when the port is free. */
  stop(): Promise<void>
}

export interface PracticeServerOptions {
  readonly record: PracticeRecord
  /** The name that Vigie itself calls the network by (see `practice-address.ts`). */
  readonly ownName: string
  /** Taken when it is free, so that other clients find the network again; else any port. */
  readonly preferredPort: number | null
  now(): number
  newSecret(): string
  ownAct(): void
  readonly log: { warning(text: string): void }
}

/** The network's door: HTTP on 127.0.0.1 and nowhere else. */
export async function startPracticeServer(options: PracticeServerOptions): Promise<PracticeServer> {
  const tools: RouteTools = { ...options, codes: new Map() }
  const limits = createRateLimits()
  const server = nodeSockets.http().createServer({ requestTimeout: 30_000, headersTimeout: 10_000, keepAliveTimeout: 5_000 }, (message, response) => {
    void respond(message, response, { tools, limits, ownName: options.ownName, port: () => portOf(server) })
  })
  server.maxConnections = 64
  await listen(server, options.preferredPort)
  return { port: portOf(server), stop: () => close(server) }
}

interface ServerParts {
  readonly tools: RouteTools
  readonly limits: RateLimits
  readonly ownName: string
  port(): number
}

async function respond(message: IncomingMessage, response: ServerResponse, parts: ServerParts): Promise<void> {
  try {
    send(message, response, await answerMessage(message, parts), parts.tools.now())
  } catch (error) {
    parts.tools.log.warning(`practice network: ${message.method ?? ''} ${pathOf(message)} failed: ${error instanceof Error ? error.message : 'unknown'}`)
    send(message, response, refuse(500, 'Something went wrong on the practice network'), parts.tools.now())
  }
}

async function answerMessage(message: IncomingMessage, parts: ServerParts): Promise<PracticeAnswer> {
  const headers = plainHeaders(message)
  const base = chooseBase(headers, parts.port(), parts.ownName)
  if (base === null) return { ...refuse(403, 'The practice network answers this computer only'), headers: { Connection: 'close' } }
  const url = new URL(message.url ?? '/', base)
  const body = await readBody(message, url.pathname.endsWith('/media') ? maxUploadBytes : maxBodyBytes)
  if (body === null) return { ...refuse(413, 'Payload too large'), headers: { Connection: 'close' } }
  const parameters: Record<string, unknown> = {}
  for (const [name, value] of url.searchParams) collect(parameters, name, value)
  try {
    Object.assign(parameters, await parseBody(headers['content-type'] ?? '', body))
  } catch (error) {
    if (error instanceof BodyUnreadable) return refuse(400, error.message)
    throw error
  }
  return answerRequest({ method: message.method ?? 'GET', path: url.pathname, query: url.searchParams, parameters, headers, base }, parts.tools, parts.limits)
}

function plainHeaders(message: IncomingMessage): Record<string, string | undefined> {
  const headers: Record<string, string | undefined> = {}
  for (const [name, value] of Object.entries(message.headers)) headers[name] = Array.isArray(value) ? value.join(', ') : value
  return headers
}

/** null when it is larger than allowed. */
async function readBody(message: IncomingMessage, maxBytes: number): Promise<Uint8Array | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of message) {
    const bytes = Buffer.from(chunk)
    size += bytes.byteLength
    if (size > maxBytes) return null
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}

function send(message: IncomingMessage, response: ServerResponse, answer: PracticeAnswer, now: number): void {
  const content = bodyOf(answer)
  // Clients compare clocks by it, so it has to be the clock that dates the statuses.
  response.sendDate = false
  response.writeHead(answer.status, {
    Date: new Date(now).toUTCString(),
    ...(content === null ? {} : { 'Content-Type': content.mediaType }),
    'Content-Length': content?.bytes.byteLength ?? 0,
    'X-Content-Type-Options': 'nosniff',
    ...answer.headers
  })
  response.end(content === null || message.method === 'HEAD' ? undefined : content.bytes)
}

function bodyOf(answer: PracticeAnswer): { mediaType: string; bytes: Uint8Array } | null {
  if (answer.body.kind === 'none') return null
  if (answer.body.kind === 'bytes') return answer.body
  return { mediaType: 'application/json; charset=utf-8', bytes: Buffer.from(JSON.stringify(answer.body.value)) }
}

function pathOf(message: IncomingMessage): string {
  return (message.url ?? '').split('?')[0] ?? ''
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

async function listen(server: Server, preferredPort: number | null): Promise<void> {
  if (preferredPort !== null && (await tryListen(server, preferredPort))) return
  if (!(await tryListen(server, 0))) throw new Error('the practice network found no free port')
}

function tryListen(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const taken = (): void => resolve(false)
    server.once('error', taken)
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      server.off('error', taken)
      resolve(true)
    })
  })
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
