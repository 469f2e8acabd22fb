import { describe, expect, it } from 'vitest'
import { createConnectivity } from '../../../electron/engine/http/connectivity.ts'
import { createHttpWithConnectivity } from '../../../electron/engine/http/http-with-connectivity.ts'
import type { HttpClient, HttpResult } from '../../../electron/engine/http/http-client.ts'
import { studioError, type StudioErrorCode } from '../../../shared/errors/studio-error.ts'
import { createManualClock } from '../../integration/support/manual-clock.ts'

const server = 'https://pds.example'
const otherServer = 'https://blog.example'
const practice = 'http://127.0.0.1:4711'
const second = 1000

/** A network that is there or not, for each server. */
function rig(options: { workOffline?: boolean; known?: readonly string[] } = {}) {
  const clock = createManualClock(1_000_000)
  const down = new Set<string>()
  const asked: string[] = []
  let failure: { sent: 'no' | 'maybe'; code: StudioErrorCode } = { sent: 'no', code: 'unreachable' }
  const network: HttpClient = {
    async send({ url, method }): Promise<HttpResult> {
      asked.push(`${method} ${url}`)
      if (down.has(new URL(url).origin)) return { ok: false, failure: { sent: failure.sent, error: studioError(failure.code, 'down') } }
      return { ok: true, response: { status: 404, headers: {}, body: new Uint8Array(), url } }
    }
  }
  const connectivity = createConnectivity({ clock, http: network, workOffline: options.workOffline ?? false, knownOrigins: () => options.known ?? [] })
  const http = createHttpWithConnectivity(network, connectivity)
  const states: string[] = []
  connectivity.onChange(({ state }) => states.push(state))
  return {
    clock, down, asked, connectivity, states,
    call: (origin: string) => http.send({ method: 'GET', url: `${origin}/x`, signed: false }),
    failAs: (next: typeof failure) => void (failure = next),
    async advance(ms: number) {
      const until = clock.now() + ms
      for (let due = clock.nextDue(); due !== null && due <= until; due = clock.nextDue()) {
        clock.runDue(due)
        await new Promise((resolve) => setImmediate(resolve))
      }
      clock.runDue(until)
    }
  }
}

