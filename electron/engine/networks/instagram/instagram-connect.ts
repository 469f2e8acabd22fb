import { z } from 'zod'
import { instagramCapabilities } from '../../../../shared/networks/instagram-capabilities.ts'
import { graphVersion } from '../meta/graph-version.ts'
import { optional } from '../meta/graph-lists.ts'
import { metaId } from '../meta/media-container.ts'
import { createMetaUserConnect } from '../meta/user-connect.ts'
import type { NetworkAdapter } from '../network-adapter.ts'
import { mapValue } from '../network-results.ts'
import type { InstagramOptions } from './instagram-options.ts'

/** `user_id` is the account's own id, by which it is called; a number or text. `id` is the one that this app knows it by. */
const personSchema = z.looseObject({ user_id: z.union([metaId, z.int().positive().transform(String)]), username: z.string().min(1), name: optional(z.string()) })

/**
 * Its login says what was granted, and no other call does: neither the renewal (https://developers.facebook.com/docs/instagram-platform/reference/refresh_access_token, read on 2026-11-23) nor a
 * page about its tokens. So what a login of before may do is known once the person logs in again.
 *
 * https://developers.facebook.com/docs/instagram-platform/instagram-api-with-instagram-login/business-login (read on 2026-11-21).
 */
export function createInstagramConnect(options: InstagramOptions): NetworkAdapter['connect'] {
  const { apiUrl, loginUrl, tokenUrl } = options
  return createMetaUserConnect({
    ...options,
    capabilities: instagramCapabilities,
    authorizationEndpoint: `${loginUrl}/oauth/authorize`,
    tokens: {
      name: instagramCapabilities.name,
      exchangeUrl: `${tokenUrl}/oauth/access_token`,
      lengthenUrl: `${apiUrl}/access_token`,
      lengthenGrant: 'ig_exchange_token',
      refreshUrl: `${apiUrl}/refresh_access_token`,
      refreshGrant: 'ig_refresh_token'
    },
    serverUrl: apiUrl,
    version: graphVersion.name,
    identify: async (graph) => mapValue(await graph.get('/me', { fields: 'user_id,username,name' }, personSchema), ({ user_id, username, name }) => ({ id: user_id, username, name: name ?? '' }))
  })
}
