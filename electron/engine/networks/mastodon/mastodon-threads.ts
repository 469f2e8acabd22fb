import { z } from 'zod'
import type { ThreadPost } from '../conversation-place.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done } from '../network-results.ts'
import type { MastodonApi } from './mastodon-api.ts'
import { quoteOfOurs } from './mastodon-quoted-by.ts'
import { statusSchema, type Status } from './mastodon-schemas.ts'

const contextSchema = z.looseObject({ ancestors: z.array(z.unknown()) })
/** Posts remembered, all accounts together; each is a few short strings. */
const mostRemembered = 4000
/** No thread is deeper in practice; ends a ring, should a server ever give one. */
const deepest = 500

export interface ThreadNode extends ThreadPost {
  readonly parentId: string | null
  readonly isDirect: boolean
}

export interface MastodonThreads {
  /** The posts above this one, from the thread's first; those that are gone or hidden from us are missing. */
  postsAbove(api: MastodonApi, scope: { serverUrl: string; ownId: string }, status: Status): Promise<NetworkResult<readonly ThreadNode[]>>
}

/** Remembers who answered whom, so that forty comments under one post cost one look at its thread and not forty. */
export function createMastodonThreads(): MastodonThreads {
  const nodes = new Map<string, ThreadNode>()

  const remember = (key: string, node: ThreadNode): void => {
    nodes.set(key, node)
    const [oldest] = nodes.keys()
    if (nodes.size > mostRemembered && oldest !== undefined) nodes.delete(oldest)
  }

  return {
    async postsAbove(api, { serverUrl, ownId }, status) {
      const keyOf = (id: string): string => `${serverUrl} ${ownId} ${id}`
      remember(keyOf(status.id), toThreadNode(status, ownId))
      const known = knownAbove(status.in_reply_to_id, (id) => nodes.get(keyOf(id)))
      if (known !== null) return done(known)
      const context = await api.get(`/api/v1/statuses/${encodeURIComponent(status.id)}/context`, {}, contextSchema)
      // The post may have been deleted since; what it said has come in all the same.
      if (!context.ok) return context.failure.kind === 'rejected' ? done([]) : context
      const above = context.value.ancestors.flatMap((ancestor) => {
        const parsed = statusSchema.safeParse(ancestor)
        return parsed.success ? [toThreadNode(parsed.data, ownId)] : []
      })
      for (const node of above) remember(keyOf(node.id), node)
      return done(above)
    }
  }
}

export function toThreadNode(status: Status, ownId: string): ThreadNode {
  return {
    id: status.id,
    isOwn: status.account.id === ownId,
    namesUs: status.mentions.some(({ id }) => id === ownId) || quoteOfOurs(status, { ownId, isTold: false }).quotes !== undefined,
    parentId: status.in_reply_to_id,
    isDirect: status.visibility === 'direct'
  }
}

/** The chain up to the thread's first post when all of it is remembered, else null. */
function knownAbove(parentId: string | null, find: (id: string) => ThreadNode | undefined): readonly ThreadNode[] | null {
  const above: ThreadNode[] = []
  for (let id = parentId; id !== null; ) {
    const node = find(id)
    if (node === undefined || above.length >= deepest) return null
    above.unshift(node)
    id = node.parentId
  }
  return above
}
