import { withEachMedia } from './own-media.ts'
import type { PostContent, PostMedia } from './post.ts'

/** Another file in the place of one, in every part of the post and for every account, with the same description, and without a focal point: it was the other's. A film's cover stays; which moment it was of the other film means nothing in this one. */
export function swapMedia(content: PostContent, mediaId: string, by: string): PostContent {
  return withEachMedia(content, (media) => media.map((item) => (item.mediaId === mediaId ? swapped(item, by) : item)))
}

function swapped({ focus: _other, ...item }: PostMedia, by: string): PostMedia {
  return { ...item, mediaId: by, ...(item.cover === undefined ? {} : { cover: { ...item.cover, atMs: null } }) }
}
