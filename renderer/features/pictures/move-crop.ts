import { placed, type Crop } from '../../../shared/media/picture-recipe.ts'
import type { Size } from '../../../shared/media/size.ts'

const smallest = 0.05

/** Another place for the same part. */
export function moveCrop(crop: Crop, by: { readonly x: number; readonly y: number }): Crop {
  return placed(crop, { x: crop.x + by.x, y: crop.y + by.y })
}

/** Larger or smaller about its middle, in its own shape. */
export function growCrop(crop: Crop, by: number): Crop {
  const factor = Math.max(smallest / Math.min(crop.width, crop.height), Math.min(1 / crop.width, 1 / crop.height, 1 + by))
  const part = { width: crop.width * factor, height: crop.height * factor }
  return placed(part, { x: crop.x + (crop.width - part.width) / 2, y: crop.y + (crop.height - part.height) / 2 })
}

export type Corner = 'north_west' | 'north_east' | 'south_west' | 'south_east'
export const corners: readonly Corner[] = ['north_west', 'north_east', 'south_west', 'south_east']

/** A corner is drawn to `to`, the opposite one stays. `ratio`: width by height in pixels, kept; null: any. `size` is of what it is cut out of. */
export function dragCorner(crop: Crop, corner: Corner, to: { readonly x: number; readonly y: number }, ratio: number | null, size: Size): Crop {
  const isWest = corner.endsWith('west')
  const isNorth = corner.startsWith('north')
  const still = { x: isWest ? crop.x + crop.width : crop.x, y: isNorth ? crop.y + crop.height : crop.y }
  const room = { width: isWest ? still.x : 1 - still.x, height: isNorth ? still.y : 1 - still.y }
  const wish = { width: clamp(isWest ? still.x - to.x : to.x - still.x, room.width), height: clamp(isNorth ? still.y - to.y : to.y - still.y, room.height) }
  const part = ratio === null ? wish : inShape(wish.width, (ratio * size.height) / size.width, room)
  return { ...part, x: isWest ? still.x - part.width : still.x, y: isNorth ? still.y - part.height : still.y }
}

/** `shape`: width by height in parts of the whole. */
function inShape(width: number, shape: number, room: Size): Size {
  const fitting = Math.min(width, room.width, room.height * shape)
  return { width: fitting, height: fitting / shape }
}

function clamp(length: number, room: number): number {
  return Math.max(Math.min(smallest, room), Math.min(room, length))
}
