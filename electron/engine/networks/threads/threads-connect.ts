import { z } from 'zod'
import { threadsCapabilities } from '../../../../shared/networks/threads-capabilities.ts'
import { optional } from '../meta/graph-lists.ts'
import { metaId } from '../meta/media-container.ts'
import { createMetaUserConnect } from '../meta/user-connect.ts'
import type { NetworkAdapter } from '../network-adapter.ts'
import { mapValue } from '../network-results.ts'
import { threadsVersion, type ThreadsOptions } from './threads-options.ts'

const personSchema = z.looseObject({ id: metaId, username: z.string().min(1), name: optional(z.string()) })

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
    identify: async (graph) => mapValue(await graph.get('/me', { fields: 'id,username,name' }, personSchema), ({ id, username, name }) => ({ id, username, name: name ?? '' }))
  })
}
