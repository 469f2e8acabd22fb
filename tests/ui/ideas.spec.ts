import { expect } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

test('notes an idea, moves it by keyboard and mouse, and opens its draft', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/calendar`)
  await page.keyboard.press('g')
  await page.keyboard.press('d')
  await expect(page.getByText('No ideas yet')).toBeVisible()
  await expectAccessible(page, 'no ideas yet')
  for (const title of ['A window made by readers', 'Behind the counter']) {
    await page.keyboard.press('n')
    await page.getByRole('dialog', { name: 'New idea' }).getByRole('textbox', { name: 'Title' }).fill(title)
    await page.getByRole('dialog').getByRole('textbox', { name: 'Note' }).fill('With two photos')
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).press('Enter')
    await expect(page.getByRole('dialog')).toBeHidden()
  }
  const column = (name: string) => page.getByRole('region', { name, exact: true }).getByRole('listitem')
  await expect(column('Ideas')).toHaveCount(2)
  const card = page.getByRole('button', { name: /^A window made by readers/ })
  await card.focus()
  await page.keyboard.press('Control+ArrowUp')
  await expect(column('Ideas').first()).toContainText('A window made by readers')
  await page.keyboard.press('Control+ArrowRight')
  await expect(column('To write')).toContainText('A window made by readers')
  await expect(card).toBeFocused()
  // Two keys within one frame are two steps.
  await page.evaluate(() => {
    for (const key of ['ArrowLeft', 'ArrowRight']) window.document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey: true, bubbles: true, cancelable: true }))
  })
  await expect(card).toBeFocused()
  await expect(page.getByRole('status').filter({ hasText: '“A window made by readers” is now in “To write”, place 1' })).toBeAttached()
  await column('Ideas').dragTo(page.getByRole('region', { name: 'Ready', exact: true }))
  await expect(column('Ready')).toContainText('Behind the counter')
  await expectAccessible(page, 'the board of ideas')

  await column('To write').getByRole('button', { name: 'Write the draft' }).click()
  await expect(page.getByRole('textbox', { name: 'Text of the post' })).toContainText('A window made by readers')
  await page.keyboard.press('Escape')
  await studio.goTo(`#/w/${workspaceId}/ideas`)
  await expect(column('To write').getByRole('button', { name: 'Open the draft' })).toBeVisible()
  const { ideas } = await studio.engine.ask('ideas.list', { workspaceId })
  const postId = ideas.find(({ stage }) => stage === 'to_write')?.postId ?? ''
  await studio.engine.ask('posts.plan', { workspaceId, postId, plannedFor: '2026-12-01T09:00' })
  await expect(column('To write')).toContainText('Planned for Tue 1 Dec')
  const { post } = await studio.engine.ask('posts.read', { workspaceId, postId })
  const { title, document, targets, media, revision } = post
  const only = targets.slice(0, 1)
  const saved = await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision, content: { title, document, targets: only, media } })
  await studio.engine.ask('posts.schedule', { workspaceId, postId, revision: saved.revision, when: { kind: 'at', localDateTime: '2026-12-01T09:00' } })
  await expect(column('To write')).toHaveCount(0)
  await expect(page.getByText('1 idea became a post.')).toBeVisible()
})

