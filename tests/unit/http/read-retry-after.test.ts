import { describe, expect, it } from 'vitest'
import { readRetryAfter } from '../../../electron/engine/http/read-retry-after.ts'

const now = Date.UTC(2026, 10, 21, 9)
const hour = 3_600_000

describe('readRetryAfter', () => {
  it.each([
    ['120', now + 120_000],
    ['1.5', now + 1_500],
    [' 0 ', now],
    ['Sat, 21 Nov 2026 10:00:00 GMT', now + hour],
    ['Sat, 21 Nov 2026 08:00:00 GMT', now - hour],
    ['99999999', now + 24 * hour],
    ['soon', null],
    [undefined, null]
  ])('reads %s', (value, until) => {
    expect(readRetryAfter(value, now)).toBe(until)
  })
})
