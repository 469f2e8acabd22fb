import type { HttpRequest } from '../../../electron/engine/http/http-client.ts'
import { createFakeFacebook } from '../../contract/fake-facebook.ts'
import { fakePageId } from '../../contract/fake-facebook-comments.ts'
import type { FakeRequest } from '../../contract/fake-network.ts'
import type { Studio } from './studio-test.ts'

const graph = 'https://graph.facebook.com'
const version = `${graph}/v26.0`

/** A Page of Facebook on the fake one, at its own address, logged in as main does it. */
export async function connectPage({ engine, web }: Studio, workspaceId: string): Promise<{ readonly accountId: string; readonly facebook: ReturnType<typeof createFakeFacebook> }> {
  const facebook = createFakeFacebook()
  web.set(graph, (request) => facebook.answer(requestOf(request), graph))
  web.set(`${version}/oauth/access_token`, () => ({ status: 200, json: { access_token: 'token-of-a-person', token_type: 'bearer' } }))
  web.set(`${version}/me/accounts`, () => ({ status: 200, json: { data: [{ id: fakePageId, name: 'Atelier', username: 'atelier', tasks: ['MANAGE'], access_token: 'token-of-a-page' }] } }))
  await engine.ask('ownApps.save', { workspaceId, networkId: 'facebook', scope: 'workspace', clientId: '4711', clientSecret: 'the-secret-of-the-app-0123456789', redirectUri: '' })
  const loginId = engine.random.id()
  const begun = await engine.askAsMain('login.begin', { loginId, workspaceId, networkId: 'facebook', serverUrl: 'facebook.com', redirectUri: 'http://localhost:28347/vigie' })
  if (!begun.ok) throw new Error(begun.error.message)
  const completed = await engine.askAsMain('login.complete', { loginId, code: 'the-code', issuer: null })
  if (!completed.ok) throw new Error(completed.error.message)
  return { accountId: completed.value.account.id, facebook }
}

function requestOf({ method, url, headers = {}, body }: HttpRequest): FakeRequest {
  const { pathname, searchParams } = new URL(url)
  const text = typeof body === 'string' ? body : ''
  return { method, path: pathname, query: searchParams, headers, text, json: text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {} }
}
