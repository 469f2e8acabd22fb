/** What a post is on one network, where that has several kinds. Left out: an ordinary post. */
export const postFormats = ['reel', 'story', 'document'] as const
export type PostFormat = (typeof postFormats)[number]
