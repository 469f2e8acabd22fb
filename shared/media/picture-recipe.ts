import { z } from 'zod'
import { imageTypes, type ImageType } from './media-item.ts'
import { pictureLogoSchema, pictureTextSchema } from './picture-marks.ts'
import type { Size } from './size.ts'

export const pictureFilters = ['none', 'warm', 'cool', 'vivid', 'soft', 'mono'] as const
export type PictureFilter = (typeof pictureFilters)[number]

/** Tilted further, a picture is meant to be turned. */
export const maxTilt = 15

const fraction = z.number().min(0).max(1)

/** How a picture is made of another one, in this order. The other one stays as it is. */
export const pictureRecipeSchema = z.object({
  /** Quarters of a turn, clockwise. */
  turns: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
  /** Degrees, clockwise; the corners that this leaves empty are cut off, in the picture's own shape. */
  tilt: z.number().min(-maxTilt).max(maxTilt),
  /** Parts of the width and height that are left by then; null: all of it. */
  crop: z.object({ x: fraction, y: fraction, width: z.number().min(0.01).max(1), height: z.number().min(0.01).max(1) }).nullable(),
  filter: z.enum(pictureFilters),
  /** On what is left by then. Recipes of before these were known have neither. */
  text: pictureTextSchema.nullable().default(null),
  logo: pictureLogoSchema.nullable().default(null),
  /** The longest side at most, in pixels; null: as many as there are. */
  maxSide: z.int().min(16).max(20_000).nullable(),
  /** What the file may weigh: quality gives way first, then the number of pixels. null: whatever it comes to. */
  maxBytes: z.int().min(20_000).nullable(),
  /** null: the kind that it has; of an animation, one picture. */
  mediaType: z.enum(imageTypes).nullable()
})
export type PictureRecipe = z.infer<typeof pictureRecipeSchema>
export type Crop = NonNullable<PictureRecipe['crop']>

export const plainRecipe: PictureRecipe = { turns: 0, tilt: 0, crop: null, filter: 'none', text: null, logo: null, maxSide: null, maxBytes: null, mediaType: null }

export function turned({ width, height }: Size, turns: PictureRecipe['turns']): Size {
  return turns % 2 === 0 ? { width, height } : { width: height, height: width }
}

/** How much of a picture is left when it is tilted and the empty corners are cut off: its sides by this, from 1 downwards. */
export function leftAfterTilt({ width, height }: Size, tilt: number): number {
  const angle = (Math.abs(tilt) * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  return Math.min(width / (width * cos + height * sin), height / (width * sin + height * cos))
}

/** The largest part of that shape, width by height, as near to the middle at `focus` as it can be. */
export function cropTo(ratio: number, { width, height }: Size, focus: { readonly x: number; readonly y: number }): Crop {
  const own = width / height
  const part = ratio > own ? { width: 1, height: own / ratio } : { width: ratio / own, height: 1 }
  return placed(part, { x: focus.x - part.width / 2, y: focus.y - part.height / 2 })
}

/** A part of that size, moved into the picture. */
export function placed(part: Size, at: { readonly x: number; readonly y: number }): Crop {
  const within = (value: number, length: number): number => Math.max(0, Math.min(1 - length, value))
  return { x: within(at.x, part.width), y: within(at.y, part.height), width: part.width, height: part.height }
}

/** In pixels: whole ones, at least one, and never beyond the edge. */
export function cropInPixels(crop: Crop, { width, height }: Size): { readonly left: number; readonly top: number; readonly width: number; readonly height: number } {
  const [left, top] = [Math.min(width - 1, Math.round(crop.x * width)), Math.min(height - 1, Math.round(crop.y * height))]
  return { left, top, width: Math.max(1, Math.min(width - left, Math.round(crop.width * width))), height: Math.max(1, Math.min(height - top, Math.round(crop.height * height))) }
}

/** How large the picture becomes that is made of one of that size: what is drawn on it is drawn for this. A pixel may be missing at the edge of a tilted one. */
export function madeSize(origin: Size, { turns, tilt, crop, maxSide }: PictureRecipe): Size {
  const upright = turned(origin, turns)
  const left = leftAfterTilt(upright, tilt)
  const straight = tilt === 0 ? upright : { width: Math.max(1, Math.floor(upright.width * left) - 2), height: Math.max(1, Math.floor(upright.height * left) - 2) }
  const cut = crop === null ? straight : cropInPixels(crop, straight)
  const factor = maxSide === null ? 1 : Math.min(1, maxSide / Math.max(cut.width, cut.height))
  return { width: Math.max(1, Math.round(cut.width * factor)), height: Math.max(1, Math.round(cut.height * factor)) }
}

/** A filter as three rows of factors for red, green and blue, and what is added to each, from 0 to 1. The same figures draw the preview and the file. */
export function filterMatrix(filter: PictureFilter): { readonly factors: readonly (readonly [number, number, number])[]; readonly added: number } {
  const diagonal = (red: number, green: number, blue: number, added = 0) => ({ factors: [[red, 0, 0], [0, green, 0], [0, 0, blue]] as const, added })
  switch (filter) {
    case 'none':
      return diagonal(1, 1, 1)
    case 'warm':
      return diagonal(1.07, 1, 0.9)
    case 'cool':
      return diagonal(0.93, 1, 1.07)
    case 'soft':
      return diagonal(0.88, 0.88, 0.88, 0.07)
    case 'vivid':
      return { factors: saturation(1.35), added: 0 }
    case 'mono':
      return { factors: saturation(0), added: 0 }
  }
}

/** As the filter effects of the web define it: 0 leaves only light and dark, 1 leaves all as it is. */
function saturation(by: number): readonly (readonly [number, number, number])[] {
  const [red, green, blue] = [0.2126, 0.7152, 0.0722]
  const row = (at: 0 | 1 | 2): readonly [number, number, number] => [red * (1 - by) + (at === 0 ? by : 0), green * (1 - by) + (at === 1 ? by : 0), blue * (1 - by) + (at === 2 ? by : 0)]
  return [row(0), row(1), row(2)]
}

/** What several networks together take. */
export interface PictureLimits {
  readonly maxBytes: number
  readonly mediaTypes: readonly string[]
  readonly minRatio: number
  readonly maxRatio: number
}

export interface PictureFacts extends Size {
  readonly mediaType: string
  readonly bytes: number
}

/** The least that makes a picture fit: another kind, fewer bytes, what is about `focus` in the nearest shape. null: it fits, or nothing of this would make it fit. */
export function recipeToFit(picture: PictureFacts, limits: PictureLimits, focus: { readonly x: number; readonly y: number } = { x: 0.5, y: 0.5 }): PictureRecipe | null {
  const ratio = picture.width / picture.height
  const wanted = Math.max(limits.minRatio, Math.min(limits.maxRatio, ratio))
  const crop = Math.abs(wanted - ratio) > 0.005 ? cropTo(wanted, picture, focus) : null
  const isTaken = limits.mediaTypes.includes(picture.mediaType)
  const isHeavy = picture.bytes > limits.maxBytes
  if (crop === null && isTaken && !isHeavy) return null
  if (limits.minRatio > limits.maxRatio) return null
  // A PNG that weighs too much stays too heavy as one.
  const kind = isTaken && !(isHeavy && picture.mediaType === 'image/png') ? null : (['image/jpeg', 'image/png', 'image/webp'] as const satisfies readonly ImageType[]).find((type) => limits.mediaTypes.includes(type))
  if (kind === undefined) return null
  return { ...plainRecipe, crop, mediaType: kind, maxBytes: Math.max(20_000, limits.maxBytes) }
}
