import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { NetworkCapabilities } from '../../../../shared/networks/network-capabilities.ts'
import { parseJson } from '../../http/parse-json.ts'
import type { Random } from '../../random.ts'
import type { AccountIdentity, BrowserConnect } from '../network-connect.ts'
import type { AccountSession } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed, mapValue } from '../network-results.ts'
import { createAuthorizationRequest } from '../oauth/authorization-request.ts'
import { createGraphCalls, type GraphCalls, type GraphNeeds } from './graph-calls.ts'
import { openMetaUser, readMetaUserSecret, writeMetaUserSecret } from './user-secret.ts'
import { asEndOfMetaAccess, createMetaUserTokens, type MetaTokenPlaces } from './user-tokens.ts'

export interface MetaUserConnectOptions extends GraphNeeds {
  readonly random: Random
  readonly capabilities: NetworkCapabilities
  readonly authorizationEndpoint: string
  readonly tokens: MetaTokenPlaces
  /** Where new accounts live. */
  readonly serverUrl: string
  readonly version: string
  /** Asks what an access may do; null: it did not say. Left out: the network tells it with a login alone. */
  readRights?(graph: GraphCalls, token: string): Promise<NetworkResult<readonly string[] | null>>
  /** Asks whose the access is. */
  identify(graph: GraphCalls): Promise<NetworkResult<{ readonly id: string; readonly username: string; readonly name: string }>>
}

const noLimits = { maxCharacters: null, charactersPerUrl: null, maxMedia: null }
const pendingSchema = z.object({ clientId: z.string(), clientSecret: z.string().nullable(), redirectUri: z.string() })

/** A network of Meta's that one person logs into, through an app of their own: Threads, Instagram. The token lasts sixty days and is renewed by itself. */
export function createMetaUserConnect(options: MetaUserConnectOptions): BrowserConnect & Required<Pick<BrowserConnect, 'renew' | 'checkApp'>> {
  const { capabilities, random, version, readRights } = options
  const tokens = createMetaUserTokens(options, options.tokens)

  async function identify(serverUrl: string, token: string, accessEndsAt: number | null, { signal, limits }: Pick<AccountSession, 'signal' | 'limits'>): Promise<NetworkResult<AccountIdentity>> {
    const graph = createGraphCalls(options, { url: `${serverUrl}/${version}`, token, proof: null, signal, limits })
    return mapValue(await options.identify(graph), ({ id, username, name }) => ({ handle: `@${username}`, displayName: name === '' ? username : name, serverUrl, remoteId: id, accessEndsAt, serverLimits: noLimits }))
  }

  return {
    kind: 'browser_login',
    async begin({ redirectUri, app }) {
      if (app === null) return failed('rejected', studioError('own_app_missing', 'no app of the user’s', { details: { network: capabilities.name } }))
      const { clientId, clientSecret } = app
      const description = { authorizationEndpoint: options.authorizationEndpoint, scopes: [(capabilities.ownApp?.scopes.value ?? []).join(',')], pkce: 'none', loginParameters: {} } as const
      const { loginUrl, state } = createAuthorizationRequest(description, { clientId, redirectUri }, random)
      return done({ loginUrl, state, pending: JSON.stringify({ clientId, clientSecret, redirectUri }) })
    },
    async complete({ pending: written, code, signal }) {
      const pending = pendingSchema.safeParse(parseJson(written))
      if (!pending.success) return failed('bug', studioError('bug', 'a login that was never begun'))
      const app = pending.data
      const short = await tokens.exchange(app, { code, redirectUri: app.redirectUri }, signal)
      if (!short.ok) return short
      const long = await tokens.lengthen(app, short.value.accessToken, signal)
      if (!long.ok) return long
      // Not told, it is what was asked for.
      const granted = short.value.granted ?? capabilities.ownApp?.scopes.value ?? []
      const { accessToken, endsAt } = long.value
      return mapValue(await identify(options.serverUrl, accessToken, endsAt, { signal }), (identity) => ({ identity: { ...identity, granted }, secret: writeMetaUserSecret({ clientId: app.clientId, accessToken, accessEndsAt: endsAt }) }))
    },
    checkApp: ({ app, redirectUri, signal }) => tokens.checkApp(app, redirectUri, signal),
    async whoAmI(session) {
      const secret = readMetaUserSecret(session)
      return secret.ok ? identify(session.account.serverUrl, secret.value.accessToken, secret.value.accessEndsAt, session) : secret
    },
    async renew(session) {
      const before = readMetaUserSecret(session)
      if (!before.ok) return before
      const { clientId, accessToken, accessEndsAt } = before.value
      const renewed = asEndOfMetaAccess(await tokens.refresh(accessToken, session.signal))
      return mapValue(renewed, (long) => {
        const endsAt = long.endsAt ?? accessEndsAt
        return { secret: writeMetaUserSecret({ clientId, accessToken: long.accessToken, accessEndsAt: endsAt }), accessEndsAt: endsAt }
      })
    },
    ...(readRights === undefined
      ? {}
      : {
          readGranted: async (session: AccountSession) => {
            const secret = readMetaUserSecret(session)
            const graph = openMetaUser(options, version, session)
            if (!secret.ok) return secret
            if (!graph.ok) return graph
            const told = await readRights(graph.value, secret.value.accessToken)
            // It answers testers of the app alone: whoever is none is refused like an access that has ended, and has lost nothing.
            return !told.ok && (told.failure.kind === 'auth_expired' || told.failure.kind === 'auth_revoked') ? done(null) : told
          }
        }),
    /** Neither network takes a token back: the person does it in their own settings there. */
    revoke: () => Promise.resolve(done(null))
  }
}
