import { z } from 'zod'

const optional = <Schema extends z.ZodType>(schema: Schema): z.ZodCatch<z.ZodOptional<Schema>> => schema.optional().catch(undefined)

/** Letters, digits, `-` and `_`; a comment that answers has the one it answers before a dot. */
export const videoId = z.string().regex(/^[\w-]{6,20}$/)
const commentId = z.string().regex(/^[\w-]{21,80}(\.[\w-]{10,80})?$/)

/** Those that a person made begin with PL; longer ones come from elsewhere. */
export const playlistId = z.string().regex(/^[\w-]{2,80}$/)

/** What has to be sent back with an update, which deletes what it does not name: https://developers.google.com/youtube/v3/docs/videos/update (read on 2026-11-21). */
const statusSchema = z.looseObject({
  uploadStatus: optional(z.string()),
  failureReason: optional(z.string()),
  rejectionReason: optional(z.string()),
  privacyStatus: optional(z.string()),
  /** Left out: no time. One that cannot be read is one all the same. */
  publishAt: z.string().optional().catch(''),
  license: optional(z.string()),
  embeddable: optional(z.boolean()),
  publicStatsViewable: optional(z.boolean()),
  selfDeclaredMadeForKids: optional(z.boolean()),
  containsSyntheticMedia: optional(z.boolean())
})

export const videoSchema = z.looseObject({
  id: videoId,
  snippet: optional(z.looseObject({ title: optional(z.string()), description: optional(z.string()), publishedAt: optional(z.string()) })),
  status: optional(statusSchema)
})
export type YoutubeVideo = z.infer<typeof videoSchema>

/** One page of a list, which names its kind even when it is empty. Its entries are read one by one. */
export const listSchema = z.looseObject({ kind: z.string(), items: z.array(z.unknown()).prefault([]), nextPageToken: optional(z.string()), pageInfo: optional(z.looseObject({ totalResults: optional(z.number()) })) })
export type YoutubeList = z.infer<typeof listSchema>

export const channelSchema = z.looseObject({
  id: z.string().regex(/^[\w-]{6,60}$/),
  snippet: optional(z.looseObject({ title: z.string().catch(''), customUrl: optional(z.string()), country: optional(z.string().regex(/^[A-Z]{2}$/)) })),
  contentDetails: optional(z.looseObject({ relatedPlaylists: optional(z.looseObject({ uploads: optional(z.string()) })) }))
})
export type YoutubeChannel = z.infer<typeof channelSchema>

/** A video in the list of what a channel uploaded, private ones among them. */
export const uploadedSchema = z.looseObject({
  snippet: z.looseObject({
    publishedAt: z.string(),
    title: optional(z.string()),
    description: optional(z.string()),
    resourceId: z.looseObject({ videoId })
  })
})
export type YoutubeUploaded = z.infer<typeof uploadedSchema>

export const commentSchema = z.looseObject({
  id: commentId,
  snippet: z.looseObject({
    textDisplay: z.string().catch(''),
    /** Only for who wrote it. */
    textOriginal: optional(z.string()),
    authorDisplayName: z.string().catch(''),
    authorChannelId: optional(z.looseObject({ value: optional(z.string()) })),
    parentId: optional(z.string()),
    videoId: optional(z.string()),
    publishedAt: z.string(),
    moderationStatus: optional(z.string())
  })
})
export type YoutubeComment = z.infer<typeof commentSchema>

export const commentThreadSchema = z.looseObject({
  id: commentId,
  snippet: z.looseObject({ videoId: optional(z.string()), totalReplyCount: z.number().catch(0), topLevelComment: commentSchema }),
  replies: optional(z.looseObject({ comments: z.array(z.unknown()).catch([]) }))
})
export type YoutubeCommentThread = z.infer<typeof commentThreadSchema>

export const createdCommentSchema = z.looseObject({ id: commentId, snippet: optional(z.looseObject({ videoId: optional(z.string()) })) })
