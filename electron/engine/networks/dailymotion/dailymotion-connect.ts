import { studioError } from '../../../../shared/errors/studio-error.ts'
import { callForJson } from '../api-call.ts'
import type { AccountIdentity, AppPasswordConnect } from '../network-connect.ts'
import type { NetworkFailure, NetworkResult } from '../network-failure.ts'
import { done, failed } from '../network-results.ts'
import { tokenAnswerSchema } from '../oauth/oauth-tokens.ts'
import { createDailymotionApi, withDailymotionApi, type DailymotionApi } from './dailymotion-api.ts'
import type { DailymotionOptions } from './dailymotion-options.ts'
import { placeOf, readTypedPlace, type TypedPlace } from './dailymotion-place.ts'
import { meSchema, type DailymotionProfile } from './dailymotion-schemas.ts'
import { readDailymotionSecret, writeDailymotionSecret, type DailymotionSecret } from './dailymotion-secret.ts'

/** As much as is asked of a key: https://developers.dailymotion.com/v2/reference/api-scopes (read on 2026-11-21). */
const scopes = 'account.read video.read video.manage'

type Key = Pick<DailymotionSecret, 'apiKey' | 'apiSecret'>

/** A private key that the channel's owner makes in Dailymotion Studio: https://developers.dailymotion.com/docs/authenticate (read on 2026-11-21). */
export function createDailymotionConnect(options: DailymotionOptions): AppPasswordConnect {
  return {
    kind: 'app_password',
    async connect({ serverUrl, identifier, appPassword, signal }) {
      const place = readTypedPlace(serverUrl)
      if (place === null) return failed('rejected', studioError('address_refused', 'no channel, category or audience was given', { details: { reason: 'dailymotion_place' } }))
      const key: Key = { apiKey: identifier.trim(), apiSecret: appPassword.trim() }
      const access = await askForAccess(options, key, signal)
      if (!access.ok) return access
      const identity = await findProfile(createDailymotionApi(options, { url: options.apiUrl, token: access.value.accessToken, signal }), options.apiUrl, place)
      if (!identity.ok) return identity
      return done({ identity: identity.value, secret: writeDailymotionSecret({ ...key, ...access.value, isForKids: place.isForKids }) })
    },
    whoAmI: (session) =>
      withDailymotionApi(options, session, async (api) => {
        const place = placeOf(session)
        return place.ok ? findProfile(api, session.account.serverUrl, { channel: place.value.profileId.toLowerCase(), category: place.value.category }) : place
      }),
    async renew(session) {
      const before = readDailymotionSecret(session.secret)
      if (!before.ok) return before
      const access = await askForAccess(options, before.value, session.signal)
      if (!access.ok) return access.failure.kind === 'rejected' ? failed('auth_revoked', studioError('auth_revoked', 'Dailymotion no longer takes the key', { details: access.failure.error.details ?? {} })) : access
      return done({ secret: writeDailymotionSecret({ ...before.value, ...access.value }), accessEndsAt: null })
    },
    // A key is ended in Dailymotion Studio alone, and may be in use elsewhere.
    revoke: () => Promise.resolve(done(null))
  }
}

/** RFC 6749, section 4.4: https://developers.dailymotion.com/docs/authenticate (read on 2026-11-21). */
async function askForAccess({ http, clock, tokenUrl }: DailymotionOptions, { apiKey, apiSecret }: Key, signal: AbortSignal): Promise<NetworkResult<Pick<DailymotionSecret, 'accessToken' | 'accessEndsAt'>>> {
  const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: apiKey, client_secret: apiSecret, scope: scopes }).toString()
  const headers = { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' }
  const answer = await callForJson({ http, effect: 'none', now: () => clock.now(), explain: ({ response: { status } }) => (status === 400 || status === 401 || status === 403 ? keyRefused(status) : null) }, { method: 'POST', url: `${tokenUrl}/v2/token`, headers, body, signed: true, signal }, tokenAnswerSchema)
  if (!answer.ok) return answer
  const { access_token, expires_in } = answer.value
  return done({ accessToken: access_token, accessEndsAt: expires_in === null || expires_in === undefined ? null : clock.now() + Math.round(expires_in * 1000) })
}

function keyRefused(status: number): NetworkFailure {
  return { kind: 'rejected', error: studioError('wrong_credentials', 'Dailymotion does not know the key, its secret or its rights', { details: { status, reason: 'no_dailymotion_key' } }) }
}

async function findProfile(api: DailymotionApi, serverUrl: string, { channel, category }: Pick<TypedPlace, 'channel' | 'category'>): Promise<NetworkResult<AccountIdentity>> {
  const me = await api.get('/me', {}, meSchema)
  if (!me.ok) return me
  const { profiles } = me.value
  const profile = channel === null ? onlyOne(profiles) : profiles.find(({ profile_id, name }) => profile_id.toLowerCase() === channel || name.toLowerCase() === channel)
  if (profile === undefined) return failed('rejected', studioError('login_refused', 'the key does not open this channel, or opens several', { details: { reason: 'no_dailymotion_channel' } }))
  const name = profile.name === '' ? profile.profile_id : profile.name
  return done({
    handle: `${name} · ${category}`,
    displayName: name,
    serverUrl,
    remoteId: `${profile.profile_id}/${category}`,
    accessEndsAt: null,
    serverLimits: { maxCharacters: null, charactersPerUrl: null, maxMedia: null }
  })
}

function onlyOne(profiles: readonly DailymotionProfile[]): DailymotionProfile | undefined {
  return profiles.length === 1 ? profiles[0] : undefined
}
