import type { Studio } from './studio-test.ts'

/** An account of a network of Meta's, logged in as main does it. */
export async function connectMeta({ engine, web }: Studio, workspaceId: string, networkId: 'threads' | 'instagram'): Promise<string> {
  const graph = networkId === 'threads' ? 'https://graph.threads.net' : 'https://graph.instagram.com'
  web.set(networkId === 'threads' ? `${graph}/oauth/access_token` : 'https://api.instagram.com/oauth/access_token', () => ({ status: 200, json: { access_token: 'token-of-an-hour', user_id: '1' } }))
  web.set(`${graph}/access_token`, () => ({ status: 200, json: { access_token: 'token-of-sixty-days', token_type: 'bearer', expires_in: 5_184_000 } }))
  web.set(networkId === 'threads' ? `${graph}/v1.0/me` : `${graph}/v26.0/me`, () => ({ status: 200, json: { id: '1001', user_id: '1001', username: 'tideline', name: 'Tideline Books' } }))
  await engine.ask('ownApps.save', { workspaceId, networkId, scope: 'workspace', clientId: '4711', clientSecret: 'the-secret-of-the-app-0123456789', redirectUri: 'https://site.example/back' })
  const loginId = engine.random.id()
  const begun = await engine.askAsMain('login.begin', { loginId, workspaceId, networkId, serverUrl: '', redirectUri: '' })
  if (!begun.ok) throw new Error(begun.error.message)
  const completed = await engine.askAsMain('login.complete', { loginId, code: 'the-code', issuer: null })
  if (!completed.ok) throw new Error(completed.error.message)
  return completed.value.account.id
}
