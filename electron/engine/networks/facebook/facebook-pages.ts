import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed } from '../network-results.ts'
import { createGraphCalls } from '../meta/graph-calls.ts'
import { graphVersion } from '../meta/graph-version.ts'
import { proofOf } from './facebook-api.ts'
import type { FacebookOptions } from './facebook-options.ts'
import { endsUnseen, graphListSchema, nextPageOf, type GraphList } from '../meta/graph-lists.ts'
import { facebookId } from './facebook-schemas.ts'
import { mayDo } from './facebook-secret.ts'
import { readEach } from '../read-each.ts'

export const pageSchema = z.looseObject({ id: facebookId, name: z.string().catch(''), username: z.string().optional().catch(undefined) })
export type FacebookPage = z.infer<typeof pageSchema>

const managedSchema = pageSchema.extend({ access_token: z.string().min(1), tasks: z.array(z.string()).nullish().catch(null) })
export type ManagedPage = z.infer<typeof managedSchema>

const pageSize = 100
/** Nobody manages as many; a list without an end is not understood. */
const mostLooks = 100

/** The Pages on which the person may publish: https://developers.facebook.com/docs/graph-api/reference/user/accounts/ (read on 2026-11-21). */
export async function listManagedPages(options: FacebookOptions, { token, appSecret, signal }: { readonly token: string; readonly appSecret: string | null; readonly signal: AbortSignal }): Promise<NetworkResult<readonly ManagedPage[]>> {
  const graph = createGraphCalls(options, { url: `${options.apiUrl}/${graphVersion.name}`, token, proof: appSecret === null ? null : proofOf(token, appSecret), signal })
  const pages: ManagedPage[] = []
  let after: string | null = null
  for (let looks = 0; looks < mostLooks; looks += 1) {
    const list: NetworkResult<GraphList> = await graph.get('/me/accounts', { fields: 'id,name,username,tasks,access_token', limit: pageSize, after }, graphListSchema)
    if (!list.ok) return list
    pages.push(...readEach(list.value.data, managedSchema).filter(({ tasks }) => mayDo({ tasks: tasks ?? null }, 'CREATE_CONTENT')))
    if (endsUnseen(list.value)) break
    after = nextPageOf(list.value)
    if (after === null) return inUse(pages)
  }
  // The Page that is meant might be among those that were not seen: that is not passed over.
  return failed('bug', studioError('unexpected_answer', 'the list of Pages has no end'))
}

function inUse(pages: readonly ManagedPage[]): NetworkResult<readonly ManagedPage[]> {
  return pages.length === 0 ? failed('rejected', studioError('login_refused', 'no Page on which this person may publish', { details: { reason: 'no_page' } })) : done(pages)
}
