import { z } from 'zod'
import { countsOf } from '../../../../shared/figures/figures.ts'
import type { FiguresReader } from '../network-adapter.ts'
import { mapValue } from '../network-results.ts'
import { openBlueskyContext } from './bluesky-context.ts'
import type { BlueskyNeeds } from './bluesky-options.ts'
import { readPostView } from './bluesky-post-view.ts'

const count = z.number().nullish().catch(null)
/** app.bsky.feed.defs#postView and app.bsky.actor.defs#profileViewDetailed (read on 2026-11-21). */
const postSchema = z.looseObject({ uri: z.string(), likeCount: count, repostCount: count, quoteCount: count, replyCount: count, bookmarkCount: count })
const profileSchema = z.looseObject({ followersCount: count, postsCount: count })

/** The AppView counts; it counts no views. */
export function createBlueskyFigures(needs: BlueskyNeeds): FiguresReader {
  return {
    async ofPost(session, remoteId) {
      return mapValue(await readPostView(needs, session, remoteId, postSchema), (post) =>
        post === 'gone' ? 'gone' : countsOf({ likes: post.likeCount, reposts: post.repostCount, quotes: post.quoteCount, replies: post.replyCount, saves: post.bookmarkCount })
      )
    },
    async ofAccount(session) {
      const context = openBlueskyContext(needs, session)
      if (!context.ok) return context
      const { xrpc, appView, did } = context.value
      const read = await xrpc.query(appView, 'app.bsky.actor.getProfile', { actor: did }, profileSchema)
      return mapValue(read, ({ followersCount, postsCount }) => countsOf({ followers: followersCount, posts: postsCount }))
    }
  }
}
