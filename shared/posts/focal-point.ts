import type { Crop, PictureRecipe } from '../media/picture-recipe.ts'
import { pointAfter } from '../media/point-in-recipe.ts'
import type { Size } from '../media/size.ts'
import { withEachMedia } from './own-media.ts'
import { mediaOf } from './post-parts.ts'
import type { FocalPoint, PostContent, PostMedia } from './post.ts'

/** The middle, where nobody chose. */
export const middleOfPicture: FocalPoint = { x: 0.5, y: 0.5 }

/** What of a picture is to be seen; it is the picture's, wherever the post has it. undefined: nobody chose. */
export function focusOf(content: Pick<PostContent, 'media' | 'targets' | 'moreParts'>, mediaId: string): FocalPoint | undefined {
  return mediaOf(content).find((item) => item.mediaId === mediaId)?.focus
}

/** The post with another focal point for one of its pictures, in every part and for every account; null: nobody's choice any more. The same content where nothing changes. */
export function withFocus(content: PostContent, mediaId: string, focus: FocalPoint | null): PostContent {
  if (!mediaOf(content).some((item) => item.mediaId === mediaId && !isSameFocus(item.focus, focus ?? undefined))) return content
  return withEachMedia(content, (media) => media.map((item) => (item.mediaId === mediaId ? focused(item, focus) : item)))
}

function focused({ focus: _before, ...item }: PostMedia, focus: FocalPoint | null): PostMedia {
  return focus === null ? item : { ...item, focus: rounded(focus) }
}

/** As fine as anybody can point. */
function rounded({ x, y }: FocalPoint): FocalPoint {
  const fine = (value: number): number => Math.round(Math.max(0, Math.min(1, value)) * 1000) / 1000
  return { x: fine(x), y: fine(y) }
}

export function isSameFocus(one: FocalPoint | undefined, other: FocalPoint | undefined): boolean {
  return one?.x === other?.x && one?.y === other?.y
}

/** Where the point is in a part that was cut out; at its edge where it was cut off. */
export function focusInCrop({ x, y }: FocalPoint, crop: Crop): FocalPoint {
  return rounded({ x: (x - crop.x) / crop.width, y: (y - crop.y) / crop.height })
}

/** A point this near to the edge, or beyond it, is still meant to be on the picture. */
const edge = 0.02

/** Where the point is on a picture that was made in another way of the same one; null: it was cut off. */
export function focusAfter(focus: FocalPoint, origin: Size, before: PictureRecipe, after: PictureRecipe): FocalPoint | null {
  const { x, y } = pointAfter(focus, origin, before, after)
  const isOn = (value: number): boolean => value >= -edge && value <= 1 + edge
  return isOn(x) && isOn(y) ? rounded({ x, y }) : null
}

/** As Mastodon writes it: from the middle, -1 to 1, upwards (https://docs.joinmastodon.org/methods/media/#v2, read on 2026-11-23). */
export function focusFromMiddle({ x, y }: FocalPoint): string {
  const fine = (value: number): string => String(Math.round(value * 1000) / 1000 + 0)
  return `${fine(2 * x - 1)},${fine(1 - 2 * y)}`
}
