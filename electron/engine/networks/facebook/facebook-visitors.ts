import type { z } from 'zod'
import { behindComments } from '../meta/behind-comments.ts'
import { graphListSchema, nextPageOf, optional } from '../meta/graph-lists.ts'
import { timeOf } from '../meta/graph-values.ts'
import type { InboxReader } from '../network-adapter.ts'
import type { IncomingItem } from '../network-incoming.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done } from '../network-results.ts'
import type { AccountSession } from '../network-session.ts'
import { openFacebookApi, type FacebookApi } from './facebook-api.ts'
import { mediaCountOf, nameOf, publishedOf, toItem } from './facebook-mapping.ts'
import type { FacebookOptions } from './facebook-options.ts'
import { facebookCommentSchema, facebookPostSchema, personSchema } from './facebook-schemas.ts'
import { readEach } from '../read-each.ts'

/** What people write on the Page, and where they name it: https://developers.facebook.com/docs/graph-api/reference/page/visitor_posts/ and /page/tagged/ (read on 2026-11-23). */
const edges = ['visitor_posts', 'tagged'] as const
const postsAtOnce = 25
/** So many pages in one look; a first one reads the newest alone. */
const mostPages = 4
const commentFields = 'id,message,created_time,from,parent{id,from},attachment,permalink_url,user_likes'
/** With the newest of what was said under them: the conversation goes on there. */
const postFields = `id,message,created_time,from,permalink_url,attachments{media_type},comments.filter(stream).order(reverse_chronological).limit(25){${commentFields}}`
const visitorPostSchema = facebookPostSchema.extend({ from: optional(personSchema), comments: graphListSchema.optional() })
type VisitorPost = z.infer<typeof visitorPostSchema>

/** What visitors write on the Page, or about it, with what was said under that: each post a conversation of its own, read behind the comments. */
export function withVisitors(comments: InboxReader, options: FacebookOptions): InboxReader {
  return behindComments(comments, 3, async (session, since) => {
    const api = await openFacebookApi(options, session)
    return api.ok ? readSince(api.value, session, { since, now: options.clock.now() }) : api
  })
}

async function readSince(api: FacebookApi, { account }: AccountSession, { since, now }: { readonly since: number; readonly now: number }): Promise<NetworkResult<readonly IncomingItem[]>> {
  const found = new Map<string, IncomingItem>()
  for (const edge of edges) {
    let after: string | null = null
    for (let pages = 0; pages < (since === Number.NEGATIVE_INFINITY ? 1 : mostPages); pages += 1) {
      const listed: NetworkResult<z.infer<typeof graphListSchema>> = await api.get(`/${account.remoteId}/${edge}`, { fields: postFields, limit: postsAtOnce, after }, graphListSchema)
      if (!listed.ok) return listed
      const posts = readEach(listed.value.data, visitorPostSchema)
      for (const item of posts.flatMap((post) => itemsOf(post, account.remoteId, now))) found.set(item.remoteId, item)
      after = nextPageOf(listed.value)
      const oldest = timeOf(posts.at(-1)?.created_time)
      if (after === null || (oldest !== null && oldest < since)) break
    }
  }
  return done([...found.values()])
}

function itemsOf(post: VisitorPost, pageId: string, now: number): readonly IncomingItem[] {
  const { id, from, message, permalink_url, created_time } = post
  // The Page's own stand among the comments' posts.
  if (from?.id === pageId) return []
  const name = nameOf(post)
  const written: IncomingItem = {
    remoteId: id, conversationRemoteId: id, kind: 'mention', parentRemoteId: null, ourPostRemoteId: null, authorName: name, authorHandle: name, isOwn: false, text: message ?? '',
    url: permalink_url ?? publishedOf(id).url, createdAt: Math.max(0, timeOf(created_time) ?? now), attachmentCount: mediaCountOf(post), isLiked: false, isHeld: false
  }
  return [written, ...readEach(post.comments?.data ?? [], facebookCommentSchema).map((comment) => toItem(comment, { postId: id, pageId, now, isVisitors: true }))]
}
