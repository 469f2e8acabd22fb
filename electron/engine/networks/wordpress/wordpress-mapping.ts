import type { Published } from '../network-publisher.ts'
import type { WordpressPost } from './wordpress-schemas.ts'

/** Posts and comments are numbered apart; the word before the number says which. */
export function publishedOf({ id, link }: Pick<WordpressPost, 'id' | 'link'>): Published {
  return { remoteId: `post:${id}`, url: link ?? null }
}

/** The name of a post that waits for its date; once it is out, it goes by `publishedOf`. */
export function scheduledIdOf({ id }: Pick<WordpressPost, 'id'>): string {
  return String(id)
}
