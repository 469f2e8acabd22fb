import { withEachMedia } from './own-media.ts'
import { tagged } from './people-shown.ts'
import type { PostContent, PostMedia } from './post.ts'

/** Another file in the place of one, in every part of the post and for every account, with the same description, and without a focal point or the places of people: they were the other's. A film's cover stays; which moment it was of the other film means nothing in this one. */
export function swapMedia(content: PostContent, mediaId: string, by: string): PostContent {
  return withEachMedia(content, (media) => media.map((item) => (item.mediaId === mediaId ? swapped(item, by) : item)))
}

function swapped({ focus: _other, people = [], ...item }: PostMedia, by: string): PostMedia {
  return { ...tagged(item, people.filter(({ at }) => at === undefined)), mediaId: by, ...(item.cover === undefined ? {} : { cover: { ...item.cover, atMs: null } }) }
}
