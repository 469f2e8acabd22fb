import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FakeRequest } from '../../contract/fake-network.ts'
import { chooseFault, fractionOf } from './choose-fault.ts'
import { sendAnswer } from './faults.ts'
import { deleted, handedOver } from '../marks.ts'
import type { TortureNetwork } from './torture-network.ts'
import type { NetworkTime } from './network-time.ts'

export interface ListenerNeeds {
  readonly network: TortureNetwork
  readonly time: NetworkTime
  readonly seed: number
  isHostile(): boolean
  killClient(): void
}

/** A network at its address. Every request may go wrong, as the seed has it. */
export interface Listener {
  readonly url: string
  /** How often each thing went wrong. */
  readonly faults: ReadonlyMap<string, number>
  /** `KIND ACCOUNT POST` of which a create arrived here, and how often, whatever became of it; acts too. With `, handed over` behind it: to wait for its time. */
  readonly arrived: ReadonlyMap<string, number>
  /** For each of them what happened when, in the networks' time. */
  readonly history: ReadonlyMap<string, readonly string[]>
  /** Nobody answers for so many real ms: connections are refused. */
  goDown(realMs: number): void
  /** Every connection is cut, as when the client's computer slept. */
  cutAll(): void
  stop(): void
}

const aboutPosts: ReadonlySet<string> = new Set(['hand_over', 'recall', 'remove'])

export async function startListener(needs: ListenerNeeds): Promise<Listener> {
  const { network, time } = needs
  const faults = new Map<string, number>()
  const arrived = new Map<string, number>()
  const history = new Map<string, string[]>()
  const counts = new Map<string, number>()

  async function answer(message: IncomingMessage, response: ServerResponse): Promise<void> {
    response.sendDate = false
    response.setHeader('date', new Date(time.now()).toUTCString())
    const request = await readRequest(message)
    if (request === null) return
    const origin = `http://${message.headers.host ?? ''}`
    const meaning = network.meaningOf(request)
    const key = `${network.kind} ${meaning.subject}`
    const isSeen = meaning.step === 'create' || meaning.step === 'act'
    const isAboutPost = isSeen || aboutPosts.has(meaning.step)
    const note = (what: string): void => {
      if (isAboutPost) history.set(key, [...(history.get(key) ?? []), `${new Date(time.now()).toISOString()} ${what}`])
    }
    if (isSeen) count(arrived, key)
    if (meaning.step === 'hand_over') count(arrived, handedOver(key))
    if (meaning.step === 'remove') count(arrived, deleted(key))
    const nth = count(counts, `${meaning.step} ${meaning.subject}`) - 1
    const chosen = needs.isHostile() ? chooseFault(needs.seed, network.kind, meaning, nth) : null
    note(`${meaning.step} arrived, ${chosen?.name ?? 'all well'}`)
    const apply = (): ReturnType<TortureNetwork['answer']> => {
      const answered = network.answer(request, origin)
      note(`done, ${answered.status}`)
      return answered
    }
    if (chosen === null) {
      sendAnswer(response, apply())
      return
    }
    count(faults, `${meaning.step}: ${chosen.name}`)
    chosen.fault({ response, apply, now: time.now, later: time.later, killClient: needs.killClient, fraction: fractionOf(needs.seed, meaning.subject, nth) })
  }

  const server = createServer((message, response) => {
    // The connection is cut before the request was read: now and then, and by the seed again.
    const isWrite = message.method !== 'GET'
    const nth = count(counts, `headers of ${message.method} ${message.url}`) - 1
    if (isWrite && needs.isHostile() && fractionOf(needs.seed, message.url ?? '', nth, 'headers') < 0.02) {
      count(faults, 'cut in the middle of the request')
      response.socket?.resetAndDestroy()
      return
    }
    answer(message, response).catch((error: unknown) => {
      console.error(`the torture's own network failed: ${String(error)}`)
      process.exit(1)
    })
  })
  server.keepAliveTimeout = 2_000
  await listen(server, 0)
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    faults,
    arrived,
    history,
    goDown(realMs) {
      if (!server.listening) return
      server.close(() => setTimeout(() => void listen(server, port), realMs))
      server.closeAllConnections()
    },
    cutAll: () => server.closeAllConnections(),
    stop() {
      server.closeAllConnections()
      server.close()
    }
  }
}

function listen(server: ReturnType<typeof createServer>, port: number): Promise<void> {
  return new Promise((resolve) => server.listen(port, '127.0.0.1', resolve))
}

function count(counts: Map<string, number>, name: string): number {
  const next = (counts.get(name) ?? 0) + 1
  counts.set(name, next)
  return next
}

/** null when the client was gone before the request was whole. */
async function readRequest(message: IncomingMessage): Promise<FakeRequest | null> {
  const chunks: Buffer[] = []
  try {
    for await (const chunk of message) chunks.push(chunk as Buffer)
  } catch {
    return null
  }
  const body = Buffer.concat(chunks)
  const text = body.toString()
  const { pathname, searchParams } = new URL(message.url ?? '/', 'http://localhost')
  const headers = Object.fromEntries(Object.entries(message.headers).map(([name, value]) => [name, String(value)]))
  return { method: message.method ?? '', path: decodeURIComponent(pathname), query: searchParams, headers, text, bytes: body.byteLength, json: jsonOf(text) }
}

function jsonOf(text: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch {
    return {}
  }
}

