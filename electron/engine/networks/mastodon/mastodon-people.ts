import { z } from 'zod'
import type { FindPeople } from '../network-reading.ts'
import { mapValue } from '../network-results.ts'
import { openMastodonApi } from './mastodon-api.ts'
import type { MastodonOptions } from './mastodon-options.ts'

const peopleSchema = z.array(z.looseObject({ acct: z.string().min(1), display_name: z.string().nullish().catch(null) }))
const most = 8

/**
 * https://docs.joinmastodon.org/methods/accounts/#search (read on 2026-11-22): the search that `read:accounts` opens, which every login has. Whoever the server does
 * not know is not fetched from elsewhere. People of this server are named with it too: the same words hold on any other.
 */
export function createMastodonPeople(options: MastodonOptions): FindPeople {
  return async (session, q) => {
    const api = openMastodonApi(options, session)
    if (!api.ok) return api
    const [, host] = /^@?[^@]+@([^@]+)$/.exec(session.account.handle) ?? []
    const read = await api.value.get('/api/v1/accounts/search', { q, limit: most, resolve: false }, peopleSchema)
    return mapValue(read, (people) => people.map(({ acct, display_name }) => ({ name: display_name ?? '', handle: acct.includes('@') || host === undefined ? acct : `${acct}@${host}` })))
  }
}
