import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import { parseJson } from '../../http/parse-json.ts'
import type { BrowserConnect } from '../network-connect.ts'
import type { NetworkFailure, NetworkResult } from '../network-failure.ts'
import { done, failed, mapValue, type Failed } from '../network-results.ts'
import { toServerAddress } from '../server-address.ts'
import { createMastodonApi, openMastodonApi, type MastodonApi } from './mastodon-api.ts'
import { findAuthorizationServers, type AuthorizationServer } from './mastodon-authorization-server.ts'
import { identifyMastodonAccount } from './mastodon-identity.ts'
import type { MastodonOptions } from './mastodon-options.ts'
import { readMastodonSecret, writeMastodonSecret } from './mastodon-secret.ts'
import { sha256Of } from '../../sha256.ts'

const appSchema = z.looseObject({ client_id: z.string(), client_secret: z.string() })
const tokenSchema = z.looseObject({ access_token: z.string(), expires_in: z.number().positive().nullish() })
const pendingSchema = z.object({ serverUrl: z.string(), tokenEndpoint: z.string(), clientId: z.string(), clientSecret: z.string(), redirectUri: z.string(), verifier: z.string().nullable() })
type Pending = z.infer<typeof pendingSchema>

/** Login in the browser: https://docs.joinmastodon.org/client/authorized/ (read on 2026-11-21). Each login registers Vigie anew at the server. */
export function createMastodonConnect(options: MastodonOptions): BrowserConnect {
  const { random, clock } = options

  return {
    kind: 'browser_login',
    async begin({ serverUrl, redirectUri, signal }) {
      const typed = toServerAddress(serverUrl)
      if (!typed.ok) return typed
      const servers = await findAuthorizationServers(createMastodonApi(options, { url: typed.value, token: null, signal }), typed.value)
      if (!servers.ok) return servers
      const registered = await registerAtFirst(servers.value, (url) => createMastodonApi(options, { url, token: null, signal }), redirectUri)
      if (!registered.ok) return registered
      const { server, app } = registered.value
      const state = toBase64Url(random.bytes(32))
      const verifier = server.supportsPkce ? toBase64Url(random.bytes(48)) : null
      const pending: Pending = { serverUrl: server.serverUrl, tokenEndpoint: server.tokenEndpoint, clientId: app.client_id, clientSecret: app.client_secret, redirectUri, verifier }
      return done({ loginUrl: loginUrl(server, pending, state), state, pending: JSON.stringify(pending) })
    },
    async complete({ pending: written, code, signal }) {
      const pending = pendingSchema.safeParse(parseJson(written))
      if (!pending.success) return failed('bug', studioError('bug', 'a login that was never begun'))
      const { serverUrl, clientId, clientSecret } = pending.data
      const token = await exchangeCode(createMastodonApi(options, { url: serverUrl, token: null, signal }), pending.data, code)
      if (!token.ok) return token
      const { access_token: accessToken, expires_in: seconds } = token.value
      const accessEndsAt = seconds === undefined || seconds === null ? null : clock.now() + Math.round(seconds * 1000)
      const identity = await identifyMastodonAccount(createMastodonApi(options, { url: serverUrl, token: accessToken, signal }), serverUrl, accessEndsAt)
      return mapValue(identity, (found) => ({ identity: found, secret: writeMastodonSecret({ accessToken, clientId, clientSecret }) }))
    },
    async whoAmI(session) {
      const api = openMastodonApi(options, session)
      return api.ok ? identifyMastodonAccount(api.value, session.account.serverUrl, null) : api
    },
    // Each login has an app of its own there.
    endsOneLogin: true,
    async revoke(session) {
      const secret = readMastodonSecret(session.secret)
      if (!secret.ok) return secret
      const { accessToken, clientId, clientSecret } = secret.value
      const { serverUrl } = session.account
      const api = createMastodonApi(options, { url: serverUrl, token: null, signal: session.signal })
      return mapValue(await api.postForm(`${serverUrl}/oauth/revoke`, { client_id: clientId, client_secret: clientSecret, token: accessToken }, z.unknown()), () => null)
    }
  }
}

type App = z.infer<typeof appSchema>

/** The first of the servers that is one. */
async function registerAtFirst(servers: readonly AuthorizationServer[], apiAt: (url: string) => MastodonApi, redirectUri: string): Promise<NetworkResult<{ server: AuthorizationServer; app: App }>> {
  let last: NetworkResult<App> = notMastodon(nothingThere)
  for (const server of servers) {
    last = await register(apiAt(server.serverUrl), server, redirectUri)
    if (last.ok) return done({ server, app: last.value })
    if (last.failure.error.code !== 'not_that_kind_of_server') return last
  }
  return last
}

async function register(api: MastodonApi, { takesRedirectList, scopes }: AuthorizationServer, redirectUri: string): Promise<NetworkResult<App>> {
  const ask = (redirectUris: string | readonly string[]): Promise<NetworkResult<App>> => api.post('/api/v1/apps', { client_name: 'Vigie', redirect_uris: redirectUris, scopes }, appSchema)
  const first = await ask(takesRedirectList ? [redirectUri] : redirectUri)
  const status = first.ok ? null : first.failure.error.details?.['status']
  // Other makes of server tell about themselves and yet know no list here.
  const app = takesRedirectList && (status === 400 || status === 422) ? await ask(redirectUri) : first
  return app.ok ? app : notMastodon(app.failure)
}

const nothingThere: NetworkFailure = { kind: 'bug', error: studioError('unexpected_answer', 'no address to register at') }

/** No such path, or a page for people instead of an answer: something else stands there. */
function notMastodon(failure: NetworkFailure): Failed {
  const status = failure.error.details?.['status']
  if (failure.kind !== 'bug' && !(failure.kind === 'rejected' && (status === 404 || status === 405 || status === 410))) return { ok: false, failure }
  return failed('rejected', studioError('not_that_kind_of_server', 'no Mastodon server answers there', { details: failure.error.details ?? {} }))
}

function loginUrl({ authorizationEndpoint, scopes }: AuthorizationServer, { clientId, redirectUri, verifier }: Pending, state: string): string {
  const url = new URL(authorizationEndpoint)
  const parameters = {
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    scope: scopes,
    state,
    ...(verifier === null ? {} : { code_challenge: sha256Of(verifier).toString('base64url'), code_challenge_method: 'S256' })
  }
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value)
  return url.href
}

async function exchangeCode(api: MastodonApi, pending: Pending, code: string): Promise<NetworkResult<z.infer<typeof tokenSchema>>> {
  const form = {
    grant_type: 'authorization_code',
    code,
    client_id: pending.clientId,
    client_secret: pending.clientSecret,
    redirect_uri: pending.redirectUri,
    ...(pending.verifier === null ? {} : { code_verifier: pending.verifier })
  }
  const token = await api.postForm(pending.tokenEndpoint, form, tokenSchema)
  if (token.ok || (token.failure.kind !== 'rejected' && token.failure.kind !== 'auth_revoked')) return token
  return failed('rejected', studioError('login_refused', 'the server did not accept the login', { details: token.failure.error.details ?? {} }))
}

function toBase64Url(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url')
}
