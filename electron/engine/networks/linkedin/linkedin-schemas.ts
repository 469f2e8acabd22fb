import { z } from 'zod'
import { commentUrn, postUrn } from './linkedin-urn.ts'

const optional = <Schema extends z.ZodType>(schema: Schema): z.ZodCatch<z.ZodOptional<Schema>> => schema.optional().catch(undefined)

/** A page of a list; its entries are read one by one. */
export const listSchema = z.looseObject({
  elements: z.array(z.unknown()),
  /** `count`: how many come at once, which may be fewer than were asked for. */
  paging: optional(z.looseObject({ count: optional(z.number()), links: optional(z.array(z.looseObject({ rel: optional(z.string()) }))) }))
})
export type LinkedinList = z.infer<typeof listSchema>

const contentSchema = z.looseObject({
  poll: optional(z.looseObject({ question: z.string() })),
  media: optional(z.looseObject({ id: optional(z.string()), title: optional(z.string()) })),
  multiImage: optional(z.looseObject({ images: optional(z.array(z.unknown())) }))
})

export const linkedinPostSchema = z.looseObject({
  id: z.string().regex(postUrn),
  commentary: optional(z.string()),
  /** ms since the epoch. */
  createdAt: optional(z.number()),
  publishedAt: optional(z.number()),
  content: optional(contentSchema),
  reshareContext: optional(z.looseObject({ parent: optional(z.string()) }))
})
export type LinkedinPost = z.infer<typeof linkedinPostSchema>

export const linkedinCommentSchema = z.looseObject({
  commentUrn: z.string().regex(commentUrn),
  actor: z.string(),
  message: optional(z.looseObject({ text: optional(z.string()) })),
  created: optional(z.looseObject({ time: optional(z.number()) })),
  parentComment: optional(z.string()),
  content: optional(z.array(z.unknown())),
  likesSummary: optional(z.looseObject({ likedByCurrentUser: optional(z.boolean()) })),
  commentsSummary: optional(z.looseObject({ aggregatedTotalComments: optional(z.number()), totalFirstLevelComments: optional(z.number()) }))
})
export type LinkedinComment = z.infer<typeof linkedinCommentSchema>

/** How much further down the list goes on after this page, which may hold fewer than it was `asked` for; null: this is its end. */
export function placeAfter({ elements, paging }: LinkedinList, asked: number): number | null {
  const atOnce = Math.max(1, Math.min(asked, paging?.count ?? asked))
  const goesOn = elements.length >= atOnce || paging?.links?.some(({ rel }) => rel === 'next') === true
  return goesOn ? elements.length || asked : null
}
