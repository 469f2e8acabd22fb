import { z } from 'zod'

const optional = <Schema extends z.ZodType>(schema: Schema): z.ZodCatch<z.ZodOptional<Schema>> => schema.optional().catch(undefined)

export const xId = z.string().regex(/^\d{1,19}$/)
const urlEntity = z.looseObject({ url: z.string(), expanded_url: optional(z.string()), media_key: optional(z.string()), display_url: optional(z.string()) })
const mentionEntity = z.looseObject({ id: z.string().nullish().catch(null), username: z.string().nullish().catch(null) })
const reference = z.looseObject({ type: z.string(), id: z.string() })
/** Left out or null: it is not told. */
const editControls = z.looseObject({ is_edit_eligible: z.boolean().nullish().catch(null), editable_until: z.string().nullish().catch(null), edits_remaining: z.number().nullish().catch(null) })

export const xPostSchema = z.looseObject({
  id: xId,
  text: z.string().catch(''),
  author_id: optional(z.string()),
  created_at: optional(z.string()),
  conversation_id: optional(z.string()),
  attachments: optional(z.looseObject({ media_keys: z.array(z.string()).nullish().catch(null) })),
  entities: optional(z.looseObject({ urls: z.array(urlEntity).nullish().catch(null), mentions: z.array(mentionEntity).nullish().catch(null) })),
  /** The description calls it so; servers have long said `referenced_tweets`. */
  referenced_posts: optional(z.array(reference)),
  referenced_tweets: optional(z.array(reference)),
  public_metrics: optional(z.looseObject({})),
  /** The description calls it so; the pages say `edit_history_tweet_ids`. Told unasked. */
  edit_history_post_ids: optional(z.array(xId)),
  edit_history_tweet_ids: optional(z.array(xId)),
  edit_controls: optional(editControls),
  /** Who may answer: by the words that a post is made with, and another one for everybody. */
  reply_settings: optional(z.string()),
  paid_partnership: optional(z.boolean())
})
export type XPost = z.infer<typeof xPostSchema>

export const xUserSchema = z.looseObject({ id: xId, name: z.string().catch(''), username: z.string() })
export type XUser = z.infer<typeof xUserSchema>

const includesSchema = z.looseObject({ users: optional(z.array(z.unknown())), posts: optional(z.array(z.unknown())), tweets: optional(z.array(z.unknown())) })

/** A page of posts. Without any, `data` is missing, and only `meta` says that this is an answer. */
export const xPageSchema = z
  .looseObject({ data: z.array(z.unknown()).optional(), includes: optional(includesSchema), meta: optional(z.looseObject({ next_token: optional(z.string()), result_count: optional(z.number()) })) })
  .refine((page) => page.data !== undefined || (page.meta !== undefined && (page.meta.result_count ?? 0) === 0))
export type XPage = z.infer<typeof xPageSchema>

/** One post; without `data` it is not there for us. */
export const xOneSchema = z.looseObject({ data: optional(xPostSchema), errors: optional(z.array(z.unknown())) }).refine((answer) => answer.data !== undefined || answer.errors !== undefined)

export function repliedTo(post: XPost): string | null {
  return referredTo(post, 'replied_to')
}

export function quotedIn(post: XPost): string | null {
  return referredTo(post, 'quoted')
}

function referredTo({ referenced_posts, referenced_tweets }: XPost, as: 'replied_to' | 'quoted'): string | null {
  return (referenced_posts ?? referenced_tweets ?? []).find(({ type }) => type === as)?.id ?? null
}

/** All numbers that the post has had, this one among them; each change gives it another. */
export function versionsOf({ id, edit_history_post_ids, edit_history_tweet_ids }: XPost): readonly string[] {
  return [...new Set([...(edit_history_post_ids ?? edit_history_tweet_ids ?? []), id])]
}

/** What a post was called before it was changed; nothing where it never was. */
export function earlierOf(post: XPost): { readonly earlierIds?: string[] } {
  const earlierIds = versionsOf(post).filter((id) => id !== post.id)
  return earlierIds.length === 0 ? {} : { earlierIds }
}

/** Fields that every reading asks for. Author and references come with the expansions of their names. */
export const postFields = ['id', 'text', 'created_at', 'conversation_id', 'attachments', 'entities'] as const
export const postExpansions = ['author_id', 'referenced_posts'] as const
