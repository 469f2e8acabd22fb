import { z } from 'zod'
import { idSchema, instantSchema, localDateTimeSchema, timeZoneSchema } from '../contract/identifiers.ts'
import { captionsOfFilmSchema } from '../captions/film-captions.ts'
import { inboxSourceSchema } from '../inbox/inbox-source.ts'
import { pastSourceSchema } from '../past-posts/past-post.ts'
import { approvalKinds, approvalSchema } from './approval.ts'
import { linkSchema, linkSourcesSchema, teaserSchema } from './beside-words.ts'
import { chosenCategoriesSchema } from './categories.ts'
import { personTagsSchema } from './person-tag.ts'
import { pollSchema } from './poll.ts'
import { quoteSchema } from './quote.ts'
import { postFormats } from './post-format.ts'
import { postFramingSchema } from './post-framing.ts'
import { postTermsSchema } from './post-terms.ts'
import { richDocumentSchema } from './rich-document.ts'
import { tagsSchema } from './tags.ts'

/**
 * What a post is, seen from its jobs (`post-status.ts` derives it):
 * draft: nothing is due; scheduled: every job waits for its time; publishing: at least one is on its way;
 * published: all are out; partly_published: some are out, none waits for the user; removed: all that was out is deleted there; needs_attention: a job waits for a decision.
 */
export const postStatuses = ['draft', 'scheduled', 'publishing', 'published', 'partly_published', 'removed', 'needs_attention'] as const
export type PostStatus = (typeof postStatuses)[number]

/** Wall-clock time in a zone is what the user meant; `dueAt` follows from it and is computed anew when the zone's rules change. */
export const postScheduleSchema = z.object({ localDateTime: localDateTimeSchema, timeZone: timeZoneSchema, dueAt: instantSchema })
export type PostSchedule = z.infer<typeof postScheduleSchema>

/** When a draft is meant to go out. Nothing goes out by it: it has to be scheduled first, also when `at` has come. May lie in the past. */
export const postPlanSchema = z.object({ localDateTime: localDateTimeSchema, timeZone: timeZoneSchema, at: instantSchema })
export type PostPlan = z.infer<typeof postPlanSchema>

/** The picture that stands for a film before it plays. `atMs`: it is the film's own at that moment, which some networks take instead of a file; null: another picture. */
export const filmCoverSchema = z.object({ mediaId: idSchema, atMs: z.int().min(0).nullable() })
export type FilmCover = z.infer<typeof filmCoverSchema>

/** What of a picture has to be seen wherever it is cut: from its left edge (0 to 1) and from its top. */
export const focalPointSchema = z.object({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) })
export type FocalPoint = z.infer<typeof focalPointSchema>

/** Of one part, or of an account's own: more than any network takes. */
export const mostFiles = 20

/** `cover`: of a film; left out: each network's own choice. `captions`: of a film; left out: none. `focus`: of a picture; left out: its middle. `people`: who is shown; left out: nobody is told. */
export const postMediaSchema = z.object({ mediaId: idSchema, altText: z.string().max(2000), cover: filmCoverSchema.optional(), captions: captionsOfFilmSchema.optional(), focus: focalPointSchema.optional(), people: personTagsSchema.optional() })
export type PostMedia = z.infer<typeof postMediaSchema>

export const postTargetSchema = z.object({
  accountId: idSchema,
  /** Text of its own for this account; null follows the base text. */
  variant: richDocumentSchema.nullable(),
  /** What the base text said when that was begun, or when somebody last looked at both. Left out: nobody knows. No network gets it. */
  begunFrom: richDocumentSchema.optional(),
  /** A title of its own, where the network has titles. Left out: it gets the post's. */
  title: z.string().max(300).optional(),
  /** Tags of its own, where the network has any; none of them: it gets no tag. Left out: it gets the post's. */
  tags: tagsSchema.optional(),
  /** The words that stand for the post in lists, of its own, where the network has such a field; empty: it gets none. Left out: it gets the post's. */
  teaser: teaserSchema.optional(),
  /** Where its post leads, where the network has such a field; empty: to the first address of its words. Left out: it gets the post's. */
  link: linkSchema.optional(),
  linkSources: linkSourcesSchema.optional(),
  /** Under what its site files it. Left out: what the site does with whatever nobody filed. */
  categories: chosenCategoriesSchema.optional(),
  /** Pictures of its own for this account, instead of those of the post's first part; none of them: it gets no picture. Left out: it gets the post's. */
  media: z.array(postMediaSchema).max(mostFiles).optional(),
  /** What it is there, where the network has several kinds. Left out: an ordinary post. */
  format: z.enum(postFormats).optional(),
  /** Accounts with the same word have the same for themselves in all parts, and a change in one is a change in all (`kept-together.ts`); `network-group.ts` makes the word. Left out: it is kept with none. */
  together: z.string().min(1).max(60).optional(),
  /** Under which terms it goes out at once, where the network asks for them. Left out: it goes the network's other way; where it has none, nothing is answered yet. */
  terms: postTermsSchema.optional(),
  /** How it stands there, where the network knows of that. Left out: as usual. */
  framing: postFramingSchema.optional()
})
export type PostTarget = z.infer<typeof postTargetSchema>

