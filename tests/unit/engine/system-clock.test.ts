import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { systemClock } from '../../../electron/engine/time/system-clock.ts'

const hour = 3_600_000

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] }))
afterEach(() => void vi.useRealTimers())

describe('the real clock', () => {
  it('calls back once, not before the delay has passed', () => {
    const callback = vi.fn()
    systemClock.after(1500, callback)
    vi.advanceTimersByTime(1499)
    expect(callback).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    vi.advanceTimersByTime(10 * hour)
    expect(callback).toHaveBeenCalledOnce()
  })

  it('never leaves more than an hour to one timer, so that forty days come out right', () => {
    const callback = vi.fn()
    const setTimeoutSpy = vi.spyOn(globalThis, 'setTimeout')
    systemClock.after(40 * 24 * hour, callback)
    vi.advanceTimersByTime(40 * 24 * hour - 1)
    expect(callback).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(callback).toHaveBeenCalledOnce()
    for (const [, delay] of setTimeoutSpy.mock.calls) expect(delay).toBeLessThanOrEqual(hour)
  })

  it('notices within an hour that the computer slept over the time', () => {
    const callback = vi.fn()
    systemClock.after(8 * hour, callback)
    vi.advanceTimersByTime(30 * 60_000)
    vi.setSystemTime(Date.now() + 10 * hour)
    vi.advanceTimersByTime(30 * 60_000)
    expect(callback).toHaveBeenCalledOnce()
  })

  it('does not wait longer because the calendar was set back', () => {
    const callback = vi.fn()
    systemClock.after(2 * hour, callback)
    vi.setSystemTime(Date.now() - 48 * hour)
    vi.advanceTimersByTime(2 * hour)
    expect(callback).toHaveBeenCalledOnce()
  })

  it('can be taken back, also between two stretches', () => {
    const callback = vi.fn()
    const cancel = systemClock.after(3 * hour, callback)
    vi.advanceTimersByTime(2 * hour + 1)
    cancel()
    vi.advanceTimersByTime(5 * hour)
    expect(callback).not.toHaveBeenCalled()
  })

  it('never calls back before it has given the function that takes it back', () => {
    const callback = vi.fn()
    systemClock.after(-5, callback)
    expect(callback).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(callback).toHaveBeenCalledOnce()
  })
})
