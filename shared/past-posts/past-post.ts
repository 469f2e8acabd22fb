import { z } from 'zod'
import { idSchema, instantSchema } from '../contract/identifiers.ts'

/** Networks that are gone, of which there are archives: nothing can be published there any more. */
export const goneNetworks = ['googleplus'] as const
export const goneNetworkSchema = z.enum(goneNetworks)
export type GoneNetwork = z.infer<typeof goneNetworkSchema>

/** A file of an archive that may be a post. Larger ones are something else. */
export const largestPostFile = 2 * 1024 * 1024

/** A picture or film of a past post; `mediaId` is null while its file did not come in. */
export const pastMediaSchema = z.object({ mediaId: idSchema.nullable(), fileName: z.string(), altText: z.string() })
export type PastMedia = z.infer<typeof pastMediaSchema>

/** What was published once on a network that is gone, as its archive tells it. */
export const pastPostSchema = z.object({
  id: idSchema,
  network: goneNetworkSchema,
  publishedAt: instantSchema,
  author: z.string(),
  /** The client's own words; empty where there were none. */
  text: z.string(),
  /** Whom it passed on, and what they had written; both empty where it was the client's own. Never part of a draft. */
  shared: z.object({ author: z.string(), text: z.string() }),
  /** A page that it showed; empty for none. */
  link: z.string(),
  /** Where it stood; there is nothing any more. */
  url: z.string(),
  /** Everybody could read it. */
  isPublic: z.boolean(),
  media: z.array(pastMediaSchema),
  /** The draft that was made of it last; it may have been deleted since. */
  draftId: idSchema.nullable()
})
export type PastPost = z.infer<typeof pastPostSchema>

/** Kept with a draft that was made of one, also when that is gone. */
export const pastSourceSchema = z.object({ kind: z.literal('past'), pastPostId: idSchema, network: goneNetworkSchema, publishedAt: instantSchema })
export type PastSource = z.infer<typeof pastSourceSchema>
