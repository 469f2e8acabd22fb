import { expect, test } from 'vitest'
import { plainRecipe, type PictureRecipe } from '../../../shared/media/picture-recipe.ts'
import { pointAfter } from '../../../shared/media/point-in-recipe.ts'

const origin = { width: 1200, height: 800 }
const to = (after: Partial<PictureRecipe>, before: Partial<PictureRecipe> = {}, point = { x: 0.75, y: 0.25 }) => {
  const { x, y } = pointAfter(point, origin, { ...plainRecipe, ...before }, { ...plainRecipe, ...after })
  return [Math.round(x * 1000) / 1000, Math.round(y * 1000) / 1000]
}

test('follows turns, each clockwise', () => {
  expect([to({}), to({ turns: 1 }), to({ turns: 2 }), to({ turns: 3 })]).toEqual([[0.75, 0.25], [0.75, 0.75], [0.25, 0.75], [0.25, 0.25]])
})

test('is where it was on the part that was cut out, beyond its edges where it was cut off', () => {
  expect(to({ crop: { x: 0.5, y: 0, width: 0.5, height: 0.5 } })).toEqual([0.5, 0.5])
  expect(to({ crop: { x: 0, y: 0, width: 0.5, height: 1 } })[0]).toBe(1.5)
})

test('the middle stays the middle when a picture is straightened, and a corner goes clockwise beyond the edge', () => {
  expect(to({ tilt: 10 }, {}, { x: 0.5, y: 0.5 })).toEqual([0.5, 0.5])
  const [x = 0, y = 0] = to({ tilt: 10 }, {}, { x: 0.5, y: 0 })
  expect([x > 0.5, y < 0]).toEqual([true, true])
})

test('made of the same origin in two ways, it goes from one to the other and back', () => {
  const before = { turns: 1, tilt: -7, crop: { x: 0.1, y: 0.2, width: 0.6, height: 0.7 } } as const
  const after = { turns: 2, tilt: 4, crop: { x: 0.2, y: 0.1, width: 0.5, height: 0.8 } } as const
  const there = pointAfter({ x: 0.4, y: 0.6 }, origin, { ...plainRecipe, ...before }, { ...plainRecipe, ...after })
  const back = pointAfter(there, origin, { ...plainRecipe, ...after }, { ...plainRecipe, ...before })
  expect([back.x, back.y].map((value) => Math.round(value * 1000) / 1000)).toEqual([0.4, 0.6])
})
