import { expect } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient, paragraph } from './support/fill-client.ts'
import { test, type Studio } from './support/studio-test.ts'

async function plan(studio: Studio, workspaceId: string, accountId: string, text: string, localDateTime: string): Promise<string> {
  const postId = studio.engine.random.id()
  const content = { title: '', document: paragraph(text), targets: [{ accountId, variant: null }], media: [] }
  const { revision } = await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content })
  await studio.engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'at', localDateTime } })
  return postId
}

test('one key holds everything, a banner says so everywhere, and lifting it decides what has passed', async ({ studio, page }) => {
  const { workspaceId, accounts, texts } = await fillClient(studio, 'en')
  const now = await plan(studio, workspaceId, accounts.bluesky, 'Send me after all', '2026-11-21T10:05')
  const drop = await plan(studio, workspaceId, accounts.bluesky, 'Better not', '2026-11-21T10:06')
  const move = await plan(studio, workspaceId, accounts.bluesky, 'Another day', '2026-11-21T10:07')
  await studio.open(`#/w/${workspaceId}/inbox`)
  await page.keyboard.press('Control+Shift+H')
  const dialog = page.getByRole('dialog', { name: `Hold everything for ${texts.name}?` })
  await expect(dialog.getByLabel('Reason')).toBeFocused()
  await expect(dialog.getByRole('radio', { name: `${texts.name} only`, exact: true })).toBeChecked()
  await page.keyboard.type('Flood in the old town')
  await page.keyboard.press('Enter')
  // Exactly what was done: the count of the foot, and nothing of networks that had nothing of it.
  const waiting = /^(\d+) to go out/.exec((await page.getByRole('contentinfo').getByRole('link').textContent()) ?? '')?.[1]
  await expect(page.getByText(`${waiting} entries of the outbox wait here until you lift it. Nothing was on its way.`)).toBeVisible()
  await expect(page.getByText(`Nothing leaves for ${texts.name}`)).toBeVisible()
  await expect(page.getByText(/called back/)).toHaveCount(0)
  await expect(page.getByText(/Flood in the old town · since/)).toBeVisible()
  await studio.advance(10 * 60_000)
  expect(studio.bluesky.published.map(({ text }) => text)).not.toContain('Send me after all')

  await studio.goTo(`#/w/${workspaceId}/outbox`)
  await expect(page.getByText(`Nothing leaves for ${texts.name}`)).toBeVisible()
  await page.keyboard.press('Control+Shift+H')
  const lift = page.getByRole('dialog', { name: 'Lift the hold?' })
  await expect(lift.getByRole('listitem')).toHaveCount(3)
  await expect(lift.getByRole('button', { name: 'Lift the hold' })).toBeDisabled()
  await expectAccessible(page, 'the dialog that lifts a hold')
  for (const [text, fate] of [['Send me after all', 'Publish now'], ['Better not', 'Do not publish'], ['Another day', 'New time']] as const) {
    await lift.getByRole('group', { name: `What becomes of “${text}”` }).getByRole('button', { name: fate }).click()
  }
  await lift.getByLabel('New time').fill('2026-11-24T09:00')
  await lift.getByRole('button', { name: 'Lift the hold' }).click()
  await expect(page.getByText('The hold is lifted')).toBeVisible()
  await expect(page.getByText('What is scheduled goes out at its time again.', { exact: true })).toBeVisible()
  await expect(page.getByText('Nothing leaves for')).toBeHidden()
  await studio.advance(2_000)
  expect(studio.bluesky.published.map(({ text }) => text)).toContain('Send me after all')
  const read = async (postId: string) => (await studio.engine.ask('posts.read', { workspaceId, postId })).post
  expect((await read(now)).status).toBe('published')
  expect((await read(drop)).status).toBe('draft')
  expect(await read(move)).toMatchObject({ status: 'scheduled', schedule: { localDateTime: '2026-11-24T09:00' } })
})

test('whoever publishes while a hold stands is told first that it does not leave', async ({ studio, page }) => {
  const { workspaceId, draftIds, texts } = await fillClient(studio, 'en')
  await studio.engine.ask('safety.hold', { workspaceId, reason: '' })
  await studio.open(`#/w/${workspaceId}/compose/${draftIds[0]}`)
  await expect(page.getByText('A hold stands: nothing leaves, now or at its time')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Publish now' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Keep for after the hold' }).click()
  const question = page.getByRole('alertdialog')
  await expect(question).toContainText('A hold stands, so it does not leave now.')
  await expect(question).not.toContainText('at once')
  await question.getByRole('button', { name: 'Keep for after the hold' }).click()
  await studio.advance(2_000)
  expect(studio.bluesky.published.map(({ text }) => text)).not.toContain(texts.drafts[0])
})

test('all clients are held together, and a client made meanwhile says so too', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/calendar`)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('hold everything')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: /^Hold everything/ })
  await dialog.getByRole('radio', { name: 'All clients', exact: true }).click()
  await expect(dialog.getByRole('heading', { name: 'Hold everything?', exact: true })).toBeVisible()
  await dialog.getByRole('button', { name: 'Hold everything' }).click()
  await expect(page.getByText('Nothing leaves, for any client')).toBeVisible()
  const other = studio.engine.random.id()
  await studio.engine.ask('workspaces.create', { id: other, name: 'Atelier Brun', colour: 'brick', timeZone: 'Europe/Paris' })
  await studio.open(`#/w/${other}/calendar`)
  await expect(page.getByText('Nothing leaves, for any client')).toBeVisible()
  await page.getByRole('button', { name: 'Lift the hold…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Lift the hold' }).click()
  await expect(page.getByText('Nothing leaves, for any client')).toBeHidden()
})

test('is found where one looks in a hurry: at the foot, in the outbox, and in the palette by any word for it', async ({ studio, page }) => {
  const { workspaceId, texts } = await fillClient(studio, 'fr')
  await studio.engine.ask('studio.saveSettings', { settings: { language: 'fr' } })
  await studio.open(`#/w/${workspaceId}/outbox`)
  const dialog = page.getByRole('dialog', { name: `Tout suspendre pour ${texts.name}` })
  await page.getByRole('contentinfo').getByRole('button', { name: 'En ligne' }).click()
  await page.getByRole('menuitem', { name: 'Tout suspendre…' }).click()
  await expect(dialog).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  for (const word of ['retenir', 'suspendre', 'stop', 'pause', 'urgence', 'crise', 'bloquer', 'hold', 'freeze']) {
    await page.getByRole('dialog', { name: 'Palette de commandes' }).getByRole('combobox').fill(word)
    await expect(page.getByRole('option').filter({ hasText: 'Tout suspendre…' }), word).toBeVisible()
  }
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.getByRole('main').getByRole('button', { name: 'Tout suspendre…' }).click()
  await dialog.getByRole('button', { name: 'Tout suspendre' }).click()
  await page.getByRole('main').getByRole('button', { name: 'Lever la suspension…' }).click()
  await expect(page.getByRole('dialog', { name: /^Lever la suspension/ })).toBeVisible()
})
