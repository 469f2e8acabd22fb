import type { ThreadPost } from '../conversation-place.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done } from '../network-results.ts'
import { asXId, type XApi } from './x-api.ts'
import { toThreadPost } from './x-mapping.ts'
import { postExpansions, postFields, repliedTo, xOneSchema, type XPost } from './x-schemas.ts'

interface ThreadNode extends ThreadPost {
  readonly parentId: string | null
}

export interface XThreads {
  remember(ownId: string, posts: readonly XPost[]): void
  /** The posts above this one, from the first that can still be read. */
  postsAbove(api: XApi, ownId: string, post: XPost): Promise<NetworkResult<readonly ThreadPost[]>>
}

/** Posts remembered, all accounts together; each is a few short strings. */
const mostRemembered = 4000
/** Posts above that are asked for: each costs. What stands higher hardly changes whose conversation it is. */
const mostAsked = 8
/** Ends a ring, should X ever give one. */
const deepest = 200

/** Remembers who answered whom: every post that has to be asked for is paid for. */
export function createXThreads(): XThreads {
  const nodes = new Map<string, ThreadNode>()

  function remember(ownId: string, posts: readonly XPost[]): void {
    for (const post of posts) {
      nodes.set(`${ownId} ${post.id}`, { ...toThreadPost(post, ownId), parentId: repliedTo(post) })
      const [oldest] = nodes.keys()
      if (nodes.size > mostRemembered && oldest !== undefined) nodes.delete(oldest)
    }
  }

  /** null: gone, or hidden from us. */
  async function ask(api: XApi, ownId: string, id: string): Promise<NetworkResult<ThreadNode | null>> {
    const asked = asXId(id)
    if (!asked.ok) return done(null)
    const read = await api.get(`/2/tweets/${asked.value}`, { 'post.fields': postFields, expansions: postExpansions }, xOneSchema)
    if (!read.ok) return read.failure.kind === 'rejected' ? done(null) : read
    if (read.value.data === undefined) return done(null)
    // Changed since, it may be given under the number that it has by now: it is the same post.
    remember(ownId, [{ ...read.value.data, id }])
    return done(nodes.get(`${ownId} ${id}`) ?? null)
  }

  return {
    remember,
    async postsAbove(api, ownId, post) {
      const above: ThreadNode[] = []
      let asked = 0
      for (let id = repliedTo(post); id !== null && above.length < deepest; ) {
        const known = nodes.get(`${ownId} ${id}`)
        if (known === undefined && (asked += 1) > mostAsked) break
        const node: NetworkResult<ThreadNode | null> = known === undefined ? await ask(api, ownId, id) : done(known)
        if (!node.ok) return node
        if (node.value === null) break
        above.unshift(node.value)
        id = node.value.parentId
      }
      return done(above)
    }
  }
}