/** A post and everything that answers it: more would be a book, and networks think of spam. */
export const maxParts = 25

/** One of the parts after the first, which is the post's own text and images. */
export const postPartSchema = z.object({
  id: idSchema,
  document: richDocumentSchema,
  /** Text of its own for some of the accounts; those that are not named follow `document`. */
  variants: z
    .array(
      z.object({
        accountId: idSchema,
        document: richDocumentSchema,
        begunFrom: richDocumentSchema.optional(),
        /** Of the first comment alone: this account writes none, and `document` is what it would write. */
        isLeftOut: z.literal(true).optional()
      })
    )
    .max(50),
  media: z.array(postMediaSchema).max(mostFiles),
  /** Pictures of their own for some of the accounts, none of them too; those that are not named get `media`. Left out: all do. */
  ownMedia: z.array(z.object({ accountId: idSchema, media: z.array(postMediaSchema).max(mostFiles) })).max(50).optional(),
  /** The first comment, which the account writes under its own post: always the last part, and one of its own also where a network makes one post of a thread. */
  isComment: z.literal(true).optional()
})
export type PostPart = z.infer<typeof postPartSchema>

/** Where a post came from, kept so that the source can be shown and credited. */
export const postOriginSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('composer') }),
  z.object({ kind: z.literal('watch'), feedItemId: idSchema, url: z.string(), title: z.string() }),
  inboxSourceSchema,
  /** One of the client's own that is out and is written again. */
  z.object({ kind: z.literal('post'), postId: idSchema }),
  /** What the client published on a network that is gone. */
  pastSourceSchema,
  z.object({ kind: z.literal('practice') })
])
export type PostOrigin = z.infer<typeof postOriginSchema>

/** The part of a post that the composer edits and saves as a whole. */
export const postContentSchema = z.object({
  /** Only blogs have one; empty elsewhere. */
  title: z.string().max(300),
  /** Apart from the words, for the networks that have such a field; left out in a post without any. */
  tags: tagsSchema.optional(),
  /** The words that stand for the post in lists, for the networks that have such a field; left out in a post without any. */
  teaser: teaserSchema.optional(),
  /** Where it leads, for the networks that have such a field; left out: to the first address of its words. */
  link: linkSchema.optional(),
  linkSources: linkSourcesSchema.optional(),
  document: richDocumentSchema,
  targets: z.array(postTargetSchema).max(50),
  media: z.array(postMediaSchema).max(mostFiles),
  /** The parts of a thread after the first, in order; left out in a post of one part. `post-parts.ts` says what goes out where. */
  moreParts: z.array(postPartSchema).max(maxParts - 1).optional(),
  /** Below the first part, where the network has polls; left out in a post without one. */
  poll: pollSchema.optional(),
  /** In the first part, where the account can quote it; elsewhere that part ends with its address. Left out in a post that quotes nothing. */
  quote: quoteSchema.optional()
})
export type PostContent = z.infer<typeof postContentSchema>

export const postSchema = postContentSchema.extend({
  id: idSchema,
  status: z.enum(postStatuses),
  origin: postOriginSchema,
  /** Null for a draft. */
  schedule: postScheduleSchema.nullable(),
  /** Null for everything but a draft, which may have one. */
  plan: postPlanSchema.nullable(),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  publishedAt: instantSchema.nullable(),
  approval: approvalSchema,
  /** Rises by one with each save; a save that names an older one is a conflict, never an overwrite. */
  revision: z.int().min(0)
})
export type Post = z.infer<typeof postSchema>

/** What calendar and lists show of a post. */
export const postSummarySchema = z.object({
  id: idSchema,
  status: z.enum(postStatuses),
  /** First 280 characters of the plain text, or the title. */
  excerpt: z.string(),
  accountIds: z.array(idSchema),
  /** Accounts whose network has the post already and publishes it by itself; the others need this computer on. */
  handedOver: z.array(idSchema),
  /** A network has, or may have, this hour instead of the one of `schedule`: the change is not confirmed. Left out: it is, or none was made. */
  stillAt: instantSchema.optional(),
  mediaIds: z.array(idSchema),
  schedule: postScheduleSchema.nullable(),
  plan: postPlanSchema.nullable(),
  approval: z.enum(approvalKinds),
  publishedAt: instantSchema.nullable(),
  updatedAt: instantSchema,
  /** It asks because its time has passed, and can be given another one. */
  isToMove: z.literal(true).optional(),
  /** Of a post that is out on another account: the accounts on which nothing has left yet and which have a time, or ask for one. Left out: there are none. */
  rest: z.array(idSchema).optional(),
  /** Accounts with an hour of their own, which is not that of the post. Left out: there are none. */
  apart: z.array(z.object({ accountId: idSchema, at: instantSchema })).optional(),
  /** Of a post that is moved whole: the accounts that stay as they are, because it was refused there or may be out. Left out: there are none. */
  stays: z.array(idSchema).optional()
})
export type PostSummary = z.infer<typeof postSummarySchema>
