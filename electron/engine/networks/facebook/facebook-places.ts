import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import { placeSchema, type Place } from '../../../../shared/posts/place.ts'
import { createGraphCalls } from '../meta/graph-calls.ts'
import { graphListSchema, optional } from '../meta/graph-lists.ts'
import { graphVersion } from '../meta/graph-version.ts'
import type { FindPlaces } from '../network-reading.ts'
import { done, failed } from '../network-results.ts'
import type { NetworkFailure, NetworkResult } from '../network-failure.ts'
import { readEach } from '../read-each.ts'
import type { FacebookOptions } from './facebook-options.ts'
import { readFacebookSecret } from './facebook-secret.ts'

const words = optional(z.string())
const pageSchema = z.looseObject({ id: placeSchema.shape.id, name: z.string().min(1), location: optional(z.looseObject({ street: words, zip: words, city: words, country: words })) })

/**
 * https://developers.facebook.com/documentation/pages-api/search-pages (read on 2026-11-23): with the token of a person, which Vigie does not keep, or with the app's own, where Meta has given the app
 * Page Public Metadata Access after a review (https://developers.facebook.com/documentation/development/features-reference/page-public-metadata-access, read on 2026-11-23). Any other app is refused.
 * Whatever becomes of it says nothing of the account: the app asks, not the Page.
 */
export function createFacebookPlaces(options: FacebookOptions): FindPlaces {
  return async (session, name) => {
    const secret = readFacebookSecret(session)
    if (!secret.ok) return secret
    const app = (await session.findApp?.(secret.value.clientId)) ?? done(null)
    if (!app.ok) return app
    const appSecret = app.value?.clientSecret ?? null
    if (appSecret === null) return closed('the app and its secret are not here')
    const graph = createGraphCalls(options, { url: `${session.account.serverUrl}/${graphVersion.name}`, token: `${secret.value.clientId}|${appSecret}`, proof: null, signal: session.signal })
    const read = await graph.get('/pages/search', { q: name, fields: 'id,name,location,link' }, graphListSchema)
    if (!read.ok) return isOfTheApp(read.failure) ? closed(read.failure.error.message) : read
    return done(readEach(read.value.data, pageSchema).flatMap(placeOf))
  }
}

/** The app may not ask, or Meta does not know it by this secret any more. */
function isOfTheApp({ kind, error }: NetworkFailure): boolean {
  return kind === 'auth_revoked' || kind === 'auth_expired' || (kind === 'rejected' && error.details?.['status'] === 403)
}

function closed(why: string): NetworkResult<never> {
  return failed('rejected', studioError('rejected', `places may not be looked for: ${why}`, { details: { reason: 'places_closed' } }))
}

/** Only a Page that says where it is can be a place. */
function placeOf({ id, name, location }: z.infer<typeof pageSchema>): readonly Place[] {
  if (location === undefined) return []
  const town = [location.zip, location.city].filter((part) => part !== undefined && part !== '').join(' ')
  const address = [location.street, town, location.country].filter((part) => part !== undefined && part !== '').join(', ').slice(0, 300)
  return [{ id, name: name.slice(0, 200), ...(address === '' ? {} : { address }) }]
}
