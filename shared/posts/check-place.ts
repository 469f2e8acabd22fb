import { isVideo, type MediaItem } from '../media/media-item.ts'
import type { NetworkCapabilities } from '../networks/network-capabilities.ts'
import type { OutgoingPart } from './post-parts.ts'
import type { PostProblem } from './post-problem.ts'

/** A place that does not go along: with a film where the network takes none with films, and with another kind of post. */
export function checkPlace({ framing, media: attached, format }: Pick<OutgoingPart, 'framing' | 'media' | 'format'>, { framing: rule, name }: Pick<NetworkCapabilities, 'framing' | 'name'>, media: readonly MediaItem[]): readonly Pick<PostProblem, 'severity' | 'code' | 'details'>[] {
  if (framing?.place === undefined || rule?.place === undefined) return []
  const hasFilm = attached.some(({ mediaId }) => media.some((item) => item.id === mediaId && isVideo(item)))
  const isLeftOut = format === 'story' || (rule.place.value === 'without_films' && (hasFilm || format !== undefined))
  return isLeftOut ? [{ severity: 'warn', code: 'place_left_out', details: { network: name, name: framing.place.name === '' ? framing.place.id : framing.place.name } }] : []
}
