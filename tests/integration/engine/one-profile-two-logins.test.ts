import { afterEach, beforeEach, expect, it } from 'vitest'
import type { AccountIdentity, BrowserConnect } from '../../../electron/engine/networks/network-connect.ts'
import { createScriptedNetwork, identityOf } from '../support/scripted-network.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

/** The same profile, as two people reach it, and another one. */
const ours = identityOf('comptoir', { remoteId: 'accounts/101/locations/1' })
const theirs = identityOf('comptoir', { remoteId: 'accounts/303/locations/1' })
const other = identityOf('criee', { remoteId: 'accounts/303/locations/2' })
let engine: TestEngine
let workspaceId: string
let comes: AccountIdentity
/** What else the login opens. */
let alsoComes: readonly AccountIdentity[] = []

const opened = (identity: AccountIdentity) => ({ identity, secret: `secret of ${identity.remoteId}` })

beforeEach(async () => {
  alsoComes = []
  const network = createScriptedNetwork('google_business', 'browser_login')
  const connect = network.adapter.connect as BrowserConnect
  for (const identity of [ours, theirs, other]) network.goodSecrets.set(`secret of ${identity.remoteId}`, identity)
  engine = await startTestEngine({
    adapters: [{ ...network.adapter, connect: { ...connect, complete: async () => ({ ok: true, value: { ...opened(comes), others: alsoComes.map(opened) } }), isSame: (one, two) => one.split('/')[3] === two.split('/')[3] } }]
  })
  workspaceId = await client('Le Comptoir')
})
afterEach(() => engine.stop())

async function client(name: string): Promise<string> {
  const id = engine.random.id()
  await engine.ask('workspaces.create', { id, name, colour: 'teal', timeZone: 'Europe/Paris' })
  return id
}

async function logIn(identity: AccountIdentity, more: { readonly accountId?: string; readonly workspaceId?: string } = {}) {
  comes = identity
  const loginId = engine.random.id()
  await engine.askAsMain('login.begin', { loginId, workspaceId, networkId: 'google_business', serverUrl: 'server.example', redirectUri: 'http://127.0.0.1:1/back', ...more })
  return engine.askAsMain('login.complete', { loginId, code: 'x', issuer: null })
}

const list = async () => (await engine.ask('accounts.list', { workspaceId })).accounts.map(({ remoteId, state }) => [remoteId, state])

it('a profile that is connected is not connected a second time through another login, and another profile of that login is', async () => {
  const first = await logIn(ours)
  if (!first.ok) throw new Error(first.error.message)
  expect(await logIn(theirs)).toMatchObject({ ok: false, error: { code: 'account_in_use', details: { reason: 'through_another_login' } } })
  expect(await logIn(theirs, { accountId: first.value.account.id })).toMatchObject({ ok: false, error: { code: 'other_account', details: { reason: 'through_another_login' } } })
  expect(await logIn(other)).toMatchObject({ ok: true })
  expect(await list()).toEqual([['accounts/101/locations/1', 'connected'], ['accounts/303/locations/2', 'connected']])
})

it('once it was removed the other login connects it, and another client that has it is named', async () => {
  const first = await logIn(ours)
  if (!first.ok) throw new Error(first.error.message)
  const elsewhere = await client('La Criée')
  expect(await logIn(theirs, { workspaceId: elsewhere })).toMatchObject({ ok: true, value: { account: { alsoAt: [workspaceId] } } })
  await engine.ask('accounts.remove', { workspaceId, accountId: first.value.account.id })
  expect(await logIn(theirs)).toMatchObject({ ok: true })
  expect(await list()).toEqual([['accounts/303/locations/1', 'connected']])
  // What was removed comes back no second time beside it.
  expect(await logIn(ours)).toMatchObject({ ok: false, error: { details: { reason: 'through_another_login' } } })
})

it('of a login that opens several profiles, the one that is connected again is named, under whichever number it comes', async () => {
  const first = await logIn(ours)
  if (!first.ok) throw new Error(first.error.message)
  alsoComes = [theirs]
  expect(await logIn(other, { accountId: first.value.account.id })).toMatchObject({ ok: false, error: { code: 'other_account', details: { handle: ours.handle, came: theirs.handle, reason: 'through_another_login' } } })
  alsoComes = [theirs, ours]
  expect(await logIn(other, { accountId: first.value.account.id })).toMatchObject({ ok: true })
})
