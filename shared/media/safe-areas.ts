import type { Sourced } from '../networks/sourced.ts'
import type { MarkBox } from './picture-marks.ts'
import type { Size } from './size.ts'

/** What a network lays over a picture, or cuts off it, as parts of its sides. */
export interface Covered {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

export const safeAreaNames = ['story', 'reel', 'grid', 'film'] as const
export type SafeAreaName = (typeof safeAreaNames)[number]

interface SafeArea {
  readonly name: SafeAreaName
  /** Width by height of the pictures that it is about. */
  readonly ratio: { readonly min: number; readonly max: number }
  readonly covered: Sourced<Covered>
  /** The network publishes no measure: the source says what lies there, and the figure is ours. The page says so. */
  readonly isEstimate?: true
}

const readOn = '2026-11-22'

/** `story`: Instagram and Facebook, under the name and the reply; `reel`: under what stands beside a film as well; `grid`: of a 4:5 picture what the grid of an Instagram profile (3:4) shows. */
const areas: readonly SafeArea[] = [
  { name: 'story', ratio: { min: 0.5, max: 0.6 }, covered: { value: { top: 0.14, bottom: 0.2, left: 0, right: 0 }, source: 'https://www.facebook.com/business/help/980593475366490', readOn } },
  { name: 'reel', ratio: { min: 0.5, max: 0.6 }, covered: { value: { top: 0.14, bottom: 0.35, left: 0.06, right: 0.06 }, source: 'https://www.facebook.com/business/help/980593475366490', readOn } },
  { name: 'grid', ratio: { min: 0.78, max: 1.02 }, covered: { value: { top: 0, bottom: 0, left: 0, right: 0 }, source: 'shared/networks.md', readOn } },
  { name: 'film', ratio: { min: 1.7, max: 1.85 }, covered: { value: { top: 0, bottom: 0.12, left: 0, right: 0 }, source: 'https://support.google.com/youtube/answer/72431', readOn }, isEstimate: true }
]

/** Which of them are about a picture of that shape, each with what of it is covered or cut off. */
export function safeAreasFor({ width, height }: Size): readonly { readonly name: SafeAreaName; readonly covered: Covered }[] {
  const ratio = width / height
  return areas
    .filter((area) => ratio >= area.ratio.min && ratio <= area.ratio.max)
    .map(({ name, covered }) => ({ name, covered: name === 'grid' ? cutToGrid(ratio) : covered.value }))
}

/** Instagram's grid shows the middle of a picture in 3:4. */
function cutToGrid(ratio: number): Covered {
  const side = Math.max(0, (1 - 0.75 / ratio) / 2)
  return { top: 0, bottom: 0, left: side, right: side }
}

/** Whether something on the picture reaches into what is covered. */
export function isCovered({ left, top, width, height }: MarkBox, whole: Size, covered: Covered): boolean {
  const isBeside = left < covered.left * whole.width || left + width > (1 - covered.right) * whole.width
  return isBeside || top < covered.top * whole.height || top + height > (1 - covered.bottom) * whole.height
}
