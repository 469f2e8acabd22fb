import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient } from './support/fill-client.ts'
import { test, type Studio } from './support/studio-test.ts'

const secret = 'the-secret-of-the-app-0123456789'
const graph = 'https://graph.facebook.com/v26.0'

/** Meta's own side of a login, as far as it is asked: the person manages two Pages. */
function raiseMeta({ web }: Studio): void {
  web.set(`${graph}/oauth/access_token`, ({ body }) => {
    const form = new URLSearchParams(typeof body === 'string' ? body : '')
    if (form.get('client_secret') !== secret) return { status: 400, json: { error: { message: 'Error validating client secret.', type: 'OAuthException', code: 1 } } }
    return { status: 200, json: { access_token: 'token-of-lea', token_type: 'bearer' } }
  })
  const page = (id: string, name: string, username: string): object => ({ id, name, username, tasks: ['MANAGE'], access_token: `token-of-${username}` })
  web.set(`${graph}/me/accounts`, () => ({ status: 200, json: { data: [page('1001', 'Tideline Books', 'tideline')] } }))
  // As agencies have them: in no list of the person's own.
  web.set(`${graph}/me/business_users`, () => ({ status: 200, json: { data: [{ id: '77' }] } }))
  web.set(`${graph}/77/assigned_pages`, () => ({ status: 200, json: { data: [page('1002', 'Tideline Café', 'tidelinecafe')] } }))
  web.set(`${graph}/debug_token`, () => ({ status: 200, json: { data: { expires_at: 0, data_access_expires_at: 0 } } }))
}

async function openAssistant(studio: Studio, page: Page, workspaceId: string): Promise<ReturnType<Page['getByRole']>> {
  await studio.open(`#/w/${workspaceId}/accounts`)
  await page.getByRole('button', { name: 'Connect an account' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: /A Page, through an app that you make at Meta/ }).click()
  return dialog
}

test('a Facebook Page is connected through an app of one’s own: a wrong secret shows at once, and the person says which Page', async ({ studio, page }) => {
  raiseMeta(studio)
  const { workspaceId } = await fillClient(studio, 'en')
  const dialog = await openAssistant(studio, page, workspaceId)
  await expect(dialog.getByRole('button', { name: /^Copy http:\/\/localhost/ })).toHaveCount(3)
  await expect(dialog.getByRole('button', { name: /^Copy pages_/ })).toHaveCount(6)
  await expect(dialog.getByRole('button', { name: 'Copy business_management' })).toBeVisible()
  await expectAccessible(page, 'the assistant of Facebook')

  await dialog.getByLabel('App ID').fill('4711')
  await dialog.getByLabel('App secret').fill('not-the-secret')
  await dialog.getByRole('button', { name: 'Check and keep' }).click()
  await expect(dialog.getByText('Facebook does not know this app: its id or its secret is wrong.')).toBeVisible()
  await dialog.getByLabel('App secret').fill(secret)
  await dialog.getByRole('button', { name: 'Check and keep' }).click()
  await expect(dialog.getByText('Facebook knows it.')).toBeVisible()

  await dialog.getByRole('button', { name: 'Log in with the browser' }).click()
  await expect(dialog.locator('p', { hasText: 'Waiting for your browser…' })).toBeVisible()
  const loginId = studio.loginIds.at(-1)!
  const begun = await studio.engine.askAsMain('login.begin', { loginId, workspaceId, networkId: 'facebook', serverUrl: 'facebook.com', redirectUri: 'http://localhost:28347/vigie' })
  expect(begun).toMatchObject({ ok: true, value: { loginUrl: expect.stringContaining('https://www.facebook.com/v26.0/dialog/oauth?') } })
  const completing = studio.engine.askAsMain('login.complete', { loginId, code: 'the-code', issuer: null })
  await expect(dialog.getByText(/This login opens several Pages/)).toBeVisible()
  await expectAccessible(page, 'the choice of a Page')
  await dialog.getByRole('button', { name: /Tideline Café @tidelinecafe/ }).click()
  const completed = await completing
  if (!completed.ok) throw new Error(completed.error.message)
  studio.push('accounts.loginFinished', { loginId, outcome: { kind: 'connected', account: completed.value.account } })
  await expect(page.getByText('@tidelinecafe is connected')).toBeVisible()
  await expect(page.getByRole('row', { name: /Tideline Café @tidelinecafe Connected/ })).toBeVisible()
  expect(studio.engine.logLines.join('\n')).not.toMatch(/the-secret|token-of|not-the-secret/)

  // Removed here, it is not over at Meta, and only the person can end it there.
  await page.getByRole('button', { name: 'Actions for @tidelinecafe', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Remove' }).click()
  const question = page.getByRole('alertdialog')
  await expect(question).toContainText('about what may have arrived there already, you are asked')
  await expect(question).toContainText(/Meta keeps the right .* Business integrations/)
  await expectAccessible(page, 'the question before a Page is removed')
  await question.getByRole('button', { name: 'Remove account' }).click()
  await expect(page.getByText('@tidelinecafe was removed, and its key with it')).toBeVisible()
})

test('an app that is live ends its login on an https page, whose address is pasted', async ({ studio, page }) => {
  raiseMeta(studio)
  const { workspaceId } = await fillClient(studio, 'en')
  const dialog = await openAssistant(studio, page, workspaceId)
  await dialog.getByLabel('App ID').fill('4711')
  await dialog.getByLabel('App secret').fill(secret)
  const address = dialog.getByLabel('https address of the app’s redirect')
  await address.fill('http://site.example/back')
  await dialog.getByRole('button', { name: 'Check and keep' }).click()
  await expect(address).toBeFocused()
  await expect(address).toHaveAccessibleDescription(/This begins without https:/)
  await dialog.getByLabel('App secret').fill(secret)
  await address.fill('https://site.example/back')
  await dialog.getByRole('button', { name: 'Check and keep' }).click()
  await dialog.getByRole('button', { name: 'Log in with the browser' }).click()
  await expect(dialog.getByText(/Then copy the address that the browser shows, and paste it here/)).toBeVisible()
  const begun = await studio.engine.askAsMain('login.begin', { loginId: studio.loginIds.at(-1)!, workspaceId, networkId: 'facebook', serverUrl: 'facebook.com', redirectUri: 'http://localhost:28347/vigie' })
  expect(begun.ok ? new URL(begun.value.loginUrl).searchParams.get('redirect_uri') : null).toBe('https://site.example/back')
})
