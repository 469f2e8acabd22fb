import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient } from './support/fill-client.ts'
import { test, type Studio } from './support/studio-test.ts'

const secret = 'the-secret-of-the-app-0123456789'

/** X's own side of a login, as far as it is asked. */
function raiseX({ web }: Studio): void {
  web.set('https://api.x.com/2/oauth2/token', ({ headers, body }) => {
    const form = new URLSearchParams(typeof body === 'string' ? body : '')
    const isApp = headers?.['authorization'] === `Basic ${Buffer.from(`app-of-lea:${secret}`).toString('base64')}`
    if (!isApp) return { status: 401, json: { error: 'invalid_client', error_description: 'Missing valid authorization header' } }
    if (form.get('code') !== 'the-code') return { status: 400, json: { error: 'invalid_grant', error_description: 'Value passed for the authorization code was invalid.' } }
    return { status: 200, json: { token_type: 'bearer', access_token: 'access-of-lea', refresh_token: 'refresh-of-lea', expires_in: 7200 } }
  })
  web.set('https://api.x.com/2/users/me', () => ({ status: 200, json: { data: { id: '1001', name: 'Tideline', username: 'tideline' } } }))
}

/** As main does it: the login page is not opened, the code comes back by itself. */
async function finishLogin(studio: Studio, workspaceId: string, loginId: string): Promise<void> {
  const begun = await studio.engine.askAsMain('login.begin', { loginId, workspaceId, networkId: 'x', serverUrl: 'x.com', redirectUri: 'http://127.0.0.1:28347/vigie' })
  expect(begun).toMatchObject({ ok: true, value: { loginUrl: expect.stringContaining('https://x.com/i/oauth2/authorize?') } })
  const completed = await studio.engine.askAsMain('login.complete', { loginId, code: 'the-code', issuer: null })
  if (!completed.ok) throw new Error(completed.error.message)
  studio.push('accounts.loginFinished', { loginId, outcome: { kind: 'connected', account: completed.value.account } })
}

async function openAssistant(studio: Studio, page: Page, workspaceId: string): Promise<ReturnType<Page['getByRole']>> {
  await studio.open(`#/w/${workspaceId}/accounts`)
  await page.getByRole('button', { name: 'Connect an account' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: /Through an app that you make there/ }).click()
  return dialog
}

test('an account of X is connected through an app of one’s own, whose secret is checked at once and then forgotten by the page', async ({ studio, page }) => {
  raiseX(studio)
  const { workspaceId } = await fillClient(studio, 'en')
  const asked: string[] = []
  page.on('request', (request) => void asked.push(request.url()))
  const dialog = await openAssistant(studio, page, workspaceId)
  await expect(dialog.getByText('http://127.0.0.1:28347/vigie')).toBeVisible()
  await expect(dialog.getByRole('button', { name: /^Copy http/ })).toHaveCount(3)
  await expectAccessible(page, 'the assistant of X')

  await dialog.getByLabel('Client ID').fill('app-of-lea')
  await dialog.getByLabel('Client secret').fill('not-the-secret')
  await dialog.getByRole('button', { name: 'Show what is typed' }).click()
  await expect(dialog.getByLabel('Client secret')).toHaveAttribute('type', 'text')
  await dialog.getByRole('button', { name: 'Check and keep' }).click()
  await expect(dialog.getByText('X does not know this app: its id or its secret is wrong.')).toBeVisible()
  await expect(dialog.getByLabel('Client secret')).toHaveValue('')
  expect([...studio.engine.secrets.entries.keys()].filter((reference) => reference.includes(':app:'))).toEqual([])

  await dialog.getByLabel('Client secret').fill(secret)
  // The one that was shown is wiped: this one nobody asked to see.
  await expect(dialog.getByLabel('Client secret')).toHaveAttribute('type', 'password')
  await dialog.getByRole('button', { name: 'Check and keep' }).click()
  await expect(dialog.getByText('X knows it.')).toBeVisible()
  expect([...studio.engine.secrets.entries.keys()]).toContain(`${workspaceId}:app:x`)
  expect(await page.content()).not.toContain(secret)

  await dialog.getByRole('button', { name: 'Log in with the browser' }).click()
  await expect(dialog.locator('p', { hasText: 'Waiting for your browser…' })).toBeVisible()
  await expectAccessible(page, 'the wait for the browser')
  await finishLogin(studio, workspaceId, studio.loginIds.at(-1)!)
  await expect(page.getByText('@tideline is connected')).toBeVisible()
  await expect(page.getByRole('row', { name: /Tideline @tideline Connected Does not end/ })).toBeVisible()
  expect(asked.filter((url) => url.includes('x.com'))).toEqual([])
  expect(studio.engine.logLines.join('\n')).not.toMatch(/the-secret|access-of-lea|refresh-of-lea|not-the-secret/)
})

