import { expect, test } from 'vitest'
import { placeWindow } from '../../../../electron/main/windows/place-window.ts'

const main = { x: 0, y: 27, width: 1_920, height: 1_053 }
const right = { x: 1_920, y: 0, width: 1_280, height: 1_024 }
const saved = { x: 100, y: 80, width: 1_200, height: 800 }

test('opens in the middle of the main screen the first time', () => {
  expect(placeWindow(null, [main])).toEqual({ x: 280, y: 114, width: 1_360, height: 880 })
})

test('opens no larger than the screen', () => {
  expect(placeWindow(null, [{ x: 0, y: 0, width: 1_024, height: 600 }])).toEqual({ x: 0, y: 0, width: 1_024, height: 600 })
})

test('opens where it was, on any screen', () => {
  expect(placeWindow(saved, [main])).toEqual(saved)
  expect(placeWindow({ ...saved, x: 2_000 }, [main, right])).toEqual({ ...saved, x: 2_000 })
})

test('comes back when its screen is gone, with the size it had', () => {
  expect(placeWindow({ ...saved, x: 2_000 }, [main])).toEqual({ x: 360, y: 154, width: 1_200, height: 800 })
})

test.each([
  ['above the screen', { ...saved, y: -300 }],
  ['below the screen', { ...saved, y: 1_079 }],
  ['almost past the right edge', { ...saved, x: 1_900 }],
  ['almost past the left edge', { ...saved, x: -1_150 }]
])('comes back when its title bar is %s', (_where, place) => {
  expect(placeWindow(place, [main])).toMatchObject({ x: 360, y: 154 })
})

test('stays partly outside as long as it can be grasped', () => {
  expect(placeWindow({ ...saved, x: -900 }, [main])).toEqual({ ...saved, x: -900 })
})

test('shrinks to a smaller screen', () => {
  expect(placeWindow({ x: 0, y: 0, width: 3_000, height: 2_000 }, [right, main])).toMatchObject({ width: 1_280 })
})

test('has a size even where no screen is told', () => {
  expect(placeWindow(saved, [])).toEqual({ width: 1_360, height: 880 })
})
