import { z } from 'zod'

const optional = <Schema extends z.ZodType>(schema: Schema): z.ZodCatch<z.ZodOptional<Schema>> => schema.optional().catch(undefined)
const text = optional(z.string())

/** Ids become part of addresses. */
const id = String.raw`[\w-]{1,100}`
const accountName = z.string().regex(new RegExp(`^accounts/${id}$`))
const locationName = z.string().regex(new RegExp(`^locations/${id}$`))
/** A location, as an account of Google reaches it. */
export const placeName = z.string().regex(new RegExp(`^accounts/${id}/locations/${id}$`))
export const localPostName = z.string().regex(new RegExp(`^accounts/${id}/locations/${id}/localPosts/${id}$`))

/** https://developers.google.com/my-business/reference/accountmanagement/rest/v1/accounts/list (read on 2026-11-23). An empty list is left out. */
export const accountsSchema = z.looseObject({ accounts: z.array(z.unknown()).default([]), nextPageToken: text })
export const businessAccountSchema = z.looseObject({ name: accountName })

/** specs/google-business, `ListLocationsResponse` and `Location`. */
export const locationsSchema = z.looseObject({ locations: z.array(z.unknown()).default([]), nextPageToken: text })
export const locationSchema = z.looseObject({
  name: locationName,
  title: z.string().catch(''),
  storefrontAddress: optional(z.looseObject({ addressLines: optional(z.array(z.string())), locality: text })),
  metadata: optional(z.looseObject({ hasVoiceOfMerchant: optional(z.boolean()) }))
})
export type BusinessLocation = z.infer<typeof locationSchema>

/** https://developers.google.com/my-business/reference/rest/v4/accounts.locations.localPosts (read on 2026-11-23). */
export const localPostSchema = z.looseObject({
  name: localPostName,
  summary: text,
  state: text,
  createTime: text,
  searchUrl: text,
  media: optional(z.array(z.looseObject({ mediaFormat: text })))
})
export type LocalPost = z.infer<typeof localPostSchema>
/** Google leaves an empty list out, so that nothing is left of the answer: where something else stands in it, it is another answer. */
export const localPostsSchema = z.union([z.looseObject({ localPosts: z.array(z.unknown()), nextPageToken: text }), z.strictObject({ nextPageToken: text }).transform(({ nextPageToken }) => ({ localPosts: [], nextPageToken }))])

/** What can be read of a list; the rest is left out. */
export function readEach<Value>(list: readonly unknown[], schema: z.ZodType<Value>): readonly Value[] {
  return list.flatMap((entry) => {
    const parsed = schema.safeParse(entry)
    return parsed.success ? [parsed.data] : []
  })
}
