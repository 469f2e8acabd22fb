import { z } from 'zod'
import { idSchema } from '../contract/identifiers.ts'
import { mediaItemSchema } from './media-item.ts'

export const maxFolderLength = 80
export const maxTags = 30
export const maxTagLength = 40

/** What people say about a picture, whatever post it is in. */
export const pictureWordsSchema = z.object({
  altText: z.string().max(2000),
  /** Empty: in no folder. */
  folder: z.string().max(maxFolderLength),
  tags: z.array(z.string().min(1).max(maxTagLength)).max(maxTags)
})
export type PictureWords = z.infer<typeof pictureWordsSchema>

/** A picture of the client, once, however often the same file was added. */
export const libraryPictureSchema = pictureWordsSchema.extend({
  /** As it was added last. */
  item: mediaItemSchema,
  /** Every id under which this very content is known. */
  sameIds: z.array(idSchema),
  /** The description that was given to the picture itself, else the one written last, in whichever post; empty when there is none. */
  altText: z.string(),
  /** The picture that this one was made of. */
  originId: idSchema.nullable(),
  originName: z.string().nullable(),
  /** How many posts have it, and some of them, those touched last first. */
  useCount: z.int().min(0),
  /** How many of these are not published yet. */
  openCount: z.int().min(0),
  uses: z.array(z.object({ postId: idSchema, excerpt: z.string() }))
})
export type LibraryPicture = z.infer<typeof libraryPictureSchema>

/** So many uses are named. */
export const namedUses = 5

/** As it is kept: no blanks around, each tag once, whatever its case. */
export function tidyWords({ altText, folder, tags }: PictureWords): PictureWords {
  const tidied = tags.map((tag) => tag.trim().replaceAll(/\s+/gu, ' ')).filter((tag) => tag !== '')
  return { altText: altText.trim(), folder: folder.trim(), tags: [...new Map(tidied.map((tag) => [tag.toLowerCase(), tag])).values()] }
}
