import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { AccountIdentity, AppPasswordConnect } from '../network-connect.ts'
import type { NetworkFailure, NetworkResult } from '../network-failure.ts'
import { done, failed, type Failed } from '../network-results.ts'
import { toForumAddress } from './discourse-address.ts'
import { createDiscourseApi, openDiscourseApi, type DiscourseApi } from './discourse-api.ts'
import { statusOf } from './discourse-failures.ts'
import { readDiscourseLimits } from './discourse-limits.ts'
import type { DiscourseOptions } from './discourse-options.ts'
import { writeDiscourseSecret } from './discourse-secret.ts'
import { readUser, staffOf } from './discourse-user.ts'

const noLimits = { maxCharacters: null, charactersPerUrl: null, maxMedia: null }

/** Login with an API key that the forum's administrator makes for one user: https://docs.discourse.org/#section/Authentication (read on 2026-11-21). */
export function createDiscourseConnect(options: DiscourseOptions): AppPasswordConnect {
  return {
    kind: 'app_password',
    async connect({ serverUrl, identifier, appPassword, signal }) {
      const address = toForumAddress(serverUrl)
      if (!address.ok) return address
      const secret = { ...address.value, userName: identifier.trim().replace(/^@/, ''), apiKey: appPassword.trim() }
      const identity = await readIdentity(createDiscourseApi(options, secret, { signal }))
      if (!identity.ok) return explainLogin(identity.failure)
      return done({ identity: identity.value, secret: writeDiscourseSecret(secret) })
    },
    async whoAmI(session) {
      const api = openDiscourseApi(options, session)
      return api.ok ? readIdentity(api.value) : api
    },
    // The administrator made the key and may use it elsewhere: it is theirs to end.
    revoke: () => Promise.resolve(done(null))
  }
}

async function readIdentity(api: DiscourseApi): Promise<NetworkResult<AccountIdentity>> {
  const read = await readUser(api)
  if (!read.ok) return read
  const limits = await readDiscourseLimits(api)
  const { id, username, name } = read.value.user
  const place = api.categoryId === null ? '' : `/c/${api.categoryId}`
  return done({
    handle: `@${username}@${new URL(api.root).host}${place}`,
    displayName: (name ?? '').trim() === '' ? username : (name ?? '').trim(),
    serverUrl: api.root,
    remoteId: `${id}${place}`,
    accessEndsAt: null,
    // A forum behind a login keeps its settings to itself; then the figures of a forum as it comes hold.
    serverLimits: { ...(limits.ok ? limits.value : noLimits), ...staffOf(read.value) }
  })
}

function explainLogin(failure: NetworkFailure): Failed {
  const isRefused = failure.kind === 'auth_revoked' || statusOf(failure) === 404
  return isRefused ? failed('rejected', studioError('wrong_credentials', 'the key or the user name is wrong', { details: failure.error.details ?? {} })) : { ok: false, failure }
}
