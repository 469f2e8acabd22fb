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

const civilDay = z.looseObject({ year: optional(z.int()), month: optional(z.int()), day: optional(z.int()) })
/** https://developers.google.com/my-business/reference/rest/v4/accounts.locations.localPosts (read on 2026-11-23). */
export const localPostSchema = z.looseObject({
  name: localPostName,
  summary: text,
  state: text,
  createTime: text,
  searchUrl: text,
  media: optional(z.array(z.looseObject({ mediaFormat: text }))),
  topicType: text,
  event: optional(z.looseObject({ title: text, schedule: optional(z.looseObject({ startDate: optional(civilDay), endDate: optional(civilDay) })) }))
})
export type LocalPost = z.infer<typeof localPostSchema>
const reviewPath = `accounts/${id}/locations/${id}/reviews/${id}`
export const reviewName = z.string().regex(new RegExp(`^${reviewPath}$`))
const instant = z.string().transform((written) => Date.parse(written)).refine((time) => !Number.isNaN(time))

/** https://developers.google.com/my-business/reference/rest/v4/accounts.locations.reviews#ReviewReply (read on 2026-11-23). */
export const reviewReplySchema = z.looseObject({ comment: z.string(), updateTime: optional(instant), reviewReplyState: text })
/** https://developers.google.com/my-business/reference/rest/v4/accounts.locations.reviews (read on 2026-11-23). Stars alone have no `comment`. */
export const reviewSchema = z.looseObject({
  name: reviewName,
  reviewer: optional(z.looseObject({ displayName: text })),
  starRating: z.enum(['ONE', 'TWO', 'THREE', 'FOUR', 'FIVE']),
  comment: text,
  createTime: instant,
  updateTime: optional(instant),
  reviewReply: optional(z.looseObject({ comment: text, updateTime: optional(instant), reviewReplyState: text })),
  reviewMediaItems: optional(z.array(z.unknown())),
  reviewReplyUrl: optional(z.url({ protocol: /^https$/ }))
})
export type BusinessReview = z.infer<typeof reviewSchema>
/** Beside an empty list Google may still say how many there are on the whole. */
export const reviewsSchema = z.union([z.looseObject({ reviews: z.array(z.unknown()), nextPageToken: text }), z.strictObject({ averageRating: optional(z.number()), totalReviewCount: optional(z.number()), nextPageToken: text }).transform(({ nextPageToken }) => ({ reviews: [], nextPageToken }))])

/** Google leaves an empty list out, so that nothing is left of the answer: where something else stands in it, it is another answer. */
export const localPostsSchema = z.union([z.looseObject({ localPosts: z.array(z.unknown()), nextPageToken: text }), z.strictObject({ nextPageToken: text }).transform(({ nextPageToken }) => ({ localPosts: [], nextPageToken }))])
