import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { heldUntil, pollAt, sendAt, type Budget } from '../../../electron/engine/limits/budget.ts'

const now = 1_000_000
const minute = 60_000
const budget = (changes: Partial<Budget> = {}): Budget => ({ max: 300, remaining: 300, resetsAt: now + 5 * minute, uses: ['read', 'write'], ...changes })
const send = (budgets: readonly Budget[], waiting = 1, lastSentAt: number | null = null, uses: Budget['uses'] = ['read', 'write']) => sendAt({ budgets, uses, now, waiting, lastSentAt })

describe('sending', () => {
  test('leaves at once while all that waits fits into what is left', () => {
    expect(send([budget({ remaining: 40 })], 10, now - 1)).toBe(now)
    expect(send([])).toBe(now)
  })

  test('waits for a budget that is used up, and no longer once its time has come', () => {
    expect(send([budget({ remaining: 0 })])).toBe(now + 5 * minute)
    expect(send([budget({ remaining: 0, resetsAt: now })])).toBe(now)
  })

  test('is spread over the rest of the time when not all of it fits', () => {
    expect(send([budget({ remaining: 20 })], 50, now)).toBe(now + minute)
  })

  test('asks only the budgets it draws on: text goes while files have to wait', () => {
    const files = budget({ max: 30, remaining: 0, uses: ['upload'] })
    expect(send([budget(), files])).toBe(now)
    expect(send([budget(), files], 1, null, ['read', 'write', 'upload'])).toBe(files.resetsAt)
  })

  test('never asks for more than there is before the budget is full again, and everything leaves in the end', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 4 }), (max, left, jobs, cost) => {
        let at = now
        let last: number | null = null
        let current = budget({ max, remaining: Math.min(left, max) })
        for (let waiting = jobs; waiting > 0; waiting -= 1) {
          for (let turn = sendAt({ budgets: [current], uses: ['write'], now: at, waiting, lastSentAt: last }); turn > at; ) {
            at = turn
            turn = sendAt({ budgets: [current], uses: ['write'], now: at, waiting, lastSentAt: last })
          }
          if (at >= current.resetsAt) current = budget({ max, remaining: max, resetsAt: at + 5 * minute })
          else expect(current.remaining).toBeGreaterThanOrEqual(cost)
          current = { ...current, remaining: Math.max(0, current.remaining - cost) }
          last = at
        }
      })
    )
  })
})

describe('looking', () => {
  test('yields to sending: a share stays, and as much as what is soon due needs', () => {
    expect(pollAt([budget({ remaining: 100 })], { now, dueSoon: 0 })).toBe(now)
    expect(pollAt([budget({ remaining: 60 })], { now, dueSoon: 0 })).toBe(now + 5 * minute)
    expect(pollAt([budget({ remaining: 100 })], { now, dueSoon: 25 })).toBe(now + 5 * minute)
    expect(pollAt([budget({ remaining: 299 })], { now, dueSoon: 10_000 })).toBe(now)
  })

  test('never stops for a budget that only looking draws on while there is something in it', () => {
    expect(pollAt([budget({ remaining: 10, uses: ['read'] })], { now, dueSoon: 1000 })).toBe(now)
  })

  test('stops before sending does, whatever is left', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 50 }), (max, share, dueSoon) => {
        const short = [budget({ max, remaining: Math.floor(max * share) })]
        if (send(short, Math.max(dueSoon, 1)) > now) expect(pollAt(short, { now, dueSoon })).toBeGreaterThan(now)
      })
    )
  })
})

test('a call is held exactly until the budgets that it draws on are full again', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ remaining: fc.integer({ min: 0, max: 2 }), resetsAt: fc.integer({ min: now - 10, max: now + 10 }) })), (told) => {
      const budgets = told.map((each) => budget(each))
      const until = heldUntil(budgets, 'read', now)
      for (const each of budgets) if (each.remaining === 0 && each.resetsAt > now) expect(until).toBeGreaterThanOrEqual(each.resetsAt)
      if (until !== null) expect(heldUntil(budgets, 'read', until)).toBeNull()
    })
  )
})
