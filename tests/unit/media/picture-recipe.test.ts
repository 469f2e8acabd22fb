import { expect, test } from 'vitest'
import { cropInPixels, cropTo, leftAfterTilt, recipeToFit } from '../../../shared/media/picture-recipe.ts'

const limits = { maxBytes: 1_000_000, mediaTypes: ['image/jpeg', 'image/png'], minRatio: 0.8, maxRatio: 1.91 }

test('a picture that fits needs nothing', () => {
  expect(recipeToFit({ width: 1000, height: 1000, bytes: 999, mediaType: 'image/jpeg' }, limits)).toBeNull()
})

test.each([
  ['too tall', { width: 1000, height: 2000, bytes: 999, mediaType: 'image/jpeg' }, { mediaType: null, crop: { x: 0, y: 0.1875, width: 1, height: 0.625 } }],
  ['too flat', { width: 4000, height: 1000, bytes: 999, mediaType: 'image/jpeg' }, { mediaType: null, crop: { y: 0, height: 1, width: 1.91 / 4 } }],
  ['too heavy', { width: 1000, height: 1000, bytes: 2_000_000, mediaType: 'image/jpeg' }, { mediaType: null, crop: null, maxBytes: 1_000_000 }],
  ['too heavy a PNG', { width: 1000, height: 1000, bytes: 2_000_000, mediaType: 'image/png' }, { mediaType: 'image/jpeg', crop: null }],
  ['of a kind that is not taken', { width: 1000, height: 1000, bytes: 999, mediaType: 'image/webp' }, { mediaType: 'image/jpeg', crop: null }]
])('one that is %s is made to fit', (_what, picture, recipe) => {
  expect(recipeToFit(picture, limits)).toMatchObject(recipe)
})

test('nothing is offered where no shape or no kind suits everybody', () => {
  const tall = { width: 1000, height: 3000, bytes: 999, mediaType: 'image/jpeg' }
  expect(recipeToFit(tall, { ...limits, minRatio: 2, maxRatio: 1 })).toBeNull()
  expect(recipeToFit({ ...tall, mediaType: 'image/webp' }, { ...limits, mediaTypes: ['image/gif'] })).toBeNull()
})

test('a crop has its shape to a pixel and never leaves the picture', () => {
  for (const [width, height] of [[4000, 3000], [3000, 4000], [1001, 777], [3, 2]] as const) {
    for (const ratio of [1, 0.8, 9 / 16, 16 / 9, 1.91]) {
      for (const focus of [{ x: 0, y: 0 }, { x: 1, y: 1 }, { x: 0.3, y: 0.7 }]) {
        const cut = cropInPixels(cropTo(ratio, { width, height }, focus), { width, height })
        expect(cut.left + cut.width).toBeLessThanOrEqual(width)
        expect(cut.top + cut.height).toBeLessThanOrEqual(height)
        expect(Math.abs(cut.width - cut.height * ratio)).toBeLessThanOrEqual(1 + ratio)
      }
    }
  }
})

test('less is left the more it is tilted, and all of it when it is not', () => {
  expect(leftAfterTilt({ width: 400, height: 300 }, 0)).toBe(1)
  expect(leftAfterTilt({ width: 400, height: 300 }, 5)).toBeGreaterThan(leftAfterTilt({ width: 400, height: 300 }, -10))
})
