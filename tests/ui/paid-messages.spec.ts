import { expect } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { connectX } from './support/connect-x.ts'
import { fillClient } from './support/fill-client.ts'
import { startAt, test } from './support/studio-test.ts'

const ana = { id: '2002', name: 'Ana Torres', username: 'ana' }
const hour = 3_600_000

test('private messages of X are read by a button that says what that can cost, and answered in private at a price that is said', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'en')
  const { x, readings } = await connectX(studio, workspaceId)
  await studio.engine.ask('workspaces.update', { workspaceId, changes: { safety: { undoSeconds: 0, monthlyCapMills: 1_000 } } })
  x.messages.write(ana, 'Do you ship to Lisbon?', { createdAt: startAt - hour })
  await studio.engine.ask('inbox.refresh', { workspaceId })
  await studio.open(`#/w/${workspaceId}/inbox`)
  const messages = page.getByRole('region', { name: 'Private messages of @lea' })
  await expect(messages.getByText('X charges for each one, so they are read only when you ask, first the newest 20. Encrypted chats cannot be read.')).toBeVisible()
  await expect(messages.getByText('$0.00 of $1.00 spent this month')).toBeVisible()
  await expectAccessible(page, 'the inbox with messages that are read on request')
  expect(readings()).toBe(0)

  await messages.getByRole('button', { name: 'Read · $0.40 at most' }).click()
  await expect(messages.getByRole('status')).toHaveText('1 new message, for $0.02 at most.')
  await expect(messages.getByText('$0.02 of $1.00 spent this month')).toBeVisible()
  await expect(messages.getByText('Read on request: today, 10:00.')).toBeVisible()
  const row = page.getByRole('option').filter({ hasText: 'Ana Torres' })
  await expect(row).toContainText('Private message')
  await row.click()
  await expect(page.getByText('X charges $0.015 for this answer · $0.02 of $1.00 spent this month')).toBeVisible()
  await expect(page.getByText('10000', { exact: true })).toBeVisible()
  await expectAccessible(page, 'a private conversation of X')
  if (process.env['VIGIE_PICTURES'] !== undefined) await page.screenshot({ path: `${process.env['VIGIE_PICTURES']}/paid-messages-en.png` })
  await page.getByRole('textbox', { name: 'Reply' }).fill('We do, within four days.')
  await page.keyboard.press('Control+Enter')
  await studio.advance(5_000)
  await expect.poll(() => x.messages.sent()).toEqual(['We do, within four days.'])
  await expect(page.getByRole('article').getByText('We do, within four days.')).toBeVisible()
  await expect(page.getByText('X charges $0.015 for this answer · $0.035 of $1.00 spent this month')).toBeVisible()

  await studio.goTo(`#/w/${workspaceId}/settings`)
  await expect(page.getByRole('row', { name: 'November 2026 0 0 1 1 $0.035' })).toBeVisible()
})

test('by keyboard: the button is reached with Tab, and the command palette knows it', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'en')
  const { x, readings } = await connectX(studio, workspaceId)
  x.messages.write(ana, 'Do you ship to Lisbon?', { createdAt: startAt - hour })
  await studio.open(`#/w/${workspaceId}/inbox`)
  const button = page.getByRole('button', { name: 'Read · $0.40 at most' })
  await expect(button).toBeVisible()
  await page.getByRole('searchbox').focus()
  for (let presses = 0; presses < 8 && !(await button.evaluate((element) => element === document.activeElement)); presses += 1) await page.keyboard.press('Tab')
  await expect(button).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('option').filter({ hasText: 'Ana Torres' })).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('private messages of @lea')
  await page.getByRole('option', { name: /Read the private messages of @lea/ }).click()
  await expect.poll(readings).toBe(2)
})

