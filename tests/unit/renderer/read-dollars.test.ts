import { expect, test } from 'vitest'
import { readDollars } from '../../../renderer/features/costs/read-dollars.ts'

test.each([['', null], [' ', null], ['5', 5_000], ['12,5', 12_500], ['$0.20', 200], ['0', 0], ['12 000', 12_000_000]])('reads %s', (text, mills) => {
  expect(readDollars(text)).toEqual({ kind: 'read', mills })
})

test.each(['five', '-1', '1,000', '1.2.3', '0.015', '12345678'])('does not guess at %s', (text) => {
  expect(readDollars(text)).toEqual({ kind: 'unreadable' })
})
