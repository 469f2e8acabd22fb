import { expect, type Page } from '@playwright/test'
import type { StudioError } from '../../shared/errors/studio-error.ts'
import { expectAccessible } from './support/check-accessibility.ts'
import { test, type Studio } from './support/studio-test.ts'

const dayMs = 86_400_000
const handle = '@tideline.bsky.social'

async function openDialog(studio: Studio, page: Page): Promise<string> {
  const workspaceId = studio.engine.random.id()
  await studio.engine.ask('workspaces.create', { id: workspaceId, name: 'Tideline', colour: 'ocean', timeZone: 'Europe/Paris' })
  await studio.open(`#/w/${workspaceId}/accounts`)
  await page.getByRole('button', { name: 'Connect an account' }).first().click()
  await page.getByRole('button', { name: /^Bluesky With your browser/ }).click()
  return workspaceId
}

/** Bluesky lets them in for so many days. */
function inviteFor(studio: Studio, days: number): void {
  studio.bluesky.invite(handle, { displayName: 'Tideline', handle, serverUrl: 'https://pds.example', accessEndsAt: studio.engine.now() + days * dayMs })
}

/** As main does it, once somebody has allowed Vigie on the login page. */
async function comeBack(studio: Studio, workspaceId: string): Promise<void> {
  const [loginId, accountId] = [studio.loginIds.at(-1)!, studio.loginsFor.at(-1) ?? undefined]
  inviteFor(studio, 14)
  await studio.engine.askAsMain('login.begin', { loginId, workspaceId, networkId: 'bluesky', serverUrl: 'https://bsky.social', redirectUri: 'http://127.0.0.1:1/vigie', accountId })
  const completed = await studio.engine.askAsMain('login.complete', { loginId, code: handle, issuer: null })
  if (!completed.ok) throw new Error(completed.error.code)
  studio.push('accounts.loginFinished', { loginId, outcome: { kind: 'connected', account: completed.value.account } })
}

test('the browser is the first way in, for two weeks at a time, and is renewed by the same name', async ({ studio, page }) => {
  const workspaceId = await openDialog(studio, page)
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('Bluesky wants this again every two weeks; Vigie says so three days before. An app password has no such end.')).toBeVisible()
  await expectAccessible(page, 'the login to Bluesky in the browser')
  await expect(dialog.getByRole('button', { name: 'Log in with the browser' })).toBeDisabled()
  await dialog.getByLabel('Handle').fill('tideline.bsky.social')
  await page.keyboard.press('Enter')
  await expect(dialog.locator('p', { hasText: 'Waiting for your browser…' })).toBeVisible()
  expect(studio.loginsAs).toEqual(['tideline.bsky.social'])
  await comeBack(studio, workspaceId)

  const row = page.getByRole('row', { name: new RegExp(handle) })
  await expect(row.getByText('Ends in 14 days')).toBeVisible()
  await expect(row.getByRole('button', { name: /^Renew/ })).toHaveCount(0)

  const { accounts } = await studio.engine.ask('accounts.list', { workspaceId })
  inviteFor(studio, 2.5)
  await studio.engine.ask('accounts.check', { workspaceId, accountId: accounts[0]!.id })
  studio.push('accounts.changed', { workspaceId, ids: [accounts[0]!.id] })
  await row.getByRole('button', { name: `Renew the access of ${handle}` }).click()
  await expect(dialog.locator('p', { hasText: 'Waiting for your browser…' })).toBeVisible()
  expect(studio.loginsAs).toEqual(['tideline.bsky.social', handle])
  await comeBack(studio, workspaceId)
  await expect(row.getByText('Ends in 14 days')).toBeVisible()
})

test('where the browser is no way in, the app password is, and the name is not typed again', async ({ studio, page }) => {
  await openDialog(studio, page)
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Handle').fill('tideline.bsky.social')
  await dialog.getByRole('button', { name: 'Log in with the browser' }).click()
  await expect(dialog.locator('p', { hasText: 'Waiting for your browser…' })).toBeVisible()
  const error: StudioError = { code: 'login_refused', message: 'said by the test', retryable: false, details: { reason: 'no_browser_login' } }
  studio.push('accounts.loginFinished', { loginId: studio.loginIds.at(-1)!, outcome: { kind: 'failed', error } })
  await expect(dialog.getByRole('alert')).toContainText('This server does not let programs such as Vigie in through the browser.')

  await dialog.getByRole('button', { name: 'App password' }).click()
  await expect(dialog.getByLabel('Handle or e-mail')).toHaveValue('tideline.bsky.social')
  studio.bluesky.invite('tideline.bsky.social', { displayName: 'Tideline', handle, serverUrl: 'https://bsky.social' })
  await dialog.getByLabel('App password', { exact: true }).fill('paper')
  await dialog.getByRole('button', { name: 'Connect', exact: true }).click()
  const row = page.getByRole('row', { name: new RegExp(handle) })
  await expect(row.getByText('Does not end')).toBeVisible()

  // Connected by an app password, it is connected again by one.
  await row.getByRole('button', { name: /Actions for/ }).click()
  await page.getByRole('menuitem', { name: 'Reconnect' }).click()
  await expect(dialog.getByLabel('App password', { exact: true })).toBeVisible()
})
