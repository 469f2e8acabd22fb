import { z } from 'zod'
import { instantSchema } from '../contract/identifiers.ts'

/**
 * What an account published last, as its network shows it: for whoever has to say whether something of unknown outcome is among it. `notOut`: it lies there and nobody sees it:
 * until its network publishes it at `dueAt`, or, where that is null, until a person does. `knownAs`: the ledger holds it for another post with the same
 * words, planned for this hour: the two are easily taken for one. `earlierIds`: what it was called before it was changed, where each change gives it another number.
 */
export const lastPostSchema = z.object({ remoteId: z.string(), text: z.string(), url: z.string().nullable(), publishedAt: instantSchema.nullable(), notOut: z.object({ dueAt: instantSchema.nullable() }).optional(), knownAs: z.object({ plannedAt: instantSchema }).optional(), earlierIds: z.array(z.string()).optional() })
export type LastPost = z.infer<typeof lastPostSchema>

/** `posts` is null where the network lists nothing, or nothing of that kind. */
export const lastPostsSchema = z.object({ title: z.string(), text: z.string(), posts: z.array(lastPostSchema).nullable() })
export type LastPosts = z.infer<typeof lastPostsSchema>
