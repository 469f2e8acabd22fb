import { expect } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

test('a board of Pinterest is connected through an app of one’s own, and is chosen after the login', async ({ studio, page }) => {
  const { web } = studio
  web.set('https://api.pinterest.com/v5/oauth/token', ({ body, headers }) => {
    const form = new URLSearchParams(typeof body === 'string' ? body : '')
    if (headers?.['authorization'] !== `Basic ${Buffer.from('77:right-secret').toString('base64')}`) return { status: 401, json: { code: 2, message: 'Authentication failed.' } }
    if (form.get('code') !== 'the-code') return { status: 400, json: { code: 283, message: 'Invalid authorization code' } }
    return { status: 200, json: { access_token: 'token-of-lea', refresh_token: 'refresh-of-lea', token_type: 'bearer', expires_in: 2_592_000, refresh_token_expires_in: 5_184_000 } }
  })
  const board = (id: string, name: string): object => ({ id, name, owner: { username: 'tideline' } })
  web.set('https://api.pinterest.com/v5/boards', () => ({ status: 200, json: { items: [board('1', 'Reading corners'), board('2', 'Covers')], bookmark: null } }))
  const { workspaceId } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/accounts`)
  await page.getByRole('button', { name: 'Connect an account' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: /A board, through an app that you make there/ }).click()
  await expect(dialog.getByRole('button', { name: /^Copy http:\/\/localhost/ })).toHaveCount(3)
  await expectAccessible(page, 'the assistant of Pinterest')
  await dialog.getByLabel('App id').fill('77')
  await dialog.getByLabel('App secret key').fill('wrong-secret')
  await dialog.getByRole('button', { name: 'Check and keep' }).click()
  // The steps fill the window: the answer comes into sight by itself.
  await expect(dialog.getByText('Pinterest does not know this app: its id or its secret is wrong.')).toBeVisible()
  await expect(dialog.getByRole('alert')).toBeInViewport({ ratio: 1 })
  await dialog.getByLabel('App secret key').fill('right-secret')
  await dialog.getByRole('button', { name: 'Check and keep' }).click()
  await expect(dialog.getByText(/The app of .* is in the keychain/)).toBeVisible()

  await dialog.getByRole('button', { name: 'Log in with the browser' }).click()
  await expect(dialog.locator('p', { hasText: 'Waiting for your browser…' })).toBeVisible()
  const loginId = studio.loginIds.at(-1)!
  const begun = await studio.engine.askAsMain('login.begin', { loginId, workspaceId, networkId: 'pinterest', serverUrl: 'pinterest.com', redirectUri: 'http://localhost:28347/vigie' })
  expect(begun).toMatchObject({ ok: true, value: { loginUrl: expect.stringContaining('https://www.pinterest.com/oauth/?') } })
  const completing = studio.engine.askAsMain('login.complete', { loginId, code: 'the-code', issuer: null })
  await expect(dialog.getByText(/Into which board do the pins of this account go/)).toBeVisible()
  await dialog.getByRole('button', { name: /Covers/ }).click()
  const completed = await completing
  if (!completed.ok) throw new Error(completed.error.message)
  studio.push('accounts.loginFinished', { loginId, outcome: { kind: 'connected', account: completed.value.account } })
  await expect(page.getByRole('row', { name: /Covers @tideline · Covers Connected/ })).toBeVisible()
  expect(studio.engine.logLines.join('\n')).not.toMatch(/-secret|token-of|refresh-of/)
})
