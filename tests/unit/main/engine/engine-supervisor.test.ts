import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { EngineSupervisor, type EngineState } from '../../../../electron/main/engine/engine-supervisor.ts'
import type { EngineProcessListeners } from '../../../../electron/main/engine/engine-process.ts'
import type { ToEngine } from '../../../../shared/contract/engine-link.ts'
import { succeed } from '../../../../shared/contract/result.ts'

interface FakeEngine extends EngineProcessListeners {
  readonly posted: ToEngine[]
  wasKilled: boolean
}

const patience = 5_000

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }))
afterEach(() => void vi.useRealTimers())

function supervised() {
  const engines: FakeEngine[] = []
  const states: EngineState[] = []
  const events: unknown[] = []
  const asked: unknown[] = []
  const supervisor = new EngineSupervisor({
    fork: (listeners) => {
      const engine: FakeEngine = { ...listeners, posted: [], wasKilled: false }
      engines.push(engine)
      return {
        pid: engines.length,
        post: (message) => (message.kind === 'ping' ? engine.onMessage({ kind: 'pong' }) : void engine.posted.push(message)),
        kill: () => {
          engine.wasKilled = true
        }
      }
    },
    now: () => Date.now(),
    patience,
    beatMs: 10_000,
    onEvent: (name, payload) => void events.push([name, payload]),
    onState: (state) => void states.push(state),
    answer: async (name, input) => {
      asked.push([name, input])
      return succeed('the secret')
    },
    log: () => {}
  })
  supervisor.start()
  const engine = (index: number): FakeEngine => {
    const found = engines[index]
    if (found === undefined) throw new Error(`engine ${index} was not started`)
    return found
  }
  const reply = (to: FakeEngine, value: unknown) => {
    const last = to.posted.at(-1)
    if (last?.kind !== 'request') throw new Error('nothing was asked')
    to.onMessage({ kind: 'reply', sequence: last.sequence, result: succeed(value) })
  }
  return { supervisor, engines, engine, states, events, asked, reply }
}

const read = (supervisor: EngineSupervisor) => supervisor.request('studio.counts', {})
const write = (supervisor: EngineSupervisor) => supervisor.request('studio.dismissRecovery', { recoveryId: '0b1f7a7e-3c1b-4d52-9d5c-111111111111' })

test('asks the engine and gives back its answer', async () => {
  const { supervisor, engine, reply, states } = supervised()
  engine(0).onMessage({ kind: 'ready' })
  const answer = read(supervisor)
  reply(engine(0), { workspaces: [] })
  expect(await answer).toEqual({ ok: true, value: { workspaces: [] } })
  expect(states).toEqual(['ready'])
})

test('matches answers to calls whatever their order', async () => {
  const { supervisor, engine } = supervised()
  engine(0).onMessage({ kind: 'ready' })
  const first = read(supervisor)
  const second = read(supervisor)
  const [one, two] = engine(0).posted
  if (one?.kind !== 'request' || two?.kind !== 'request') throw new Error('not asked')
  engine(0).onMessage({ kind: 'reply', sequence: two.sequence, result: succeed('second') })
  engine(0).onMessage({ kind: 'reply', sequence: one.sequence, result: succeed('first') })
  expect([await first, await second]).toEqual([succeed('first'), succeed('second')])
})

test('keeps early calls until the engine is ready', async () => {
  const { supervisor, engine, reply } = supervised()
  const answer = write(supervisor)
  expect(engine(0).posted).toEqual([])
  engine(0).onMessage({ kind: 'ready' })
  reply(engine(0), {})
  expect(await answer).toEqual(succeed({}))
})

test('says engine_starting when the engine takes too long, and does not carry the call out later', async () => {
  const { supervisor, engine } = supervised()
  const answer = write(supervisor)
  vi.advanceTimersByTime(patience)
  expect(await answer).toMatchObject({ ok: false, error: { code: 'engine_starting', retryable: true } })
  engine(0).onMessage({ kind: 'ready' })
  expect(engine(0).posted).toEqual([])
})

test('rejects a pending write when the engine ends, and never sends it twice', async () => {
  const { supervisor, engine, states } = supervised()
  engine(0).onMessage({ kind: 'ready' })
  const answer = write(supervisor)
  engine(0).onExit(1)
  expect(await answer).toMatchObject({ ok: false, error: { code: 'engine_stopped', retryable: true } })
  vi.advanceTimersByTime(500)
  engine(1).onMessage({ kind: 'ready' })
  expect(engine(1).posted).toEqual([])
  expect(states).toEqual(['ready', 'restarting', 'ready'])
})

test('asks a pending read once more after the restart, and only once', async () => {
  const { supervisor, engine, reply } = supervised()
  engine(0).onMessage({ kind: 'ready' })
  const kept = read(supervisor)
  engine(0).onExit(1)
  vi.advanceTimersByTime(500)
  engine(1).onMessage({ kind: 'ready' })
  reply(engine(1), 'again')
  expect(await kept).toEqual(succeed('again'))

  const unlucky = read(supervisor)
  engine(1).onExit(1)
  vi.advanceTimersByTime(2_000)
  engine(2).onMessage({ kind: 'ready' })
  expect(engine(2).posted).toHaveLength(1)
  engine(2).onExit(1)
  expect(await unlucky).toMatchObject({ ok: false, error: { code: 'engine_stopped' } })
})