describe('connectivity', () => {
  it('is online until something says otherwise', () => {
    const { connectivity } = rig()
    expect(connectivity.current()).toEqual({ state: 'online', since: 1_000_000 })
  })

  it('goes offline when a call certainly did not leave, and notices by itself when the network is back', async () => {
    const { call, down, connectivity, states, clock, advance } = rig({ known: [server] })
    down.add(server)
    await call(server)
    expect(connectivity.current()).toEqual({ state: 'offline', since: clock.now() })
    await advance(60 * second)
    expect(states).toEqual(['offline'])
    down.clear()
    await advance(60 * second)
    expect(states).toEqual(['offline', 'online'])
    expect(clock.nextDue()).toBeNull()
  })

  it('looks for the network ever less often, at least once a minute', async () => {
    const { call, down, asked, advance } = rig({ known: [server] })
    down.add(server)
    await call(server)
    asked.length = 0
    await advance(75 * second) // after 5, 15, 35, 75 s
    expect(asked).toEqual(Array.from({ length: 4 }, () => `HEAD ${server}/`))
    asked.length = 0
    await advance(600 * second)
    expect(asked).toHaveLength(10)
  })

  it('takes one server that is down for that, as long as another answers', async () => {
    const { call, down, connectivity, advance } = rig({ known: [server] })
    await call(otherServer)
    down.add(server)
    await call(server)
    expect(connectivity.current().state).toBe('online')
    await advance(31 * second)
    await call(server)
    expect(connectivity.current().state).toBe('offline')
    await advance(6 * second)
    expect(connectivity.current().state).toBe('online')
  })

  it.each([
    ['the request may have arrived', { sent: 'maybe', code: 'timeout' }],
    ['the address is refused by rule', { sent: 'no', code: 'address_refused' }]
  ] as const)('learns nothing from a failure when %s', async (_, failure) => {
    const { call, down, connectivity, failAs } = rig({ known: [server] })
    failAs(failure)
    down.add(server)
    await call(server)
    expect(connectivity.current().state).toBe('online')
  })

  it('does not take the studio offline for one address that was mistyped, however often it is tried', async () => {
    const { call, down, connectivity, states, clock, advance } = rig()
    const mistyped = 'https://bolg.example'
    for (const origin of [mistyped, 'http://bolg.example', mistyped]) {
      down.add(origin)
      await call(origin)
    }
    await advance(11 * second)
    down.add('https://blgo.example')
    await call('https://blgo.example')
    expect([connectivity.current().state, connectivity.canReach(server), states]).toEqual(['online', true, []])
    expect(clock.nextDue()).toBeNull()
  })

  it('takes several servers that fail at once for a network that is away, though none was ever reached', async () => {
    const { call, down, states, advance, connectivity } = rig()
    for (const origin of [server, otherServer]) {
      down.add(origin)
      await call(origin)
    }
    expect(connectivity.current().state).toBe('offline')
    down.delete(otherServer)
    await advance(6 * second)
    await call(otherServer)
    expect(states).toEqual(['offline', 'online'])
  })

  it('asks the servers of the accounts while offline, so that two addresses that do not exist keep nothing back', async () => {
    const { call, down, states, asked, advance } = rig({ known: [otherServer] })
    for (const origin of ['https://bolg.example', server]) {
      down.add(origin)
      await call(origin)
    }
    expect(states).toEqual(['offline'])
    asked.length = 0
    await advance(5 * second)
    expect(asked).toEqual([`HEAD ${otherServer}/`])
    expect(states).toEqual(['offline', 'online'])
  })

  it('knows on a train, from the server of an account, that the network is away', async () => {
    const { call, down, connectivity } = rig({ known: [server] })
    down.add(server)
    await call(server)
    expect(connectivity.current().state).toBe('offline')
  })

  it('learns nothing about the network from servers on this computer', async () => {
    const { call, down, connectivity } = rig({ known: [server] })
    down.add(practice)
    await call(practice)
    expect(connectivity.current().state).toBe('online')
    down.add(server)
    await call(server)
    down.delete(practice)
    await call(practice)
    expect(connectivity.current().state).toBe('offline')
  })

  it('believes the system that there is no network, but not blindly that there is one', async () => {
    const { call, connectivity, down, asked, states } = rig()
    await call(server)
    connectivity.hint(false)
    expect(connectivity.current().state).toBe('offline')
    down.add(server)
    connectivity.hint(true)
    await new Promise((resolve) => setImmediate(resolve))
    expect(connectivity.current().state).toBe('offline')
    expect(asked).toContain(`HEAD ${server}/`)
    down.clear()
    connectivity.hint(true)
    await new Promise((resolve) => setImmediate(resolve))
    expect(states).toEqual(['offline', 'online'])
  })

  it('believes the system when there is no server to ask', () => {
    const { connectivity, states } = rig()
    connectivity.hint(false)
    connectivity.hint(true)
    expect(states).toEqual(['offline', 'online'])
  })

  it('lets calls out while offline: their success is how the network shows', async () => {
    const { call, connectivity } = rig()
    connectivity.hint(false)
    expect((await call(server)).ok).toBe(true)
    expect(connectivity.current().state).toBe('online')
  })

  it('sends nothing while the user works offline, not even to this computer, and probes nothing', async () => {
    const { call, connectivity, asked, advance, clock } = rig()
    connectivity.hint(false)
    connectivity.setWorkOffline(true)
    expect(connectivity.current()).toEqual({ state: 'working_offline', since: clock.now() })
    for (const origin of [server, practice]) {
      expect(await call(origin)).toEqual({ ok: false, failure: { sent: 'no', error: expect.objectContaining({ code: 'offline', retryable: true }) } })
      expect(connectivity.canReach(origin)).toBe(false)
    }
    await advance(600 * second)
    expect(asked).toEqual([])
    connectivity.setWorkOffline(false)
    expect(connectivity.current().state).toBe('offline')
  })

  it('starts as the user left it', async () => {
    const { call, connectivity } = rig({ workOffline: true })
    expect(connectivity.current().state).toBe('working_offline')
    expect((await call(server)).ok).toBe(false)
  })

  it('says that this computer can be reached while there is no network', () => {
    const { connectivity } = rig()
    connectivity.hint(false)
    expect([connectivity.canReach(practice), connectivity.canReach('http://localhost:80/x'), connectivity.canReach(server), connectivity.canReach('nonsense')]).toEqual([true, true, false, false])
  })

  it('tells nobody and starts nothing after its end', async () => {
    const { call, connectivity, down, states, clock } = rig({ known: [server] })
    connectivity.stop()
    down.add(server)
    await call(server)
    connectivity.hint(false)
    expect(states).toEqual([])
    expect(clock.nextDue()).toBeNull()
  })
})
