import { isVideo, type MediaItem } from '../../../shared/media/media-item.ts'
import { mediaOfPart } from '../../../shared/posts/own-media.ts'
import { mediaFor } from '../../../shared/posts/post-parts.ts'
import type { PostContent, PostTarget } from '../../../shared/posts/post.ts'

/** The content after a change: where an account has lost a film, what was said of that one is said of no other, and it is asked again for whom the next one is made. */
export function filmsAskedAnew(before: PostContent, after: PostContent, media: readonly MediaItem[]): PostContent {
  if (after === before || !after.targets.some(isAnswered)) return after
  const films = new Set(media.filter(isVideo).map(({ id }) => id))
  const hasLost = ({ accountId }: PostTarget): boolean => {
    const has = new Set(filesFor(after, accountId))
    return before.targets.some((target) => target.accountId === accountId) && filesFor(before, accountId).some((mediaId) => films.has(mediaId) && !has.has(mediaId))
  }
  if (!after.targets.some((target) => isAnswered(target) && hasLost(target))) return after
  return { ...after, targets: after.targets.map((target) => (target.terms?.film === undefined || !hasLost(target) ? target : { ...target, terms: { ...target.terms, film: { ...target.terms.film, madeForKids: null } } })) }
}

/** In all parts: a network without threads gets them as one post. */
function filesFor(content: PostContent, accountId: string): readonly string[] {
  return [mediaFor(content, accountId), ...(content.moreParts ?? []).map((part) => mediaOfPart(part, accountId))].flat().map(({ mediaId }) => mediaId)
}

function isAnswered({ terms }: PostTarget): boolean {
  return terms?.film !== undefined && terms.film.madeForKids !== null
}
