import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { watchPower } from '../../../../electron/main/lifecycle/power-events.ts'
import { endOnUncaughtErrors } from '../../../../electron/main/lifecycle/uncaught-errors.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

type Listener = (...values: unknown[]) => void

function emitter() {
  const listeners = new Map<string, Listener>()
  const on = (name: string, listener: Listener) => void listeners.set(name, listener)
  return { on, fire: (name: string, ...values: unknown[]) => listeners.get(name)?.(...values), names: () => [...listeners.keys()] }
}

function watched() {
  const told: unknown[] = []
  let isOnline = false
  const { on, fire } = emitter()
  const stop = watchPower({
    powerMonitor: { on } as unknown as Parameters<typeof watchPower>[0]['powerMonitor'],
    net: { isOnline: () => isOnline },
    onResume: () => void told.push('resume'),
    onNetwork: (online) => void told.push(online),
    onSystemShutdown: () => void told.push('shutdown')
  })
  const goOnline = (online: boolean) => {
    isOnline = online
    vi.advanceTimersByTime(5_000)
  }
  return { told, fire, stop, goOnline }
}

test('tells of waking up, and holds the system back while it ends', () => {
  const { told, fire } = watched()
  let held = false
  fire('resume')
  fire('unlock-screen')
  fire('shutdown', { preventDefault: () => (held = true) })
  fire('shutdown')
  expect(told).toEqual(['resume', 'resume', 'shutdown', 'shutdown'])
  expect(held).toBe(true)
})

test('tells changes of the network, never its first word', () => {
  const { told, stop, goOnline } = watched()
  goOnline(false)
  expect(told).toEqual([])
  goOnline(true)
  goOnline(true)
  goOnline(false)
  expect(told).toEqual([true, false])
  stop()
  goOnline(true)
  expect(told).toEqual([true, false])
})

function uncaught(isAttended: boolean) {
  const { on, fire, names } = emitter()
  const done: string[] = []
  endOnUncaughtErrors({
    process: { on } as unknown as Parameters<typeof endOnUncaughtErrors>[0]['process'],
    log: (text) => void done.push(text.split('\n')[0] ?? ''),
    end: () => void done.push('end'),
    tell: isAttended ? () => void done.push('tell') : null
  })
  return { fire, names, done }
}

test('a bug in main is written down, told where somebody is there, and ends the process', () => {
  for (const [isAttended, told] of [[true, ['tell']], [false, []]] as const) {
    const { fire, names, done } = uncaught(isAttended)
    expect(names()).toEqual(['uncaughtException', 'unhandledRejection'])
    fire('uncaughtException', new Error('bug'))
    expect(done).toEqual(['uncaught: Error: bug', ...told, 'end'])
  }
})

test('a promise that fails unheard ends only a run that nobody sits in front of', () => {
  const attended = uncaught(true)
  attended.fire('unhandledRejection', 'a text')
  expect(attended.done).toEqual(['a promise failed unheard: a text'])
  const alone = uncaught(false)
  alone.fire('unhandledRejection', 'a text')
  expect(alone.done).toEqual(['a promise failed unheard: a text', 'end'])
})
