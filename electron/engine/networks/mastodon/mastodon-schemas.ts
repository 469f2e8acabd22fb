import { z } from 'zod'

/**
 * Ids are strings by the documentation; servers with numbers are understood too, up to where JSON still tells two neighbours apart: beyond it an
 * answer would go to somebody else. Ids become part of paths, so they are plain characters.
 */
export const remoteIdSchema = z.union([z.string().max(200).regex(/^[\x21-\x7E]+$/), z.int()]).transform(String)

const accountSchema = z.looseObject({
  id: remoteIdSchema,
  username: z.string(),
  /** Written in front of answers. */
  acct: z.string().min(1).max(400),
  display_name: z.string().nullish().transform((name) => (name ?? '').trim())
})

/** What a status quotes, as much of it as is shown with it. */
const quotedSchema = z.looseObject({
  id: remoteIdSchema,
  account: z.looseObject({ id: remoteIdSchema }).nullish().catch(null),
  content: z.string().nullish().catch(null).transform((content) => content ?? ''),
  spoiler_text: z.string().nullish().catch(null).transform((text) => text ?? '')
})

/** https://docs.joinmastodon.org/entities/Status/ (read on 2026-11-21), as much of it as Vigie reads. */
export const statusSchema = z.looseObject({
  id: remoteIdSchema,
  created_at: z.string(),
  account: accountSchema,
  content: z.string().nullish().transform((content) => content ?? ''),
  spoiler_text: z.string().nullish().transform((text) => text ?? ''),
  visibility: z.string().nullish().transform((visibility) => visibility ?? 'public'),
  in_reply_to_id: remoteIdSchema.nullish().transform((id) => id ?? null),
  mentions: z.array(z.looseObject({ id: remoteIdSchema })).nullish().transform((mentions) => mentions ?? []),
  // A poll that cannot be read must not pass for none: a look would call our own post another one. Nor does it make the words unreadable.
  poll: z.union([z.looseObject({ options: z.array(z.looseObject({ title: z.string() })) }), z.literal('unreadable')]).nullish().catch('unreadable'),
  // Likewise: https://docs.joinmastodon.org/entities/Quote/ and /ShallowQuote/ (read on 2026-11-22).
  quote: z.union([z.looseObject({ state: z.string().nullish().catch(null), quoted_status: quotedSchema.nullish().catch(null), quoted_status_id: remoteIdSchema.nullish().catch(null) }), z.literal('unreadable')]).nullish().catch('unreadable'),
  media_attachments: z.array(z.unknown()).nullish().transform((media) => media ?? []),
  url: z.string().nullish().transform((url) => url ?? null),
  uri: z.string().nullish().transform((uri) => uri ?? null),
  favourited: z.boolean().nullish().transform((favourited) => favourited ?? false)
})
export type Status = z.infer<typeof statusSchema>

export const ownAccountSchema = accountSchema.extend({ url: z.string().nullish() })

export const mediaSchema = z.looseObject({ id: remoteIdSchema, url: z.string().nullish() })
