import { afterEach, beforeEach, expect, it } from 'vitest'
import type { HttpClient, HttpRequest } from '../../../electron/engine/http/http-client.ts'
import { facebookCapabilities } from '../../../shared/networks/facebook-capabilities.ts'
import { xCapabilities } from '../../../shared/networks/x-capabilities.ts'
import { createFakeFacebook } from '../../contract/fake-facebook.ts'
import { fakePageId } from '../../contract/fake-facebook-comments.ts'
import type { FakeRequest } from '../../contract/fake-network.ts'
import { createFakeX } from '../../contract/fake-x.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

const ofFacebook = facebookCapabilities.ownApp?.scopes.value ?? []
const ofX = xCapabilities.ownApp?.scopes.value ?? []
const withoutViews = ofFacebook.filter((right) => right !== 'read_insights')
const withoutMessages = ofX.filter((right) => !right.startsWith('dm.'))

let engine: TestEngine
let workspaceId: string
/** What Meta says of a token; null: nothing. What X says with one; null: nothing. */
let facebookSays: readonly string[] | null
let xSays: readonly string[] | null
let tokensOfX = 0

function asked({ method, url, headers = {}, body }: HttpRequest): FakeRequest {
  const { pathname, searchParams } = new URL(url)
  const text = typeof body === 'string' ? body : ''
  return { method, path: pathname, query: searchParams, headers, text, json: text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {} }
}

const facebook = createFakeFacebook()
const x = createFakeX()

function answer(request: HttpRequest): { readonly status: number; readonly json?: unknown } {
  const { host, pathname, origin } = new URL(request.url)
  if (host === 'api.x.com') {
    if (!pathname.endsWith('/oauth2/token')) return x.answer(asked(request), origin)
    tokensOfX += 1
    return { status: 200, json: { token_type: 'bearer', access_token: `top-secret-${tokensOfX}`, refresh_token: `top-secret-refresh-${tokensOfX}`, expires_in: 7200, ...(xSays === null ? {} : { scope: xSays.join(' ') }) } }
  }
  if (pathname.endsWith('/oauth/access_token')) return { status: 200, json: { access_token: 'top-secret-person', token_type: 'bearer' } }
  if (pathname.endsWith('/me/accounts')) return { status: 200, json: { data: [{ id: fakePageId, name: 'Atelier', username: 'atelier', tasks: ['MANAGE'], access_token: 'top-secret-page' }] } }
  if (pathname.endsWith('/debug_token')) return { status: 200, json: { data: { expires_at: 0, data_access_expires_at: 4_000_000_000, ...(facebookSays === null ? {} : { scopes: facebookSays }) } } }
  return facebook.answer(asked(request), origin)
}

const http: HttpClient = {
  async send(request) {
    const { status, json } = answer(request)
    return { ok: true, response: { status, headers: { 'content-type': 'application/json' }, body: new TextEncoder().encode(JSON.stringify(json ?? {})), url: request.url } }
  }
}

beforeEach(async () => {
  facebookSays = ofFacebook
  xSays = ofX
  engine = await startTestEngine({ http, startAt: Date.now() })
  workspaceId = engine.random.id()
  await engine.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' })
})
afterEach(() => engine.stop())

async function login(networkId: 'facebook' | 'x', accountId?: string): Promise<string> {
  await engine.ask('ownApps.save', { workspaceId, networkId, scope: 'workspace', clientId: '4711', clientSecret: networkId === 'x' ? '' : 'top-secret-app', redirectUri: '' })
  const loginId = engine.random.id()
  const begun = await engine.askAsMain('login.begin', { loginId, workspaceId, networkId, serverUrl: '', redirectUri: networkId === 'x' ? 'http://127.0.0.1:28347/vigie' : 'http://localhost:28347/vigie', ...(accountId === undefined ? {} : { accountId }) })
  if (!begun.ok) throw new Error(begun.error.message)
  const completed = await engine.askAsMain('login.complete', { loginId, code: 'the-code', issuer: null })
  if (!completed.ok) throw new Error(completed.error.message)
  return completed.value.account.id
}

const lacking = async (accountId: string): Promise<readonly string[] | undefined> => (await engine.ask('accounts.list', { workspaceId })).accounts.find(({ id }) => id === accountId)?.lacksRights

it('a login that was given less than is asked for says what it lacks, over a restart too, until another brings it', async () => {
  facebookSays = withoutViews
  const accountId = await login('facebook')
  expect(await lacking(accountId)).toEqual(['read_insights'])
  await engine.restart({ crash: true })
  expect(await lacking(accountId)).toEqual(['read_insights'])
  facebookSays = ofFacebook
  expect(await login('facebook', accountId)).toBe(accountId)
  expect(await lacking(accountId)).toBeUndefined()
})

it('a login of which nothing was kept is asked about once after the next start, and a check asks anew', async () => {
  facebookSays = null
  const accountId = await login('facebook')
  expect(await lacking(accountId)).toBeUndefined()
  facebookSays = withoutViews
  await engine.restart({ crash: false })
  expect(await lacking(accountId)).toBeUndefined()
  await engine.advance(60_000)
  await engine.settle()
  expect(await lacking(accountId)).toEqual(['read_insights'])
  expect(engine.events.filter(({ name }) => name === 'accounts.changed').length).toBeGreaterThan(0)
  facebookSays = [...withoutViews, 'read_insights']
  await engine.ask('accounts.check', { workspaceId, accountId })
  expect(await lacking(accountId)).toBeUndefined()
  // Not told is not taken away.
  facebookSays = null
  await engine.ask('accounts.check', { workspaceId, accountId })
  expect(await lacking(accountId)).toBeUndefined()
})

it('X says with each renewal what the login may do: one of before learns of it without a refusal', async () => {
  xSays = withoutMessages
  const accountId = await login('x')
  expect(await lacking(accountId)).toEqual(['dm.read', 'dm.write'])
  xSays = ofX
  expect(await engine.ask('accounts.renew', { workspaceId, accountId })).toEqual({ outcome: 'renewed' })
  expect(await lacking(accountId)).toBeUndefined()
  // A renewal that says nothing changes nothing.
  xSays = null
  await engine.ask('accounts.renew', { workspaceId, accountId })
  expect(await lacking(accountId)).toBeUndefined()
  xSays = withoutMessages
  await engine.ask('accounts.renew', { workspaceId, accountId })
  expect(await lacking(accountId)).toEqual(['dm.read', 'dm.write'])
})

it('a login whose answer names no rights has those that were asked for', async () => {
  xSays = null
  expect(await lacking(await login('x'))).toBeUndefined()
})

it('nothing of it bears a token', async () => {
  await login('facebook')
  expect(JSON.stringify([engine.logLines, engine.events, await engine.ask('accounts.list', { workspaceId })])).not.toContain('top-secret')
})
