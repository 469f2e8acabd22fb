import { expect } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient, paragraph } from './support/fill-client.ts'
import { test, type Studio } from './support/studio-test.ts'

/** X as far as it is asked: a login, and posts. */
async function connectX({ engine, web }: Studio, workspaceId: string): Promise<string> {
  web.set('https://api.x.com/2/oauth2/token', () => ({ status: 200, json: { token_type: 'bearer', access_token: 'access', refresh_token: 'refresh', expires_in: 700_000 } }))
  web.set('https://api.x.com/2/users/me', () => ({ status: 200, json: { data: { id: '1001', name: 'Tideline', username: 'tideline' } } }))
  web.set('https://api.x.com/2/tweets', () => ({ status: 201, json: { data: { id: '1900000000000000001', text: 'as sent' } } }))
  await engine.ask('ownApps.save', { workspaceId, networkId: 'x', scope: 'workspace', clientId: 'app-of-lea', clientSecret: '', redirectUri: '' })
  const loginId = engine.random.id()
  await engine.askAsMain('login.begin', { loginId, workspaceId, networkId: 'x', serverUrl: 'x.com', redirectUri: 'http://127.0.0.1:28347/vigie' })
  const completed = await engine.askAsMain('login.complete', { loginId, code: 'the-code', issuer: null })
  if (!completed.ok) throw new Error(completed.error.message)
  return completed.value.account.id
}

async function draftFor(studio: Studio, workspaceId: string, accountId: string, text: string): Promise<string> {
  const postId = studio.engine.random.id()
  await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: paragraph(text), targets: [{ accountId, variant: null }], media: [] } })
  return postId
}

test('the price of a post is said before it is sent, counted once it is out, and kept below the cap', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'en')
  const accountId = await connectX(studio, workspaceId)
  const plain = await draftFor(studio, workspaceId, accountId, 'Low tide, high spirits.')
  const linked = await draftFor(studio, workspaceId, accountId, 'All about it: tideline-books.com/spirits')

  await studio.open(`#/w/${workspaceId}/compose/${plain}`)
  await expect(page.getByText('X charges $0.015 for this post · $0.00 spent this month')).toBeVisible()
  await page.getByRole('button', { name: 'Publish now' }).click()
  await expect(page.getByRole('alertdialog').getByText('X charges $0.015 for it.')).toBeVisible()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Publish now' }).click()
  await studio.advance(20_000)

  await studio.goTo(`#/w/${workspaceId}/settings`)
  await expect(page.getByRole('row', { name: 'November 2026 1 0 $0.015' })).toBeVisible()
  await page.getByLabel('Cap for a month, in dollars').fill('five')
  await expect(page.getByText('An amount such as 5 or 12.50')).toBeVisible()
  await page.getByLabel('Cap for a month, in dollars').fill('0,20')
  await page.getByRole('button', { name: 'Save the cap' }).click()
  await expect(page.getByText('The cap is saved')).toBeVisible()
  await expectAccessible(page, 'the settings with costs')

  await studio.goTo(`#/w/${workspaceId}/compose/${linked}`)
  await expect(page.getByText('X charges $0.20 for this post, because of its link · $0.015 of $0.20 spent this month')).toBeVisible()
  const overCap = page.getByRole('region', { name: 'Checks' }).getByText('It costs more than this month’s cap leaves')
  await expect(overCap).toBeVisible()
  await expect(page.getByRole('button', { name: 'Publish now' })).toBeDisabled()
  await expectAccessible(page, 'the composer of a post beyond the cap')
  // Another month has its own cap.
  await page.getByLabel('Date and time').fill('2/12 09:00')
  await expect(overCap).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Schedule' })).toBeEnabled()
})

test('a post that its cap holds back says why, and what to do', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'en')
  const accountId = await connectX(studio, workspaceId)
  const postId = await draftFor(studio, workspaceId, accountId, 'All about it: tideline-books.com/spirits')
  await studio.engine.ask('workspaces.update', { workspaceId, changes: { safety: { undoSeconds: 0, monthlyCapMills: 100 } } })
  await studio.engine.ask('posts.schedule', { workspaceId, postId, revision: 1, when: { kind: 'now' } })
  await studio.advance(2_000)
  await studio.open(`#/w/${workspaceId}/outbox`)
  await page.getByText('All about it').first().click()
  await expect(page.getByText('Raise this month’s cap in the settings and publish it, or give it a time in another month.').first()).toBeVisible()
})

test('says nothing of what a month has cost while that is not known', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'en')
  const accountId = await connectX(studio, workspaceId)
  const postId = await draftFor(studio, workspaceId, accountId, 'Low tide, high spirits.')
  const nothing = page.getByText('Nothing has been charged yet.')
  const costs = page.locator('section', { has: page.getByRole('heading', { name: 'Costs' }) })
  studio.disturb('costs.read', 'hangs')
  await studio.open(`#/w/${workspaceId}/settings`)
  await expect(costs.getByRole('status')).toHaveText('Loading…')
  await expect(page.getByLabel('Cap for a month, in dollars')).toBeVisible()
  await expect(nothing).toHaveCount(0)
  await studio.goTo(`#/w/${workspaceId}/compose/${postId}`)
  await expect(page.getByText('X charges $0.015 for this post', { exact: true })).toBeVisible()

  studio.disturb('costs.read', 'disk_full')
  await studio.open(`#/w/${workspaceId}/settings`)
  await expect(costs.getByText('The disk is full.')).toBeVisible()
  await expect(nothing).toHaveCount(0)
  await expectAccessible(page, 'the settings when costs cannot be read')
  studio.disturb('costs.read', null)
  await costs.getByRole('button', { name: 'Try again' }).click()
  await expect(nothing).toBeVisible()
})
