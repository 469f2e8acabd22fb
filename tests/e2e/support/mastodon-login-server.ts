import { createHash, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import { createFakeMastodon } from '../../contract/fake-mastodon.ts'
import { headersOf, jsonOf } from '../../contract/hostile-server.ts'

export interface MastodonLoginServer {
  readonly origin: string
  /** Every token it gave; none of them may be found in a file. */
  readonly tokens: readonly string[]
  /** What other people can see, by texts. */
  visible(): readonly string[]
  /** Of the pictures that came, in their order. */
  readonly descriptions: readonly string[]
  /** From now on the person on the login page says no. */
  deny(): void
  close(): void
}

/** A Mastodon server with its login (registration, PKCE, token) on loopback, whose login page says yes at once. */
export async function startMastodonLoginServer(): Promise<MastodonLoginServer> {
  const mastodon = createFakeMastodon()
  const tokens: string[] = []
  const descriptions: string[] = []
  const challenges = new Map<string, string>()
  let isDenied = false
  let origin = ''

  const authorize = (query: URLSearchParams): string => {
    const back = new URL(query.get('redirect_uri') ?? '')
    back.searchParams.set('state', query.get('state') ?? '')
    if (isDenied) back.searchParams.set('error', 'access_denied')
    else {
      const code = randomUUID()
      challenges.set(code, query.get('code_challenge') ?? '')
      back.searchParams.set('code', code)
    }
    return back.href
  }

  const giveToken = (form: URLSearchParams): string | null => {
    const challenge = challenges.get(form.get('code') ?? '')
    const answer = createHash('sha256').update(form.get('code_verifier') ?? '').digest('base64url')
    if (challenge !== answer) return null
    challenges.delete(form.get('code') ?? '')
    const token = `login-token-${randomUUID()}`
    tokens.push(token)
    return token
  }

  const server = createServer((request, response) => {
    void readBody(request).then((text) => {
      const url = new URL(request.url ?? '/', origin)
      const answer = (status: number, json: unknown): void => {
        response.writeHead(status, { 'content-type': 'application/json', connection: 'close' }).end(JSON.stringify(json))
      }
      switch (`${request.method} ${url.pathname}`) {
        case 'GET /.well-known/oauth-authorization-server':
          answer(200, {
            issuer: `${origin}/`,
            authorization_endpoint: `${origin}/oauth/authorize`,
            token_endpoint: `${origin}/oauth/token`,
            app_registration_endpoint: `${origin}/api/v1/apps`,
            scopes_supported: ['read', 'write', 'profile'],
            code_challenge_methods_supported: ['S256']
          })
          return
        case 'POST /api/v1/apps':
          answer(200, { client_id: 'client', client_secret: 'login-client-secret' })
          return
        case 'GET /oauth/authorize':
          response.writeHead(302, { location: authorize(url.searchParams), connection: 'close' }).end()
          return
        case 'POST /oauth/token': {
          const token = giveToken(new URLSearchParams(text))
          if (token === null) answer(400, { error: 'invalid_grant' })
          else answer(200, { access_token: token, token_type: 'Bearer', scope: 'read write', created_at: 0 })
          return
        }
        default: {
          if (url.pathname === '/api/v2/media') descriptions.push(/name="description"\r\n\r\n([^\r]*)/.exec(text)?.[1] ?? '')
          const { status, json } = mastodon.answer({ method: request.method ?? '', path: url.pathname, query: url.searchParams, headers: headersOf(request), text, json: jsonOf(text) }, origin)
          answer(status, json)
        }
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  origin = `http://127.0.0.1:${address.port}`
  return {
    origin,
    tokens,
    visible: mastodon.visible,
    descriptions,
    deny: () => {
      isDenied = true
    },
    close: () => {
      server.closeAllConnections()
      server.close()
    }
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request.setEncoding('utf8')) text += String(chunk)
  return text
}
