import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { closingPage, closingPageHeaders } from './closing-page.ts'
import { decideRedirect, type LoginAnswer } from './decide-redirect.ts'

export interface LoopbackListener {
  /** Where the network sends the browser after the login: on this computer, at a path that cannot be guessed. */
  readonly redirectUri: string
  /** From now on the redirect that carries this state is taken. */
  expect(state: string): void
  /** The login's end; `expired` after the time given. Resolves once. */
  readonly answer: Promise<LoginAnswer | { readonly kind: 'expired' } | { readonly kind: 'closed' }>
  /** Ends listening and closes every connection. */
  close(): void
}

export interface LoopbackListenerOptions {
  /** Text of at least 128 random bits, fit for a path. */
  readonly nonce: string
  /** ms until the listener closes by itself. */
  readonly lifetime: number
}

/**
 * Waits on 127.0.0.1 for the one redirect that ends a login in the browser (RFC 8252, section 7.3). Never on another interface, at a port the
 * system chooses, for one answer and a few minutes. Rejects when the system gives no port.
 */
export async function startLoopbackListener(options: LoopbackListenerOptions): Promise<LoopbackListener> {
  const path = `/vigie/${options.nonce}`
  const server = createServer({ requestTimeout: 10_000, headersTimeout: 10_000, maxHeaderSize: 16_384, keepAliveTimeout: 1 })
  server.maxConnections = 16
  const host = `127.0.0.1:${await listen(server)}`

  let state: string | null = null
  let settle: (answer: Awaited<LoopbackListener['answer']>) => void = () => {}
  const answer: LoopbackListener['answer'] = new Promise((resolve) => {
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
  }, options.lifetime)

  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const decision = decideRedirect({ method: request.method ?? '', host: request.headers.host ?? '', target: request.url ?? '' }, { host, path, state })
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
    redirectUri: `http://${host}${path}`,
    expect: (expected) => {
      state = expected
    },
    answer,
    close
  }
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      if (address === null || typeof address === 'string') reject(new Error('the listener has no port'))
      else resolve(address.port)
    })
  })
}
