import { afterEach, beforeEach, expect, it } from 'vitest'
import type { NetworkAdapter } from '../../../electron/engine/networks/network-adapter.ts'
import type { BrowserConnect } from '../../../electron/engine/networks/network-connect.ts'
import { createScriptedNetwork, identityOf, type ScriptedNetwork } from '../support/scripted-network.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

const atelier = identityOf('atelier', { remoteId: '1001' })
const boutique = identityOf('boutique', { remoteId: '1002' })
let network: ScriptedNetwork
let engine: TestEngine
let workspaceId: string
let loginId: string
let answer: Promise<void>

/** A network whose login opens two accounts. */
function openingBoth({ adapter, goodSecrets }: ScriptedNetwork): NetworkAdapter {
  const connect = adapter.connect as BrowserConnect
  goodSecrets.set('secret of atelier', atelier).set('secret of boutique', boutique)
  const complete: BrowserConnect['complete'] = () => answer.then(() => ({ ok: true, value: { identity: atelier, secret: 'secret of atelier', others: [{ identity: boutique, secret: 'secret of boutique' }] } }))
  return { ...adapter, connect: { ...connect, complete } }
}

beforeEach(async () => {
  answer = Promise.resolve()
  network = createScriptedNetwork('mastodon', 'browser_login')
  engine = await startTestEngine({ adapters: [openingBoth(network)] })
  workspaceId = engine.random.id()
  loginId = engine.random.id()
  await engine.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' })
})
afterEach(() => engine.stop())

const list = async () => (await engine.ask('accounts.list', { workspaceId })).accounts
const begin = (more: object = {}) => engine.askAsMain('login.begin', { loginId, workspaceId, networkId: 'mastodon', serverUrl: 'server.example', redirectUri: 'http://127.0.0.1:1/back', ...more })
const complete = () => engine.askAsMain('login.complete', { loginId, code: 'x', issuer: null })
const offered = () => engine.events.filter(({ name }) => name === 'accounts.loginChoice').map(({ payload }) => payload)
const untilOffered = async (): Promise<void> => {
  await expect.poll(() => offered().length).toBe(1)
}

it('asks which of several accounts is meant, and connects that one alone', async () => {
  await begin()
  const completed = complete()
  await untilOffered()
  expect(offered()).toEqual([{ loginId, choices: [{ remoteId: '1001', displayName: 'atelier', handle: '@atelier' }, { remoteId: '1002', displayName: 'boutique', handle: '@boutique' }] }])
  expect(JSON.stringify(engine.events)).not.toContain('secret of')
  expect(await engine.request('accounts.chooseForLogin', { loginId, remoteId: '1003' })).toMatchObject({ ok: false, error: { code: 'invalid_input' } })
  expect(await list()).toEqual([])
  await engine.ask('accounts.chooseForLogin', { loginId, remoteId: '1002' })
  expect(await completed).toMatchObject({ ok: true, value: { account: { remoteId: '1002' } } })
  expect(await list()).toMatchObject([{ remoteId: '1002', state: 'connected' }])
  expect(await engine.request('accounts.chooseForLogin', { loginId, remoteId: '1001' })).toMatchObject({ ok: false, error: { code: 'login_cancelled' } })
})

it('keeps nothing when the login is given up, or nobody chooses within ten minutes', async () => {
  await begin()
  const abandoned = complete()
  await untilOffered()
  await engine.askAsMain('login.abandon', { loginId })
  expect(await abandoned).toMatchObject({ ok: false, error: { code: 'login_cancelled' } })
  loginId = engine.random.id()
  await begin()
  const forgotten = complete()
  await expect.poll(() => offered().length).toBe(2)
  await engine.advance(10 * 60_000)
  expect(await forgotten).toMatchObject({ ok: false, error: { code: 'login_cancelled' } })
  expect([await list(), engine.secrets.entries.size]).toEqual([[], 0])
})

it('asks nobody when the login was given up before the network answered', async () => {
  let arrive: () => void = () => undefined
  answer = new Promise((resolve) => (arrive = resolve))
  await begin()
  const completed = complete()
  await engine.askAsMain('login.abandon', { loginId })
  expect(await completed).toMatchObject({ ok: false, error: { code: 'login_cancelled' } })
  arrive()
  await engine.until(() => network.calls.includes('revoke secret of boutique'))
  expect(network.calls).toContain('revoke secret of atelier')
  expect([offered(), await list(), engine.secrets.entries.size]).toEqual([[], [], 0])
})

it('ends at the network what was given up while it was asked for', async () => {
  await begin()
  const completed = complete()
  await untilOffered()
  await engine.askAsMain('login.abandon', { loginId })
  await completed
  await engine.until(() => network.calls.includes('revoke secret of boutique'))
  expect(network.goodSecrets.size).toBe(0)
})

it('asks nothing when a certain account is connected again', async () => {
  await begin()
  const first = complete()
  await untilOffered()
  await engine.ask('accounts.chooseForLogin', { loginId, remoteId: '1002' })
  await first
  const [account] = await list()
  loginId = engine.random.id()
  await begin({ accountId: account!.id })
  expect(await complete()).toMatchObject({ ok: true, value: { account: { id: account!.id, remoteId: '1002' } } })
  expect(offered()).toHaveLength(1)
})
