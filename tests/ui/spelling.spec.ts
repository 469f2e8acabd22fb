import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

const textOf = (page: Page) => page.getByRole('textbox', { name: 'Text of the post' })
const marksIn = (page: Page) => textOf(page).locator('[data-spelling]')

test('a word that no dictionary knows is underlined when it is finished, explained at a click, and replaced', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/compose`)
  const text = textOf(page)
  await text.pressSequentially('Bonjuor à tous, the colour of l’insight @lea #marreehaute')
  await expect(marksIn(page)).toHaveText(['Bonjuor'])
  await expect(page.getByRole('button', { name: '1 remark on the spelling' })).toBeVisible()
  await marksIn(page).click()
  const menu = page.getByRole('menu', { name: '“Bonjuor” is in neither the French nor the English dictionary' })
  await expect(menu.getByRole('menuitem')).toHaveText(['Bonjour', 'Bourbon', 'Ignore here', 'Add “Bonjuor” to this client’s words', 'Switch off the spelling for this client'])
  await expectAccessible(page, 'the menu at an unknown word')
  await menu.getByRole('menuitem', { name: 'Bonjour' }).click()
  await expect(text).toHaveText('Bonjour à tous, the colour of l’insight @lea #marreehaute')
  await expect(marksIn(page)).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'remark on the spelling' })).toHaveCount(0)
  await text.press('ControlOrMeta+z')
  await expect(text).toContainText('Bonjuor')
})

test('by keyboard alone: from remark to remark, ignored here, learnt by the client’s dictionary and taken back', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/compose`)
  const text = textOf(page)
  await text.pressSequentially('Kerlouane is the the place, je peut venir, Kerlouane recieve ')
  await expect(marksIn(page)).toHaveText(['Kerlouane', 'the the', 'je peut', 'Kerlouane', 'recieve'])
  await text.press('F7')
  await expect(page.getByRole('menuitem').first()).toHaveText(/.+/)
  await page.keyboard.press('Escape')
  await expect(text).toBeFocused()

  await text.press('ControlOrMeta+Home')
  await text.press('F7')
  const learn = page.getByRole('menuitem', { name: 'Add “Kerlouane” to this client’s words' })
  await learn.press('Enter')
  await expect(marksIn(page)).toHaveText(['the the', 'je peut', 'recieve'])
  await expect(text).toBeFocused()
  await expect.poll(async () => (await studio.engine.ask('voice.read', { workspaceId })).dictionary).toEqual(['Kerlouane'])
  await page.getByRole('button', { name: 'Undo' }).press('Enter')
  await expect(marksIn(page)).toHaveCount(5)

  await text.focus()
  await text.press('ControlOrMeta+Home')
  await text.press('F7')
  await page.getByRole('menuitem', { name: 'Ignore here' }).press('Enter')
  await expect(marksIn(page)).toHaveText(['the the', 'je peut', 'recieve'])
  await text.press('F7')
  const rule = page.getByRole('menu', { name: '“the the”: the same word twice' })
  await rule.getByRole('menuitem', { name: 'the', exact: true }).press('Enter')
  await expect(text).toContainText('Kerlouane is the place')
  await text.press('F7')
  await page.getByRole('menu', { name: '“je peut”: the verb does not go with its subject' }).getByRole('menuitem', { name: 'Never remark on this for this client' }).press('Enter')
  await expect(marksIn(page)).toHaveText(['recieve'])
  await expect.poll(async () => (await studio.engine.ask('voice.read', { workspaceId })).ignored).toEqual(['grammar:verb_person'])

  // A letter goes on into the text instead of into the menu.
  await text.press('F7')
  await expect(page.locator('[role="menu"]:focus, [role="menu"] :focus')).toHaveCount(1)
  await page.keyboard.press('s')
  await expect(page.getByRole('menu')).toHaveCount(0)
  await page.keyboard.type('!')
  await expect(text).toContainText('recieves!')
})

test('the word being typed is left alone, and the spelling is switched off and on for the client', async ({ studio, page }) => {
  const { workspaceId, texts } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/compose`)
  const text = textOf(page)
  await text.pressSequentially('Acceuil teh')
  await expect(marksIn(page)).toHaveText(['Acceuil'])
  await text.press('Space')
  await expect(marksIn(page)).toHaveText(['Acceuil', 'teh'])
  await marksIn(page).last().click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Switch off the spelling for this client' }).click()
  await expect(marksIn(page)).toHaveCount(0)
  await expect(page.getByText('It is switched on again in the settings, under Voice.')).toBeVisible()

  await studio.goTo(`#/w/${workspaceId}/settings`)
  await page.getByRole('combobox', { name: 'Spelling' }).click()
  await page.getByRole('option', { name: 'French', exact: true }).click()
  await page.getByRole('textbox', { name: 'The client’s own words' }).fill('Kerlouan\nAber')
  await page.getByRole('button', { name: 'Save the voice' }).click()
  await expect(page.getByText(`The voice of ${texts.name} is saved`)).toBeVisible()
  expect(await studio.engine.ask('voice.read', { workspaceId })).toMatchObject({ spelling: 'fr', dictionary: ['Kerlouan', 'Aber'] })
  await expectAccessible(page, 'the settings of the spelling')

  await studio.goTo(`#/w/${workspaceId}/compose`)
  await text.pressSequentially('L’Aber de Kerlouan, an excellent colour ')
  await expect(marksIn(page)).toHaveText(['colour'])
})

test('without dictionaries one writes as before', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'en')
  studio.disturb('spelling.check', 'spelling_unavailable')
  await studio.open(`#/w/${workspaceId}/compose`)
  await textOf(page).pressSequentially('Bonjuor the the harbour ')
  await expect(marksIn(page)).toHaveText(['the the'])
})

test('asked for by its key, the last word of a text counts too, though the cursor stands behind it', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/compose`)
  await textOf(page).pressSequentially('Come and see Kerlouane')
  // The text is looked through in a pause; until then there is nothing to tell.
  await expect(async () => {
    await page.keyboard.press('F7')
    await expect(page.getByRole('menu', { name: '“Kerlouane” is in neither the French nor the English dictionary' })).toBeVisible({ timeout: 1_000 })
  }).toPass()
})
