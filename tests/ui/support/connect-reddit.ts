import type { Studio } from './studio-test.ts'

/** A profile on Reddit, logged in as main does it. */
export async function connectReddit({ engine, web }: Studio, workspaceId: string): Promise<string> {
  web.set('https://www.reddit.com/api/v1/access_token', ({ body }) => {
    const form = new URLSearchParams(typeof body === 'string' ? body : '')
    return form.get('code') === 'the-code' ? { status: 200, json: { access_token: 'token-of-lea', refresh_token: 'refresh-of-lea', token_type: 'bearer', expires_in: 3600 } } : { status: 400, json: { error: 'invalid_grant' } }
  })
  web.set('https://oauth.reddit.com/api/v1/me', () => ({ status: 200, json: { id: 'abc1', name: 'lea' } }))
  web.set('https://oauth.reddit.com/subreddits/mine/subscriber', () => ({ status: 200, json: { kind: 'Listing', data: { after: null, children: [] } } }))
  // Whatever else is asked of it meanwhile: what answers nothing would be no connection.
  web.set('https://oauth.reddit.com', () => ({ status: 404, json: { message: 'Not Found', error: 404 } }))
  await engine.ask('ownApps.save', { workspaceId, networkId: 'reddit', scope: 'workspace', clientId: 'my-app', clientSecret: '', redirectUri: 'http://127.0.0.1:28347/vigie' })
  const loginId = engine.random.id()
  const begun = await engine.askAsMain('login.begin', { loginId, workspaceId, networkId: 'reddit', serverUrl: 'reddit.com', redirectUri: 'http://127.0.0.1:28347/vigie' })
  if (!begun.ok) throw new Error(begun.error.message)
  const completed = await engine.askAsMain('login.complete', { loginId, code: 'the-code', issuer: null })
  if (!completed.ok) throw new Error(completed.error.message)
  return completed.value.account.id
}
