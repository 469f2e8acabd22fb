import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { AccountIdentity, AppPasswordConnect } from '../network-connect.ts'
import type { NetworkFailure, NetworkResult } from '../network-failure.ts'
import { done, failed, mapValue, type Failed } from '../network-results.ts'
import { findWordpressApi } from './find-wordpress-api.ts'
import { createWordpressApi, openWordpressApi, type WordpressApi } from './wordpress-api.ts'
import type { WordpressOptions } from './wordpress-options.ts'
import { writeWordpressSecret } from './wordpress-secret.ts'

const userSchema = z.looseObject({ id: z.number(), name: z.string() })
const indexSchema = z.looseObject({ name: z.string(), home: z.string() })

/** Login with an application password: https://developer.wordpress.org/rest-api/using-the-rest-api/authentication/ (read on 2026-11-21). */
export function createWordpressConnect(options: WordpressOptions): AppPasswordConnect {
  return {
    kind: 'app_password',
    async connect({ serverUrl, identifier, appPassword, signal }) {
      const site = await findWordpressApi(options, serverUrl, signal)
      if (!site.ok) return site
      const secret = { apiRoot: site.value.apiRoot, userName: identifier.trim(), appPassword: appPassword.trim() }
      const user = await readUser(createWordpressApi(options, secret, { signal }))
      if (!user.ok) return explainLogin(user.failure, site.value.takesAppPasswords)
      return done({ identity: identityOf(site.value, user.value), secret: writeWordpressSecret(secret) })
    },
    async whoAmI(session) {
      const api = openWordpressApi(options, session)
      if (!api.ok) return api
      const user = await readUser(api.value)
      if (!user.ok) return user
      const index = await api.value.get('/', {}, indexSchema)
      return mapValue(index, (site) => identityOf(site, user.value))
    },
    // The user made the password by hand on the site and may use it in another program: it is theirs to end.
    revoke: () => Promise.resolve(done(null))
  }
}

function readUser(api: WordpressApi): Promise<NetworkResult<z.infer<typeof userSchema>>> {
  return api.get('/wp/v2/users/me', { context: 'edit' }, userSchema)
}

function identityOf({ name, home }: { name: string; home: string }, user: z.infer<typeof userSchema>): AccountIdentity {
  const serverUrl = home.replace(/\/+$/, '')
  const handle = serverUrl.replace(/^https?:\/\//, '')
  return {
    handle,
    displayName: name.trim() === '' ? handle : name.trim(),
    serverUrl,
    remoteId: String(user.id),
    accessEndsAt: null,
    serverLimits: { maxCharacters: null, charactersPerUrl: null, maxMedia: null }
  }
}

function explainLogin(failure: NetworkFailure, takesAppPasswords: boolean): Failed {
  const details = failure.error.details ?? {}
  const isRefused = failure.kind === 'auth_revoked' || (failure.kind === 'rejected' && details['status'] === 403)
  if (!isRefused) return { ok: false, failure }
  if (!takesAppPasswords) {
    return failed('rejected', studioError('login_refused', 'application passwords are switched off on this site', { details: { ...details, reason: 'app_passwords_disabled' } }))
  }
  return failed('rejected', studioError('wrong_credentials', 'name or application password is wrong', { details }))
}
