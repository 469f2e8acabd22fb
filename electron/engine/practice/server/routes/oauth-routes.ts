import { z } from 'zod'
import { hashSecret, type ClientRow } from '../../record/clients-record.ts'
import { anyone, json, readParameters, refuse, text, type PendingCode, type PracticeAnswer, type PracticeRequest, type Route, type RouteTools } from '../practice-request.ts'
import { areKnown, isWithin, knownScopes } from '../scopes.ts'
import { escapeHtml } from '../entities/text-to-html.ts'
import { sha256Of } from '../../../sha256.ts'

/** How long a code can be exchanged, in ms. */
const codeLifeMs = 10 * 60_000
/** Tells the code to the person instead of redirecting. */
export const outOfBand = 'urn:ietf:wg:oauth:2.0:oob'

const authorizeInput = z.object({
  response_type: z.string(),
  client_id: z.string(),
  redirect_uri: z.string(),
  scope: z.string().default('read'),
  state: z.string().optional(),
  code_challenge: z.string().optional(),
  code_challenge_method: z.string().optional()
})

const tokenInput = z.object({
  grant_type: z.string(),
  client_id: z.string().optional(),
  client_secret: z.string().optional(),
  redirect_uri: z.string().optional(),
  code: z.string().optional(),
  code_verifier: z.string().optional(),
  scope: z.string().default('read')
})

/** https://docs.joinmastodon.org/methods/oauth/ */
export const oauthRoutes: readonly Route[] = [
  { method: 'GET', path: '/.well-known/oauth-authorization-server', access: anyone, answer: (request) => json(serverMetadata(request.base)) },
  { method: 'GET', path: '/oauth/authorize', access: anyone, answer: authorize },
  { method: 'POST', path: '/oauth/token', access: anyone, answer: giveToken },
  { method: 'POST', path: '/oauth/revoke', access: anyone, answer: revoke }
]

function serverMetadata(base: string) {
  return {
    issuer: `${base}/`,
    service_documentation: 'https://docs.joinmastodon.org/',
    authorization_endpoint: `${base}/oauth/authorize`,
    token_endpoint: `${base}/oauth/token`,
    app_registration_endpoint: `${base}/api/v1/apps`,
    revocation_endpoint: `${base}/oauth/revoke`,
    userinfo_endpoint: `${base}/oauth/userinfo`,
    scopes_supported: knownScopes,
    response_types_supported: ['code'],
    response_modes_supported: ['query'],
    grant_types_supported: ['authorization_code', 'client_credentials'],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
    code_challenge_methods_supported: ['S256']
  }
}

/** Consents at once for the workspace's own account: nobody else can be logged in here. */
function authorize(request: PracticeRequest, tools: RouteTools): PracticeAnswer {
  const parsed = readParameters(authorizeInput, request)
  if (!parsed.ok) return { ...parsed.answer, status: 400 }
  const given = parsed.value
  const found = tools.record.clients.read(given.client_id)
  if (found === null) return refuse(401, 'invalid_client', 'Client authentication failed due to unknown client.')
  if (!found.redirectUris.includes(given.redirect_uri)) return refuse(400, 'invalid_grant', 'The redirect uri included is not valid.')
  const problem = authorizeProblem(given, found)
  if (problem !== null) return refuse(400, problem)
  const code = tools.newSecret()
  tools.codes.set(code, {
    clientId: found.id, redirectUri: given.redirect_uri, scopes: given.scope, challenge: given.code_challenge ?? null, expiresAt: tools.now() + codeLifeMs
  })
  if (given.redirect_uri === outOfBand) return text(200, 'text/html; charset=utf-8', codePage(code))
  const target = new URL(given.redirect_uri)
  target.searchParams.set('code', code)
  if (given.state !== undefined) target.searchParams.set('state', given.state)
  return { status: 302, body: { kind: 'none' }, headers: { Location: target.toString() } }
}

