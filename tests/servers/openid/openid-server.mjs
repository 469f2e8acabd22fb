/**
 * A real OpenID provider (oidc-provider) on loopback, as networks stand before Vigie's adapters. Runs as a child process: `node openid-server.mjs`, with
 * VIGIE_TEST_OPENID_MODULES naming a folder whose node_modules hold oidc-provider. Prints one line of JSON when ready; ends with SIGTERM or when its stdin
 * closes. Its own login form is filled in by the tests' browser (browse.ts); nothing else of it is changed.
 */
import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const { clientSecret, redirectUris } = JSON.parse(process.argv[2])
const require = createRequire(join(process.env.VIGIE_TEST_OPENID_MODULES, 'package.json'))
const { Provider } = await import(pathToFileURL(require.resolve('oidc-provider')).href)

let answer = (_request, response) => response.end()
const spoilt = new Set()
const counts = { refreshes: 0 }
const server = createServer((request, response) => {
  // An access token that is over before its time: the provider itself takes one back only together with the whole grant.
  if (request.url === '/test/spoil') {
    spoilt.add(request.headers.authorization)
    return void response.end()
  }
  if (spoilt.has(request.headers.authorization)) return void response.writeHead(401, { 'content-type': 'application/json' }).end('{"error":"invalid_token"}')
  if (request.url === '/test/counts') return void response.end(JSON.stringify(counts))
  answer(request, response)
}).listen(0, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`
  const grants = { grant_types: ['authorization_code', 'refresh_token'], response_types: ['code'], redirect_uris: redirectUris }
  const provider = new Provider(issuer, {
    clients: [
      { client_id: 'studio-web', client_secret: clientSecret, application_type: 'web', token_endpoint_auth_method: 'client_secret_basic', ...grants },
      { client_id: 'studio-native', application_type: 'native', token_endpoint_auth_method: 'none', ...grants }
    ],
    pkce: { required: () => true },
    rotateRefreshToken: true,
    issueRefreshToken: async () => true,
    ttl: { AccessToken: 3, RefreshToken: 3600, Session: 3600, Grant: 3600, IdToken: 3600, Interaction: 600 },
    features: { revocation: { enabled: true, allowedPolicy: () => true }, devInteractions: { enabled: true } },
    findAccount: (_context, id) => ({ accountId: id, claims: async () => ({ sub: id, preferred_username: id }) }),
    claims: { openid: ['sub'], profile: ['preferred_username'] },
    cookies: { keys: [randomBytes(16).toString('hex')] }
  })
  provider.on('refresh_token.consumed', () => {
    counts.refreshes += 1
  })
  answer = provider.callback()
  console.log(JSON.stringify({ issuer }))
})

const end = () => {
  server.close()
  server.closeAllConnections()
  process.exit(0)
}
process.on('SIGTERM', end)
process.stdin.on('end', end).resume()
