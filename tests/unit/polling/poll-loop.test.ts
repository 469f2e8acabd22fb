import { describe, expect, it } from 'vitest'
import { createPollLoop, type PollLoopNeeds, type PollOutcome, type PollState } from '../../../electron/engine/polling/poll-loop.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import { createSeededRandom } from '../../integration/support/seeded-random.ts'
import { createSteppedClock } from '../../support/stepped-clock.ts'

const minute = 60_000
const fetched: PollOutcome = { kind: 'fetched', pollAgainAfterMs: null }
const failed = (changes: Partial<Extract<PollOutcome, { kind: 'failed' }>> = {}): PollOutcome => ({
  kind: 'failed', error: studioError('server_error', 'no'), notBefore: null, suspend: false, ...changes
})

function build(outcomes: readonly PollOutcome[] = [], changes: Partial<PollLoopNeeds> = {}) {
  const clock = createSteppedClock()
  const start = clock.now()
  const fetches: number[] = []
  const states: PollState[] = []
  const network = { isThere: true }
  const script = [...outcomes]
  const loop = createPollLoop({
    clock,
    random: createSeededRandom(1),
    log: { info() {}, warning() {}, error() {} },
    name: '@lea@example.org',
    mayFetch: () => network.isThere,
    async fetch() {
      fetches.push(clock.now() - start)
      return script.shift() ?? fetched
    },
    onState: (state) => states.push(state),
    ...changes
  })
  return { clock, loop, fetches, states, network }
}

describe('poll loop', () => {
  it('fetches soon after the start and then every five minutes or so', async () => {
    const { clock, loop, fetches, states } = build()
    expect(loop.state()).toBe('starting')
    loop.start()
    await clock.advance(2_000)
    expect(fetches).toHaveLength(1)
    await clock.advance(30 * minute)
    expect(fetches.length).toBeGreaterThanOrEqual(6)
    expect(fetches.length).toBeLessThanOrEqual(8)
    expect(states.slice(0, 4)).toEqual(['polling', 'ready', 'polling', 'ready'])
    await loop.stop()
  })

  it('asks more often while the screen is open, and takes the time already waited into account', async () => {
    const { clock, loop, fetches } = build()
    loop.start()
    await clock.advance(2_000)
    await clock.advance(2 * minute)
    loop.setPace('watched')
    await clock.advance(1)
    expect(fetches).toHaveLength(2)
    await clock.advance(3 * minute)
    expect(fetches.length).toBeGreaterThanOrEqual(5)
  })

  it('backs off after failures and forgets them after a success', async () => {
    const { clock, loop, fetches, states } = build([failed(), failed(), failed()])
    loop.start()
    await clock.advance(10 * minute)
    const gaps = fetches.slice(1).map((at, index) => at - (fetches[index] ?? 0))
    expect(gaps[0]).toBeGreaterThanOrEqual(24_000)
    expect(gaps[0]).toBeLessThanOrEqual(36_000)
    expect(gaps[1]).toBeGreaterThanOrEqual(48_000)
    expect(gaps[2]).toBeGreaterThanOrEqual(96_000)
    expect(states).toContain('error')
    expect(loop.state()).toBe('ready')
    expect(loop.lastError()).toBeNull()
  })

  it('waits for the end of a rate limit, also when asked to refresh', async () => {
    const build1 = build([])
    const until = build1.clock.now() + 40 * minute
    const { clock, loop, fetches } = build([failed({ notBefore: until, error: studioError('rate_limited', 'slow down') })])
    loop.start()
    await clock.advance(3_000)
    await loop.pollNow()
    await clock.advance(39 * minute)
    expect(fetches).toHaveLength(1)
    await clock.advance(2 * minute)
    expect(fetches).toHaveLength(2)
  })

  it('never asks sooner than the server wished, watched or not', async () => {
    const { clock, loop, fetches } = build([{ kind: 'fetched', pollAgainAfterMs: 20 * minute }])
    loop.start()
    loop.setPace('watched')
    await clock.advance(3_000)
    loop.setPace('background')
    loop.setPace('watched')
    await loop.pollNow()
    await clock.advance(19 * minute)
    expect(fetches).toHaveLength(1)
    await clock.advance(2 * minute)
    expect(fetches.length).toBeGreaterThanOrEqual(2)
  })

  it('rests while the network is away and asks at once when it is back', async () => {
    const { clock, loop, fetches, network } = build()
    loop.start()
    await clock.advance(3_000)
    network.isThere = false
    loop.resume()
    expect(loop.state()).toBe('suspended')
    expect(clock.nextDue()).toBeNull()
    await clock.advance(60 * minute)
    await loop.pollNow()
    expect(fetches).toHaveLength(1)
    network.isThere = true
    loop.resume()
    await clock.advance(500)
    expect(fetches).toHaveLength(2)
    expect(loop.state()).toBe('ready')
  })

  it('rests when a fetch shows that the network is gone', async () => {
    const network = { isThere: true }
    const { clock, loop, fetches } = build([], {
      mayFetch: () => network.isThere,
      async fetch() {
        network.isThere = false
        return failed({ error: studioError('offline', 'away') })
      }
    })
    loop.start()
    await clock.advance(60 * minute)
    expect(loop.state()).toBe('suspended')
    expect(fetches).toHaveLength(0)
  })

  it('waits for the user after a refused login, until resumed', async () => {
    const { clock, loop, fetches } = build([failed({ suspend: true, error: studioError('auth_revoked', 'log in again') })])
    loop.start()
    await clock.advance(60 * minute)
    expect(fetches).toHaveLength(1)
    expect(loop.state()).toBe('suspended')
    expect(loop.lastError()?.code).toBe('auth_revoked')
    loop.resume()
    await clock.advance(500)
    expect(fetches).toHaveLength(2)
    expect(loop.state()).toBe('ready')
  })

  it('runs one fetch at a time', async () => {
    let running = 0
    let most = 0
    const gates: (() => void)[] = []
    const { clock, loop } = build([], {
      async fetch() {
        running += 1
        most = Math.max(most, running)
        await new Promise<void>((resolve) => gates.push(resolve))
        running -= 1
        return fetched
      }
    })
    loop.start()
    const waits = [loop.pollNow(), loop.pollNow()]
    await clock.advance(20 * minute)
    loop.resume()
    waits.push(loop.pollNow())
    await clock.advance(20 * minute)
    expect(gates).toHaveLength(1)
    gates[0]?.()
    await Promise.all(waits)
    expect(most).toBe(1)
    expect(loop.state()).toBe('ready')
  })

  it('survives an adapter that throws', async () => {
    let calls = 0
    const { clock, loop } = build([], {
      async fetch() {
        calls += 1
        if (calls === 1) throw new TypeError('undefined is not a function')
        return fetched
      }
    })
    loop.start()
    await clock.advance(3_000)
    expect(loop.state()).toBe('error')
    await clock.advance(minute)
    expect(loop.state()).toBe('ready')
  })

  it('stops: aborts the fetch, waits for its end, and leaves no timer', async () => {
    let wasAborted = false
    const { clock, loop, states } = build([], {
      fetch: (signal) =>
        new Promise((resolve) => {
          signal.addEventListener('abort', () => {
            wasAborted = true
            resolve(fetched)
          })
        })
    })
    loop.start()
    await clock.advance(3_000)
    await loop.stop()
    expect(wasAborted).toBe(true)
    expect(clock.nextDue()).toBeNull()
    await loop.pollNow()
    loop.resume()
    await clock.advance(60 * minute)
    expect(states).toEqual(['polling'])
  })
})
