import { z } from 'zod'
import { threadsCapabilities } from '../../../../shared/networks/threads-capabilities.ts'
import { optional } from '../meta/graph-lists.ts'
import { metaId } from '../meta/media-container.ts'
import { createMetaUserConnect } from '../meta/user-connect.ts'
import type { NetworkAdapter } from '../network-adapter.ts'
import { mapValue } from '../network-results.ts'
import { threadsVersion, type ThreadsOptions } from './threads-options.ts'

const personSchema = z.looseObject({ id: metaId, username: z.string().min(1), name: optional(z.string()) })

const rightsSchema = z.looseObject({ data: z.looseObject({ is_valid: optional(z.boolean()), scopes: optional(z.array(z.string())) }) })

/** https://developers.facebook.com/docs/threads/get-started (read on 2026-11-21). */
export function createThreadsConnect(options: ThreadsOptions): NetworkAdapter['connect'] {
  const { apiUrl, loginUrl } = options
  return createMetaUserConnect({
    ...options,
    capabilities: threadsCapabilities,
    authorizationEndpoint: `${loginUrl}/oauth/authorize`,
    tokens: {
      name: threadsCapabilities.name,
      exchangeUrl: `${apiUrl}/oauth/access_token`,
      lengthenUrl: `${apiUrl}/access_token`,
      lengthenGrant: 'th_exchange_token',
      refreshUrl: `${apiUrl}/refresh_access_token`,
      refreshGrant: 'th_refresh_token'
    },
    serverUrl: apiUrl,
    version: threadsVersion,
    // https://developers.facebook.com/docs/threads/reference/debug (read on 2026-11-23): for testers of an app, as whoever made it is. By address alone, like the token's renewal.
    readRights: async (graph, token) => mapValue(await graph.get('/debug_token', { input_token: token }, rightsSchema), ({ data }) => (data.is_valid === false ? null : (data.scopes ?? null))),
    identify: async (graph) => mapValue(await graph.get('/me', { fields: 'id,username,name' }, personSchema), ({ id, username, name }) => ({ id, username, name: name ?? '' }))
  })
}
