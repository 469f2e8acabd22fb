import { z } from 'zod'
import { idSchema } from '../contract/identifiers.ts'
import type { Size } from './size.ts'

/** Where on a picture something stands, as it is seen: left is left in any language. */
export const markPlaces = ['top_left', 'top', 'top_right', 'left', 'middle', 'right', 'bottom_left', 'bottom', 'bottom_right'] as const
export type MarkPlace = (typeof markPlaces)[number]

/** Red, green and blue as in CSS, in small letters. */
export const hexColourSchema = z.string().regex(/^#[0-9a-f]{6}$/)
/** The name of a family of letters, as the system or the studio knows it. */
export const fontNameSchema = z.string().trim().min(1).max(80).regex(/^[^"'\\;{}<>]+$/)
export const maxMarkWords = 300

/** Words on a picture. */
export const pictureTextSchema = z.object({
  words: z.string().max(maxMarkWords),
  place: z.enum(markPlaces),
  /** Height of the letters, as a part of the shorter side. */
  size: z.number().min(0.02).max(0.3),
  font: fontNameSchema,
  colour: hexColourSchema,
  /** Of the field behind the words; null: none. */
  background: hexColourSchema.nullable()
})
export type PictureText = z.infer<typeof pictureTextSchema>

/** The client's logo on a picture. */
export const pictureLogoSchema = z.object({
  mediaId: idSchema,
  place: z.enum(markPlaces),
  /** Its longer side, as a part of the shorter side of the picture. */
  size: z.number().min(0.05).max(0.8),
  opacity: z.number().min(0.1).max(1)
})
export type PictureLogo = z.infer<typeof pictureLogoSchema>

/** How far from the edges, as a part of the shorter side. */
const margin = 0.045

/** In px of what it stands on. */
export interface MarkBox extends Size {
  readonly left: number
  readonly top: number
}

export function marginOf({ width, height }: Size): number {
  return Math.round(margin * Math.min(width, height))
}

/** Where something of that size stands; what is larger than the picture begins at its edge. Whole px. */
export function boxAt(place: MarkPlace, part: Size, whole: Size): MarkBox {
  const from = marginOf(whole)
  const along = (isFirst: boolean, isLast: boolean, own: number, all: number): number => {
    const at = isFirst ? from : isLast ? all - own - from : (all - own) / 2
    return Math.max(0, Math.min(all - own, Math.round(at)))
  }
  return {
    width: part.width,
    height: part.height,
    left: along(place.endsWith('left'), place.endsWith('right'), part.width, whole.width),
    top: along(place.startsWith('top'), place.startsWith('bottom'), part.height, whole.height)
  }
}

/** How large a logo of that shape is drawn on a picture; never larger than what lies within its margins. */
export function logoSize(logo: Size, size: number, whole: Size): Size {
  const from = 2 * marginOf(whole)
  const wanted = (size * Math.min(whole.width, whole.height)) / Math.max(logo.width, logo.height)
  const factor = Math.min(wanted, (whole.width - from) / logo.width, (whole.height - from) / logo.height)
  return { width: Math.max(1, Math.round(logo.width * factor)), height: Math.max(1, Math.round(logo.height * factor)) }
}
