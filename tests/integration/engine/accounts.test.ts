import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '../../../electron/engine/database/open-database.ts'
import { createScriptedNetwork, identityOf, type ScriptedNetwork } from '../support/scripted-network.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

let network: ScriptedNetwork
let engine: TestEngine
let workspaceId: string

const lea = identityOf('lea.example')
const noor = identityOf('noor.example')
const day = 86_400_000

beforeEach(async () => {
  network = createScriptedNetwork('bluesky')
  network.people.set('lea', { password: 'abcd-efgh-ijkl-mnop', identity: lea })
  network.people.set('noor', { password: 'qrst-uvwx-yz23-4567', identity: noor })
  engine = await startTestEngine({ adapters: [network.adapter, createScriptedNetwork('wordpress', 'browser_login').adapter] })
  workspaceId = engine.random.id()
  await engine.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' })
})
afterEach(() => engine.stop())

const login = (identifier: string, appPassword: string, into = workspaceId) =>
  engine.request('accounts.connectWithAppPassword', { workspaceId: into, networkId: 'bluesky', serverUrl: 'https://server.example', identifier, appPassword })
const connectLea = () => login('lea', 'abcd-efgh-ijkl-mnop')
const connectNoor = () => login('noor', 'qrst-uvwx-yz23-4567')
const list = async (of = workspaceId) => (await engine.ask('accounts.list', { workspaceId: of })).accounts
const check = (accountId: string) => engine.request('accounts.check', { workspaceId, accountId })
const remove = (accountId: string) => engine.request('accounts.remove', { workspaceId, accountId })
const changes = () => engine.events.filter((event) => event.name === 'accounts.changed').length

