import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createScriptedNetwork, identityOf, type ScriptedNetwork } from '../support/scripted-network.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

let network: ScriptedNetwork
let engine: TestEngine
let workspaceId: string
let accountId: string

const lea = identityOf('lea.example')
const login = { networkId: 'bluesky', serverUrl: 'https://server.example', identifier: 'lea', appPassword: 'abcd-efgh-ijkl-mnop' } as const

/** An account whose access is over: the next call renews it, with a token that is good for one renewal. */
beforeEach(async () => {
  network = createScriptedNetwork('bluesky')
  network.people.set('lea', { password: login.appPassword, identity: lea })
  engine = await startTestEngine({ adapters: [network.adapter] })
  workspaceId = engine.random.id()
  await engine.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' })
  accountId = (await engine.ask('accounts.connectWithAppPassword', { workspaceId, ...login })).id
  network.expiredSecrets.set('secret-1 of @lea.example', lea)
})
afterEach(() => engine.stop())

const check = () => engine.request('accounts.check', { workspaceId, accountId })
const inTheKeychain = () => [...engine.secrets.entries.values()]

describe('an end of the engine while an access is renewed', () => {
  /** The network takes its time with the renewal; the keychain too, when it is asked. */
  async function renewing() {
    let isOut = false
    let answer: () => void = () => undefined
    const answered = new Promise<void>((resolve) => (answer = resolve))
    const renew = async () => {
      isOut = true
      await answered
      return { ok: true, value: { secret: 'one-use token', accessEndsAt: null } }
    }
    Object.assign(network.adapter.connect, { renew })
    void check()
    await engine.until(() => isOut)
    return answer
  }

  it('waits until the keychain has the new one', async () => {
    const answer = await renewing()
    const put = engine.secrets.put
    engine.secrets.put = async (reference, secret) => {
      await new Promise((resolve) => setTimeout(resolve, 50))
      return put(reference, secret)
    }
    let hasEnded = false
    const ending = engine.restart({ crash: false }).then(() => (hasEnded = true))
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(hasEnded).toBe(false)
    answer()
    await ending
    expect(inTheKeychain()).toEqual(['one-use token'])
  })

  it('waits no longer than four seconds', async () => {
    await renewing()
    let hasEnded = false
    const ending = engine.askAsMain('engine.stop', {}).then(() => (hasEnded = true))
    await engine.advance(3999)
    expect(hasEnded).toBe(false)
    // What ends before the accounts takes real time (files, threads), so their four seconds may begin a moment later.
    for (let more = 0; !hasEnded && more < 200; more += 1) {
      await engine.advance(more === 0 ? 1 : 100)
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    await ending
    expect(hasEnded).toBe(true)
  })
})

describe('a keychain that is locked in the middle of a renewal', () => {
  async function refusedOnce() {
    const put = engine.secrets.put
    engine.secrets.put = async () => ({ ok: false, error: { code: 'keychain_timeout', message: 'locked', retryable: true } })
    expect(await check()).toMatchObject({ ok: false, error: { code: 'keychain_timeout' } })
    engine.secrets.put = put
    expect(inTheKeychain()).toEqual(['secret-1 of @lea.example'])
  }

  it('costs no login: the next call shows the new access, and the keychain gets it then', async () => {
    await refusedOnce()
    expect(await check()).toMatchObject({ ok: true, value: { state: 'connected' } })
    expect(network.calls.slice(-2)).toEqual(['renew secret-1 of @lea.example', 'whoAmI secret-2 of @lea.example'])
    expect(inTheKeychain()).toEqual(['secret-2 of @lea.example'])
    expect(engine.logLines.filter((line) => line.includes('secret-2'))).toEqual([])
  })

  it('goes on with the new access while it stays locked', async () => {
    await refusedOnce()
    engine.secrets.failWith('keychain_timeout')
    expect(await check()).toMatchObject({ ok: true, value: { state: 'connected' } })
    engine.secrets.failWith(null)
    expect(inTheKeychain()).toEqual(['secret-1 of @lea.example'])
  })

  it('gets it at the end of the engine, when nothing was called in between', async () => {
    await refusedOnce()
    await engine.restart({ crash: false })
    expect(inTheKeychain()).toEqual(['secret-2 of @lea.example'])
    expect(await check()).toMatchObject({ ok: true, value: { state: 'connected' } })
  })

  it('never gets it after a new login', async () => {
    await refusedOnce()
    expect(await engine.request('accounts.connectWithAppPassword', { workspaceId, ...login, accountId })).toMatchObject({ ok: true })
    await engine.restart({ crash: false })
    expect(inTheKeychain()).toEqual(['secret-3 of @lea.example'])
  })

  it('keeps it through a new login that the keychain refuses too', async () => {
    await refusedOnce()
    engine.secrets.failWith('keychain_timeout')
    expect(await engine.request('accounts.connectWithAppPassword', { workspaceId, ...login, accountId })).toMatchObject({ ok: false, error: { code: 'keychain_timeout' } })
    engine.secrets.failWith(null)
    await engine.restart({ crash: false })
    expect(inTheKeychain()).toEqual(['secret-2 of @lea.example'])
  })

  it('never gets it after the account, or its client, was removed', async () => {
    await refusedOnce()
    await engine.ask('workspaces.remove', { workspaceId })
    expect(inTheKeychain()).toEqual([])
  })
})
