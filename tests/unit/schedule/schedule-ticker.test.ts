import { describe, expect, test } from 'vitest'
import { createScheduleTicker } from '../../../electron/engine/scheduling/schedule-ticker.ts'
import { createJumpingClock } from '../../support/jumping-clock.ts'

const minute = 60_000

function start(nextDue: () => number | null = () => null) {
  const clock = createJumpingClock(1_000_000)
  const looks: number[] = []
  const jumps: number[] = []
  const errors: unknown[] = []
  let isFailing = false
  const ticker = createScheduleTicker({
    clock,
    tick() {
      looks.push(clock.steady.now() - 1_000_000)
      if (isFailing) throw new Error('no')
      return nextDue()
    },
    onClockWentBack: (by) => void jumps.push(by),
    onError: (error) => void errors.push(error)
  })
  const rest = () => Promise.resolve()
  const advance = async (ms: number) => {
    const until = clock.steady.now() + ms
    for (let due = clock.steady.nextDue(); due !== null && due <= until; due = clock.steady.nextDue()) {
      clock.steady.runDue(due)
      await rest()
    }
    clock.steady.runDue(until)
  }
  return { clock, ticker, looks, jumps, errors, rest, advance, fail: (value: boolean) => (isFailing = value) }
}

describe('schedule ticker', () => {
  test('looks at least once a minute', async () => {
    const { ticker, looks, rest, advance } = start()
    ticker.poke()
    await rest()
    await advance(3 * minute)
    expect(looks).toEqual([0, minute, 2 * minute, 3 * minute])
  })

  test('looks at the next due time', async () => {
    const { clock, ticker, looks, rest, advance } = start(() => (clock.now() < 1_020_000 ? 1_020_000 : null))
    ticker.poke()
    await rest()
    await advance(minute)
    expect(looks).toEqual([0, 20_000])
  })

  test('many pokes in one turn are one look', async () => {
    const { ticker, looks, rest } = start()
    for (let count = 0; count < 50; count += 1) ticker.poke()
    await rest()
    expect(looks).toEqual([0])
  })

  test('tells by how much the clock went back, and not of a trimming', async () => {
    const { clock, ticker, jumps, rest } = start()
    ticker.poke()
    await rest()
    clock.jump(-500)
    ticker.poke()
    await rest()
    clock.jump(-minute)
    ticker.poke()
    await rest()
    clock.jump(5 * minute)
    ticker.poke()
    await rest()
    expect(jumps).toEqual([minute])
  })

  test('a look that fails is told and comes again', async () => {
    const { ticker, looks, errors, rest, advance, fail } = start()
    fail(true)
    ticker.poke()
    await rest()
    fail(false)
    await advance(minute)
    expect(errors).toHaveLength(1)
    expect(looks).toEqual([0, minute])
  })

  test('stopped, it never looks again, not even for a poke before', async () => {
    const { clock, ticker, looks, rest, advance } = start()
    ticker.poke()
    await rest()
    ticker.poke()
    ticker.stop()
    await rest()
    await advance(5 * minute)
    expect(looks).toEqual([0])
    expect(clock.steady.nextDue()).toBeNull()
  })
})
