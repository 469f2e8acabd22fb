import { z } from 'zod'

const optional = <Schema extends z.ZodType>(schema: Schema): z.ZodCatch<z.ZodOptional<z.ZodNullable<Schema>>> => schema.nullable().optional().catch(undefined)

/** Every answer: `ok`, or what is wrong. https://developers.tiktok.com/doc/tiktok-api-v2-error-handling (read on 2026-11-21) */
export const errorSchema = z.looseObject({ error: z.looseObject({ code: z.string(), message: z.string().catch('') }) })

/** https://developers.tiktok.com/doc/tiktok-api-v2-get-user-info (read on 2026-11-21). */
export const userSchema = z.looseObject({ data: z.looseObject({ user: z.looseObject({ open_id: z.string().min(1).max(200), display_name: z.string().catch('') }) }) })

/** What TikTok calls a hand-over: `v_inbox_file~v2.7560045831697483798`. */
const publishId = z.string().regex(/^[\w~.-]{4,64}$/)

/** https://developers.tiktok.com/doc/content-posting-api-reference-upload-video (read on 2026-11-21). */
export const begunSchema = z.looseObject({ data: z.looseObject({ publish_id: publishId, upload_url: z.string().min(1) }) })

/** https://developers.tiktok.com/doc/content-posting-api-reference-photo-post (read on 2026-11-22). */
export const contentBegunSchema = z.looseObject({ data: z.looseObject({ publish_id: publishId }) })

/** Ids are too large for a number: then they are read as the digits they are. */
export const videoId = z.union([z.string().regex(/^\d{5,25}$/), z.number().transform(String)])

/** https://developers.tiktok.com/doc/content-posting-api-reference-get-video-status (read on 2026-11-21); the name of the ids is written so there. */
export const statusSchema = z.looseObject({
  data: z.looseObject({
    status: z.string(),
    fail_reason: optional(z.string()),
    uploaded_bytes: optional(z.number()),
    publicaly_available_post_id: optional(z.array(videoId))
  })
})
export type TiktokStatus = z.infer<typeof statusSchema>['data']

/** https://developers.tiktok.com/doc/tiktok-api-v2-video-list (read on 2026-11-21). Times are seconds since the epoch. */
export const videosSchema = z.looseObject({
  data: z.looseObject({
    videos: z.array(z.looseObject({ id: videoId, create_time: z.number(), video_description: optional(z.string()), title: optional(z.string()), share_url: optional(z.url()) })).prefault([]),
    cursor: optional(z.number()),
    has_more: z.boolean().catch(false)
  })
})
export type TiktokVideo = z.infer<typeof videosSchema>['data']['videos'][number]
