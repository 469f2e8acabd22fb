import { z } from 'zod'
import { pastPostSchema } from '../past-posts/past-post.ts'
import { idSchema, workspaceScope } from './identifiers.ts'
import { request } from './request-definition.ts'

export const pastPostsContract = {
  /** The newest first, those that hold all the words; `total`: how many there are of these. */
  'pastPosts.page': request({
    handledBy: 'engine',
    effect: 'read',
    input: z.object({ ...workspaceScope, text: z.string().max(200), limit: z.int().min(1).max(1000) }),
    output: z.object({ posts: z.array(pastPostSchema), total: z.int() })
  }),
  /**
   * Takes posts in from files of an archive, JSON or HTML. Each once, by its address there: `known` is there already. `other`: something else of the archive; `unreadable`: a post, but damaged.
   * `wanted`: names of files, perhaps with a folder, that belong to the post and are not here yet.
   */
  'pastPosts.take': request({
    handledBy: 'engine',
    effect: 'write',
    input: z.object({ ...workspaceScope, importId: idSchema, files: z.array(z.object({ path: z.string().max(4096), bytes: z.instanceof(Uint8Array) })).min(1).max(50) }),
    output: z.object({
      results: z.array(
        z.object({ path: z.string(), outcome: z.enum(['added', 'known', 'other', 'unreadable']), pastPostId: idSchema.nullable(), wanted: z.array(z.object({ place: z.int(), fileName: z.string() })) })
      )
    })
  }),
  /** A file that it wanted is in the library now. */
  'pastPosts.attach': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...workspaceScope, pastPostId: idSchema, place: z.int(), mediaId: idSchema }), output: z.object({}) }),
  /** The draft made of it last, while that is one; else a new one under `newPostId`, with its own words, its link and its pictures. */
  'pastPosts.openDraft': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...workspaceScope, pastPostId: idSchema, newPostId: idSchema }), output: z.object({ postId: idSchema }) }),
  /** Drafts made of it stay. `mediaIds`: files that came with it, and that nothing else of the past has. */
  'pastPosts.remove': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...workspaceScope, which: z.union([z.object({ pastPostId: idSchema }), z.object({ importId: idSchema })]) }), output: z.object({ removed: z.int(), mediaIds: z.array(idSchema) }) })
} as const
