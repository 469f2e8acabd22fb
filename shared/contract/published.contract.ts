import { z } from 'zod'
import { jobSchema, threadPlaceSchema } from '../outbox/job.ts'
import { editOffers } from '../published/edit-offer.ts'
import { wordsThereSchema } from '../published/words-there.ts'
import { yesToWordsSchema } from '../published/yes-to-words.ts'
import { richDocumentSchema } from '../posts/rich-document.ts'
import { pinOffers } from '../published/pin-offer.ts'
import { pinThereSchema } from '../published/pin-there.ts'
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
  edit: z.enum(editOffers),
  /** Until when its network lets it be changed, by what is known here. Left out: as long as it is there. */
  editUntil: instantSchema.optional(),
  /** Other words were written over those that went out; null: never. */
  editedAt: instantSchema.nullable(),
  pin: z.enum(pinOffers),
  /** Whether it is pinned there, as far as that is known, and since when it is; null: it was never asked, or the network does not tell. */
  pinned: z.object({ isPinned: z.boolean(), knownAt: instantSchema }).nullable(),
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
  /**
   * Writes other words over a post that is out, or over a part of it, on its account: one durable job. `seen`: what its network showed when the person began, null where it gives nothing back;
   * where it shows something else by then, nothing is written (`changed_there`). `yes`: the client's, to these words. `post_not_editable` (details: `reason`: what `edit` says, or `under_way`,
   * `same_words`) · `post_has_problems` (details: `problem`: `too_long`, `empty`, `title_missing`, `title_too_long`) · `approval_missing`, `refused_by_client` and, unless `isRepeatMeant`,
   * `repeat_needs_confirmation` as for a post that is scheduled.
   */
  'published.edit': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...requestOnce, ...workspaceScope, jobId: idSchema, title: z.string().max(300), document: richDocumentSchema, seen: wordsThereSchema.nullable(), yes: yesToWordsSchema.optional(), isRepeatMeant: z.boolean().optional() }), output: z.object({ job: jobSchema }) }),
  /** Asks the network how a post stands: pinned or not, what is in the way, whose place it would take. `post_not_editable` (details: `reason`: what `pin` says) where it cannot be pinned from here. */
  'published.readPin': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...workspaceScope, jobId: idSchema }), output: pinThereSchema }),
  /**
   * Pins a post that is out, or takes the pin away: one durable job, which looks at how it stands before it does anything. `instead`: the pinned post that the person was told would lose its place, null: none;
   * where it is another one by then, nothing is done (`rejected`, `reason`: `pin_changed`). `post_not_editable` (details: `reason`: what `pin` says, or `under_way`).
   */
  'published.pin': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...requestOnce, ...workspaceScope, jobId: idSchema, isPinned: z.boolean(), instead: z.string().max(2_000).nullable() }), output: z.object({ job: jobSchema }) }),
  /** The person deleted it on the network: the ledger says so. The same again changes nothing; `not_found` where nothing is out. */
  'published.markRemoved': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...workspaceScope, jobId: idSchema }), output: z.object({}) })
} as const