async function connectedLea() {
  const result = await connectLea()
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

describe('connecting with an app password', () => {
  it('keeps who it is in the database and what opens it in the keychain', async () => {
    const account = await connectedLea()
    expect(account).toMatchObject({ networkId: 'bluesky', handle: '@lea.example', remoteId: lea.remoteId, state: 'connected', connectedAt: engine.now() })
    expect(await list()).toEqual([account])
    expect([...engine.secrets.entries]).toEqual([[`${workspaceId}:${account.id}`, 'secret-1 of @lea.example']])
    expect(engine.events).toContainEqual({ name: 'accounts.changed', payload: { workspaceId, ids: [account.id] } })
  })

  it('keeps it over a restart and over a crash', async () => {
    const account = await connectedLea()
    await engine.restart({ crash: true })
    await engine.restart({ crash: false })
    expect(await list()).toEqual([account])
    expect(await check(account.id)).toMatchObject({ ok: true, value: { state: 'connected' } })
  })

  it('makes nothing when the password is wrong', async () => {
    expect(await login('lea', 'wrong')).toMatchObject({ ok: false, error: { code: 'wrong_credentials' } })
    expect([await list(), engine.secrets.entries.size]).toEqual([[], 0])
  })

  it('makes nothing when there is no keychain', async () => {
    engine.secrets.failWith('no_keychain')
    expect(await connectLea()).toMatchObject({ ok: false, error: { code: 'no_keychain' } })
    expect(await list()).toEqual([])
  })

  it('deletes the secret again when the row cannot be written', async () => {
    const database = openDatabase(join(engine.folder, 'workspaces', workspaceId, 'workspace.db'))
    database.exec(`CREATE TRIGGER refuse_for_test BEFORE INSERT ON accounts BEGIN SELECT RAISE(ABORT, 'refused by the test'); END`)
    database.close()
    const result = await connectLea()
    expect(result).toMatchObject({ ok: false, error: { code: 'bug' } })
    expect(JSON.stringify(result)).not.toContain('refused by the test')
    expect(engine.logLines.join('\n')).toContain('refused by the test')
    expect([await list(), engine.secrets.entries.size]).toEqual([[], 0])
  })

  it('is refused for a network that is not connected this way', async () => {
    const input = { workspaceId, networkId: 'wordpress', serverUrl: 'https://blog.example', identifier: 'lea', appPassword: 'x' } as const
    expect(await engine.request('accounts.connectWithAppPassword', input)).toMatchObject({ ok: false, error: { code: 'invalid_input' } })
  })

  it('refuses a second time while the first works', async () => {
    await connectedLea()
    expect(await connectLea()).toMatchObject({ ok: false, error: { code: 'account_in_use', details: { handle: '@lea.example' } } })
    expect(await list()).toHaveLength(1)
  })

  it('makes one account of two logins at the same moment', async () => {
    const results = await Promise.all([connectLea(), connectLea(), connectLea()])
    expect(results.filter((result) => result.ok)).toHaveLength(1)
    expect([(await list()).length, engine.secrets.entries.size]).toEqual([1, 1])
  })

  it('lets another workspace connect the same account for itself', async () => {
    const other = engine.random.id()
    await engine.ask('workspaces.create', { id: other, name: 'Other', colour: 'plum', timeZone: 'UTC' })
    await connectedLea()
    expect(await login('lea', 'abcd-efgh-ijkl-mnop', other)).toMatchObject({ ok: true })
    expect([(await list()).length, (await list(other)).length]).toEqual([1, 1])
    expect((await list())[0]?.id).not.toBe((await list(other))[0]?.id)
  })
})

describe('connecting again', () => {
  it('renews the account whose access the network withdrew, in its own row', async () => {
    const account = await connectedLea()
    network.goodSecrets.clear()
    await check(account.id)
    expect(await list()).toMatchObject([{ id: account.id, state: 'needs_login' }])
    await engine.advance(1000)
    expect(await connectLea()).toMatchObject({ ok: true, value: { id: account.id, state: 'connected', connectedAt: engine.now() } })
    expect([...engine.secrets.entries.values()]).toEqual(['secret-2 of @lea.example'])
  })

  it('renews it also when nobody has noticed the withdrawal yet', async () => {
    const account = await connectedLea()
    network.goodSecrets.clear()
    expect(await connectLea()).toMatchObject({ ok: true, value: { id: account.id, state: 'connected' } })
  })

  it('renews access that ends soon', async () => {
    network.people.set('lea', { password: 'abcd-efgh-ijkl-mnop', identity: { ...lea, accessEndsAt: engine.now() + 13 * day } })
    const account = await connectedLea()
    expect(await connectLea()).toMatchObject({ ok: true, value: { id: account.id } })
    expect(await list()).toHaveLength(1)
  })

  it('never lets somebody else take over the row: another login is another account', async () => {
    const account = await connectedLea()
    network.goodSecrets.clear()
    await check(account.id)
    const second = await connectNoor()
    expect(second).toMatchObject({ ok: true, value: { remoteId: noor.remoteId } })
    expect(await list()).toMatchObject([{ id: account.id, remoteId: lea.remoteId, state: 'needs_login' }, { remoteId: noor.remoteId, state: 'connected' }])
  })

  it('knows a DID that moved to another server, but not the same number on another server', async () => {
    const account = await connectedLea()
    network.goodSecrets.clear()
    network.people.set('lea', { password: 'abcd-efgh-ijkl-mnop', identity: { ...lea, serverUrl: 'https://new.example' } })
    expect(await connectLea()).toMatchObject({ ok: true, value: { id: account.id, serverUrl: 'https://new.example' } })
    network.people.set('n1', { password: 'p', identity: identityOf('n1', { remoteId: '42' }) })
    network.people.set('n2', { password: 'p', identity: identityOf('n2', { remoteId: '42', serverUrl: 'https://elsewhere.example' }) })
    expect([(await login('n1', 'p')).ok, (await login('n2', 'p')).ok]).toEqual([true, true])
    expect(await list()).toHaveLength(3)
  })

  it('goes on telling who a removed account was, among those that are in use no more', async () => {
    const account = await connectedLea()
    await remove(account.id)
    expect(await list()).toEqual([])
    const { removed } = await engine.ask('accounts.list', { workspaceId })
    expect(removed).toEqual([{ ...account, isRemoved: true }])
    await connectLea()
    expect(await engine.ask('accounts.list', { workspaceId })).toMatchObject({ accounts: [{ id: account.id }], removed: [] })
    expect((await list())[0]).not.toHaveProperty('isRemoved')
  })

  it('brings a removed account back under its old id, so that its history is its own', async () => {
    const account = await connectedLea()
    await remove(account.id)
    expect(await connectLea()).toMatchObject({ ok: true, value: { id: account.id, state: 'connected' } })
  })
})

describe('checking an account', () => {
  it('updates name, limits and time', async () => {
    const account = await connectedLea()
    for (const secret of network.goodSecrets.keys()) network.goodSecrets.set(secret, { ...lea, displayName: 'Léa M.', handle: '@lea.new' })
    await engine.advance(5000)
    expect(await check(account.id)).toMatchObject({ ok: true, value: { displayName: 'Léa M.', handle: '@lea.new', lastCheckedAt: engine.now(), connectedAt: account.connectedAt } })
  })

  it('says needs_login, once, when the network has withdrawn the access', async () => {
    const account = await connectedLea()
    network.goodSecrets.clear()
    expect(await check(account.id)).toMatchObject({ ok: true, value: { state: 'needs_login' } })
    await check(account.id)
    const alerts = engine.events.filter((event) => event.name === 'alert.raised')
    expect(alerts).toEqual([{ name: 'alert.raised', payload: { workspaceId, kind: 'account_needs_login', subjectId: account.id, title: '@lea.example', count: 1 } }])
  })

  it('says secret_missing when the keychain forgot, and connected when it remembers again', async () => {
    const account = await connectedLea()
    const [entry] = [...engine.secrets.entries]
    engine.secrets.entries.clear()
    expect(await check(account.id)).toMatchObject({ ok: true, value: { state: 'secret_missing' } })
    engine.secrets.entries.set(...entry!)
    expect(await check(account.id)).toMatchObject({ ok: true, value: { state: 'connected' } })
  })

  it('changes nothing when the network or the keychain cannot be asked', async () => {
    const account = await connectedLea()
    network.failWith({ kind: 'not_sent', code: 'offline' })
    expect(await check(account.id)).toMatchObject({ ok: false, error: { code: 'offline' } })
    network.failWith(null)
    engine.secrets.failWith('keychain_timeout')
    expect(await check(account.id)).toMatchObject({ ok: false, error: { code: 'keychain_timeout' } })
    expect(await list()).toEqual([account])
  })

  it('renews access that is over, once, however many ask at the same time', async () => {
    const account = await connectedLea()
    network.expiredSecrets.set('secret-1 of @lea.example', lea)
    const results = await Promise.all(Array.from({ length: 5 }, () => check(account.id)))
    expect(results.map((result) => result.ok)).toEqual([true, true, true, true, true])
    expect(network.calls.filter((call) => call.startsWith('renew'))).toEqual(['renew secret-1 of @lea.example'])
    expect([...engine.secrets.entries.values()]).toEqual(['secret-2 of @lea.example'])
  })

  it('never puts an empty access in the place of the one that is there', async () => {
    const account = await connectedLea()
    network.expiredSecrets.set('secret-1 of @lea.example', lea)
    const { connect } = network.adapter
    Object.assign(connect, { renew: async () => ({ ok: true, value: { secret: '', accessEndsAt: null } }) })
    expect(await check(account.id)).toMatchObject({ ok: false, error: { code: 'unexpected_answer' } })
    expect([...engine.secrets.entries.values()]).toEqual(['secret-1 of @lea.example'])
    expect(await list()).toMatchObject([{ state: 'connected' }])
  })

  it('says needs_login when access that is over cannot be renewed', async () => {
    const account = await connectedLea()
    network.expiredSecrets.set('secret-1 of @lea.example', null)
    expect(await check(account.id)).toMatchObject({ ok: true, value: { state: 'needs_login' } })
  })

  it('does not use a renewed secret that the keychain refused', async () => {
    const account = await connectedLea()
    network.expiredSecrets.set('secret-1 of @lea.example', lea)
    const release = network.hold()
    const checking = check(account.id)
    await engine.until(() => network.calls.some((call) => call.startsWith('whoAmI')))
    const put = engine.secrets.put
    engine.secrets.put = async () => ({ ok: false, error: { code: 'keychain_timeout', message: 'locked', retryable: true } })
    release()
    expect(await checking).toMatchObject({ ok: false, error: { code: 'keychain_timeout' } })
    engine.secrets.put = put
    expect(network.calls.at(-1)).toBe('renew secret-1 of @lea.example')
    expect(await list()).toMatchObject([{ state: 'connected' }])
  })

  it('does not believe a late answer about a secret that was replaced meanwhile', async () => {
    const account = await connectedLea()
    network.people.set('lea', { password: 'abcd-efgh-ijkl-mnop', identity: { ...lea, accessEndsAt: engine.now() + day } })
    await engine.advance(1)
    network.goodSecrets.clear()
    const release = network.hold()
    const late = check(account.id)
    await engine.until(() => network.calls.some((call) => call.startsWith('whoAmI')))
    // The login goes through while the check still waits.
    const again = connectLea()
    release()
    await Promise.all([late, again])
    expect(await list()).toMatchObject([{ state: 'connected' }])
  })

  it('refuses an answer from somebody else', async () => {
    const account = await connectedLea()
    for (const secret of network.goodSecrets.keys()) network.goodSecrets.set(secret, noor)
    expect(await check(account.id)).toMatchObject({ ok: false, error: { code: 'unexpected_answer' } })
    expect(await list()).toEqual([account])
  })
})

describe('removing an account', () => {
  it('ends the access at the network, deletes the secret, then the account', async () => {
    const account = await connectedLea()
    expect(await remove(account.id)).toEqual({ ok: true, value: {} })
    expect(network.calls.at(-1)).toBe('revoke secret-1 of @lea.example')
    expect([await list(), engine.secrets.entries.size]).toEqual([[], 0])
    expect(await check(account.id)).toMatchObject({ ok: false, error: { code: 'not_found' } })
    expect(await remove(account.id)).toEqual({ ok: true, value: {} })
  })

  it('works although the network cannot be reached', async () => {
    const account = await connectedLea()
    network.failWith({ kind: 'not_sent', code: 'offline' })
    expect((await remove(account.id)).ok).toBe(true)
    expect([await list(), engine.secrets.entries.size]).toEqual([[], 0])
  })

  it('removes nothing while the keychain cannot delete the secret', async () => {
    const account = await connectedLea()
    const deleteSecret = engine.secrets.delete
    engine.secrets.delete = async () => ({ ok: false, error: { code: 'keychain_timeout', message: 'locked', retryable: true } })
    expect(await remove(account.id)).toMatchObject({ ok: false, error: { code: 'keychain_timeout' } })
    engine.secrets.delete = deleteSecret
    expect(await list()).toHaveLength(1)
  })

  it('announces each change once', async () => {
    const before = changes()
    const account = await connectedLea()
    await remove(account.id)
    expect(changes() - before).toBe(2)
  })
})
