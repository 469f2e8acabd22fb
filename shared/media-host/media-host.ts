import { z } from 'zod'
import { idSchema } from '../contract/identifiers.ts'

const text = z.string().trim().min(1).max(512)

/** A place of the client's own from which networks fetch pictures: the media library of its site, or a storage that speaks S3. Its keys are not among this. */
export const mediaHostSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('wordpress'), accountId: idSchema }),
  z.object({
    kind: z.literal('s3'),
    /** `https://s3.eu-west-3.amazonaws.com` */
    endpoint: text,
    region: text,
    bucket: text,
    /** Under which the files can be fetched; empty: the endpoint itself. */
    publicUrl: z.string().trim().max(512)
  })
])
export type MediaHost = z.infer<typeof mediaHostSchema>
export type S3Host = Extract<MediaHost, { kind: 's3' }>
