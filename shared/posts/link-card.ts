import { z } from 'zod'
import { instantSchema } from '../contract/identifiers.ts'

/** Cards of pages that were read within this time are not asked for again, in ms. */
export const cardFreshFor = 86_400_000

/** What a page says of itself for those who link to it, as it was read on this computer. */
export const linkCardSchema = z.object({
  /** As it is written in the post. */
  url: z.string(),
  title: z.string(),
  description: z.string(),
  /** What the site calls itself, else its host. */
  siteName: z.string(),
  /** Made small here; `address` holds the picture itself, so that no preview asks a stranger's server for it. */
  picture: z.object({ address: z.string(), width: z.int().positive(), height: z.int().positive() }).nullable(),
  readAt: instantSchema
})
export type LinkCard = z.infer<typeof linkCardSchema>

/** A card as it was fixed when its post was scheduled: as it goes out, whatever its page says since. */
export const fixedCardSchema = linkCardSchema.omit({ readAt: true }).extend({
  /** What the page calls itself now, where it says something else since and the post has not gone out; null: nothing else is known. */
  titleNow: z.string().nullable()
})
export type FixedCard = z.infer<typeof fixedCardSchema>

/** Of an address of which nothing is known but where it leads. */
export function plainCard(url: string): { readonly url: string; readonly title: string; readonly description: string; readonly pictureId: null } {
  return { url, title: new URL(url).host.replace(/^www\./, ''), description: '', pictureId: null }
}
