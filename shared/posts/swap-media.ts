import type { PostContent, PostMedia } from './post.ts'

/** Another file in the place of one, in every part of the post and for every account, with the same description, and without a focal point: it was the other's. A film's cover stays; which moment it was of the other film means nothing in this one. */
export function swapMedia(content: PostContent, mediaId: string, by: string): PostContent {
  const swap = (media: readonly PostMedia[]): PostMedia[] => media.map((item) => (item.mediaId === mediaId ? swapped(item, by) : item))
  const targets = content.targets.map((target) => (target.media === undefined ? target : { ...target, media: swap(target.media) }))
  return { ...content, targets, media: swap(content.media), ...(content.moreParts === undefined ? {} : { moreParts: content.moreParts.map((part) => ({ ...part, media: swap(part.media) })) }) }
}

function swapped({ focus: _other, ...item }: PostMedia, by: string): PostMedia {
  return { ...item, mediaId: by, ...(item.cover === undefined ? {} : { cover: { ...item.cover, atMs: null } }) }
}
