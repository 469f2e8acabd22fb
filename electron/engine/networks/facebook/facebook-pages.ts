import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { NetworkFailure, NetworkResult } from '../network-failure.ts'
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

/** Of the person in one business portfolio: what is assigned to them hangs on this. */
const businessUserSchema = z.looseObject({ id: facebookId })

const pageSize = 100
/** Nobody manages as many; a list without an end is not understood. */
const mostLooks = 100
const fields = 'id,name,username,tasks,access_token'

type Graph = ReturnType<typeof createGraphCalls>

/**
 * The Pages on which the person may publish: those they have a role on, https://developers.facebook.com/docs/graph-api/reference/user/accounts/ (read on 2026-11-21), and those that
 * a business portfolio has assigned to them, which the first list may leave out: https://developers.facebook.com/documentation/ads-commerce/marketing-api/reference/business-user/assigned_pages
 * (read on 2026-11-23). Each once.
 */
export async function listManagedPages(options: FacebookOptions, { token, appSecret, signal }: { readonly token: string; readonly appSecret: string | null; readonly signal: AbortSignal }): Promise<NetworkResult<readonly ManagedPage[]>> {
  const graph = createGraphCalls(options, { url: `${options.apiUrl}/${graphVersion.name}`, token, proof: appSecret === null ? null : proofOf(token, appSecret), signal })
  const own = await readWhole(graph, '/me/accounts', fields)
  if (!own.ok) return own
  const assigned = await listAssigned(graph)
  if (!assigned.ok) return assigned
  const pages = new Map<string, ManagedPage>()
  // Of a Page in both lists the first one is believed.
  for (const page of readEach([...own.value, ...assigned.value], managedSchema)) if (!pages.has(page.id)) pages.set(page.id, page)
  return inUse([...pages.values()].filter(({ tasks }) => mayDo({ tasks: tasks ?? null }, 'CREATE_CONTENT')))
}

/** None where the person did not let the app see their portfolios (`business_management`), or Meta tells of them in words that are not understood: that keeps no login from the other Pages. */
async function listAssigned(graph: Graph): Promise<NetworkResult<readonly unknown[]>> {
  const people = await readWhole(graph, '/me/business_users', 'id')
  if (!people.ok) return isNotTold(people.failure) ? done([]) : people
  const pages: unknown[] = []
  for (const { id } of readEach(people.value, businessUserSchema)) {
    const assigned = await readWhole(graph, `/${id}/assigned_pages`, fields)
    if (assigned.ok) pages.push(...assigned.value)
    else if (!isNotTold(assigned.failure)) return assigned
  }
  return done(pages)
}

function isNotTold({ kind }: NetworkFailure): boolean {
  return kind === 'rejected' || kind === 'auth_revoked' || kind === 'bug'
}

async function readWhole(graph: Graph, path: string, wanted: string): Promise<NetworkResult<readonly unknown[]>> {
  const entries: unknown[] = []
  let after: string | null = null
  for (let looks = 0; looks < mostLooks; looks += 1) {
    const list: NetworkResult<GraphList> = await graph.get(path, { fields: wanted, limit: pageSize, after }, graphListSchema)
    if (!list.ok) return list
    entries.push(...list.value.data)
    if (endsUnseen(list.value)) break
    after = nextPageOf(list.value)
    if (after === null) return done(entries)
  }
  // The Page that is meant might be among those that were not seen: that is not passed over.
  return failed('bug', studioError('unexpected_answer', 'the list of Pages has no end'))
}

function inUse(pages: readonly ManagedPage[]): NetworkResult<readonly ManagedPage[]> {
  return pages.length === 0 ? failed('rejected', studioError('login_refused', 'no Page on which this person may publish', { details: { reason: 'no_page' } })) : done(pages)
}
