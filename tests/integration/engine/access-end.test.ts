import { afterEach, beforeEach, expect, it } from 'vitest'
import { createScriptedNetwork, identityOf, type ScriptedNetwork } from '../support/scripted-network.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

let network: ScriptedNetwork
let engine: TestEngine
let workspaceId: string

const day = 86_400_000
const lea = identityOf('lea.example')

beforeEach(async () => {
  network = createScriptedNetwork('mastodon', 'browser_login')
  engine = await startTestEngine({ adapters: [network.adapter] })
  workspaceId = engine.random.id()
  await engine.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' })
})
afterEach(() => engine.stop())

async function login(code: string, accountId?: string) {
  const loginId = engine.random.id()
  const begun = await engine.askAsMain('login.begin', { loginId, workspaceId, networkId: 'mastodon', serverUrl: 'https://server.example', redirectUri: 'http://127.0.0.1:1/x', accountId })
  if (!begun.ok) throw new Error(begun.error.message)
  return engine.askAsMain('login.complete', { loginId, code, issuer: null })
}

async function connectFor(days: number | null, { renews = true } = {}) {
  if (!renews) Object.assign(network.adapter.connect, { renew: undefined })
  network.people.set('lea', { password: '', identity: { ...lea, accessEndsAt: days === null ? null : engine.now() + days * day } })
  const connected = await login('lea')
  if (!connected.ok) throw new Error(connected.error.message)
  return connected.value.account
}

const list = () => engine.ask('accounts.list', { workspaceId })
const notices = async () => (await list()).accessNotices
const alerts = () => engine.events.flatMap(({ name, payload }) => (name === 'alert.raised' ? [payload] : []))
const renewals = () => network.calls.filter((call) => call.startsWith('renew'))
const secrets = () => [...engine.secrets.entries.values()]
/** The computer is off meanwhile: running through days of pollers would take minutes. */
async function daysPass(count: number, crash = false): Promise<void> {
  await engine.restart({ crash, downForMs: count * day })
  await engine.advance(1_000)
}

it('warns fourteen days and three days before the end, once each, over restarts too', async () => {
  const { id } = await connectFor(20, { renews: false })
  await daysPass(5)
  expect([alerts(), await notices()]).toEqual([[], []])
  await daysPass(2)
  expect(alerts()).toMatchObject([{ workspaceId, kind: 'access_ends', subjectId: id, title: '@lea.example', count: 13 }])
  await daysPass(5, true)
  expect(alerts()).toHaveLength(1)
  await daysPass(6)
  expect(alerts()).toMatchObject([{ count: 13 }, { count: 2 }])
  await daysPass(1)
  await daysPass(2)
  expect(alerts()).toHaveLength(2)
})

it('notices an account that came while it ran, without a restart', async () => {
  await connectFor(14.1, { renews: false })
  await engine.advance(6 * 3_600_000)
  expect(alerts()).toMatchObject([{ kind: 'access_ends', count: 14 }])
})

it('keeps the notice until it is put away, and brings the nearer one all the same', async () => {
  const { id } = await connectFor(12, { renews: false })
  await daysPass(1)
  expect(await notices()).toEqual([id])
  await engine.ask('accounts.dismissAccessNotice', { workspaceId, accountId: id })
  await daysPass(1)
  expect(await notices()).toEqual([])
  await daysPass(8)
  expect(await notices()).toEqual([id])
})

it('gives no alarm where the access renews itself', async () => {
  const { id } = await connectFor(20)
  network.expiredSecrets.set('secret-1 of @lea.example', lea)
  await daysPass(10)
  expect([alerts(), await notices(), renewals()]).toEqual([[], [], ['renew secret-1 of @lea.example']])
  expect((await list()).accounts).toMatchObject([{ id, state: 'connected', accessEndsAt: 4_000_000_000_000 }])
})

it('warns when the network refuses to renew, but not while it only cannot be reached', async () => {
  await connectFor(10)
  network.failWith({ kind: 'not_sent', code: 'offline' })
  await daysPass(2)
  expect(alerts()).toEqual([])
  network.failWith(null)
  await engine.advance(6 * 3_600_000)
  expect(alerts()).toMatchObject([{ kind: 'access_ends', count: 8 }])
  expect((await list()).accounts).toMatchObject([{ state: 'connected' }])
})

