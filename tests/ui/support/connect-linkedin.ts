import type { Studio } from './studio-test.ts'

/** A company's page on LinkedIn, logged in as main does it. */
export async function connectLinkedinPage({ engine, web }: Studio, workspaceId: string): Promise<string> {
  web.set('https://www.linkedin.com/oauth/v2/accessToken', ({ body }) => {
    const form = new URLSearchParams(typeof body === 'string' ? body : '')
    return form.get('code') === 'the-code' ? { status: 200, json: { access_token: 'token-of-lea', expires_in: 5_184_000 } } : { status: 400, json: { error: 'invalid_request', error_description: 'Unable to retrieve access token' } }
  })
  web.set('https://api.linkedin.com/rest/organizationAcls', () => ({ status: 200, json: { elements: [{ organization: 'urn:li:organization:1', role: 'ADMINISTRATOR', state: 'APPROVED' }] } }))
  web.set('https://api.linkedin.com/rest/organizations/1', () => ({ status: 200, json: { id: 1, localizedName: 'Tideline Books', vanityName: 'tideline' } }))
  // Whatever else is asked of it meanwhile: what answers nothing would be no connection.
  web.set('https://api.linkedin.com', () => ({ status: 404, json: { status: 404, message: 'Not Found' } }))
  await engine.ask('ownApps.save', { workspaceId, networkId: 'linkedin_page', scope: 'workspace', clientId: '77', clientSecret: 'right-secret', redirectUri: 'http://localhost:28347/vigie' })
  const loginId = engine.random.id()
  const begun = await engine.askAsMain('login.begin', { loginId, workspaceId, networkId: 'linkedin_page', serverUrl: 'linkedin.com', redirectUri: 'http://localhost:28347/vigie' })
  if (!begun.ok) throw new Error(begun.error.message)
  const completed = await engine.askAsMain('login.complete', { loginId, code: 'the-code', issuer: null })
  if (!completed.ok) throw new Error(completed.error.message)
  return completed.value.account.id
}
