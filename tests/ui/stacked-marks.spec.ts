import { expect, type Locator } from '@playwright/test'
import { mostMarks } from '../../shared/text/stacked-marks.ts'
import { fillClient } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

const tower = `Z${'\u0301'.repeat(200_000)}lgo`
const kept = `Z${'\u0301'.repeat(mostMarks)}lgo`

const paste = (into: Locator, kind: 'text/plain' | 'text/html', text: string): Promise<void> =>
  into.evaluate(
    (element, [type, given]) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', given)
      if (type === 'text/html') clipboardData.setData(type, `<p>${given}</p>`)
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    },
    [kind, text] as const
  )

for (const language of ['en', 'fr'] as const) {
  test(`a letter with 200,000 signs on it comes in with as many as can be drawn, wherever it is pasted, and that is said (${language})`, async ({ studio, page }) => {
    const { workspaceId, draftIds } = await fillClient(studio, language)
    await studio.engine.ask('studio.saveSettings', { settings: { language, theme: language === 'en' ? 'light' : 'dark' } })
    const said = language === 'en' ? { text: 'Text of the post', add: 'New idea', note: 'Note', left: /^Part of what was pasted/ } : { text: 'Texte de la publication', add: 'Nouvelle idée', note: 'Note', left: /^Une partie de ce qui a été collé/ }
    await studio.open(`#/w/${workspaceId}/compose/${draftIds[0] ?? ''}`)
    const text = page.getByRole('textbox', { name: said.text })
    for (const kind of ['text/plain', 'text/html'] as const) {
      await text.fill('')
      await paste(text, kind, tower)
      await expect(page.getByText(said.left).first()).toBeVisible()
      await page.keyboard.type(' ok')
      await expect.poll(() => text.textContent()).toBe(`${kept} ok`)
    }
    await page.screenshot({ path: test.info().outputPath(`tower-${language}.png`) })
    await studio.goTo(`#/w/${workspaceId}/ideas`)
    await page.getByRole('button', { name: said.add }).first().click()
    const note = page.getByRole('dialog').getByRole('textbox', { name: said.note })
    await note.focus()
    await paste(note, 'text/plain', tower)
    await page.keyboard.type(' ok')
    await expect(note).toHaveValue(`${kept} ok`)
  })
}
