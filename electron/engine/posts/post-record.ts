import { z } from 'zod'
import { captionsOfFilmSchema } from '../../../shared/captions/film-captions.ts'
import { idSchema } from '../../../shared/contract/identifiers.ts'
import { besideOf } from '../../../shared/posts/beside-words.ts'
import { filmCoverSchema, postMediaSchema, postOriginSchema, postContentSchema, postPartSchema, postScheduleSchema, postTargetSchema, type PostContent, type PostOrigin, type PostSchedule } from '../../../shared/posts/post.ts'
import { pollSchema } from '../../../shared/posts/poll.ts'
import { quoteSchema } from '../../../shared/posts/quote.ts'
import { personTagsSchema } from '../../../shared/posts/person-tag.ts'
import { postFormats } from '../../../shared/posts/post-format.ts'
import { postFramingSchema } from '../../../shared/posts/post-framing.ts'
import { postTermsSchema } from '../../../shared/posts/post-terms.ts'
import { richDocumentSchema } from '../../../shared/posts/rich-document.ts'
import { tagsSchema } from '../../../shared/posts/tags.ts'

/** A post as it is stored: everything but its status, which its jobs tell. */
export interface PostRecord extends PostContent {
  readonly id: string
  readonly revision: number
  readonly editorId: string | null
  readonly excerpt: string
  readonly origin: PostOrigin
  /** Its time. While it is a draft this is a mere plan (`post-views.ts`); what goes out and when stands with its jobs. */
  readonly schedule: PostSchedule | null
  readonly createdAt: number
  readonly updatedAt: number
  readonly publishedAt: number | null
}

/** As it is read: with the plan it had as a draft before it was published now; null when it had none, or has another time since. */
export interface StoredPost extends PostRecord {
  readonly planBefore: PostSchedule | null
}

/** The part of it that the composer edits. */
export function contentOf({ title, tags, teaser, link, linkSources, document, targets, media, moreParts, poll, quote }: PostRecord): PostContent {
  return { title, ...(tags === undefined ? {} : { tags }), ...besideOf({ teaser, link, linkSources }), document, targets, media, ...(moreParts === undefined ? {} : { moreParts }), ...(poll === undefined ? {} : { poll }), ...(quote === undefined ? {} : { quote }) }
}

/** What lists need, without the document. */
export type PostOutline = Pick<PostRecord, 'id' | 'excerpt' | 'schedule' | 'publishedAt' | 'updatedAt'> & {
  readonly accountIds: readonly string[]
  readonly mediaIds: readonly string[]
}

const json = <Schema extends z.ZodType>(schema: Schema) =>
  z.string().transform((text, context): unknown => {
    try {
      return JSON.parse(text)
    } catch {
      context.addIssue({ code: 'custom', message: 'not JSON' })
      return z.NEVER
    }
  }).pipe(schema)

const scheduleColumns = { schedule_local: z.string().nullable(), schedule_zone: z.string().nullable(), due_at: z.int().nullable() }

export const postRowSchema = z
  .object({
    id: z.string(),
    revision: z.int(),
    editor_id: z.string().nullable(),
    title: z.string(),
    tags: json(tagsSchema).nullable(),
    beside: json(postContentSchema.pick({ teaser: true, link: true, linkSources: true })).nullable(),
    document: json(richDocumentSchema),
    poll: json(pollSchema).nullable(),
    quote: json(quoteSchema).nullable(),
    excerpt: z.string(),
    origin: json(postOriginSchema),
    ...scheduleColumns,
    plan_before: json(postScheduleSchema).nullable(),
    created_at: z.int(),
    updated_at: z.int(),
    published_at: z.int().nullable()
  })
  .transform((row): Omit<StoredPost, 'targets' | 'media' | 'moreParts'> => ({
    id: row.id,
    revision: row.revision,
    editorId: row.editor_id,
    title: row.title,
    ...(row.tags === null ? {} : { tags: row.tags }),
    ...besideOf(row.beside ?? {}),
    document: row.document,
    ...(row.poll === null ? {} : { poll: row.poll }),
    ...(row.quote === null ? {} : { quote: row.quote }),
    excerpt: row.excerpt,
    origin: row.origin,
    schedule: scheduleOf(row),
    planBefore: row.plan_before,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    publishedAt: row.published_at
  }))

export const targetRowSchema = z
  .object({ account_id: z.string(), variant: json(richDocumentSchema).nullable(), begun_from: json(richDocumentSchema).nullable(), has_own_media: z.int(), title: z.string().nullable(), tags: json(tagsSchema).nullable(), beside: json(postTargetSchema.pick({ teaser: true, link: true, linkSources: true, categories: true })).nullable(), format: z.enum(postFormats).nullable(), together: z.string().nullable(), terms: json(postTermsSchema).nullable(), framing: json(postFramingSchema).nullable() })
  .transform((row) => ({ accountId: row.account_id, variant: row.variant, begunFrom: row.begun_from, hasOwnMedia: row.has_own_media === 1, title: row.title, tags: row.tags, beside: besideOf(row.beside ?? {}), format: row.format, together: row.together, terms: row.terms, framing: row.framing }))

export const mediaRowSchema = z
  .object({ part: z.int(), account_id: z.string().nullable(), media_id: z.string(), alt_text: postMediaSchema.shape.altText, cover_id: z.string().nullable(), cover_at: filmCoverSchema.shape.atMs, focus_x: z.number().nullable(), focus_y: z.number().nullable(), captions: json(captionsOfFilmSchema).nullable(), people: json(personTagsSchema).nullable() })
  .transform((row) => ({
    part: row.part, accountId: row.account_id, mediaId: row.media_id, altText: row.alt_text, ...(row.cover_id === null ? {} : { cover: { mediaId: row.cover_id, atMs: row.cover_at } }), ...(row.focus_x === null || row.focus_y === null ? {} : { focus: { x: row.focus_x, y: row.focus_y } }), ...(row.captions === null ? {} : { captions: row.captions }), ...(row.people === null ? {} : { people: row.people })
  }))

export const partRowSchema = z
  .object({ part: z.int(), part_id: idSchema, document: json(richDocumentSchema), variants: json(postPartSchema.shape.variants), own_media_of: json(z.array(idSchema)).nullable(), is_comment: z.int() })
  .transform((row) => ({ part: row.part, id: row.part_id, document: row.document, variants: row.variants, ownMediaOf: row.own_media_of ?? [], ...(row.is_comment === 1 ? { isComment: true as const } : {}) }))

export const outlineRowSchema = z
  .object({
    id: z.string(),
    excerpt: z.string(),
    ...scheduleColumns,
    updated_at: z.int(),
    published_at: z.int().nullable(),
    account_ids: json(z.array(idSchema)),
    media_ids: json(z.array(idSchema))
  })
  .transform((row): PostOutline => ({
    id: row.id,
    excerpt: row.excerpt,
    schedule: scheduleOf(row),
    updatedAt: row.updated_at,
    publishedAt: row.published_at,
    accountIds: row.account_ids,
    mediaIds: row.media_ids
  }))

function scheduleOf(row: { schedule_local: string | null; schedule_zone: string | null; due_at: number | null }): PostSchedule | null {
  if (row.schedule_local === null || row.schedule_zone === null || row.due_at === null) return null
  return { localDateTime: row.schedule_local, timeZone: row.schedule_zone, dueAt: row.due_at }
}
