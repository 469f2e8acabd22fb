import { leftAfterTilt, turned, type PictureRecipe } from './picture-recipe.ts'
import type { Size } from './size.ts'

/** A place on a picture, from its left edge (0 to 1) and from its top; beyond these it is not on it. */
export interface PicturePoint {
  readonly x: number
  readonly y: number
}

type Placing = Pick<PictureRecipe, 'turns' | 'tilt' | 'crop'>

/** Where a point of one picture is on another one that was made of the same origin: `before` and `after` are how each was made of it. */
export function pointAfter(point: PicturePoint, origin: Size, before: Placing, after: Placing): PicturePoint {
  return pointMade(pointOfOrigin(point, origin, before), origin, after)
}

function pointMade(point: PicturePoint, origin: Size, { turns, tilt, crop }: Placing): PicturePoint {
  const upright = turnedPoint(point, turns)
  const straight = tiltedPoint(upright, turned(origin, turns), tilt, 1)
  return crop === null ? straight : { x: (straight.x - crop.x) / crop.width, y: (straight.y - crop.y) / crop.height }
}

function pointOfOrigin({ x, y }: PicturePoint, origin: Size, { turns, tilt, crop }: Placing): PicturePoint {
  const straight = crop === null ? { x, y } : { x: crop.x + x * crop.width, y: crop.y + y * crop.height }
  return turnedPoint(tiltedPoint(straight, turned(origin, turns), tilt, -1), back[turns])
}

/** As many quarters of a turn as make it stand upright again. */
const back = { 0: 0, 1: 3, 2: 2, 3: 1 } as const

/** By quarters of a turn, clockwise. */
function turnedPoint({ x, y }: PicturePoint, turns: PictureRecipe['turns']): PicturePoint {
  switch (turns) {
    case 0:
      return { x, y }
    case 1:
      return { x: 1 - y, y: x }
    case 2:
      return { x: 1 - x, y: 1 - y }
    case 3:
      return { x: y, y: 1 - x }
  }
}

/** On the picture that is left when its empty corners are cut off (1), or back (-1). */
function tiltedPoint(point: PicturePoint, size: Size, tilt: number, way: 1 | -1): PicturePoint {
  if (tilt === 0) return point
  const left = leftAfterTilt(size, tilt)
  const [angle, before, after] = [(way * tilt * Math.PI) / 180, way === 1 ? 1 : left, way === 1 ? left : 1]
  const [x, y] = [(point.x - 0.5) * size.width * before, (point.y - 0.5) * size.height * before]
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  return { x: 0.5 + (x * cos - y * sin) / (size.width * after), y: 0.5 + (x * sin + y * cos) / (size.height * after) }
}
