import { isVideo, type MediaItem } from '../media/media-item.ts'
import type { NetworkCapabilities } from '../networks/network-capabilities.ts'
import { takesCover, type CoverRule } from '../networks/video-rule.ts'
import type { PostProblem } from './post-problem.ts'
import type { FilmCover, PostMedia } from './post.ts'



/** A frame is cut or gets bars beyond this; small differences nobody sees. */
const tolerance = 0.03

/** What a network makes of the covers that were chosen: which it does not take, and which will look otherwise there. Nothing of it stops a post; a cover that is gone does. */
export function checkCovers(attached: readonly PostMedia[], accountId: string, network: Pick<NetworkCapabilities, 'name' | 'video' | 'connectBy'>, media: readonly MediaItem[]): readonly PostProblem[] {
  const rule = network.video?.cover
  // Who publishes by hand sees to it there.
  if (rule === undefined || network.connectBy === 'by_hand') return []
  return attached.flatMap(({ mediaId, cover }): readonly PostProblem[] => {
    if (cover === undefined) return []
    const picture = media.find(({ id }) => id === cover.mediaId)
    const named = { network: network.name, mediaId, fileName: media.find(({ id }) => id === mediaId)?.fileName ?? '' }
    if (!takesCover(rule)) return [{ severity: 'warn', code: `cover_${rule.value}`, accountId, details: named }]
    if (rule.isAlone === true && attached.length > 1) return [{ severity: 'warn', code: 'cover_alone', accountId, details: named }]
    if (picture === undefined || isVideo(picture)) return [{ severity: 'stop', code: 'image_missing', accountId, details: { mediaId: cover.mediaId } }]
    return checkShape(rule, picture).map(({ code, details }) => ({ severity: 'warn', code, accountId, details: { ...named, ...details } }))
  })
}

function checkShape({ ratio, minWidth }: CoverRule, { width, height }: MediaItem): readonly { readonly code: 'cover_ratio' | 'cover_too_small'; readonly details: Readonly<Record<string, number>> }[] {
  return [
    ...(ratio !== undefined && Math.abs(width / height / ratio.value - 1) > tolerance ? [{ code: 'cover_ratio' as const, details: {} }] : []),
    ...(minWidth !== undefined && width < minWidth.value ? [{ code: 'cover_too_small' as const, details: { count: width, max: minWidth.value } }] : [])
  ]
}

/** The cover that a network gets with a film of a part; null: it chooses by itself. */
export function coverFor({ cover }: Pick<PostMedia, 'cover'>, { video }: Pick<NetworkCapabilities, 'video'>, inPart: number): FilmCover | null {
  const rule = video?.cover
  return cover === undefined || rule === undefined || !takesCover(rule) || (rule.isAlone === true && inPart > 1) ? null : cover
}
