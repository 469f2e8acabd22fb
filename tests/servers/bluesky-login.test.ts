import { describe, expect, it } from 'vitest'
import { createSession, valueOf } from '../support/adapter-session.ts'
import { counting, twoWeeks, useBlueskyLoginRig, withAnswers } from './bluesky-login-rig.ts'
import { hasBlueskyServer } from './start-bluesky-server.ts'

if (!hasBlueskyServer) console.log('skipped: logins in the browser at a real Bluesky server (not laid out: VIGIE_TEST_PDS_MODULES)')

const signal = new AbortController().signal

/** What a server says wrong of itself. */
const spoilt: readonly (readonly [string, string, (json: Record<string, unknown>) => string])[] = [
  ['names no login server', 'oauth-protected-resource', () => '{}'],
  ['names a login server within a path', 'oauth-protected-resource', () => JSON.stringify({ authorization_servers: ['https://elsewhere.example/a'] })],
  ['calls itself otherwise', 'oauth-authorization-server', (json) => JSON.stringify({ ...json, issuer: 'https://elsewhere.example' })],
  ['speaks for another server', 'oauth-authorization-server', (json) => JSON.stringify(json).replaceAll(String(json['issuer']), 'https://elsewhere.example')],
  ['takes codes elsewhere', 'oauth-authorization-server', (json) => JSON.stringify({ ...json, token_endpoint: 'https://elsewhere.example/token' })],
  ['does not name itself in redirects', 'oauth-authorization-server', (json) => JSON.stringify({ ...json, authorization_response_iss_parameter_supported: false })],
  ['gives no more than a name', 'oauth-authorization-server', (json) => JSON.stringify({ ...json, scopes_supported: ['atproto'] })],
  ['answers with a page', 'oauth-authorization-server', () => '<!doctype html>']
]

