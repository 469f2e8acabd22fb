import { expect } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

test('a community of Reddit is connected through an approved app without a secret, and is chosen after the login', async ({ studio, page }) => {
  const { web } = studio
  web.set('https://www.reddit.com/api/v1/access_token', ({ body, headers }) => {
    if (headers?.['authorization'] !== `Basic ${Buffer.from('my-app:').toString('base64')}`) return { status: 401, json: { message: 'Unauthorized', error: 401 } }
    if (new URLSearchParams(typeof body === 'string' ? body : '').get('code') !== 'the-code') return { status: 400, json: { error: 'invalid_grant' } }
    return { status: 200, json: { access_token: 'token-of-lea', refresh_token: 'refresh-of-lea', token_type: 'bearer', expires_in: 3600 } }
  })
  web.set('https://oauth.reddit.com/api/v1/me', () => ({ status: 200, json: { id: 'abc1', name: 'lea' } }))
  web.set('https://oauth.reddit.com/subreddits/mine/subscriber', () => ({ status: 200, json: { kind: 'Listing', data: { after: null, children: [{ kind: 't5', data: { display_name: 'books' } }] } } }))
  const { workspaceId } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/accounts`)
  await page.getByRole('button', { name: 'Connect an account' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: /A community or a profile, through an app that Reddit has approved/ }).click()
  // Reddit keeps one address for an app.
  await expect(dialog.getByRole('button', { name: /^Copy http:\/\/127/ })).toHaveCount(1)
  await expectAccessible(page, 'the assistant of Reddit')
  await dialog.getByLabel('Client ID').fill('another-app')
  await dialog.getByRole('button', { name: 'Check and keep' }).click()
  await expect(dialog.getByText('Reddit does not know this app: its id or its secret is wrong.')).toBeVisible()
  await dialog.getByLabel('Client ID').fill('my-app')
  await dialog.getByRole('button', { name: 'Check and keep' }).click()
  await expect(dialog.getByText('Reddit knows it.')).toBeVisible()

  await dialog.getByRole('button', { name: 'Log in with the browser' }).click()
  await expect(dialog.locator('p', { hasText: 'Waiting for your browser…' })).toBeVisible()
  const loginId = studio.loginIds.at(-1)!
  const begun = await studio.engine.askAsMain('login.begin', { loginId, workspaceId, networkId: 'reddit', serverUrl: 'reddit.com', redirectUri: 'http://127.0.0.1:28347/vigie' })
  expect(begun).toMatchObject({ ok: true, value: { loginUrl: expect.stringContaining('https://www.reddit.com/api/v1/authorize?') } })
  const completing = studio.engine.askAsMain('login.complete', { loginId, code: 'the-code', issuer: null })
  await expect(dialog.getByText(/Where do the posts of this account go/)).toBeVisible()
  await dialog.getByRole('button', { name: /r\/books/ }).click()
  const completed = await completing
  if (!completed.ok) throw new Error(completed.error.message)
  studio.push('accounts.loginFinished', { loginId, outcome: { kind: 'connected', account: completed.value.account } })
  await expect(page.getByRole('row', { name: /r\/books u\/lea · r\/books Connected/ })).toBeVisible()
  expect(studio.engine.logLines.join('\n')).not.toMatch(/token-of|refresh-of/)
})
