import { z } from 'zod'
import { idSchema, instantSchema } from '../contract/identifiers.ts'

export const imageTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/gif'] as const

export const mediaItemSchema = z.object({
  id: idSchema,
  fileName: z.string(),
  mediaType: z.enum(imageTypes),
  bytes: z.int().positive(),
  width: z.int().positive(),
  height: z.int().positive(),
  addedAt: instantSchema
})
export type MediaItem = z.infer<typeof mediaItemSchema>

/** The page's address for a stored file; main serves it from the workspace's own folder and from nowhere else. */
export function mediaAddress(workspaceId: string, mediaId: string): string {
  return `vigie-media://${workspaceId}/${mediaId}`
}
