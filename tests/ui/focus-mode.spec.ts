import { expect } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

for (const [language, names] of [
  ['en', { text: 'Text of the post', schedule: 'Schedule', enter: 'Only the text', leave: 'Show everything again', saved: 'Saved at', emoji: ':smi' }],
  ['fr', { text: 'Texte de la publication', schedule: 'Programmer', enter: 'Le texte seul', leave: 'Tout afficher de nouveau', saved: 'Enregistré à', emoji: ':sou' }]
] as const) {
  test(`one key leaves nothing but the text, with whose it is and whether it is saved; Escape brings everything back (${language})`, async ({ studio, page }) => {
    const { workspaceId, draftIds, texts } = await fillClient(studio, language)
    await studio.engine.ask('studio.saveSettings', { settings: { language, theme: language === 'fr' ? 'dark' : 'light' } })
    await studio.open(`#/w/${workspaceId}/compose/${draftIds[0]!}`)
    const text = page.getByRole('textbox', { name: names.text })
    const schedule = page.getByRole('button', { name: names.schedule, exact: false }).last()
    await expect(schedule).toBeVisible()
    await text.focus()
    await page.keyboard.press('ControlOrMeta+Shift+f')
    await expect(schedule).toBeHidden()
    await expect(page.getByRole('navigation')).toHaveCount(0)
    await expect(page.getByRole('banner').or(page.locator('header')).filter({ hasText: texts.name }).first()).toBeVisible()
    await expectAccessible(page, `the text alone, ${language}`)
    await text.press('ControlOrMeta+End')
    await page.keyboard.type(' Calm.')
    await expect(page.getByText(names.saved)).toBeVisible()
    await page.keyboard.type(` ${names.emoji}`)
    await expect(page.getByRole('listbox')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('listbox')).toHaveCount(0)
    await expect(schedule).toBeHidden()
    await page.keyboard.press('Escape')
    await expect(schedule).toBeVisible()
    await expect(text).toBeFocused()

    await page.getByRole('button', { name: names.enter }).click()
    await expect(text).toBeFocused()
    await page.getByRole('button', { name: names.leave }).click()
    await expect(schedule).toBeVisible()
  })
}
