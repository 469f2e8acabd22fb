import type { FocalPoint } from '../../../shared/posts/post.ts'

/** A part of the way that an arrow key goes. */
const step = 0.02

const arrows: Readonly<Record<string, FocalPoint>> = { ArrowLeft: { x: -1, y: 0 }, ArrowRight: { x: 1, y: 0 }, ArrowUp: { x: 0, y: -1 }, ArrowDown: { x: 0, y: 1 } }

/** Where a key brings a point of a picture; null: it is none of those that move it. */
export function movedByKey({ x, y }: FocalPoint, key: string): FocalPoint | null {
  const by = arrows[key]
  return by === undefined ? null : withinPicture({ x: x + by.x * step, y: y + by.y * step })
}

export function withinPicture({ x, y }: FocalPoint): FocalPoint {
  const within = (value: number): number => Math.max(0, Math.min(1, value))
  return { x: within(x), y: within(y) }
}

/** Whether a key takes away what is marked: on a Mac, the key that is called Delete says Backspace. */
export function takesAway(key: string): boolean {
  return key === 'Delete' || key === 'Backspace'
}

/** Whether what is written below a point would leave the picture. */
export function isNearBottom({ y }: Pick<FocalPoint, 'y'>): boolean {
  return y > 0.85
}
