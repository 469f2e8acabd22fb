import { createCanvas, type Canvas } from './canvas.ts'
import { encodePng } from './encode-png.ts'
import { paintFront, paintPile, paintReading, paintShelves } from './scenes-books.ts'
import { paintBeans, paintCup, paintFilter, paintLatte } from './scenes-coffee.ts'
import { paintCroissants, paintHarbour, paintRain } from './scenes-town.ts'

export const pictureWidth = 800
export const pictureHeight = 600

const scenes = {
  cup: paintCup,
  latte: paintLatte,
  beans: paintBeans,
  filter: paintFilter,
  shelves: paintShelves,
  reading: paintReading,
  front: paintFront,
  pile: paintPile,
  harbour: paintHarbour,
  croissants: paintCroissants,
  rain: paintRain
} as const satisfies Record<string, (canvas: Canvas) => void>

export type SceneName = keyof typeof scenes
export const sceneNames: readonly SceneName[] = ['cup', 'latte', 'beans', 'filter', 'shelves', 'reading', 'front', 'pile', 'harbour', 'croissants', 'rain']

/** A small illustration of the business as PNG, 800 × 600; the same each time. Painted here so that no picture has to be shipped. */
export function paintPicture(scene: SceneName): Uint8Array {
  const canvas = createCanvas(pictureWidth, pictureHeight)
  scenes[scene](canvas)
  return encodePng(canvas.picture())
}