describe.skipIf(!hasBlueskyServer)('a login in the browser at a real PDS', () => {
  const rig = useBlueskyLoginRig()

  it('shows nothing in the address of the login page but who asks and the number of the request', async () => {
    const { loginUrl, state } = valueOf(await rig.begin('@lea.test'))
    const url = new URL(loginUrl)
    expect(url.origin).toBe(rig.server.url)
    expect([...url.searchParams.keys()]).toEqual(['client_id', 'request_uri'])
    expect(url.searchParams.get('client_id')).toBe('http://localhost?redirect_uri=http%3A%2F%2F127.0.0.1%2Fvigie&scope=atproto%20transition%3Ageneric%20transition%3Achat.bsky')
    const back = await rig.browse(loginUrl)
    expect([...back.keys()].toSorted()).toEqual(['code', 'iss', 'state'])
    expect([back.get('state'), back.get('iss')]).toEqual([state, rig.server.url])
  })

  it('says who we are, and for how long', async () => {
    const { loginUrl, pending } = valueOf(await rig.begin())
    const back = await rig.browse(loginUrl)
    const { identity, secret } = valueOf(await rig.complete(pending, back))
    expect(identity).toMatchObject({ handle: '@lea.test', displayName: 'lea.test', serverUrl: rig.server.url, remoteId: rig.lea.did })
    const left = identity.accessEndsAt! - Date.now()
    expect([left < twoWeeks, left > twoWeeks - 10 * 60_000]).toEqual([true, true])
    expect(valueOf(await rig.adapter.connect.whoAmI(createSession('bluesky', identity, secret)))).toEqual(identity)
  })

  it('takes the DID for the handle', async () => {
    const { loginUrl, pending } = valueOf(await rig.begin(rig.lea.did))
    const back = await rig.browse(loginUrl)
    expect(valueOf(await rig.complete(pending, back)).identity.remoteId).toBe(rig.lea.did)
  })

  it('lets nobody in on a page that was left open too long, nor with a code that is too old', async () => {
    const late = valueOf(await rig.begin())
    await rig.server.letLoginsAge(6 * 60_000)
    const backLate = await rig.browse(late.loginUrl)
    expect([backLate.get('error'), backLate.get('code')]).toEqual(['access_denied', null])
    const { loginUrl, pending } = valueOf(await rig.begin())
    const back = await rig.browse(loginUrl)
    await rig.server.letLoginsAge(6 * 60_000)
    expect(await rig.complete(pending, back)).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { code: 'login_refused' } } })
  })

  it('ends when the person says no', async () => {
    const { loginUrl } = valueOf(await rig.begin())
    const back = await rig.browse(loginUrl, 'lea', false)
    expect([back.get('error'), back.get('code')]).toEqual(['access_denied', null])
  })

  it.each([['another server', 'https://elsewhere.example'], ['no server', null]])('hands no code on that comes with the name of %s', async (_what, issuer) => {
    const { client, calls } = counting(rig.http)
    const over = rig.adapterOver(client)
    const { loginUrl, pending } = valueOf(await rig.begin('lea.test', over))
    const back = await rig.browse(loginUrl)
    calls.length = 0
    expect(await over.browserLogin!.complete({ pending, code: back.get('code')!, issuer, signal })).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { code: 'login_refused' } } })
    expect(calls).toEqual([])
  })

  it('takes a code once, and not without what the login began with', async () => {
    const first = valueOf(await rig.begin())
    const back = await rig.browse(first.loginUrl)
    const second = valueOf(await rig.begin())
    expect(await rig.complete(second.pending, back)).toMatchObject({ ok: false, failure: { error: { code: 'login_refused' } } })
    const again = valueOf(await rig.begin())
    const backAgain = await rig.browse(again.loginUrl)
    valueOf(await rig.complete(again.pending, backAgain))
    expect(await rig.complete(again.pending, backAgain)).toMatchObject({ ok: false, failure: { error: { code: 'login_refused' } } })
  })

  it('keeps nothing of a login that comes back as somebody else', async () => {
    const { pending, loginUrl } = valueOf(await rig.begin('lea.test'))
    const forTom = JSON.stringify({ ...JSON.parse(pending), did: rig.tom.did })
    const back = await rig.browse(loginUrl)
    const ended: number[] = []
    const over = rig.adapterOver({
      async send(request) {
        const result = await rig.http.send(request)
        if (request.url.endsWith('/oauth/revoke') && result.ok) ended.push(result.response.status)
        return result
      }
    })
    const came = await rig.complete(forTom, back, over)
    expect(came).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { code: 'other_account', details: { reason: 'not_the_one_named', handle: 'lea.test', came: rig.lea.did } } } })
    expect(ended).toEqual([200])
  })

  it.each([
    ['less than was asked for', { scope: 'atproto' }],
    ['a token that anybody may use', { token_type: 'Bearer' }],
    ['no name of the account', { sub: undefined }]
  ])('keeps nothing, and ends it, when the login server gives %s', async (_what, changes) => {
    const { client, calls } = counting(withAnswers(rig.http, '/oauth/token', (body) => JSON.stringify({ ...(JSON.parse(body) as object), ...changes })))
    const { pending, loginUrl } = valueOf(await rig.begin())
    const came = await rig.complete(pending, await rig.browse(loginUrl), rig.adapterOver(client))
    expect(came).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { code: 'login_refused' } } })
    expect(calls.at(-1)).toBe('revoke')
  })

  it.each([
    ['does not answer whose it is', () => 'no answer'],
    ['says that it is somebody else’s', (body: string) => JSON.stringify({ ...(JSON.parse(body) as object), did: 'did:plc:somebodyelse' })]
  ])('keeps nothing, and ends it, when the account’s server %s', async (_what, change) => {
    const { client, calls } = counting(withAnswers(rig.http, '/xrpc/com.atproto.server.getSession', change))
    const { pending, loginUrl } = valueOf(await rig.begin())
    expect(await rig.complete(pending, await rig.browse(loginUrl), rig.adapterOver(client))).toMatchObject({ ok: false })
    expect(calls.at(-1)).toBe('revoke')
  })

  it.each([
    ['nobody’s handle', 'personne.test', 'no_such_handle'],
    ['an e-mail address', 'lea@example.invalid', 'no_such_handle'],
    ['a DID that nobody has', 'did:plc:aaaaaaaaaaaaaaaaaaaaaaaa', 'no_such_handle'],
    ['another kind of DID', 'did:key:zabc', 'no_such_handle'],
    ['nothing', '', 'no_such_handle']
  ])('says of %s that it is no account', async (_what, name, reason) => {
    expect(await rig.begin(name)).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { code: 'wrong_credentials', details: { reason } } } })
  })

  it('believes no server about a handle that its account does not claim', async () => {
    const lying = rig.adapterOver(withAnswers(rig.http, 'resolveHandle', () => JSON.stringify({ did: rig.tom.did })))
    expect(await rig.begin('lea.test', lying)).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { code: 'wrong_credentials' } } })
  })

  it('follows the document of an account into this computer only when the user has typed that very server', async () => {
    const typed = rig.server.url.replace('localhost', '127.0.0.1')
    expect(await rig.begin('lea.test', rig.adapter, typed)).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { code: 'address_refused', details: { reason: 'private' } } } })
  })

  it('says so when the clock of this computer is wrong', async () => {
    const over = rig.adapterOver(rig.http, () => Date.now() - 3_600_000)
    expect(await rig.begin('lea.test', over)).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { code: 'login_refused', details: { reason: 'clock_is_off' } } } })
  })

  it.each(spoilt)('offers the app password where the server %s', async (_what, file, spoil) => {
    const over = rig.adapterOver(withAnswers(rig.http, file, (body) => spoil(JSON.parse(body) as Record<string, unknown>)))
    expect(await rig.begin('lea.test', over)).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { code: 'login_refused', details: { reason: 'no_browser_login' } } } })
  })

  it('offers the app password where the server takes no programs without an address on the web', async () => {
    const over = rig.adapterOver({
      send: (request) => rig.http.send(request.url.endsWith('/oauth/par') && typeof request.body === 'string' ? { ...request, body: request.body.replace('client_id=http%3A%2F%2Flocalhost%3F', 'client_id=http%3A%2F%2Flocalhost%3A1%3F') } : request)
    })
    expect(await rig.begin('lea.test', over)).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { code: 'login_refused', details: { reason: 'no_browser_login' } } } })
  })
})
