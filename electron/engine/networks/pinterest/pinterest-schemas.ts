import { z } from 'zod'

const optional = <Schema extends z.ZodType>(schema: Schema): z.ZodCatch<z.ZodOptional<Schema>> => schema.optional().catch(undefined)

export const pinterestId = z.string().regex(/^\d{1,25}$/)

/** A page of a list; its entries are read one by one. */
export const pinterestListSchema = z.looseObject({ items: z.array(z.unknown()), bookmark: z.string().nullish().catch(null) })
export type PinterestList = z.infer<typeof pinterestListSchema>

export const boardSchema = z.looseObject({ id: pinterestId, name: z.string().catch(''), owner: optional(z.looseObject({ username: optional(z.string()) })), is_ads_only: optional(z.boolean()) })
export type PinterestBoard = z.infer<typeof boardSchema>

/** https://developers.pinterest.com/docs/api/v5/board_sections-list (read on 2026-11-23). */
export const sectionSchema = z.looseObject({ id: pinterestId, name: z.string().min(1) })

export const pinSchema = z.looseObject({
  id: pinterestId,
  title: z.string().nullish().catch(null),
  description: z.string().nullish().catch(null),
  created_at: optional(z.string()),
  /** Of which pin it was saved; null: it was made. Left out: it is not told. */
  parent_pin_id: optional(pinterestId.nullable()),
  media: optional(z.looseObject({ media_type: optional(z.string()), items: optional(z.array(z.unknown())) }))
})
export type Pin = z.infer<typeof pinSchema>

export const createdPinSchema = z.looseObject({ id: pinterestId })
