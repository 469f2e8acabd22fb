import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { studioError } from '../../../shared/errors/studio-error.ts'
import { createScriptedNetwork, identityOf, type ScriptedNetwork } from '../support/scripted-network.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

let browserNetwork: ScriptedNetwork
let engine: TestEngine
let workspaceId: string

beforeEach(async () => {
  browserNetwork = createScriptedNetwork('mastodon', 'browser_login')
  engine = await startTestEngine({ adapters: [createScriptedNetwork('bluesky').adapter, browserNetwork.adapter] })
  workspaceId = engine.random.id()
  await engine.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' })
})
afterEach(() => engine.stop())

const list = async () => (await engine.ask('accounts.list', { workspaceId })).accounts

describe('logging in through the browser', () => {
  const mastodonLea = identityOf('lea', { remoteId: '1001', serverUrl: 'https://social.example' })
  let loginId: string
  beforeEach(() => {
    browserNetwork.people.set('code-of-lea', { password: '', identity: mastodonLea })
    loginId = engine.random.id()
  })
  const begin = (changesToInput: object = {}) =>
    engine.askAsMain('login.begin', { loginId, workspaceId, networkId: 'mastodon', serverUrl: 'social.example', redirectUri: 'http://127.0.0.1:4711/back', ...changesToInput })
  const complete = (code = 'code-of-lea') => engine.askAsMain('login.complete', { loginId, code, issuer: null })

  it('makes an account of the code that came back', async () => {
    expect(await begin()).toMatchObject({ ok: true, value: { loginUrl: expect.stringContaining('http://127.0.0.1:4711/back'), state: expect.any(String) } })
    expect(await complete()).toMatchObject({ ok: true, value: { account: { networkId: 'mastodon', remoteId: '1001', state: 'connected' } } })
    expect(await list()).toHaveLength(1)
  })

  it('works once', async () => {
    await begin()
    await complete()
    expect(await complete()).toMatchObject({ ok: false, error: { code: 'login_cancelled' } })
  })

  it('is over after a wrong code: the same login cannot be tried again', async () => {
    await begin()
    expect(await complete('wrong')).toMatchObject({ ok: false, error: { code: 'login_refused' } })
    expect(await complete()).toMatchObject({ ok: false, error: { code: 'login_cancelled' } })
    expect([await list(), engine.secrets.entries.size]).toEqual([[], 0])
  })

  it('is over after ten minutes', async () => {
    await begin()
    await engine.advance(10 * 60_000 - 1)
    await engine.advance(1)
    expect(await complete()).toMatchObject({ ok: false, error: { code: 'login_cancelled' } })
  })

  it('is over when it is given up, and after a restart', async () => {
    await begin()
    expect(await engine.askAsMain('login.abandon', { loginId })).toEqual({ ok: true, value: {} })
    expect(await complete()).toMatchObject({ ok: false, error: { code: 'login_cancelled' } })
    loginId = engine.random.id()
    await begin()
    await engine.restart({ crash: false })
    expect(await complete()).toMatchObject({ ok: false, error: { code: 'login_cancelled' } })
  })

  it('is given up while the network is asked too: at once, nothing is kept, and what it opened is ended there', async () => {
    await begin()
    const release = browserNetwork.hold()
    const completed = complete()
    await engine.until(() => browserNetwork.calls.some((call) => call.startsWith('complete')))
    await engine.askAsMain('login.abandon', { loginId })
    expect(await completed).toMatchObject({ ok: false, error: { code: 'login_cancelled' } })
    release()
    await engine.until(() => browserNetwork.calls.includes('revoke secret-1 of @lea'))
    expect([await list(), engine.secrets.entries.size, browserNetwork.goodSecrets.size]).toEqual([[], 0, 0])
  })

  it('ends at the network what a refused login opened, and leaves the account that is there alone', async () => {
    await begin()
    await complete()
    loginId = engine.random.id()
    await begin()
    expect(await complete()).toMatchObject({ ok: false, error: { code: 'account_in_use' } })
    await engine.until(() => browserNetwork.calls.includes('revoke secret-2 of @lea'))
    expect([...browserNetwork.goodSecrets.keys()]).toEqual(['secret-1 of @lea'])
  })

  describe('the same account again', () => {
    let accountId: string
    beforeEach(async () => {
      await begin()
      await complete()
      accountId = (await list())[0]!.id
      loginId = engine.random.id()
      await begin({ accountId })
    })

    it('ends the login before, once the new one is safe', async () => {
      const put = engine.secrets.put
      engine.secrets.put = (reference, secret) => {
        expect(browserNetwork.calls).not.toContain('revoke secret-1 of @lea')
        return put(reference, secret)
      }
      expect(await complete()).toMatchObject({ ok: true, value: { account: { id: accountId } } })
      await engine.until(() => browserNetwork.calls.includes('revoke secret-1 of @lea'))
      expect([...browserNetwork.goodSecrets.keys()]).toEqual(['secret-2 of @lea'])
      expect([...engine.secrets.entries.values()]).toEqual(['secret-2 of @lea'])
    })

    it('is connected although the network does not end the login before; the log says so without the secret', async () => {
      const { connect } = browserNetwork.adapter
      Object.assign(connect, { revoke: () => Promise.reject(new Error('secret-1 of @lea')) })
      expect(await complete()).toMatchObject({ ok: true, value: { account: { id: accountId, state: 'connected' } } })
      await engine.until(() => engine.logLines.some((line) => line.includes('nobody uses was not ended')))
      expect(engine.logLines.join()).not.toContain('secret-1')
    })

    it('keeps the login before, and ends the new one, when the keychain refuses it', async () => {
      engine.secrets.put = () => Promise.resolve({ ok: false, error: studioError('no_keychain', 'locked') })
      expect(await complete()).toMatchObject({ ok: false, error: { code: 'no_keychain' } })
      await engine.until(() => browserNetwork.calls.includes('revoke secret-2 of @lea'))
      expect([...browserNetwork.goodSecrets.keys()]).toEqual(['secret-1 of @lea'])
    })

    it('ends nothing where the end of one login could be the end of all', async () => {
      Object.assign(browserNetwork.adapter.connect, { endsOneLogin: undefined })
      expect(await complete()).toMatchObject({ ok: true })
      await engine.advance(60_000)
      expect(browserNetwork.calls.filter((call) => call.startsWith('revoke'))).toEqual([])
    })
  })

  it('cannot be begun twice, for an unknown workspace, or for a network that has no such login', async () => {
    await begin()
    expect(await begin()).toMatchObject({ ok: false, error: { code: 'conflict' } })
    expect(await begin({ loginId: engine.random.id(), workspaceId: engine.random.id() })).toMatchObject({ ok: false, error: { code: 'not_found' } })
    for (const networkId of ['bluesky', 'practice', 'nonsense']) {
      expect(await begin({ loginId: engine.random.id(), networkId })).toMatchObject({ ok: false, error: { code: 'invalid_input' } })
    }
  })

  it('says so when its workspace is gone by the time the code comes', async () => {
    await begin()
    await engine.ask('workspaces.remove', { workspaceId })
    expect(await complete()).toMatchObject({ ok: false, error: { code: 'not_found' } })
    expect(engine.secrets.entries.size).toBe(0)
  })
})
