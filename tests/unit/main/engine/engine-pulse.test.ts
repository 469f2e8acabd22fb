import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { EnginePulse, type PulsePhase } from '../../../../electron/main/engine/engine-pulse.ts'

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }))
afterEach(() => void vi.useRealTimers())

function beating(answers: () => boolean, phase: PulsePhase = 'ready') {
  const said: string[] = []
  let asked = 0
  const pulse: EnginePulse = new EnginePulse({
    everyMs: 10_000,
    now: () => Date.now(),
    ask() {
      asked += 1
      if (answers()) pulse.heard()
    },
    onSilent: () => void said.push('silent'),
    onAlive: () => void said.push('alive'),
    onLost: () => void said.push('lost')
  })
  pulse.start(phase)
  return { pulse, said, asked: () => asked }
}

test('an engine that answers is asked on and on, and nothing is said', () => {
  const { said, asked } = beating(() => true)
  vi.advanceTimersByTime(10 * 60_000)
  expect([said, asked()]).toEqual([[], 60])
})

test('one that does not is said to be silent after half a minute, and is lost after a good minute, once', () => {
  const { said } = beating(() => false)
  vi.advanceTimersByTime(29_000)
  expect(said).toEqual([])
  vi.advanceTimersByTime(2_000)
  expect(said).toEqual(['silent'])
  vi.advanceTimersByTime(38_000)
  expect(said).toEqual(['silent'])
  vi.advanceTimersByTime(2_000)
  expect(said).toEqual(['silent', 'lost'])
  vi.advanceTimersByTime(10 * 60_000)
  expect(said).toEqual(['silent', 'lost'])
})

test('any message of its is a sign of life', () => {
  const { pulse, said } = beating(() => false)
  for (let count = 0; count < 20; count += 1) {
    vi.advanceTimersByTime(15_000)
    pulse.heard()
  }
  expect(said).toEqual([])
  vi.advanceTimersByTime(35_000)
  pulse.heard()
  expect(said).toEqual(['silent', 'alive'])
})

test('a night of sleep is no silence: the engine had no chance to answer', () => {
  const { said } = beating(() => false)
  vi.advanceTimersByTime(15_000)
  for (let night = 0; night < 3; night += 1) {
    vi.setSystemTime(Date.now() + 8 * 3_600_000)
    vi.advanceTimersByTime(15_000)
  }
  expect(said).toEqual([])
})

test('a clock that is set back keeps nobody from noticing, and one that is stopped says nothing more', () => {
  const { pulse, said } = beating(() => false)
  vi.setSystemTime(Date.now() - 3 * 3_600_000)
  vi.advanceTimersByTime(35_000)
  expect(said).toEqual(['silent'])
  pulse.stop()
  vi.advanceTimersByTime(10 * 60_000)
  expect(said).toEqual(['silent'])
})

test('one that starts is asked nothing, and is lost only after ten minutes without a word', () => {
  const { pulse, said, asked } = beating(() => false, 'starting')
  vi.advanceTimersByTime(9 * 60_000)
  pulse.heard()
  vi.advanceTimersByTime(10 * 60_000 - 1000)
  expect([said, asked()]).toEqual([[], 0])
  vi.advanceTimersByTime(11_000)
  expect(said).toEqual(['lost'])
})
