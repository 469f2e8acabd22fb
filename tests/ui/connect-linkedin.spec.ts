import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient, paragraph } from './support/fill-client.ts'
import { test, type Studio } from './support/studio-test.ts'

/** The card of a link is shown as it goes along: LinkedIn makes none by itself. */
async function publishLink(studio: Studio, page: Page, workspaceId: string, accountId: string): Promise<void> {
  const { engine, web } = studio
  await engine.ask('workspaces.update', { workspaceId, changes: { safety: { undoSeconds: 0 } } })
  const created: unknown[] = []
  web.set('https://tides.example/spring', '<!doctype html><title>Spring tide</title><meta name="description" content="Saturday at nine">')
  web.set('https://api.linkedin.com/rest/posts', ({ method, body }) => {
    if (method === 'POST' && typeof body === 'string') created.push((JSON.parse(body) as { content?: unknown }).content)
    return { status: 201, body: new Uint8Array(), headers: { 'x-restli-id': 'urn:li:share:7058123456789012345' } }
  })
  const postId = engine.random.id()
  const content = { title: '', document: paragraph('To read: https://tides.example/spring'), targets: [{ accountId, variant: null }], media: [] }
  const { revision } = await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content })
  await studio.open(`#/w/${workspaceId}/compose/${postId}`)
  await expect(page.getByRole('article').getByText('Spring tide')).toBeVisible()
  await expectAccessible(page, 'the card of a link on LinkedIn')
  await engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'now' } })
  await studio.advance(60_000)
  expect(created).toEqual([{ article: { source: 'https://tides.example/spring', title: 'Spring tide', description: 'Saturday at nine' } }])
}

test('a page of LinkedIn is connected through an approved app, a member through another one', async ({ studio, page }) => {
  const { web } = studio
  web.set('https://www.linkedin.com/oauth/v2/accessToken', ({ body }) => {
    const form = new URLSearchParams(typeof body === 'string' ? body : '')
    if (form.get('client_secret') !== 'right-secret') return { status: 401, json: { error: 'invalid_client', error_description: 'Client authentication failed' } }
    if (form.get('code') !== 'the-code') return { status: 400, json: { error: 'invalid_request', error_description: 'Unable to retrieve access token' } }
    return { status: 200, json: { access_token: 'token-of-lea', expires_in: 5_184_000 } }
  })
  const role = (id: number): object => ({ organization: `urn:li:organization:${id}`, role: 'ADMINISTRATOR', state: 'APPROVED' })
  web.set('https://api.linkedin.com/rest/organizationAcls', () => ({ status: 200, json: { elements: [role(1), role(2)] } }))
  web.set('https://api.linkedin.com/rest/organizations/1', () => ({ status: 200, json: { id: 1, localizedName: 'Tideline Books', vanityName: 'tideline' } }))
  web.set('https://api.linkedin.com/rest/organizations/2', () => ({ status: 200, json: { id: 2, localizedName: 'Tideline Café', vanityName: 'tidelinecafe' } }))
  const { workspaceId } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/accounts`)
  await page.getByRole('button', { name: 'Connect an account' }).click()
  const dialog = page.getByRole('dialog')

  // The member's app first: nothing of it counts for pages.
  await dialog.getByRole('button', { name: /A member, through an app that you make there/ }).click()
  await expect(dialog.getByRole('button', { name: /^Copy http:\/\/localhost/ })).toHaveCount(3)
  await expect(dialog.getByText(/read nothing: comments are read and answered on LinkedIn itself/)).toBeVisible()
  await expectAccessible(page, 'the assistant of LinkedIn')
  await dialog.getByRole('button', { name: 'Back' }).click()

  await dialog.getByRole('button', { name: /A company’s page, through an app that LinkedIn has approved/ }).click()
  await dialog.getByLabel('Client ID').fill('77')
  await dialog.getByLabel('Client secret').fill('wrong-secret')
  await dialog.getByRole('button', { name: 'Check and keep' }).click()
  await expect(dialog.getByText('LinkedIn Page does not know this app: its id or its secret is wrong.')).toBeVisible()
  await dialog.getByLabel('Client secret').fill('right-secret')
  await dialog.getByRole('button', { name: 'Check and keep' }).click()
  await expect(dialog.getByText(/The app of .* is in the keychain/)).toBeVisible()

  await dialog.getByRole('button', { name: 'Log in with the browser' }).click()
  await expect(dialog.locator('p', { hasText: 'Waiting for your browser…' })).toBeVisible()
  const loginId = studio.loginIds.at(-1)!
  const begun = await studio.engine.askAsMain('login.begin', { loginId, workspaceId, networkId: 'linkedin_page', serverUrl: 'linkedin.com', redirectUri: 'http://localhost:28347/vigie' })
  expect(begun).toMatchObject({ ok: true, value: { loginUrl: expect.stringContaining('https://www.linkedin.com/oauth/v2/authorization?') } })
  const completing = studio.engine.askAsMain('login.complete', { loginId, code: 'the-code', issuer: null })
  await expect(dialog.getByText(/This login opens several pages/)).toBeVisible()
  await dialog.getByRole('button', { name: /Tideline Café @tidelinecafe/ }).click()
  const completed = await completing
  if (!completed.ok) throw new Error(completed.error.message)
  studio.push('accounts.loginFinished', { loginId, outcome: { kind: 'connected', account: completed.value.account } })
  await expect(page.getByRole('row', { name: /Tideline Café @tidelinecafe Connected/ })).toBeVisible()
  expect(studio.engine.logLines.join('\n')).not.toMatch(/-secret|token-of/)

  await publishLink(studio, page, workspaceId, completed.value.account.id)
  await studio.open(`#/w/${workspaceId}/accounts`)

  // Nothing is said of the interface's version until its end is near.
  await expect(page.getByText(/LinkedIn ends the version/)).toHaveCount(0)
  await page.clock.setFixedTime(new Date('2027-09-01T10:00:00Z'))
  await studio.open(`#/w/${workspaceId}/accounts`)
  await expect(page.getByText('LinkedIn ends the version that this Vigie speaks on September 15, 2027')).toBeVisible()
  await expectAccessible(page, 'the accounts with a version that ends')

  await page.getByRole('button', { name: 'Actions for @tidelinecafe', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Remove' }).click()
  await expect(page.getByRole('alertdialog')).toContainText(/LinkedIn keeps the right .* Permitted services/)
})
