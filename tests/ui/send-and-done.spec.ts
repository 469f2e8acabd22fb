import { expect } from '@playwright/test'
import { fillClient } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

test('sends and is done in one: it leaves the open ones at once, the next is there, and it comes back when the reply does not go out', async ({ studio, page }) => {
  const { workspaceId, texts } = await fillClient(studio, 'en')
  const [, talk, next] = texts.talks
  await studio.engine.ask('workspaces.update', { workspaceId, changes: { safety: { undoSeconds: 15 } } })
  await studio.open(`#/w/${workspaceId}/inbox`)
  const list = page.getByRole('listbox', { name: 'Conversations' })
  await page.getByRole('option').filter({ hasText: talk!.from }).click()
  await page.getByRole('textbox', { name: 'Reply' }).fill('On its way.')
  await expect(page.getByRole('button', { name: 'Send and done' })).toBeEnabled()
  await page.keyboard.press('Control+Shift+Enter')
  await expect(page.getByRole('option', { selected: true })).toContainText(next!.from)
  await expect(list.getByText(talk!.from)).toBeHidden()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog').getByText('Send and done')).toBeVisible()
  await page.keyboard.press('Escape')

  // Taken back in time: the person still waits, with the answer in its field.
  await page.getByRole('status', { name: 'About to leave' }).getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('option', { selected: true })).toContainText(talk!.from)
  await expect(page.getByRole('option', { selected: true })).toContainText('Draft')
  await expect(page.getByRole('textbox', { name: 'Reply' })).toHaveValue('On its way.')
  await expect(page.getByRole('option').filter({ hasText: next!.from })).not.toContainText('Draft')

  // Refused by the network: it comes back by itself, and says so.
  studio.mastodon.nextSends('rejected')
  await page.getByRole('button', { name: 'Send and done' }).click()
  await expect(list.getByText(talk!.from)).toBeHidden()
  await studio.advance(20_000)
  await list.getByText(talk!.from).click()
  await expect(page.getByRole('article', { name: talk!.from }).getByText('Refused', { exact: true })).toBeVisible()
})

test('an answer taken back by the key is gone to as well, from any screen of the client', async ({ studio, page }) => {
  const { workspaceId, texts } = await fillClient(studio, 'en')
  await studio.engine.ask('workspaces.update', { workspaceId, changes: { safety: { undoSeconds: 15 } } })
  await studio.open(`#/w/${workspaceId}/inbox`)
  await page.getByRole('option').filter({ hasText: texts.talks[1]!.from }).click()
  await page.getByRole('textbox', { name: 'Reply' }).fill('On its way.')
  await page.getByRole('button', { name: 'Send and done' }).click()
  await expect(page.getByRole('status', { name: 'About to leave' })).toContainText('On its way.')
  await page.keyboard.press('g')
  await page.keyboard.press('c')
  await expect(page.getByRole('heading', { name: 'Calendar' })).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('article', { name: texts.talks[1]!.from })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Reply' })).toHaveValue('On its way.')
})
