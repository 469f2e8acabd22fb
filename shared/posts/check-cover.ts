import { isVideo, type MediaItem } from '../media/media-item.ts'
import type { NetworkCapabilities } from '../networks/network-capabilities.ts'
import { takesCover, type CoverRule, type NoCover } from '../networks/video-rule.ts'
import type { OutgoingPart } from './post-parts.ts'
import type { PostProblem } from './post-problem.ts'
import type { PostTerms } from './post-terms.ts'
import type { FilmCover, PostMedia } from './post.ts'

/** A frame is cut or gets bars beyond this; small differences nobody sees. */
const tolerance = 0.03

type Sent = Pick<OutgoingPart, 'media' | 'terms'>
type Problem = Pick<PostProblem, 'severity' | 'code'> & Partial<Pick<PostProblem, 'details'>>

/** What a network makes of the covers that were chosen: which it does not take, and which will look otherwise there. Nothing of it stops a post, but for a cover that is gone, and none where none may be missing. */
export function checkCovers(part: Sent, accountId: string, network: Pick<NetworkCapabilities, 'name' | 'video' | 'connectBy'>, media: readonly MediaItem[]): readonly PostProblem[] {
  const rule = network.video?.cover
  // Who publishes by hand sees to it there.
  if (rule === undefined || network.connectBy === 'by_hand') return []
  return part.media.flatMap((item) => {
    const film = media.find(({ id }) => id === item.mediaId)
    const named = { network: network.name, mediaId: item.mediaId, fileName: film?.fileName ?? '' }
    return problemsOf(rule, item, film, part, media).map(({ severity, code, details }) => ({ severity, code, accountId, details: { ...named, ...details } }))
  })
}

function problemsOf(rule: CoverRule | NoCover, { cover }: PostMedia, film: MediaItem | undefined, part: Sent, media: readonly MediaItem[]): readonly Problem[] {
  if (cover === undefined) return isMissed(rule, film) ? [{ severity: 'stop', code: 'cover_needed' }] : []
  if (!takesCover(rule)) return [{ severity: 'warn', code: `cover_${rule.value}` }]
  const leftOut = whyLeftOut(rule, cover, part)
  if (leftOut !== null) return [{ severity: 'warn', code: leftOut }]
  const picture = media.find(({ id }) => id === cover.mediaId)
  return picture === undefined || isVideo(picture) ? [{ severity: 'stop', code: 'image_missing', details: { mediaId: cover.mediaId } }] : checkShape(rule, picture)
}

function isMissed(rule: CoverRule | NoCover, film: MediaItem | undefined): boolean {
  return takesCover(rule) && rule.isNeeded === true && film !== undefined && isVideo(film)
}

/** Why a network that takes covers does not get this one; null: it does. */
function whyLeftOut(rule: CoverRule, cover: FilmCover, { media, terms }: { readonly media: readonly unknown[]; readonly terms?: PostTerms | undefined }): 'cover_in_app' | 'cover_alone' | 'cover_moment' | null {
  if (rule.underTerms === true && terms === undefined) return 'cover_in_app'
  if (rule.isAlone === true && media.length > 1) return 'cover_alone'
  return rule.takes.value === 'moment' && cover.atMs === null ? 'cover_moment' : null
}

function checkShape({ ratio, minWidth }: CoverRule, { width, height }: MediaItem): readonly Problem[] {
  return [
    ...(ratio !== undefined && Math.abs(width / height / ratio.value - 1) > tolerance ? [{ severity: 'warn' as const, code: 'cover_ratio' as const }] : []),
    ...(minWidth !== undefined && width < minWidth.value ? [{ severity: 'warn' as const, code: 'cover_too_small' as const, details: { count: width, max: minWidth.value } }] : [])
  ]
}

/** The cover that a network gets with a film of a part; null: it chooses by itself. */
export function coverFor({ cover }: Pick<PostMedia, 'cover'>, { video }: Pick<NetworkCapabilities, 'video'>, part: { readonly media: readonly unknown[]; readonly terms?: PostTerms | undefined }): FilmCover | null {
  const rule = video?.cover
  return cover === undefined || rule === undefined || !takesCover(rule) || whyLeftOut(rule, cover, part) !== null ? null : cover
}
