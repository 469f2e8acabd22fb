import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chooseBackupsToDelete } from '../../../electron/engine/database/choose-backups-to-delete.ts'

const day = 86_400_000
const hour = 3_600_000
const now = Date.UTC(2026, 10, 21, 15)
const today = now - 15 * hour

const cases: readonly { readonly what: string; readonly madeAt: readonly number[]; readonly deleted: readonly number[] }[] = [
  { what: 'none', madeAt: [], deleted: [] },
  { what: 'one', madeAt: [now], deleted: [] },
  { what: 'the fourth of today, which is the oldest', madeAt: [today + hour, today + 4 * hour, today + 7 * hour, today + 10 * hour], deleted: [today + hour] },
  { what: 'all but the newest of yesterday', madeAt: [today - hour, today - 4 * hour, today - 7 * hour, now], deleted: [today - 4 * hour, today - 7 * hour] },
  { what: 'what exceeds ten in all', madeAt: Array.from({ length: 12 }, (_, index) => now - index * day), deleted: [now - 10 * day, now - 11 * day] },
  { what: 'by the order of time, not of the list', madeAt: [today + 2, today + 4, today + 1, today + 3], deleted: [today + 1] },
  { what: 'one from a clock that went wrong counts as of today', madeAt: [now + 30 * day, now + 20 * day, now + 10 * day, now], deleted: [now] },
  { what: 'a long gap keeps what there is', madeAt: [now - 300 * day, now - 200 * day], deleted: [] }
]

describe('which backups may go', () => {
  it.each(cases)('$what', ({ madeAt, deleted }) => {
    expect(chooseBackupsToDelete(madeAt, now).toSorted((a, b) => a - b)).toEqual(deleted.toSorted((a, b) => a - b))
  })

  it('keeps the newest, at most ten, three of today and one of any other day, whatever there is', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: now - 40 * day, max: now }), { maxLength: 60 }), (madeAt) => {
        const gone = new Set(chooseBackupsToDelete(madeAt, now))
        const kept = madeAt.filter((instant) => !gone.has(instant))
        expect(kept.length).toBeLessThanOrEqual(10)
        if (madeAt.length > 0) expect(kept).toContain(Math.max(...madeAt))
        for (const ofDay of new Set(kept.map((instant) => Math.floor(instant / day)))) {
          const keptOfDay = kept.filter((instant) => Math.floor(instant / day) === ofDay)
          expect(keptOfDay.length).toBeLessThanOrEqual(ofDay === Math.floor(now / day) ? 3 : 1)
        }
      })
    )
  })
})
