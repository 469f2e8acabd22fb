import { expect, it } from 'vitest'
import { callAgainMs, guardClock } from '../../../electron/engine/time/guarded-clock.ts'
import { createManualClock } from '../../integration/support/manual-clock.ts'

function rig() {
  const manual = createManualClock(0)
  const errors: string[] = []
  const clock = guardClock(manual, { error: (text) => void errors.push(text) })
  const advance = (ms: number): void => {
    const until = manual.now() + ms
    for (let due = manual.nextDue(); due !== null && due <= until; due = manual.nextDue()) manual.runDue(due)
    manual.runDue(until)
  }
  return { clock, errors, advance }
}

it('lets nothing out of a timer, says what happened, and calls again until it succeeds', () => {
  const { clock, errors, advance } = rig()
  let calls = 0
  clock.after(1000, () => {
    calls += 1
    if (calls < 3) throw new Error('database or disk is full')
  })
  advance(1000)
  expect(calls).toBe(1)
  expect(errors).toEqual([expect.stringContaining('database or disk is full')])
  advance(callAgainMs - 1)
  expect(calls).toBe(1)
  advance(1 + 10 * callAgainMs)
  expect(calls).toBe(3)
})

it('calls what succeeds once, and lets the others that are due have their turn', () => {
  const { clock, advance } = rig()
  const called: string[] = []
  clock.after(1000, () => {
    called.push('fails')
    throw new Error('no')
  })
  clock.after(1000, () => void called.push('works'))
  advance(1000)
  expect(called).toEqual(['fails', 'works'])
  advance(callAgainMs)
  expect(called).toEqual(['fails', 'works', 'fails'])
})

it('takes back what waits for its first call, and what waits to be called again', () => {
  const { clock, advance } = rig()
  let calls = 0
  const fail = (): void => {
    calls += 1
    throw new Error('no')
  }
  clock.after(1000, fail)()
  const takeBack = clock.after(1000, fail)
  advance(1000)
  takeBack()
  advance(10 * callAgainMs)
  expect(calls).toBe(1)
})
