import { z } from 'zod'
import { jobSchema, threadPlaceSchema } from '../outbox/job.ts'
import { removalOffers } from '../published/removal-offer.ts'
import { idSchema, instantSchema, requestOnce, workspaceScope } from './identifiers.ts'
import { request } from './request-definition.ts'

const onePost = { ...workspaceScope, postId: idSchema } as const

/** What one job of a post published, and what is done about it since. */
const publishedPartSchema = z.object({
  jobId: idSchema,
  accountId: idSchema,
  /** Left out where the whole post is one part. */
  part: threadPlaceSchema.optional(),
  excerpt: z.string(),
  remoteUrl: z.string().nullable(),
  publishedAt: instantSchema,
  removedAt: instantSchema.nullable(),
  removal: z.enum(removalOffers),
  /** Asked for, and not over: deleting it again waits for what comes of that. */
  underWay: jobSchema.nullable()
})
export type PublishedPart = z.infer<typeof publishedPartSchema>

export const publishedContract = {
  /** All that is out of a post, or was, by account and in the order of its parts; `changes`: what was asked for about it, oldest first. */
  'published.ofPost': request({ handledBy: 'engine', effect: 'read', input: z.object(onePost), output: z.object({ parts: z.array(publishedPartSchema), changes: z.array(jobSchema) }) }),
  /**
   * Deletes there what is out of the post on these accounts: one durable job for each part, the last part first. What is deleted, or being deleted, is left alone; so is what
   * cannot be (`removal`). Answers with the jobs that were made. `post_not_editable` (details: `reason`: `on_its_way`) while a part of it is still going out there.
   */
  'published.remove': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...requestOnce, ...onePost, accountIds: z.array(idSchema).min(1).max(50) }), output: z.object({ jobs: z.array(jobSchema) }) }),
  /** The person deleted it on the network: the ledger says so. The same again changes nothing; `not_found` where nothing is out. */
  'published.markRemoved': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...workspaceScope, jobId: idSchema }), output: z.object({}) })
} as const
