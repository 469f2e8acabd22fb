import { z } from 'zod'
import type { AccountSession } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import { mapValue } from '../network-results.ts'
import { openBlueskyContext } from './bluesky-context.ts'
import type { BlueskyNeeds } from './bluesky-options.ts'

/** What the AppView, which is what people see, shows of one post. */
export async function readPostView<Post extends { readonly uri: string }>(needs: BlueskyNeeds, session: AccountSession, uri: string, postSchema: z.ZodType<Post>): Promise<NetworkResult<Post | 'gone'>> {
  const context = openBlueskyContext(needs, session)
  if (!context.ok) return context
  const { xrpc, appView } = context.value
  const read = await xrpc.query(appView, 'app.bsky.feed.getPosts', { uris: [uri] }, z.object({ posts: z.array(postSchema) }))
  return mapValue(read, ({ posts }) => posts.find((post) => post.uri === uri) ?? 'gone')
}
