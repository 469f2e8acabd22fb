import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

const goTo = (page: Page, hash: string) => page.evaluate((address) => void (window.location.hash = address), hash)

const reasons = {
  en: {
    not_writable: 'This client’s folder cannot be written',
    file_locked: 'Another program holds this client’s file',
    disk_gone: 'The disk with this client’s data does not answer'
  },
  fr: {
    not_writable: 'Le dossier de ce client refuse l’écriture',
    file_locked: 'Un autre programme retient le fichier de ce client',
    disk_gone: 'Le disque qui contient ce client ne répond pas'
  }
} as const
const words = {
  en: { again: 'Try again', still: 'Vigie tried again: this client still cannot be opened', leaves: 'Until then nothing of this client goes out.', calendar: 'Calendar', remove: 'Remove this client…' },
  fr: { again: 'Réessayer', still: 'Vigie a réessayé\u00a0: ce client ne s’ouvre toujours pas', leaves: 'D’ici là, rien ne part pour ce client.', calendar: 'Calendrier', remove: 'Retirer ce client…' }
} as const

for (const language of ['en', 'fr'] as const) {
  test(`a client that cannot be opened says why and what is safe, with one button, and opens once it can be (${language})`, async ({ studio, page }) => {
    const { workspaceId } = await fillClient(studio, language)
    await studio.engine.ask('studio.saveSettings', { settings: { language } })
    const { again, still, leaves, calendar, remove } = words[language]
    await studio.open(`#/w/${workspaceId}/calendar`)
    for (const [reason, title] of Object.entries(reasons[language]) as [keyof (typeof reasons)['en'], string][]) {
      studio.unavailable.set(workspaceId, reason)
      studio.push('studio.changed', {})
      await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
      const main = page.getByRole('main')
      await expect(main).toContainText(leaves)
      // Nothing is lost there: no way out of the studio is offered beside the one that helps.
      await expect(main.getByRole('button', { name: remove })).toHaveCount(0)
      await expectAccessible(page, `a client that is ${reason}`)
      studio.disturb('workspaces.openAgain', reason)
      await main.getByRole('button', { name: again }).click()
      await expect(page.getByText(still).first()).toBeVisible()
      await expect(page.getByRole('alert').filter({ hasText: title })).toHaveCount(1)
    }
    studio.disturb('workspaces.openAgain', null)
    studio.unavailable.clear()
    studio.push('studio.changed', {})
    await expect(page.getByRole('heading', { level: 1, name: calendar })).toBeVisible()
  })

  test(`a client whose folder is gone can be tried again, or removed from its own screen (${language})`, async ({ studio, page }) => {
    const { workspaceId, texts } = await fillClient(studio, language)
    await studio.engine.ask('studio.saveSettings', { settings: { language } })
    const other = studio.engine.random.id()
    await studio.engine.ask('workspaces.create', { id: other, name: 'Les Amarres', colour: 'brick', timeZone: 'Europe/Paris' })
    const { again, still, calendar, remove } = words[language]
    const root = join(studio.engine.folder, 'workspaces', workspaceId)
    const away = join(studio.engine.folder, 'away')
    await studio.engine.restart({ crash: false, meanwhile: () => renameSync(root, away) })
    await studio.open(`#/w/${other}/calendar`)
    // Its settings cannot be shown either: whatever was asked for, the way on is here.
    await goTo(page, `#/w/${workspaceId}/settings`)
    await page.getByRole('button', { name: again }).click()
    await expect(page.getByText(still).first()).toBeVisible()
    renameSync(away, root)
    await page.getByRole('button', { name: again }).click()
    await expect(page.getByRole('button', { name: remove })).toHaveCount(0)
    await goTo(page, `#/w/${workspaceId}/calendar`)
    await expect(page.getByRole('heading', { level: 1, name: calendar })).toBeVisible()
    // Pictures on their way would not be found any more.
    await expect.poll(() => page.evaluate(() => [...document.images].every(({ complete }) => complete))).toBe(true)

    await studio.engine.restart({ crash: false, meanwhile: () => renameSync(root, away) })
    await studio.open(`#/w/${other}/calendar`)
    await goTo(page, `#/w/${workspaceId}/inbox`)
    await page.getByRole('button', { name: remove }).click()
    const question = page.getByRole('alertdialog')
    await expect(question).toContainText(language === 'en' ? 'What waits with a network is not called back and will be published there' : 'Ce qui attend sur un réseau n’est pas rappelé et y sera publié')
    await expectAccessible(page, 'the question before a client that cannot be read is removed')
    await question.getByRole('button').last().click()
    await expect(page.getByText(language === 'en' ? `${texts.name} was removed` : `${texts.name} a été retiré`, { exact: true })).toBeVisible()
    expect((await studio.engine.ask('studio.read', {})).workspaces.map(({ id }) => id)).toEqual([other])
  })
}

test('a studio whose own list cannot be written says so, keeps its data, and goes on once it can', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/calendar`)
  for (const [code, title] of [['not_writable', 'Vigie may not write to its folder.'], ['file_locked', 'Another program holds a file of Vigie’s.'], ['disk_gone', 'The disk with Vigie’s data does not answer.']] as const) {
    studio.disturb('studio.read', code)
    await studio.open()
    await expect(page.getByRole('main').getByRole('heading', { level: 1, name: title })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible()
    await expectAccessible(page, `a studio that is ${code}`)
  }
  studio.disturb('studio.read', null)
  studio.push('studio.changed', {})
  await expect(page.getByRole('heading', { level: 1, name: 'Calendar' })).toBeVisible()
})
