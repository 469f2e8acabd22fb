import { join } from 'node:path'
import { expect } from '@playwright/test'
import { openDatabase } from '../../electron/engine/database/open-database.ts'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient, type FilledClient } from './support/fill-client.ts'
import { test, type Studio } from './support/studio-test.ts'

const dayMs = 86_400_000

/** Mastodon has let Vigie in for so many days more; the studio looks at it as after a pause. */
async function endAccessIn(studio: Studio, { workspaceId, accounts }: FilledClient, days: number): Promise<void> {
  const { engine } = studio
  const database = openDatabase(join(engine.folder, 'workspaces', workspaceId, 'workspace.db'))
  database.prepare('UPDATE accounts SET access_ends_at = ? WHERE id = ?').run(engine.now() + days * dayMs, accounts.mastodon)
  database.close()
  await engine.askAsMain('engine.systemResumed', {})
  if (days > 0) await expect.poll(async () => (await engine.ask('accounts.list', { workspaceId })).accessNotices).toEqual([accounts.mastodon])
}

/** As main does it: the login page is not opened, somebody allows Vigie and comes back. */
async function comeBackAs(studio: Studio, { workspaceId }: FilledClient, code: string): Promise<void> {
  const [loginId, accountId] = [studio.loginIds.at(-1)!, studio.loginsFor.at(-1) ?? undefined]
  await studio.engine.askAsMain('login.begin', { loginId, workspaceId, networkId: 'mastodon', serverUrl: 'https://mastodon.example', redirectUri: 'http://127.0.0.1:1/callback', accountId })
  const completed = await studio.engine.askAsMain('login.complete', { loginId, code, issuer: null })
  const outcome = completed.ok ? ({ kind: 'connected', account: completed.value.account } as const) : ({ kind: 'failed', error: completed.error } as const)
  studio.push('accounts.loginFinished', { loginId, outcome })
}

test('an access that ends soon is said, marked on the calendar, and renewed with one click by the same account alone', async ({ studio, page }) => {
  const client = await fillClient(studio, 'en')
  const handle = client.texts.handles.mastodon
  await endAccessIn(studio, client, 2.5)
  await studio.open(`#/w/${client.workspaceId}/calendar`)
  const notice = page.getByText(`Vigie’s access to ${handle} on Mastodon ends in 3 days.`)
  await expect(notice).toBeVisible()
  await expect(page.getByText('An account’s access ends before this').first()).toBeAttached()
  await expectAccessible(page, 'the calendar with a notice about an access')

  await page.getByRole('button', { name: 'Renew it…' }).click()
  const row = page.getByRole('row', { name: new RegExp(handle) })
  await expect(row.getByText('Ends in 3 days')).toBeVisible()
  await expectAccessible(page, 'the accounts, one of which ends soon')
  await row.getByRole('button', { name: `Renew the access of ${handle}` }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.locator('p', { hasText: 'Waiting for your browser…' })).toBeVisible()
  expect(studio.loginsFor).toEqual([client.accounts.mastodon])

  studio.mastodon.invite('@other@mastodon.example', { displayName: 'Other', handle: '@other@mastodon.example', serverUrl: 'https://mastodon.example' })
  await comeBackAs(studio, client, '@other@mastodon.example')
  await expect(dialog.getByText(`The login came back as @other@mastodon.example, but ${handle} was to be connected again.`)).toBeVisible()
  await expect(page.getByRole('row', { name: /@other/ })).toHaveCount(0)

  studio.mastodon.invite(handle, { displayName: client.texts.name, handle, serverUrl: 'https://mastodon.example', accessEndsAt: studio.engine.now() + 60 * dayMs })
  await dialog.getByRole('button', { name: 'Log in with the browser' }).click()
  await expect(dialog.locator('p', { hasText: 'Waiting for your browser…' })).toBeVisible()
  await comeBackAs(studio, client, handle)
  await expect(row.getByText('Ends in 60 days')).toBeVisible()
  await expect(notice).toHaveCount(0)
})

test('the notice is put away, and the composer says what the end of the access means for a post', async ({ studio, page }) => {
  const client = await fillClient(studio, 'en')
  await endAccessIn(studio, client, 2.5)
  await studio.open(`#/w/${client.workspaceId}/compose/${client.draftIds[0]!}`)
  await page.getByRole('button', { name: 'Later' }).click()
  await expect(page.getByText(/^Vigie’s access to/)).toHaveCount(0)

  const checks = page.getByRole('region', { name: 'Checks' })
  await page.getByLabel('Date and time').fill('25/11 09:00')
  await expect(checks.getByText('The access ends on Mon 23 Nov, 22:00, before this time: renew it until then')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Schedule' })).toBeEnabled()

  await endAccessIn(studio, client, -1)
  studio.push('accounts.changed', { workspaceId: client.workspaceId, ids: [client.accounts.mastodon] })
  await expect(checks.getByText(/^The access ended on Fri 20 Nov, 10:00: renew it on the accounts screen/)).toBeVisible()
})
