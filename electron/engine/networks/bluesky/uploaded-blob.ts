import { z } from 'zod'

/** As a record names it. */
export const blobSchema = z.object({ $type: z.literal('blob'), ref: z.object({ $link: z.string() }), mimeType: z.string(), size: z.number() })
export type Blob = z.infer<typeof blobSchema>

/** What `com.atproto.repo.uploadBlob` answers. */
export const uploadedSchema = z.object({ blob: blobSchema })