test('says what keeps them from being read: no network, a login without the right, the cap of the month', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'en')
  const { refuseNext, readings } = await connectX(studio, workspaceId)
  await studio.open(`#/w/${workspaceId}/inbox`)
  const messages = page.getByRole('region', { name: 'Private messages of @lea' })
  const button = messages.getByRole('button', { name: /at most$/ })
  refuseNext(403, { title: 'Forbidden', detail: 'You are not permitted to perform this action.', status: 403 })
  await button.click()
  await expect(messages.getByRole('alert')).toContainText('X does not let this login read private messages: You are not permitted to perform this action.')
  await expect(messages.getByRole('alert')).toContainText('Reconnect the account: the login then asks for the right (dm.read and dm.write).')
  await expectAccessible(page, 'messages that a login may not read')
  if (process.env['VIGIE_PICTURES'] !== undefined) await page.screenshot({ path: `${process.env['VIGIE_PICTURES']}/paid-messages-refused-en.png` })

  await studio.engine.ask('workspaces.update', { workspaceId, changes: { safety: { monthlyCapMills: 100 } } })
  await expect(messages.getByText('$0.00 of $0.10 spent this month. This month’s cap leaves too little for reading.')).toBeVisible()
  await button.click()
  await expect(messages.getByRole('alert')).toContainText('Reading could cost more than the cap of this month leaves.')
  expect(readings()).toBe(1)

  await studio.engine.ask('studio.saveSettings', { settings: { workOffline: true } })
  await expect(messages.getByText('Offline: they can be read when the network is back.')).toBeVisible()
  await expect(button).toBeDisabled()
})

test('says of a conversation of several people that all of them read an answer', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'en')
  const { x } = await connectX(studio, workspaceId)
  x.messages.write(ana, 'Who of you is open on Sunday?', { createdAt: startAt - hour, groupId: '1582103724607971328' })
  await studio.open(`#/w/${workspaceId}/inbox`)
  await page.getByRole('button', { name: 'Read · $0.40 at most' }).click()
  await page.getByRole('option').filter({ hasText: 'Ana Torres' }).click()
  await expect(page.getByText('Private message to a group: all of them read it')).toBeVisible()
  await expectAccessible(page, 'a private conversation of several people')
  if (process.env['VIGIE_PICTURES'] !== undefined) await page.screenshot({ path: `${process.env['VIGIE_PICTURES']}/paid-messages-group-en.png` })
})

test('stands beside messages alone, and not under another filter; a failing engine is said', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'en')
  await connectX(studio, workspaceId)
  await studio.open(`#/w/${workspaceId}/inbox`)
  const messages = page.getByRole('region', { name: 'Private messages of @lea' })
  await expect(messages).toBeVisible()
  await page.getByRole('combobox', { name: 'Kind' }).click()
  await page.getByRole('option', { name: 'Comments' }).click()
  await expect(messages).toHaveCount(0)
  studio.disturb('inbox.messageLooks', 'disk_full')
  await studio.open(`#/w/${workspaceId}/inbox`)
  await expect(page.getByRole('alert').getByText('The disk is full.')).toBeVisible()
})

test('the same in French, light and dark', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'fr')
  await studio.engine.ask('studio.saveSettings', { settings: { language: 'fr' } })
  const { x } = await connectX(studio, workspaceId)
  await studio.engine.ask('workspaces.update', { workspaceId, changes: { safety: { monthlyCapMills: 5_000 } } })
  x.messages.write(ana, 'Livrez-vous à Lisbonne ?', { createdAt: startAt - hour })
  await studio.open(`#/w/${workspaceId}/inbox`)
  const messages = page.getByRole('region', { name: 'Messages privés de @lea' })
  await messages.getByRole('button', { name: /^Relever · 0,40/ }).click()
  await expect(messages.getByRole('status')).toContainText('1 nouveau message, pour 0,02')
  await page.getByRole('option').filter({ hasText: 'Ana Torres' }).click()
  await expect(page.getByText(/^X facture 0,015.* cette réponse/)).toBeVisible()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await expectAccessible(page, `messages read on request in French, ${colorScheme}`)
    if (process.env['VIGIE_PICTURES'] !== undefined) await page.screenshot({ path: `${process.env['VIGIE_PICTURES']}/paid-messages-fr-${colorScheme}.png` })
  }
})
