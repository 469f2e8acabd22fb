import { expect } from '@playwright/test'
import { fillClient } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

test('the whole loop without a mouse: write, schedule, calendar, outbox, answer', async ({ studio, page }) => {
  const { workspaceId, texts } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/inbox`)
  const { keyboard } = page

  await keyboard.press('Control+n')
  await expect(page.getByRole('textbox', { name: 'Text of the post' })).toBeFocused()
  await keyboard.type('Written without a mouse')
  // WordPress would want a title: its chip is the third of the group.
  await page.getByRole('group', { name: 'Publish on' }).getByRole('button').last().focus()
  await keyboard.press('Space')
  await expect(page.getByText('All good')).toBeVisible()
  await keyboard.press('Control+Enter')
  await expect(page.getByText('Scheduled for Sat 21 Nov, 10:30').first()).toBeVisible()

  await keyboard.press('g')
  await keyboard.press('c')
  const card = page.getByRole('button', { name: /Written without a mouse/ })
  await card.focus()
  await keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Change the time' })).toBeVisible()

  await page.getByRole('button', { name: 'Take back and edit' }).focus()
  await keyboard.press('Control+Enter')
  await keyboard.press('g')
  await keyboard.press('o')
  await expect(page.getByRole('heading', { level: 1, name: 'Outbox' })).toBeVisible()
  await page.getByRole('button', { name: /Written without a mouse/ }).first().focus()
  await keyboard.press('Enter')
  await expect(page.getByText('It waits for its time.')).toBeVisible()

  await studio.advance(31 * 60_000)
  await expect(page.getByText('It is out.')).toBeVisible()
  expect(studio.bluesky.published.filter(({ text }) => text === 'Written without a mouse')).toHaveLength(1)

  await keyboard.press('g')
  await keyboard.press('i')
  await expect(page.getByRole('option').first()).toBeVisible()
  await keyboard.press('j')
  await expect(page.getByRole('article', { name: texts.talks[0]!.from })).toBeVisible()
  await keyboard.press('r')
  await keyboard.type('Every day but Monday')
  await keyboard.press('Control+Enter')
  await expect(page.getByText('Your reply is on its way')).toBeVisible()
  await studio.advance(2_000)
  expect(studio.bluesky.published.map(({ text }) => text)).toContain('Every day but Monday')
})
