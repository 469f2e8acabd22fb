import { z } from 'zod'
import { instantSchema } from '../contract/identifiers.ts'

/** What an account published last, as its network shows it: for whoever has to say whether something of unknown outcome is among it. */
export const lastPostSchema = z.object({ remoteId: z.string(), text: z.string(), url: z.string().nullable(), publishedAt: instantSchema.nullable() })
export type LastPost = z.infer<typeof lastPostSchema>

/** `posts` is null where the network lists nothing, or nothing of that kind. */
export const lastPostsSchema = z.object({ title: z.string(), text: z.string(), posts: z.array(lastPostSchema).nullable() })
export type LastPosts = z.infer<typeof lastPostsSchema>
