import { z } from 'zod'

const optional = <Schema extends z.ZodType>(schema: Schema): z.ZodCatch<z.ZodOptional<Schema>> => schema.optional().catch(undefined)

/** Digits; a post bears its Page's before its own, a comment its post's. */
export const facebookId = z.string().regex(/^\d{1,25}(_\d{1,25})?$/)

const attachmentSchema = z.looseObject({ media_type: optional(z.string()), subattachments: optional(z.looseObject({ data: optional(z.array(z.unknown())) })) })

export const facebookPostSchema = z.looseObject({
  id: facebookId,
  message: optional(z.string()),
  created_time: optional(z.string()),
  permalink_url: optional(z.string()),
  is_published: optional(z.boolean()),
  /** Seconds since the epoch. */
  scheduled_publish_time: optional(z.number()),
  attachments: optional(z.looseObject({ data: optional(z.array(attachmentSchema)) }))
})
export type FacebookPost = z.infer<typeof facebookPostSchema>

const personSchema = z.looseObject({ id: z.string(), name: optional(z.string()) })

export const facebookCommentSchema = z.looseObject({
  id: facebookId,
  message: optional(z.string()),
  created_time: z.string(),
  /** Missing where the app may not know who it was. */
  from: optional(personSchema),
  parent: optional(z.looseObject({ id: facebookId, from: optional(personSchema) })),
  attachment: optional(z.looseObject({})),
  permalink_url: optional(z.string()),
  user_likes: optional(z.boolean())
})
export type FacebookComment = z.infer<typeof facebookCommentSchema>

const pagingSchema = z.looseObject({ cursors: optional(z.looseObject({ after: optional(z.string()) })), next: optional(z.string()) })

/** One page of a list. Its entries are read one by one. */
export const listSchema = z.looseObject({ data: z.array(z.unknown()), paging: optional(pagingSchema) })
export type FacebookList = z.infer<typeof listSchema>

/** A post with the newest of what was said under it. */
export const postWithCommentsSchema = z.looseObject({ id: facebookId, comments: listSchema.optional() })

export const createdSchema = z.looseObject({ id: facebookId })

/** Where the list goes on; null at its end. The address in `next` bears the token and is never used. */
export function nextPageOf({ paging }: FacebookList): string | null {
  return paging?.next === undefined ? null : (paging.cursors?.after ?? null)
}

/** It goes on, but only by an address: lists that are asked for by time may give no place. Its end is then not known. */
export function endsUnseen({ paging }: FacebookList): boolean {
  return paging?.next !== undefined && paging.cursors?.after === undefined
}

/** What can be read of a list that strangers wrote; the rest is left out. */
export function readEach<Value>(list: readonly unknown[], schema: z.ZodType<Value>): readonly Value[] {
  return list.flatMap((entry) => {
    const parsed = schema.safeParse(entry)
    return parsed.success ? [parsed.data] : []
  })
}
