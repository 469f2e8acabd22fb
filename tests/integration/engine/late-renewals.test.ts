import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createScriptedNetwork, identityOf, type ScriptedNetwork } from '../support/scripted-network.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

let network: ScriptedNetwork
let engine: TestEngine
let workspaceId: string

const lea = identityOf('lea.example')
const day = 86_400_000

beforeEach(async () => {
  network = createScriptedNetwork('bluesky')
  network.people.set('lea', { password: 'abcd-efgh-ijkl-mnop', identity: lea })
  engine = await startTestEngine({ adapters: [network.adapter] })
  workspaceId = engine.random.id()
  await engine.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' })
})
afterEach(() => engine.stop())

const login = { networkId: 'bluesky', serverUrl: 'https://server.example', identifier: 'lea', appPassword: 'abcd-efgh-ijkl-mnop' } as const
const list = async () => (await engine.ask('accounts.list', { workspaceId })).accounts
const check = (accountId: string) => engine.request('accounts.check', { workspaceId, accountId })
const remove = (accountId: string) => engine.request('accounts.remove', { workspaceId, accountId })
const connectAgain = (accountId: string) => engine.request('accounts.connectWithAppPassword', { workspaceId, ...login, accountId })

describe('a renewal that ends late', () => {
  /** The access is over, and a check renews it: the network takes its time with that. */
  async function renewing() {
    const account = await engine.ask('accounts.connectWithAppPassword', { workspaceId, ...login })
    network.expiredSecrets.set('secret-1 of @lea.example', lea)
    let isOut = false
    let answer: () => void = () => undefined
    const answered = new Promise<void>((resolve) => (answer = resolve))
    const renew = async () => {
      isOut = true
      await answered
      return { ok: true, value: { secret: 'late secret', accessEndsAt: engine.now() + 90 * day } }
    }
    Object.assign(network.adapter.connect, { renew })
    const checking = check(account.id)
    await engine.until(() => isOut)
    return { account, checking, answer }
  }

  it('does not take the place of the login that came meanwhile; the call goes on with that', async () => {
    const { account, checking, answer } = await renewing()
    expect(await connectAgain(account.id)).toMatchObject({ ok: true, value: { id: account.id } })
    answer()
    expect(await checking).toMatchObject({ ok: true, value: { state: 'connected' } })
    expect([...engine.secrets.entries.values()]).toEqual(['secret-2 of @lea.example'])
    // What it brought is in nobody's hands.
    expect(network.calls).toContain('revoke late secret')
    expect(network.calls.at(-1)).toBe('whoAmI secret-2 of @lea.example')
    expect(await list()).toMatchObject([{ state: 'connected', accessEndsAt: null }])
  })

  it('nor while the keychain is still at work on that login', async () => {
    const { account, checking, answer } = await renewing()
    const put = engine.secrets.put
    engine.secrets.put = async (reference, secret) => {
      engine.secrets.put = put
      const saved = await put(reference, secret)
      answer()
      await checking
      return saved
    }
    expect(await connectAgain(account.id)).toMatchObject({ ok: true, value: { id: account.id } })
    expect([...engine.secrets.entries.values()]).toEqual(['secret-2 of @lea.example'])
  })

  it('does not bring back the secret of an account that was removed meanwhile', async () => {
    const { account, checking, answer } = await renewing()
    expect(await remove(account.id)).toEqual({ ok: true, value: {} })
    answer()
    expect(await checking).toMatchObject({ ok: false, error: { code: 'not_found' } })
    expect(network.calls.at(-1)).toBe('revoke late secret')
    expect([await list(), engine.secrets.entries.size]).toEqual([[], 0])
  })

  it('nor while the keychain is still deleting it', async () => {
    const { account, checking, answer } = await renewing()
    const deleteSecret = engine.secrets.delete
    engine.secrets.delete = async (reference) => {
      const deleted = await deleteSecret(reference)
      answer()
      await checking
      return deleted
    }
    expect(await remove(account.id)).toEqual({ ok: true, value: {} })
    expect([await list(), engine.secrets.entries.size]).toEqual([[], 0])
  })
})
