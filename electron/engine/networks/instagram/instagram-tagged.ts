import type { z } from 'zod'
import { behindComments } from '../meta/behind-comments.ts'
import { graphListSchema } from '../meta/graph-lists.ts'
import { graphVersion } from '../meta/graph-version.ts'
import { timeOf } from '../meta/graph-values.ts'
import type { GraphCalls } from '../meta/graph-calls.ts'
import { placeAfter } from '../meta/own-posts.ts'
import { openMetaUser } from '../meta/user-secret.ts'
import type { InboxReader } from '../network-adapter.ts'
import type { IncomingItem } from '../network-incoming.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done } from '../network-results.ts'
import type { AccountSession } from '../network-session.ts'
import type { InstagramOptions } from './instagram-options.ts'
import { instagramPostSchema, type InstagramPost } from './instagram-schemas.ts'
import { readEach } from '../read-each.ts'

const postsAtOnce = 25
/** So many pages in one look; a first one reads the newest alone. */
const mostPages = 4
const fields = 'id,caption,timestamp,permalink,username,media_type,children'

/**
 * Posts of others in which the account is tagged: https://developers.facebook.com/documentation/instagram-platform/instagram-graph-api/reference/ig-user/tags (read on 2026-11-23), read behind the
 * comments. They are shown and no more: programs comment on the account's own posts alone. A tag that is put later into a post of long ago is not met. That page speaks of logins by Facebook; Meta's
 * list of what logins by Instagram have names the same edge, and one that is refused goes on without.
 */
export function withTagged(comments: InboxReader, options: InstagramOptions): InboxReader {
  return behindComments(comments, 4, async (session, since) => {
    const graph = openMetaUser(options, graphVersion.name, session)
    return graph.ok ? readSince(graph.value, session, { since, now: options.clock.now() }) : graph
  })
}

async function readSince(graph: GraphCalls, { account }: AccountSession, { since, now }: { readonly since: number; readonly now: number }): Promise<NetworkResult<readonly IncomingItem[]>> {
  const items: IncomingItem[] = []
  let after: string | null = null
  for (let pages = 0; pages < (since === Number.NEGATIVE_INFINITY ? 1 : mostPages); pages += 1) {
    const listed: NetworkResult<z.infer<typeof graphListSchema>> = await graph.get(`/${account.remoteId}/tags`, { fields, limit: postsAtOnce, after }, graphListSchema)
    if (!listed.ok) return listed
    const posts = readEach(listed.value.data, instagramPostSchema)
    items.push(...posts.filter(({ username }) => !isOurs(username, account.handle)).map((post) => itemOf(post, now)))
    after = placeAfter(listed.value, postsAtOnce)
    const oldest = timeOf(posts.at(-1)?.timestamp)
    if (after === null || (oldest !== null && oldest < since)) break
  }
  return done(items)
}

function isOurs(username: string | undefined, handle: string): boolean {
  return username?.toLowerCase() === handle.replace(/^@/, '').toLowerCase()
}

/** Each a conversation of its own. */
function itemOf({ id, username, caption, permalink, timestamp, media_type, children }: InstagramPost, now: number): IncomingItem {
  const name = username ?? 'Instagram'
  return {
    remoteId: id, conversationRemoteId: id, kind: 'mention', parentRemoteId: null, ourPostRemoteId: null, authorName: name, authorHandle: username === undefined ? name : `@${username}`, isOwn: false,
    text: caption ?? '', url: permalink ?? null, createdAt: Math.max(0, timeOf(timestamp) ?? now), attachmentCount: media_type === 'CAROUSEL_ALBUM' ? (children?.data?.length ?? 1) : 1, isLiked: false, isHeld: false
  }
}