test('waits 0.5 s, 2 s and 10 s, then gives up and answers everything at once', async () => {
  const { supervisor, engine, engines, states } = supervised()
  for (const [index, delay] of [500, 2_000, 10_000].entries()) {
    engine(index).onExit(1)
    vi.advanceTimersByTime(delay - 1)
    expect(engines).toHaveLength(index + 1)
    vi.advanceTimersByTime(1)
    expect(engines).toHaveLength(index + 2)
  }
  engine(3).onExit(1)
  expect(states).toEqual(['restarting', 'failed'])
  expect(await read(supervisor)).toMatchObject({ ok: false, error: { code: 'engine_stopped' } })
})

test('starts again at the user’s wish after it gave up', async () => {
  const { supervisor, engine, engines, reply } = supervised()
  for (const [index, delay] of [500, 2_000, 10_000, 0].entries()) {
    engine(index).onExit(1)
    vi.advanceTimersByTime(delay)
  }
  supervisor.restart()
  expect(engines).toHaveLength(5)
  engine(4).onMessage({ kind: 'ready' })
  const answer = read(supervisor)
  reply(engine(4), 'works')
  expect(await answer).toEqual(succeed('works'))
  engine(4).onExit(1)
  vi.advanceTimersByTime(500)
  expect(engines).toHaveLength(6)
})

test('restarts a running engine at the user’s wish without waiting', () => {
  const { supervisor, engine, engines, states } = supervised()
  engine(0).onMessage({ kind: 'ready' })
  supervisor.restart()
  expect(engine(0).wasKilled).toBe(true)
  engine(0).onExit(143)
  expect(engines).toHaveLength(2)
  expect(states).toEqual(['ready', 'restarting'])
})

test('hands the engine’s events and questions on, and answers only the engine that asked', async () => {
  const { engine, events, asked } = supervised()
  engine(0).onMessage({ kind: 'ready' })
  engine(0).onMessage({ kind: 'event', name: 'counts.changed', payload: {} })
  expect(events).toEqual([['counts.changed', {}]])
  engine(0).onMessage({ kind: 'question', sequence: 4, name: 'secrets.get', input: { reference: 'a' } })
  await vi.advanceTimersByTimeAsync(0)
  expect(asked).toEqual([['secrets.get', { reference: 'a' }]])
  expect(engine(0).posted).toEqual([{ kind: 'answer', sequence: 4, result: succeed('the secret') }])

  engine(0).onMessage({ kind: 'question', sequence: 5, name: 'secrets.get', input: { reference: 'a' } })
  engine(0).onExit(1)
  vi.advanceTimersByTime(500)
  await vi.advanceTimersByTimeAsync(0)
  expect(engine(1).posted).toEqual([])
})

test('does not listen to an engine that is gone', async () => {
  const { supervisor, engine, events, states } = supervised()
  engine(0).onExit(1)
  engine(0).onMessage({ kind: 'ready' })
  engine(0).onMessage({ kind: 'event', name: 'counts.changed', payload: {} })
  expect(states).toEqual(['restarting'])
  expect(events).toEqual([])
  const counts = read(supervisor)
  await vi.advanceTimersByTimeAsync(500)
  engine(1).onMessage({ kind: 'ready' })
  expect(engine(1).posted).toMatchObject([{ kind: 'request', name: 'studio.counts' }])
  const asked = engine(1).posted[0]
  if (asked?.kind === 'request') engine(1).onMessage({ kind: 'reply', sequence: asked.sequence, result: succeed({ workspaces: [] }) })
  expect(await counts).toEqual(succeed({ workspaces: [] }))
})

test('stops in order, and does not start again', async () => {
  const { supervisor, engine, engines } = supervised()
  engine(0).onMessage({ kind: 'ready' })
  const stopped = supervisor.stop(3_000)
  expect(engine(0).posted).toMatchObject([{ kind: 'request', name: 'engine.stop' }])
  engine(0).onExit(0)
  await stopped
  vi.advanceTimersByTime(60_000)
  expect(engines).toHaveLength(1)
  expect(engine(0).wasKilled).toBe(false)
  expect(await read(supervisor)).toMatchObject({ ok: false, error: { code: 'engine_stopped' } })
})

test('ends an engine by force that does not stop in time', async () => {
  const { supervisor, engine } = supervised()
  engine(0).onMessage({ kind: 'ready' })
  const stopped = supervisor.stop(3_000)
  vi.advanceTimersByTime(3_000)
  expect(engine(0).wasKilled).toBe(true)
  engine(0).onExit(143)
  await stopped
})

test('stops at once when no engine runs, and cancels the start that was due', async () => {
  const { supervisor, engine, engines } = supervised()
  engine(0).onExit(1)
  await supervisor.stop(3_000)
  vi.advanceTimersByTime(60_000)
  expect(engines).toHaveLength(1)
})

test('an engine that hangs before it was ever ready is ended after ten minutes, and started anew', () => {
  const { engines, engine, states } = supervised()
  vi.advanceTimersByTime(9 * 60_000)
  expect(engine(0).wasKilled).toBe(false)
  vi.advanceTimersByTime(2 * 60_000)
  expect(engine(0).wasKilled).toBe(true)
  engine(0).onExit(137)
  vi.advanceTimersByTime(60_000)
  expect(engines).toHaveLength(2)
  engine(1).onMessage({ kind: 'ready' })
  vi.advanceTimersByTime(60 * 60_000)
  expect(engine(1).wasKilled).toBe(false)
  expect(states).toEqual(['restarting', 'ready'])
})
