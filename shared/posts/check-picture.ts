import type { MediaItem } from '../media/media-item.ts'
import type { NetworkCapabilities } from '../networks/network-capabilities.ts'
import type { PostProblem } from './post-problem.ts'

/** A hair's breadth, so that a picture cut to the very edge of what is allowed is not refused for how it was rounded. */
const tolerance = 0.005

/** What a network says of one picture: its kind, its weight, its size, its shape. */
export function checkPicture(item: MediaItem, accountId: string, { name, images }: NetworkCapabilities): readonly PostProblem[] {
  const named = { network: name, mediaId: item.id, fileName: item.fileName }
  const isTaken = images.mediaTypes.value.includes(item.mediaType)
  const isConverted = !isTaken && images.converted?.includes(item.mediaType) === true
  const problems: PostProblem[] = []
  if (isConverted) problems.push({ severity: 'warn', code: 'image_converted', accountId, details: named })
  else if (!isTaken) problems.push({ severity: 'stop', code: 'image_type_unsupported', accountId, details: { ...named, mediaType: item.mediaType } })
  // Made into another kind, it weighs something else: a JPEG hardly ever more than what it was made of.
  if (!isConverted && item.bytes > images.maxBytes.value) problems.push({ severity: 'stop', code: 'image_too_large', accountId, details: { ...named, count: item.bytes, max: images.maxBytes.value } })
  if (images.ratio !== undefined && !isInShape(item, images.ratio.value)) problems.push({ severity: 'stop', code: item.width / item.height < images.ratio.value.min ? 'image_too_tall' : 'image_too_wide', accountId, details: named })
  return [...problems, ...checkLeast(item, isConverted, images.atLeast?.value).map(({ code, count, max }) => ({ severity: 'stop' as const, code, accountId, details: { ...named, count, max } }))]
}

/** Nothing makes it fit: enlarged, it would look no better, and Google asks for what can be looked at. */
function checkLeast({ width, height, bytes }: MediaItem, isConverted: boolean, least: NonNullable<NetworkCapabilities['images']['atLeast']>['value'] | undefined): readonly { readonly code: 'image_too_small' | 'image_too_light'; readonly count: number; readonly max: number }[] {
  if (least === undefined) return []
  const side = Math.min(width, height)
  if (side < least.side) return [{ code: 'image_too_small', count: side, max: least.side }]
  return !isConverted && bytes < least.bytes ? [{ code: 'image_too_light', count: bytes, max: least.bytes }] : []
}

/** Whether a picture is neither too tall nor too wide; width by height. */
export function isInShape({ width, height }: Pick<MediaItem, 'width' | 'height'>, { min, max }: { readonly min: number; readonly max: number }): boolean {
  const ratio = width / height
  return ratio >= min - tolerance && ratio <= max + tolerance
}
