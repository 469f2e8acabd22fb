import { z } from 'zod'
import type { ThreadPost } from '../conversation-place.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done } from '../network-results.ts'
import type { BlueskyContext } from './bluesky-context.ts'
import { parseRecordAddress } from './bluesky-mapping.ts'

const mediaSchema = z.object({ images: z.array(z.unknown()).catch([]), items: z.array(z.unknown()).catch([]), video: z.unknown().optional() })
/** The embeds that matter here: pictures, gallery and video, a quoted post (`record`), and a quote with one of the others (`record.record`, `media`). */
const embedSchema = mediaSchema.extend({
  record: z.object({ uri: z.string().optional().catch(undefined), record: z.object({ uri: z.string() }).optional().catch(undefined) }).optional().catch(undefined),
  media: mediaSchema.optional().catch(undefined)
})
const postRecordSchema = z.object({
  text: z.string().catch(''),
  createdAt: z.string().catch(''),
  reply: z.object({ root: z.object({ uri: z.string() }), parent: z.object({ uri: z.string() }) }).optional().catch(undefined),
  facets: z.array(z.object({ features: z.array(z.object({ did: z.string().optional() })) })).catch([]),
  embed: embedSchema.optional().catch(undefined)
})
export type PostRecord = z.infer<typeof postRecordSchema>

/** A post's record as strangers wrote it: parts of another shape are taken as missing. */
export function readPostRecord(record: unknown): PostRecord {
  const parsed = postRecordSchema.safeParse(record)
  return parsed.success ? parsed.data : { text: '', createdAt: '', facets: [] }
}

const threadSchema = z.object({ thread: z.unknown() })
const threadPostSchema = z.object({ post: z.object({ uri: z.string(), record: z.unknown() }), parent: z.unknown().optional() })

/** Up to where the AppView gives the posts above; no thread in practice is deeper. */
const mostAncestors = 100

export function toThreadPost(uri: string, record: PostRecord, did: string): ThreadPost {
  const names = record.facets.some(({ features }) => features.some((feature) => feature.did === did))
  return { id: uri, isOwn: parseRecordAddress(uri)?.did === did, namesUs: names || parseRecordAddress(quotedIn(record))?.did === did }
}

/** The address of what it quotes, perhaps no post; empty: nothing. */
export function quotedIn({ embed }: Pick<PostRecord, 'embed'>): string {
  return embed?.record?.record?.uri ?? embed?.record?.uri ?? ''
}

/** Pictures and videos that come with a post. */
export function countAttachments({ embed }: PostRecord): number {
  return [embed, embed?.media].reduce((sum, media) => sum + (media?.images.length ?? 0) + (media?.items.length ?? 0) + (media?.video === undefined ? 0 : 1), 0)
}

/**
 * The posts above this one, from the thread's first. Only posts deeper than a direct answer need a look: `root` and `parent` say the rest.
 * Where posts in between are gone, there is what the record itself still names.
 */
export async function readPostsAbove(context: BlueskyContext, uri: string, { reply }: PostRecord): Promise<NetworkResult<readonly ThreadPost[]>> {
  if (reply === undefined) return done([])
  const root = barePost(reply.root.uri, context.did)
  if (reply.parent.uri === reply.root.uri && root.isOwn) return done([root])
  const read = await context.xrpc.query(context.appView, 'app.bsky.feed.getPostThread', { uri, depth: 0, parentHeight: mostAncestors }, threadSchema)
  if (!read.ok) return read.failure.kind === 'rejected' ? done(namedAbove(reply, context.did)) : read
  const above = ancestorsIn(read.value.thread, context.did).filter((post) => post.id !== uri)
  return done(above[0]?.id === root.id ? above : [root, ...above])
}

function namedAbove({ root, parent }: NonNullable<PostRecord['reply']>, did: string): readonly ThreadPost[] {
  return (root.uri === parent.uri ? [root] : [root, parent]).map(({ uri }) => barePost(uri, did))
}

function barePost(uri: string, did: string): ThreadPost {
  return { id: uri, isOwn: parseRecordAddress(uri)?.did === did, namesUs: false }
}

/** From the top; ends below a post that is gone or blocked. */
function ancestorsIn(thread: unknown, did: string): readonly ThreadPost[] {
  const chain: ThreadPost[] = []
  let node: unknown = thread
  while (chain.length <= mostAncestors) {
    const parsed = threadPostSchema.safeParse(node)
    if (!parsed.success) break
    chain.unshift(toThreadPost(parsed.data.post.uri, readPostRecord(parsed.data.post.record), did))
    node = parsed.data.parent
  }
  return chain
}
