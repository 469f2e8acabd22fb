import { expect, test } from 'vitest'
import { absence } from '../../../shared/safety/away.ts'

const minute = 60_000

test.each([
  ['the first start of all is no absence', null, null],
  ['a pause of under five minutes is none', 1_000_000 - 5 * minute + 1, null],
  ['five minutes are one', 1_000_000 - 5 * minute, { since: 1_000_000 - 5 * minute, until: 1_000_000 }],
  ['months are one', 0, { since: 0, until: 1_000_000 }],
  ['a clock set back is none', 2_000_000, null]
])('%s', (_name, lastSign, expected) => {
  expect(absence(lastSign, 1_000_000)).toEqual(expected)
})
