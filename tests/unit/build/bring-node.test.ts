import { expect, it } from 'vitest'
import { isNewEnough } from '../../../build/setup/bring-node.mjs'

it.each([
  ['20.20.2', false], ['22.17.1', false], ['22.18.0', true], ['23.0.0', false], ['23.5.0', false], ['23.6.0', true], ['24.21.0', true]
])('Node %s runs TypeScript as it is: %s', (version, isEnough) => {
  expect(isNewEnough(version)).toBe(isEnough)
})
