import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import { facebookCapabilities } from '../../../../shared/networks/facebook-capabilities.ts'
import { parseJson } from '../../http/parse-json.ts'
import type { AccountIdentity, BrowserConnect } from '../network-connect.ts'
import type { AccountSession } from '../network-session.ts'
import { done, failed } from '../network-results.ts'
import { createAuthorizationRequest } from '../oauth/authorization-request.ts'
import { openFacebookApi } from './facebook-api.ts'
import type { FacebookOptions } from './facebook-options.ts'
import { listManagedPages, pageSchema, type FacebookPage } from './facebook-pages.ts'
import { readFacebookSecret, writeFacebookSecret, type FacebookSecret } from './facebook-secret.ts'
import { createFacebookTokens, type TokenEnds } from './facebook-tokens.ts'
import { graphVersion } from '../meta/graph-version.ts'

const noLimits = { maxCharacters: null, charactersPerUrl: null, maxMedia: null }
/** What Meta said of the token; `granted` null: nothing. */
interface Told {
  readonly accessEndsAt: number | null
  readonly granted: readonly string[] | null
}

const pendingSchema = z.object({ clientId: z.string(), clientSecret: z.string().nullable(), redirectUri: z.string() })

/** https://developers.facebook.com/docs/facebook-login/guides/advanced/manual-flow (read on 2026-11-21). The person logs in; what is connected is a Page of theirs. */
export function createFacebookConnect(options: FacebookOptions): BrowserConnect & Required<Pick<BrowserConnect, 'checkApp' | 'readGranted'>> {
  const tokens = createFacebookTokens(options)
  const identityOf = ({ id, name, username }: FacebookPage, serverUrl: string, { accessEndsAt, granted }: Told): AccountIdentity => ({
    handle: username === undefined ? name : `@${username}`, displayName: name === '' ? (username ?? id) : name, serverUrl, remoteId: id, accessEndsAt, serverLimits: noLimits, ...(granted === null ? {} : { granted })
  })

  return {
    kind: 'browser_login',
    async begin({ redirectUri, app }) {
      if (app === null) return failed('rejected', studioError('own_app_missing', 'no app of the user’s', { details: { network: facebookCapabilities.name } }))
      const { clientId, clientSecret } = app
      const description = { authorizationEndpoint: `${options.loginUrl}/${graphVersion.name}/dialog/oauth`, scopes: facebookCapabilities.ownApp?.scopes.value ?? [], pkce: 'none', loginParameters: {} } as const
      const { loginUrl, state } = createAuthorizationRequest(description, { clientId, redirectUri }, options.random)
      return done({ loginUrl, state, pending: JSON.stringify({ clientId, clientSecret, redirectUri }) })
    },
    async complete({ pending: written, code, signal }) {
      const pending = pendingSchema.safeParse(parseJson(written))
      if (!pending.success) return failed('bug', studioError('bug', 'a login that was never begun'))
      const app = pending.data
      const short = await tokens.exchange(app, { code, redirectUri: app.redirectUri }, signal)
      const long = short.ok ? await tokens.lengthen(app, short.value, signal) : short
      if (!long.ok) return long
      const pages = await listManagedPages(options, { token: long.value, appSecret: app.clientSecret, signal })
      if (!pages.ok) return pages
      const ends = await tokens.endOf(app, long.value, signal)
      // A Page's own token has no end; what it may read has the person's. Not told, the login is worth no less.
      const accessEndsAt = ends.ok ? ends.value.dataEndsAt : null
      const [first, ...others] = pages.value.map(({ access_token, tasks, ...page }) => ({
        identity: identityOf(page, options.apiUrl, { accessEndsAt, granted: ends.ok ? ends.value.granted : null }),
        secret: writeFacebookSecret({ clientId: app.clientId, accessToken: access_token, tasks: tasks ?? null, accessEndsAt })
      }))
      return first === undefined ? failed('bug', studioError('bug', 'no Page is left')) : done({ ...first, others })
    },
    checkApp: ({ app, signal }) => tokens.checkApp(app, signal),
    async whoAmI(session) {
      const api = await openFacebookApi(options, session)
      if (!api.ok) return api
      const page = await api.value.get('/me', { fields: 'id,name,username' }, pageSchema)
      if (!page.ok) return page
      return done(identityOf(page.value, session.account.serverUrl, await askToken(session, api.value.secret)))
    },
    async readGranted(session) {
      const secret = readFacebookSecret(session)
      return secret.ok ? done((await askToken(session, secret.value)).granted) : secret
    },
    /** Taking the app's rights back would end every other Page that was connected through it: that is done in the person's own settings at Facebook. */
    revoke: () => Promise.resolve(done(null))
  }

  /** As after the login: not told anew, the access is worth no less, and ends when it was told to. */
  async function askToken(session: AccountSession, { clientId, accessToken, accessEndsAt }: Pick<FacebookSecret, 'clientId' | 'accessToken' | 'accessEndsAt'>): Promise<Told> {
    const app = (await session.findApp?.(clientId)) ?? done(null)
    if (!app.ok || app.value === null) return { accessEndsAt, granted: null }
    const told = await createFacebookTokens({ ...options, apiUrl: session.account.serverUrl }).endOf(app.value, accessToken, session.signal)
    return told.ok ? { accessEndsAt: earlierOf(told.value) ?? accessEndsAt, granted: told.value.granted } : { accessEndsAt, granted: null }
  }
}

function earlierOf({ tokenEndsAt, dataEndsAt }: TokenEnds): number | null {
  if (tokenEndsAt === null || dataEndsAt === null) return tokenEndsAt ?? dataEndsAt
  return Math.min(tokenEndsAt, dataEndsAt)
}
