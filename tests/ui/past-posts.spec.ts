import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect } from '@playwright/test'
import { paintPicture } from '../../electron/engine/practice/images/paint-picture.ts'
import { postJson, postPage, sharedJson } from '../support/takeout-files.ts'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

const folders: string[] = []
test.afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** As it lies on the disk after the .zip was unpacked. */
function takeout(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-takeout-'))
  folders.push(folder)
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return folder
}

const archive = (): string =>
  takeout({
    'Takeout/Google+ Stream/Posts/20150714 - La grande.json': postJson(),
    'Takeout/Google+ Stream/Posts/20130203 - Post.json': sharedJson,
    'Takeout/Google+ Stream/Posts/20161105 - Une nuit.html': postPage(),
    'Takeout/Google+ Stream/Posts/20170101 - Coupe.json': postJson().slice(0, 200),
    'Takeout/Google+ Stream/Photos/Photos of posts/2015-07-14/Vitrine.jpg': new Uint8Array(paintPicture('front')),
    'Takeout/Google Photos/metadata.json': '{"title":"x"}'
  })

test('an archive of Google+ comes in by the keyboard, is searched, written again and taken back, in French', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'fr')
  await studio.engine.ask('studio.saveSettings', { settings: { language: 'fr', theme: 'dark' } })
  const past = async () => (await studio.engine.ask('pastPosts.page', { workspaceId, text: '', limit: 50 })).posts
  await studio.open(`#/w/${workspaceId}/ideas`)
  await page.getByRole('button', { name: 'Publications sur Google+' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Publications sur Google+' })
  await expect(dialog).toContainText('fermé le 2 avril 2019')
  await expect(dialog.getByRole('button', { name: 'Choisir le dossier d’une archive…' })).toBeFocused()
  await expectAccessible(page, 'past posts without any, fr, dark')

  await dialog.locator('input[type=file]').setInputFiles(archive())
  const posts = dialog.getByRole('list', { name: 'Publications sur Google+' }).getByRole('listitem')
  await expect(posts).toHaveCount(3)
  await expect(posts.nth(1)).toContainText('14 juil. 2015')
  await expect(posts.nth(1)).toContainText('Publique')
  await expect(posts.nth(1)).toContainText('1 image absente de l’archive')
  await expect(posts.nth(1).getByRole('img', { name: 'La vitrine, le soir' })).toBeVisible()
  await expect(posts.nth(2)).toContainText('Repartagé de Musée du Port')
  const message = page.getByRole('region', { name: 'Messages' })
  await expect(message).toContainText('3 publications de Google+ importées')
  await expect(message).toContainText('1 image dans la médiathèque, dossier Google+. 2 images absentes de l’archive, ou illisibles. Endommagé : 1 fichier (20170101 - Coupe.json).')
  await expectAccessible(page, 'past posts, fr, dark')

  await dialog.getByRole('searchbox').fill('epave')
  await expect(posts).toHaveCount(1)
  await dialog.getByRole('searchbox').fill('rien de tel')
  await expect(dialog.getByText('Aucune publication ne contient tous ces mots.')).toBeVisible()
  await dialog.getByRole('searchbox').fill('maree lecteurs')
  await expect(posts).toHaveCount(1)
  await posts.first().getByRole('button', { name: /^Réécrire.: la publication du mar\. 14 juil\. 2015/ }).press('Enter')
  await expect(page.getByText(/Écrit sur Google\+ le .*14 juil\. 2015/)).toBeVisible()
  await expect(page.getByRole('textbox').filter({ hasText: 'La grande marée de juillet' }).first()).toBeVisible()
  expect((await past())[1]).toMatchObject({ draftId: expect.any(String), media: [{ mediaId: expect.any(String) }, { mediaId: null }] })
})

test('the same archive brings nothing twice, goes again as it came, and a folder without posts says so, in English', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'en')
  const past = async () => (await studio.engine.ask('pastPosts.page', { workspaceId, text: '', limit: 50 })).total
  await studio.open(`#/w/${workspaceId}/ideas`)
  await page.getByRole('button', { name: 'Posts on Google+' }).click()
  const dialog = page.getByRole('dialog', { name: 'Posts on Google+' })
  const picker = dialog.locator('input[type=file]')
  const message = page.getByRole('region', { name: 'Messages' })
  await picker.setInputFiles(takeout({ 'holidays/readme.txt': 'x', 'holidays/data.json': '{}' }))
  await expect(message).toContainText('No post of Google+ was found in this folder')
  expect(await past()).toBe(0)

  const folder = archive()
  await picker.setInputFiles(folder)
  await expect(message).toContainText('3 posts of Google+ came in')
  await expectAccessible(page, 'past posts, en, light')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(dialog.getByText('No archive yet')).toBeVisible()
  expect(await past()).toBe(0)

  await picker.setInputFiles(folder)
  await expect(dialog.getByText('3 posts')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Choose the folder of an archive…' })).toBeVisible()
  await picker.setInputFiles(folder)
  await expect(message).toContainText('Nothing new: these posts are here already')
  expect(await past()).toBe(3)
  await dialog.getByRole('button', { name: /^Delete the post of .*2013/ }).press('Enter')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click()
  await expect(dialog.getByText('2 posts')).toBeVisible()
})
