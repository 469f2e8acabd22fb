import { z } from 'zod'
import { parseJson } from '../../http/parse-json.ts'
import { graphListSchema, nextPageOf, optional, readEach } from '../meta/graph-lists.ts'
import { timeOf } from '../meta/graph-values.ts'
import { afterLook, sinceLook } from '../meta/recent-look.ts'
import type { InboxReader } from '../network-adapter.ts'
import type { IncomingItem } from '../network-incoming.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done } from '../network-results.ts'
import type { AccountSession } from '../network-session.ts'
import { openFacebookApi, type FacebookApi } from './facebook-api.ts'
import { mediaCountOf, nameOf, publishedOf, toItem } from './facebook-mapping.ts'
import type { FacebookOptions } from './facebook-options.ts'
import { facebookCommentSchema, facebookPostSchema, personSchema } from './facebook-schemas.ts'

/** How far the visitors' posts have been read, beside the place among the comments, which is its own. */
const cursorSchema = z.object({ version: z.literal(3), comments: z.string().nullable(), newest: z.number().nullable(), known: z.array(z.string()) })
type Cursor = z.infer<typeof cursorSchema>

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

/**
 * What visitors write on the Page, or about it, with what was said under that: each post a conversation of its own. Read when the look at the comments has come to its end; a login that may
 * not read it goes on without.
 */
export function withVisitors(comments: InboxReader, options: FacebookOptions): InboxReader {
  return {
    async fetchSince(session, written) {
      const cursor = readCursor(written)
      const said = await comments.fetchSince(session, cursor.comments)
      if (!said.ok) return said
      const reached: Cursor = { ...cursor, comments: said.value.nextCursor }
      if (said.value.more) return done({ ...said.value, nextCursor: JSON.stringify(reached) })
      const api = await openFacebookApi(options, session)
      const read = api.ok ? await readSince(api.value, session, { since: sinceLook(cursor), now: options.clock.now() }) : api
      if (read.ok) {
        const { fresh, look } = afterLook(cursor, read.value)
        return done({ ...said.value, items: [...said.value.items, ...fresh], nextCursor: JSON.stringify({ ...reached, ...look }) })
      }
      const mayPass = read.failure.kind === 'rejected' || read.failure.kind === 'bug' || read.failure.kind === 'server_error'
      // What was said under our own posts is not held back; the visitors' are read from the same place next time.
      return mayPass ? done({ ...said.value, nextCursor: JSON.stringify(reached) }) : read
    }
  }
}

/** A cursor of before visitors were read is the comments' own. */
function readCursor(written: string | null): Cursor {
  const parsed = cursorSchema.safeParse(written === null ? null : parseJson(written))
  return parsed.success ? parsed.data : { version: 3, comments: written, newest: null, known: [] }
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
