import { expect } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient, paragraph } from './support/fill-client.ts'
import { test, type Studio } from './support/studio-test.ts'

const pictures = process.env['VIGIE_PICTURES']

/** An article that is out on WordPress; gives its client and post. */
async function publish(studio: Studio, language: 'en' | 'fr', title: string, text: string): Promise<{ readonly workspaceId: string; readonly postId: string }> {
  const { workspaceId, accounts } = await fillClient(studio, language)
  await studio.engine.ask('studio.saveSettings', { settings: { language } })
  const postId = studio.engine.random.id()
  const { revision } = await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title, document: paragraph(text), targets: [{ accountId: accounts.wordpress, variant: null }], media: [] } })
  await studio.engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'now' } })
  await studio.advance(60_000)
  return { workspaceId, postId }
}

test('an article is changed with its title, and begins with the title that somebody gave it there', async ({ studio, page }) => {
  const { workspaceId, postId } = await publish(studio, 'en', 'The menu', 'Soup and bread')
  studio.wordpress.shows = ({ text }) => ({ title: 'The menu of the week', text, form: 'as_sent', media: [] })
  await studio.open(`#/w/${workspaceId}/compose/${postId}`)
  await page.getByRole('button', { name: 'Change the words…' }).first().click()
  const dialog = page.getByRole('dialog', { name: /^Change what is out/ })
  await expect(dialog.getByText('Somebody changed it there since it went out.', { exact: false })).toBeVisible()
  await expect(dialog.getByRole('textbox', { name: 'Title' })).toHaveValue('The menu of the week')
  await expect(dialog.getByRole('textbox', { name: 'New words' })).toContainText('Soup and bread')
  await expectAccessible(page, 'changing an article')
  if (pictures !== undefined) await page.screenshot({ path: `${pictures}/edit-article-en.png` })
  await dialog.getByRole('textbox', { name: 'New words' }).focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' and cheese')
  await dialog.getByRole('button', { name: 'Change it on WordPress' }).click()
  await expect(dialog).toHaveCount(0)
  studio.wordpress.shows = ({ text }) => ({ title: 'The menu of the week', text, form: 'as_sent', media: [] })
  await studio.advance(60_000)
  expect(studio.wordpress.published.at(-1)?.text).toBe('Soup and bread and cheese')
})

test('a word more can be typed behind the title alone, and what is cut back to the old one can still be changed', async ({ studio, page }) => {
  const { workspaceId, postId } = await publish(studio, 'en', 'The menu', 'Soup and bread')
  studio.wordpress.shows = ({ text }) => ({ title: 'The menu', text, form: 'as_sent', media: [] })
  await studio.open(`#/w/${workspaceId}/compose/${postId}`)
  await page.getByRole('button', { name: 'Change the words…' }).first().click()
  const title = page.getByRole('dialog', { name: /^Change what is out/ }).getByRole('textbox', { name: 'Title' })
  await title.focus()
  await page.keyboard.press('End')
  await page.keyboard.type(' today')
  await expect(title).toHaveValue('The menu today')
  for (let letter = 0; letter < ' today'.length; letter += 1) await page.keyboard.press('Backspace')
  await page.keyboard.type(' now')
  await expect(title).toHaveValue('The menu now')
})

test('in French, what somebody formatted there is left alone, and it says why', async ({ studio, page }) => {
  const { workspaceId, postId } = await publish(studio, 'fr', 'La carte', 'Soupe et pain')
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  studio.wordpress.shows = () => ({ title: 'La carte', text: 'Soupe, pain et fromage', form: 'other', media: [] })
  await studio.open(`#/w/${workspaceId}/compose/${postId}`)
  await page.getByRole('button', { name: 'Modifier le texte…' }).first().click()
  const dialog = page.getByRole('dialog', { name: /^Modifier ce qui est publié/ })
  await expect(dialog.getByText('Le texte a sur WordPress une mise en forme qui n’a pas été envoyée d’ici.')).toBeVisible()
  await expect(dialog.locator('ins').last()).toContainText('fromage')
  await expect(dialog.getByRole('textbox')).toHaveCount(0)
  await expectAccessible(page, 'an article that was formatted there, in French')
  if (pictures !== undefined) await page.screenshot({ path: `${pictures}/edit-formatted-fr-dark.png` })
})
