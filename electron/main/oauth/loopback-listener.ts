import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { closingPage, closingPageHeaders } from './closing-page.ts'
import { decideRedirect, readPastedAddress, type LoginAnswer } from './decide-redirect.ts'

export interface LoginListener {
  /** Where the network sends the browser after the login; null: elsewhere, and the address is pasted from there. */
  readonly redirectUri: string | null
  /** From now on the redirect that carries this state is taken. */
  expect(state: string): void
  /** An address that the person copied out of the browser. False: it is not the one of this login. */
  take(address: string): boolean
  /** The login's end; `expired` after the time given. Resolves once. */
  readonly answer: Promise<LoginAnswer | { readonly kind: 'expired' } | { readonly kind: 'closed' }>
  /** Ends listening and closes every connection. */
  close(): void
}

/**
 * `ports`: the first of these that is free; none given: one that the system chooses. `path`: as it was registered, or with a part that nobody can guess.
 * `name`: what the network calls this computer, where it takes no address of digits.
 */
export interface ListeningPlace {
  readonly ports: readonly number[]
  readonly path: string
  readonly isPathSecret: boolean
  readonly name?: 'localhost'
}

export interface LoginListenerOptions {
  /** null: no listening; the address is pasted. */
  readonly place: ListeningPlace | null
  /** ms until the listener closes by itself. */
  readonly lifetime: number
}

/**
 * Waits for the one redirect that ends a login in the browser, on 127.0.0.1 (RFC 8252, section 7.3) or for the person to paste it. Never on another interface,
 * for one answer and a few minutes. null when every port it may use is taken.
 */
export async function startLoginListener({ place, lifetime }: LoginListenerOptions): Promise<LoginListener | null> {
  const server = createServer({ requestTimeout: 10_000, headersTimeout: 10_000, maxHeaderSize: 16_384, keepAliveTimeout: 1 })
  server.maxConnections = 16
  const port = place === null ? null : await listenAtFirst(server, place.ports)
  if (place !== null && port === null) return null
  const host = `${place?.name ?? '127.0.0.1'}:${port}`
  const path = place?.path ?? ''

  let state: string | null = null
  let settle: (answer: Awaited<LoginListener['answer']>) => void = () => {}
  const answer: LoginListener['answer'] = new Promise((resolve) => {
    settle = resolve
  })

  const close = (): void => {
    clearTimeout(timer)
    server.close()
    server.closeAllConnections()
    settle({ kind: 'closed' })
  }
  const timer = setTimeout(() => {
    settle({ kind: 'expired' })
    close()
  }, lifetime)

  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const decision = decideRedirect({ method: request.method ?? '', host: request.headers.host ?? '', target: request.url ?? '' }, { host, path, isPathSecret: place?.isPathSecret ?? true, state })
    if (decision.kind === 'ignore') {
      response.writeHead(decision.status, { connection: 'close', 'cache-control': 'no-store' }).end()
      return
    }
    // One answer: whatever comes now finds nothing expected any more.
    state = null
    settle(decision.answer)
    const wasReceived = decision.answer.kind === 'code'
    response.on('close', close)
    response.writeHead(wasReceived ? 200 : 400, closingPageHeaders).end(closingPage(wasReceived ? 'received' : 'notReceived'))
  })

  return {
    redirectUri: place === null ? null : `http://${host}${path}`,
    expect: (expected) => {
      state = expected
    },
    take(address) {
      const pasted = state === null ? null : readPastedAddress(address, state)
      if (pasted === null) return false
      state = null
      settle(pasted)
      close()
      return true
    },
    answer,
    close
  }
}

/** The port that was free; null when none of them was. */
async function listenAtFirst(server: Server, ports: readonly number[]): Promise<number | null> {
  for (const port of ports.length === 0 ? [0] : ports) {
    const taken = await listen(server, port)
    if (taken !== null) return taken
  }
  return null
}

function listen(server: Server, port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const fail = (): void => resolve(null)
    server.once('error', fail)
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      server.off('error', fail)
      const address = server.address()
      resolve(address === null || typeof address === 'string' ? null : address.port)
    })
  })
}
