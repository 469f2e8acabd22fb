import { studioError } from '../../../../shared/errors/studio-error.ts'
import { redditCapabilities } from '../../../../shared/networks/reddit-capabilities.ts'
import type { BrowserConnect } from '../network-connect.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed } from '../network-results.ts'
import { createOAuthConnect, type AccessInUse, type Identity } from '../oauth/create-oauth-connect.ts'
import type { OAuthDescription } from '../oauth/oauth-description.ts'
import { createRedditApi, type RedditApi } from './reddit-api.ts'
import type { RedditOptions } from './reddit-options.ts'
import { nameOfPlace, readPlace, writePlace, type RedditPlace } from './reddit-place.ts'
import { communitySchema, listingSchema, meSchema, readEach } from './reddit-schemas.ts'

const noLimits = { maxCharacters: null, charactersPerUrl: null, maxMedia: null }
const pageSize = 100
const mostPages = 5

/** https://github.com/reddit-archive/reddit/wiki/OAuth2 (read on 2026-11-21). An hour's access, renewed for as long as the person does not take it back. */
function describeRedditLogin({ loginUrl }: RedditOptions): OAuthDescription {
  return {
    name: redditCapabilities.name,
    authorizationEndpoint: `${loginUrl}/api/v1/authorize`,
    tokenEndpoint: `${loginUrl}/api/v1/access_token`,
    revocationEndpoint: `${loginUrl}/api/v1/revoke_token`,
    issuer: null,
    scopes: redditCapabilities.ownApp?.scopes.value ?? [],
    pkce: 'none',
    // Also an app without a secret names itself so.
    clientAuthentication: 'always_basic',
    loginParameters: { duration: 'permanent' },
    refreshTokenLifetime: null
  }
}

/** The person logs in; what is connected is their own profile, or a community that they belong to. */
export function createRedditConnect(options: RedditOptions): BrowserConnect {
  const open = ({ serverUrl, accessToken, isRenewable, signal }: AccessInUse, place: RedditPlace): RedditApi => createRedditApi(options, { url: serverUrl, token: accessToken, place, isRenewable, signal })
  const identityOf = (place: RedditPlace, serverUrl: string): Identity => {
    const where = nameOfPlace(place)
    return { handle: where === `u/${place.userName}` ? where : `u/${place.userName} · ${where}`, displayName: where, serverUrl, remoteId: writePlace(place), serverLimits: noLimits }
  }

  return createOAuthConnect({
    ...options,
    description: describeRedditLogin(options),
    serverUrl: options.apiUrl,
    async identify(access) {
      const place = readPlace(access.remoteId ?? '')
      if (!place.ok) return place
      const me = await open(access, place.value).get('/api/v1/me', {}, meSchema)
      if (!me.ok) return me
      // Somebody else's login opens the same community under another name.
      return done(identityOf({ ...place.value, userName: me.value.name }, access.serverUrl))
    },
    async identifyAll(access) {
      const api = open(access, { userName: '', community: '' })
      const me = await api.get('/api/v1/me', {}, meSchema)
      if (!me.ok) return me
      const userName = me.value.name
      const communities = await listCommunities(api)
      if (!communities.ok) return communities
      return done([identityOf({ userName, community: `u_${userName}` }, access.serverUrl), ...communities.value.map((community) => identityOf({ userName, community }, access.serverUrl))])
    }
  })
}

async function listCommunities(api: RedditApi): Promise<NetworkResult<readonly string[]>> {
  const names: string[] = []
  let after: string | null = null
  for (let pages = 0; pages < mostPages; pages += 1) {
    const page: NetworkResult<ReturnType<typeof listingSchema.parse>> = await api.get('/subreddits/mine/subscriber', { limit: pageSize, after }, listingSchema)
    if (!page.ok) return page
    const { children } = page.value.data
    names.push(...readEach(children, communitySchema).flatMap(({ display_name, user_is_banned }) => (user_is_banned === true || display_name.startsWith('u_') ? [] : [display_name])))
    after = page.value.data.after ?? null
    if (after === null) return done(names.toSorted((a, b) => a.localeCompare(b)))
  }
  return names.length === 0 ? failed('bug', studioError('unexpected_answer', 'the list of communities has no end')) : done(names)
}
