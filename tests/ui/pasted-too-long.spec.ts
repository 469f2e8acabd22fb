import { expect } from '@playwright/test'
import { fillClient } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

const words = {
  en: { add: 'New idea', note: 'Note', cut: 'The end of what was pasted was left out: this field takes 5000 characters.' },
  fr: { add: 'Nouvelle idée', note: 'Note', cut: 'La fin de ce qui a été collé a été laissée de côté\u00A0: ce champ prend 5000 caractères.' }
} as const

for (const language of ['en', 'fr'] as const) {
  test(`what a field takes no more of is not left out without a word (${language})`, async ({ studio, page }) => {
    const { workspaceId } = await fillClient(studio, language)
    await studio.engine.ask('studio.saveSettings', { settings: { language, theme: language === 'en' ? 'dark' : 'light' } })
    const said = words[language]
    await studio.open(`#/w/${workspaceId}/ideas`)
    await page.getByRole('button', { name: said.add }).first().click()
    const note = page.getByRole('dialog').getByRole('textbox', { name: said.note })
    const paste = async (text: string): Promise<void> => {
      await page.evaluate((given) => navigator.clipboard.writeText(given), text)
      await page.keyboard.press('Control+v')
    }
    await note.fill('selected')
    await note.selectText()
    await paste('x'.repeat(5_000))
    await expect(note).toHaveValue('x'.repeat(5_000))
    await expect(page.getByText(said.cut)).toHaveCount(0)
    await note.selectText()
    await paste('y'.repeat(6_000))
    await expect(note).toHaveValue('y'.repeat(5_000))
    await expect(page.getByText(said.cut)).toBeVisible()
    await page.screenshot({ path: test.info().outputPath(`cut-${language}.png`) })
  })
}