test('the address that the browser ended on can be pasted', async ({ studio, page }) => {
  raiseX(studio)
  const { workspaceId } = await fillClient(studio, 'en')
  await studio.engine.ask('ownApps.save', { workspaceId, networkId: 'x', scope: 'studio', clientId: 'app-of-lea', clientSecret: secret, redirectUri: '' })
  const dialog = await openAssistant(studio, page, workspaceId)
  await expect(dialog.getByText('The app for all clients is in the keychain.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Log in with the browser' }).click()
  await dialog.getByLabel('Address the browser ended on').fill('http://127.0.0.1:28347/vigie?code=the-code&state=x')
  await dialog.getByRole('button', { name: 'Use this address' }).click()
  await expect.poll(() => studio.pasted).toEqual(['http://127.0.0.1:28347/vigie?code=the-code&state=x'])
  await expect(dialog.getByLabel('Address the browser ended on')).toHaveValue('')
})

test('a pasted address that is refused stays to be mended, and another failure is not blamed on it', async ({ studio, page }) => {
  raiseX(studio)
  const { workspaceId } = await fillClient(studio, 'en')
  await studio.engine.ask('ownApps.save', { workspaceId, networkId: 'x', scope: 'studio', clientId: 'app-of-lea', clientSecret: secret, redirectUri: '' })
  const dialog = await openAssistant(studio, page, workspaceId)
  await dialog.getByRole('button', { name: 'Log in with the browser' }).click()
  const address = dialog.getByLabel('Address the browser ended on')
  const wrong = dialog.getByText('This is not the address of this login.')
  await address.fill('http://127.0.0.1:28347/vigie?code=the-co')
  studio.disturb('accounts.finishBrowserLogin', 'invalid_input')
  await dialog.getByRole('button', { name: 'Use this address' }).click()
  await expect(wrong).toBeVisible()
  await expect(address).toHaveValue('http://127.0.0.1:28347/vigie?code=the-co')

  studio.disturb('accounts.finishBrowserLogin', 'engine_starting')
  await dialog.getByRole('button', { name: 'Use this address' }).click()
  await expect(dialog.getByText('Vigie is still starting.')).toBeVisible()
  await expect(wrong).toHaveCount(0)

  studio.disturb('accounts.finishBrowserLogin', null)
  await address.fill('http://127.0.0.1:28347/vigie?code=the-code&state=x')
  await expect(dialog.getByText('Vigie is still starting.')).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Use this address' }).click()
  await expect(address).toHaveValue('')
})

test('another app is entered beside the one of all clients, which only a question removes', async ({ studio, page }) => {
  raiseX(studio)
  const { workspaceId } = await fillClient(studio, 'en')
  await studio.engine.ask('ownApps.save', { workspaceId, networkId: 'x', scope: 'studio', clientId: 'app-of-lea', clientSecret: secret, redirectUri: '' })
  const apps = (): string[] => [...studio.engine.secrets.entries.keys()].filter((reference) => reference.endsWith(':app:x'))
  const [shared] = apps()
  const dialog = await openAssistant(studio, page, workspaceId)
  await dialog.getByRole('button', { name: 'Enter another one' }).click()
  await expect(dialog.getByLabel('Client ID')).toBeVisible()
  await expectAccessible(page, 'another app of X')
  await dialog.getByRole('button', { name: 'Leave it as it is' }).click()
  await expect(dialog.getByText('The app for all clients is in the keychain.')).toBeVisible()
  expect(apps()).toEqual([shared])

  await dialog.getByRole('button', { name: 'Remove…' }).click()
  const question = page.getByRole('alertdialog', { name: 'Remove the app for all clients?' })
  await expectAccessible(page, 'the question before an app is removed')
  await question.getByRole('button', { name: 'Cancel' }).click()
  await expect(question).toHaveCount(0)
  expect(apps()).toEqual([shared])

  await dialog.getByRole('button', { name: 'Enter another one' }).click()
  await dialog.getByLabel('Client ID').fill('app-of-lea')
  await dialog.getByLabel('Client secret').fill(secret)
  await dialog.getByRole('button', { name: 'Check and keep' }).click()
  await expect(dialog.getByText(/^The app of .+ is in the keychain\./)).toBeVisible()
  expect(new Set(apps())).toEqual(new Set([shared, `${workspaceId}:app:x`]))

  await dialog.getByRole('button', { name: 'Remove…' }).click()
  const ofClient = page.getByRole('alertdialog', { name: /^Remove the app of (?!all)/ })
  studio.disturb('ownApps.remove', 'keychain_timeout')
  await ofClient.getByRole('button', { name: 'Remove the app' }).click()
  await expect(page.getByText('The keychain did not answer.').first()).toBeVisible()
  await expect(ofClient).toBeVisible()
  studio.disturb('ownApps.remove', null)
  await ofClient.getByRole('button', { name: 'Remove the app' }).click()
  await expect(dialog.getByText('The app for all clients is in the keychain.')).toBeVisible()
  expect(apps()).toEqual([shared])
})