test('keeps an item of the watch as an idea, in French, edits, deletes and brings it back', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'fr')
  await studio.engine.ask('studio.saveSettings', { settings: { language: 'fr', theme: 'dark' } })
  await studio.open(`#/w/${workspaceId}/watch`)
  await page.getByRole('option').first().click()
  const article = page.getByRole('article')
  const title = (await article.getAttribute('aria-label')) ?? ''
  await page.getByRole('button', { name: 'Garder comme idée' }).click()
  await expect(page.getByText(`«\u00A0${title}\u00A0» est gardé comme idée`)).toBeVisible()
  await studio.goTo(`#/w/${workspaceId}/ideas`)
  const card = page.getByRole('region', { name: 'Idées', exact: true }).getByRole('listitem')
  await expect(card).toContainText(title)
  await expectAccessible(page, 'the board of ideas, fr, dark')
  await card.getByRole('button', { name: `Plus pour «\u00A0${title}\u00A0»` }).click()
  await page.getByRole('menuitem', { name: 'Déplacer vers «\u00A0Prêtes\u00A0»' }).click()
  await expect(page.getByRole('region', { name: 'Prêtes' }).getByRole('listitem')).toContainText(title)
  await page.getByRole('button', { name: `Plus pour «\u00A0${title}\u00A0»` }).click()
  await page.getByRole('menuitem', { name: 'Supprimer' }).click()
  await expect(page.getByText('Pas encore d’idée')).toBeVisible()
  await page.getByRole('button', { name: 'Annuler' }).click()
  await expect(page.getByRole('region', { name: 'Prêtes' }).getByRole('listitem')).toContainText(title)
  studio.disturb('ideas.list', 'server_error')
  await studio.open(`#/w/${workspaceId}/ideas`)
  await page.getByRole('button', { name: 'Réessayer' }).waitFor()
  studio.disturb('ideas.list', null)
  await page.getByRole('button', { name: 'Réessayer' }).click()
  await expect(page.getByRole('region', { name: 'Prêtes' }).getByRole('listitem')).toContainText(title)
})

test('keeps an idea that is being written when Escape closes it, and saves it by Ctrl and Enter', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/ideas`)
  const dialog = page.getByRole('dialog')
  const [title, note] = [dialog.getByRole('textbox', { name: 'Title' }), dialog.getByRole('textbox', { name: 'Note' })]
  const write = async () => {
    await page.keyboard.press('n')
    await expect(title).toBeFocused()
  }
  await page.getByRole('button', { name: 'New idea' }).first().waitFor()
  await write()
  await title.fill('A window made by readers')
  await note.fill('With two photos')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await write()
  await expect(title).toHaveValue('A window made by readers')
  await expect(note).toHaveValue('With two photos')
  await note.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('listitem').filter({ hasText: 'A window made by readers' })).toHaveCount(1)
  // What was saved, and what was given up, is in hand no more.
  await write()
  await expect(title).toHaveValue('')
  await title.fill('Nothing')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await write()
  await expect(title).toHaveValue('')
})

for (const language of ['en', 'fr'] as const) {
  test(`an idea that was being written when everything ended is offered again, and gone on with (${language})`, async ({ studio, page }) => {
    const { workspaceId } = await fillClient(studio, language)
    await studio.engine.ask('studio.saveSettings', { settings: { language, theme: language === 'en' ? 'light' : 'dark' } })
    const said = language === 'en' ? { add: 'New idea', title: 'Title', began: /^You began an idea/, goOn: 'Go on writing' } : { add: 'Nouvelle idée', title: 'Titre', began: /^Une idée commencée/, goOn: 'Continuer' }
    await studio.open(`#/w/${workspaceId}/ideas`)
    await page.getByRole('button', { name: said.add }).first().click()
    await page.getByRole('dialog').getByRole('textbox', { name: said.title }).fill('A window made by readers')
    await expect.poll(async () => (await studio.engine.ask('ideas.list', { workspaceId })).words).toMatchObject([{ title: 'A window made by readers' }])
    await studio.engine.restart({ crash: true })
    await page.reload()
    await expect(page.getByText(said.began)).toContainText('A window made by readers')
    await page.screenshot({ path: test.info().outputPath(`left-${language}.png`) })
    await page.getByRole('button', { name: said.goOn }).click()
    await expect(page.getByRole('dialog').getByRole('textbox', { name: said.title })).toHaveValue('A window made by readers')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(page.getByText(said.began)).toHaveCount(0)
    expect(await studio.engine.ask('ideas.list', { workspaceId })).toMatchObject({ ideas: [{ title: 'A window made by readers' }], words: [] })
  })
}