function authorizeProblem(given: z.output<typeof authorizeInput>, found: ClientRow): string | null {
  if (given.response_type !== 'code') return 'unsupported_response_type'
  if (!areKnown(given.scope) || !isWithin(given.scope, found.scopes)) return 'invalid_scope'
  if (given.code_challenge !== undefined && given.code_challenge_method !== 'S256') return 'invalid_code_challenge_method'
  return null
}

function codePage(code: string): string {
  return `<!doctype html><html lang="en"><title>Practice network</title><body><h1>Practice network</h1><p>Authorization code: <code>${escapeHtml(code)}</code></p></body></html>`
}

function giveToken(request: PracticeRequest, tools: RouteTools): PracticeAnswer {
  const parsed = readParameters(tokenInput, request)
  if (!parsed.ok) return refuse(400, 'invalid_request', 'A parameter is missing or wrong.')
  const given = { ...parsed.value, ...basicCredentials(request.headers['authorization']) }
  const found = authenticate(tools, given.client_id, given.client_secret)
  if (found === null) return refuse(401, 'invalid_client', 'Client authentication failed due to unknown client, no client authentication included, or unsupported authentication method.')
  if (given.grant_type === 'client_credentials') {
    if (!areKnown(given.scope) || !isWithin(given.scope, found.scopes)) return refuse(400, 'invalid_scope', 'The requested scope is invalid, unknown, or malformed.')
    return issue(tools, found.id, given.scope, false)
  }
  if (given.grant_type !== 'authorization_code') return refuse(400, 'unsupported_grant_type', 'The authorization grant type is not supported by the authorization server.')
  const pending = given.code === undefined ? undefined : tools.codes.get(given.code)
  // A code is good for one try.
  if (given.code !== undefined) tools.codes.delete(given.code)
  if (pending === undefined || !fits(pending, found.id, given, tools.now())) {
    return refuse(400, 'invalid_grant', 'The provided authorization grant is invalid, expired, revoked, does not match the redirection URI used in the authorization request, or was issued to another client.')
  }
  return issue(tools, found.id, pending.scopes, true)
}

function fits(pending: PendingCode, clientId: string, given: { redirect_uri?: string | undefined; code_verifier?: string | undefined }, now: number): boolean {
  if (pending.clientId !== clientId || pending.expiresAt < now || pending.redirectUri !== given.redirect_uri) return false
  if (pending.challenge === null) return true
  return given.code_verifier !== undefined && sha256Of(given.code_verifier).toString('base64url') === pending.challenge
}

function issue(tools: RouteTools, clientId: string, scopes: string, forMember: boolean): PracticeAnswer {
  const token = tools.newSecret()
  tools.record.clients.addToken(token, { clientId, scopes, forMember, createdAt: tools.now() })
  return json({ access_token: token, token_type: 'Bearer', scope: scopes, created_at: Math.floor(tools.now() / 1000) }, { 'Cache-Control': 'no-store' })
}

function revoke(request: PracticeRequest, tools: RouteTools): PracticeAnswer {
  const parsed = readParameters(z.object({ client_id: z.string().optional(), client_secret: z.string().optional(), token: z.string() }), request)
  if (!parsed.ok) return refuse(400, 'invalid_request')
  const given = { ...parsed.value, ...basicCredentials(request.headers['authorization']) }
  const found = authenticate(tools, given.client_id, given.client_secret)
  if (found === null) return refuse(403, 'unauthorized_client', 'You are not authorized to revoke this token')
  tools.record.clients.removeToken(given.token, found.id)
  return json({})
}

function authenticate(tools: RouteTools, id: string | undefined, secret: string | undefined): ClientRow | null {
  const found = id === undefined ? null : tools.record.clients.read(id)
  return found !== null && secret !== undefined && hashSecret(secret) === found.secretHash ? found : null
}

function basicCredentials(header: string | undefined): { client_id?: string; client_secret?: string } {
  const encoded = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(header ?? '')?.[1]
  if (encoded === undefined) return {}
  const [id = '', secret = ''] = Buffer.from(encoded, 'base64').toString().split(':')
  return { client_id: decodeURIComponent(id), client_secret: decodeURIComponent(secret) }
}
