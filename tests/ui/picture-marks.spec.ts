import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

const editor = (page: Page) => page.getByRole('dialog', { name: 'Edit the picture' })

test('the client’s colours, letters and logo are kept in the settings and put on a picture, which can be changed again', async ({ studio, page }) => {
  const { workspaceId, texts, mediaIds } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/settings`)
  await page.getByRole('textbox', { name: 'Colours' }).fill('#046, ffcc00 #zzz')
  await expect(page.getByText('“#zzz” is no colour code such as #004466')).toBeVisible()
  await page.getByRole('textbox', { name: 'Colours' }).fill('#046, ffcc00')
  await page.getByRole('group', { name: 'Logo' }).getByRole('button', { name: 'Choose in the library…' }).click()
  await page.getByRole('dialog').getByRole('option').last().click()
  await page.getByRole('button', { name: 'Use as the logo' }).click()
  await expect(page.getByRole('img', { name: `Logo of ${texts.name}` })).toBeVisible()
  await expectAccessible(page, 'the look of a client')
  await page.getByRole('button', { name: 'Save the look' }).click()
  await expect(page.getByText(`The look of ${texts.name} is saved`)).toBeVisible()
  expect((await studio.engine.ask('brand.read', { workspaceId })).brand.colours).toEqual(['#004466', '#ffcc00'])

  await studio.open(`#/w/${workspaceId}/library`)
  const list = page.getByRole('listbox', { name: 'Pictures and videos, newest first' })
  await expect(list.getByRole('option')).toHaveCount(mediaIds.length)
  await list.getByRole('option').first().click()
  await page.getByRole('button', { name: 'Edit…' }).click()
  await editor(page).getByRole('switch', { name: 'Words on the picture' }).click()
  await editor(page).getByRole('textbox', { name: 'Words' }).fill('Open all winter')
  await editor(page).getByRole('group', { name: 'Field behind them' }).getByRole('button', { name: '#004466' }).click()
  await editor(page).getByRole('switch', { name: 'Logo' }).click()
  await expectAccessible(page, 'the editor of a picture with words and a logo')
  // Letters in the colour of their field are read by nobody.
  await editor(page).getByRole('group', { name: 'Letters' }).getByRole('button', { name: '#004466' }).click()
  await expect(editor(page).getByText(/Hard to read there: contrast 1,/)).toBeVisible()
  await editor(page).getByRole('group', { name: 'Letters' }).getByRole('button', { name: 'White' }).click()
  await expect(editor(page).getByText(/Hard to read/)).toBeHidden()
  await editor(page).getByRole('button', { name: 'Make the picture' }).click()
  await expect(editor(page)).toBeHidden()
  await expect(list.getByRole('option')).toHaveCount(mediaIds.length + 1)

  const [made] = (await studio.engine.ask('media.library', { workspaceId, query: '' })).pictures
  expect(await studio.engine.ask('library.readEdit', { workspaceId, mediaId: made!.item.id })).toMatchObject({ recipe: { text: { words: 'Open all winter', background: '#004466', colour: '#ffffff' }, logo: { mediaId: expect.any(String) } } })
  expect(mediaIds).toContain(made!.originId)
  await page.getByRole('button', { name: 'Edit…' }).click()
  await expect(editor(page).getByRole('textbox', { name: 'Words' })).toHaveValue('Open all winter')
})

test('words in a story say where the network lies over them', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/library`)
  await page.getByRole('listbox', { name: 'Pictures and videos, newest first' }).getByRole('option').first().click()
  await page.getByRole('button', { name: 'Edit…' }).click()
  await editor(page).getByRole('combobox', { name: 'Shape' }).click()
  await page.getByRole('option', { name: 'Story, 9:16' }).click()
  await editor(page).getByRole('switch', { name: 'Words on the picture' }).click()
  await editor(page).getByRole('textbox', { name: 'Words' }).fill('Fog')
  await expect(editor(page).getByText(/As a story on Instagram or Facebook/)).toBeVisible()
  await editor(page).getByRole('combobox', { name: 'Place of the words' }).click()
  await page.getByRole('option', { name: 'Middle' }).click()
  await expect(editor(page).getByText(/As a story/)).toBeHidden()
  await expect(editor(page).getByText(/As a reel/)).toBeHidden()
})
