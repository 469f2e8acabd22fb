import { z } from 'zod'

/** What `com.atproto.repo.uploadBlob` answers: the blob as a record names it. */
export const uploadedSchema = z.object({ blob: z.object({ $type: z.literal('blob'), ref: z.object({ $link: z.string() }), mimeType: z.string(), size: z.number() }) })
