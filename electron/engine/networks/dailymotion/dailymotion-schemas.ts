import { z } from 'zod'

/** Ids of videos and profiles are short words: `x8qwdu4`, and `k…` for what is private. */
export const dailymotionId = z.string().regex(/^[a-z0-9]{2,40}$/i)

const optional = <Schema extends z.ZodType>(schema: Schema): z.ZodCatch<z.ZodOptional<z.ZodNullable<Schema>>> => schema.nullable().optional().catch(undefined)

/** https://developers.dailymotion.com/docs/collect-profile-ids (read on 2026-11-21). */
export const meSchema = z.looseObject({ profiles: z.array(z.looseObject({ profile_id: dailymotionId, name: z.string().catch('') })) })
export type DailymotionProfile = z.infer<typeof meSchema>['profiles'][number]

/** https://developers.dailymotion.com/reference/create-upload-session (read on 2026-11-21). */
export const uploadSessionSchema = z.looseObject({ upload_url: z.string().min(1) })

/** What the server for files answers: https://developers.dailymotion.com/v2/docs/upload-videos (read on 2026-11-21). */
export const uploadedSchema = z.looseObject({ url: z.url() })

export const createdVideoSchema = z.looseObject({ video_id: dailymotionId, video_url: optional(z.url()) })

export const videoSchema = z.looseObject({
  video_id: dailymotionId,
  video_url: optional(z.url()),
  title: optional(z.string()),
  description: optional(z.string()),
  visibility: optional(z.string()),
  created_at: z.string()
})
export type DailymotionVideo = z.infer<typeof videoSchema>

/** One page of a list: https://developers.dailymotion.com/v2/docs/collect-your-video-ids (read on 2026-11-21). */
export const listSchema = z.looseObject({ data: z.array(z.unknown()) })