it('is not told that the access is endless by a network that says nothing of its end', async () => {
  const { id, accessEndsAt } = await connectFor(10, { renews: false })
  for (const secret of network.goodSecrets.keys()) network.goodSecrets.set(secret, lea)
  expect(await engine.ask('accounts.check', { workspaceId, accountId: id })).toMatchObject({ accessEndsAt })
})

it('renews on demand without the user where the network allows it', async () => {
  const { id } = await connectFor(10)
  network.expiredSecrets.set('secret-1 of @lea.example', lea)
  expect(await engine.ask('accounts.renew', { workspaceId, accountId: id })).toEqual({ outcome: 'renewed' })
  expect(secrets()).toEqual(['secret-2 of @lea.example'])
})

it('keeps the access that is there when only the user can renew it', async () => {
  const { id } = await connectFor(10, { renews: false })
  expect(await engine.ask('accounts.renew', { workspaceId, accountId: id })).toEqual({ outcome: 'needs_login' })
  expect([secrets(), (await list()).accounts[0]?.state]).toEqual([['secret-1 of @lea.example'], 'connected'])
})

it('keeps the old access when the keychain refuses the renewed one', async () => {
  const { id } = await connectFor(10)
  network.expiredSecrets.set('secret-1 of @lea.example', lea)
  const { put } = engine.secrets
  engine.secrets.put = async () => ({ ok: false, error: { code: 'keychain_timeout', message: 'locked', retryable: true } })
  expect(await engine.request('accounts.renew', { workspaceId, accountId: id })).toMatchObject({ ok: false, error: { code: 'keychain_timeout' } })
  engine.secrets.put = put
  expect(secrets()).toEqual(['secret-1 of @lea.example'])
})

it('takes the same account back at any time, and puts its notice away', async () => {
  const { id } = await connectFor(20, { renews: false })
  network.people.set('lea', { password: '', identity: { ...lea, accessEndsAt: engine.now() + 60 * day } })
  expect(await login('lea', id)).toMatchObject({ ok: true, value: { account: { id, accessEndsAt: engine.now() + 60 * day } } })
  expect([secrets(), await notices(), (await list()).accounts.length]).toEqual([['secret-2 of @lea.example'], [], 1])
})

it('refuses another account that comes back, and changes nothing', async () => {
  const before = await connectFor(10, { renews: false })
  network.people.set('noor', { password: '', identity: identityOf('noor.example') })
  expect(await login('noor', before.id)).toMatchObject({ ok: false, error: { code: 'other_account', details: { handle: '@lea.example', came: '@noor.example' } } })
  expect([(await list()).accounts, secrets()]).toEqual([[before], ['secret-1 of @lea.example']])
})

it('refuses another account also when that one is connected here too', async () => {
  const { id } = await connectFor(10, { renews: false })
  network.people.set('noor', { password: '', identity: identityOf('noor.example') })
  await login('noor')
  expect(await login('noor', id)).toMatchObject({ ok: false, error: { code: 'other_account' } })
  expect(secrets()).toEqual(['secret-1 of @lea.example', 'secret-2 of @noor.example'])
})

it('keeps the old access when the keychain refuses the one of a new login', async () => {
  const { id } = await connectFor(10, { renews: false })
  engine.secrets.failWith('no_keychain')
  expect(await login('lea', id)).toMatchObject({ ok: false, error: { code: 'no_keychain' } })
  expect(secrets()).toEqual(['secret-1 of @lea.example'])
})

it('stops a post for an account whose access is over, and lets one wait that leaves after the end', async () => {
  const { id } = await connectFor(10, { renews: false })
  const schedule = async (days: number) => {
    const postId = engine.random.id()
    const content = { title: '', document: { type: 'doc' as const, content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: `Dans ${days} jours` }] }] }, targets: [{ accountId: id, variant: null }], media: [] }
    const { revision } = await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content })
    return engine.request('posts.schedule', { workspaceId, postId, revision, when: { kind: 'at', localDateTime: new Date(engine.now() + days * day).toISOString().slice(0, 16) } })
  }
  expect((await schedule(15)).ok).toBe(true)
  await daysPass(11)
  expect(await schedule(1)).toMatchObject({ ok: false, error: { code: 'post_has_problems', details: { problem: 'access_ended' } } })
})
