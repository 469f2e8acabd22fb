import { z } from 'zod'

const optional = <Schema extends z.ZodType>(schema: Schema): z.ZodCatch<z.ZodOptional<Schema>> => schema.optional().catch(undefined)

/** `t` and a figure for the kind, then the id. */
export const fullName = z.string().regex(/^t[1345]_[a-z0-9]{1,15}$/)

export const listingSchema = z.looseObject({ kind: z.literal('Listing'), data: z.looseObject({ after: z.string().nullish().catch(null), children: z.array(z.unknown()) }) })

const child = <Schema extends z.ZodType>(data: Schema): z.ZodObject<{ kind: z.ZodString; data: Schema }, z.core.$loose> => z.looseObject({ kind: z.string(), data })

export const redditPostSchema = child(
  z.looseObject({ name: fullName, title: z.string().catch(''), selftext: z.string().catch(''), url: optional(z.string()), permalink: optional(z.string()), subreddit: z.string().catch(''), is_self: z.boolean().catch(true), is_gallery: optional(z.boolean()), is_video: optional(z.boolean()), crosspost_parent: optional(z.string()), created_utc: z.number() })
)
/** As a look for our own takes them: one without title, words or place may be ours. */
export const soughtPostSchema = redditPostSchema.extend({ data: redditPostSchema.shape.data.extend({ title: z.string(), selftext: z.string(), subreddit: z.string(), is_self: z.boolean() }) })
export type RedditPost = z.infer<typeof redditPostSchema>['data']

/** A comment or a private message: as it stands in the inbox, under its author, or looked up. */
export const redditItemSchema = child(
  z.looseObject({
    name: fullName,
    author: z.string().nullish().catch(null),
    body: z.string().catch(''),
    created_utc: z.number(),
    parent_id: z.string().nullish().catch(null),
    /** `comment_reply`, `post_reply`, `username_mention`; of a private message `unknown`. */
    type: optional(z.string()),
    context: optional(z.string()),
    permalink: optional(z.string()),
    link_id: optional(z.string()),
    subreddit: optional(z.string().regex(/^[\w-]{2,28}$/)),
    first_message_name: z.string().nullish().catch(null),
    /** Whether whoever asks may approve and remove it; moderators are told that it was removed. */
    can_mod_post: optional(z.boolean()),
    removed: optional(z.boolean()),
    /** It takes no direct answers: https://github.com/Pyprohly/reddit-api-doc-notes/blob/master/docs/api-reference/comment.rst (read on 2026-11-23). */
    locked: optional(z.boolean()),
    /** true: we voted for it. */
    likes: z.boolean().nullish().catch(null)
  })
)
export const soughtItemSchema = redditItemSchema.extend({ data: redditItemSchema.shape.data.extend({ body: z.string() }) })
export type RedditItem = z.infer<typeof redditItemSchema>['data']

export const communitySchema = child(z.looseObject({ display_name: z.string().regex(/^[\w-]{2,28}$/), user_is_banned: z.boolean().nullish().catch(null) }))

export const meSchema = z.looseObject({ id: z.string().regex(/^[a-z0-9]{1,15}$/), name: z.string().regex(/^[\w-]{2,24}$/) })

const said = <Data extends z.ZodType>(data: Data): z.ZodObject<{ json: z.ZodObject<{ errors: z.ZodArray<z.ZodArray<z.ZodUnknown>>; ratelimit: z.ZodCatch<z.ZodOptional<z.ZodNumber>>; data: z.ZodCatch<z.ZodOptional<Data>> }, z.core.$loose> }, z.core.$loose> =>
  z.looseObject({ json: z.looseObject({ errors: z.array(z.array(z.unknown())), ratelimit: optional(z.number()), data: optional(data) }) })

/** What was made; a picture or a film alone is named later. A gallery has its full name as `id`. */
export const submittedSchema = said(z.looseObject({ name: optional(fullName), id: optional(z.string()), url: optional(z.string()), user_submitted_page: optional(z.string()), websocket_url: optional(z.string()) }))
export const commentedSchema = said(z.looseObject({ things: z.array(child(z.looseObject({ name: fullName, permalink: optional(z.string()) }))) }))
/** Nothing worth reading, unless errors stand in it. */
export const orderedSchema = z.looseObject({ json: optional(z.looseObject({ errors: optional(z.array(z.array(z.unknown()))), ratelimit: optional(z.number()) })) })

export const requirementsSchema = z.looseObject({ is_flair_required: z.boolean().catch(false) })
export const flairsSchema = z.array(z.looseObject({ id: z.string(), text: z.string().catch('') }))

export const leaseSchema = z.looseObject({ asset: optional(z.looseObject({ asset_id: z.string().regex(/^[\w-]{1,100}$/) })), args: z.looseObject({ action: z.string(), fields: z.array(z.looseObject({ name: z.string(), value: z.string() })) }) })

/** What can be read of a list that strangers wrote; the rest is left out. */
export function readEach<Data>(children: readonly unknown[], schema: z.ZodType<{ data: Data }>): readonly Data[] {
  return children.flatMap((entry) => {
    const parsed = schema.safeParse(entry)
    return parsed.success ? [parsed.data.data] : []
  })
}
