import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect } from '@playwright/test'
import { paintPicture } from '../../electron/engine/practice/images/paint-picture.ts'
import { postJson, postPage, sharedJson } from '../support/takeout-files.ts'
import { writeZip } from '../support/write-zip.ts'
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
  await expect(dialog.getByRole('button', { name: 'Choisir des fichiers .zip…' })).toBeFocused()
  await expectAccessible(page, 'past posts without any, fr, dark')

  await dialog.locator('input[type=file]').nth(1).setInputFiles(archive())
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
  const picker = dialog.locator('input[type=file]').nth(1)
  const message = page.getByRole('region', { name: 'Messages' })
  await picker.setInputFiles(takeout({ 'holidays/readme.txt': 'x', 'holidays/data.json': '{}' }))
  await expect(message).toContainText('No post of Google+ was found in this archive')
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
  await expect(dialog.getByRole('button', { name: 'Choose a folder…' })).toBeVisible()
  await picker.setInputFiles(folder)
  await expect(message).toContainText('Nothing new: these posts are here already')
  expect(await past()).toBe(3)
  await dialog.getByRole('button', { name: /^Delete the post of .*2013/ }).press('Enter')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click()
  await expect(dialog.getByText('2 posts')).toBeVisible()
})

const file = (name: string, buffer: Uint8Array) => ({ name, mimeType: 'application/zip', buffer: Buffer.from(buffer) })
const parts = () => {
  const posts = writeZip([{ name: 'Takeout/Stream Google+/Posts/20150714 - La grande.json', content: postJson() }, { name: 'Takeout/Stream Google+/Posts/20161105 - Une nuit.html', content: postPage() }, { name: 'Takeout/Stream Google+/Posts/2017.json', content: postJson({ url: 'x' }), crc: 1 }])
  const pictures = writeZip([{ name: 'Takeout/Stream Google+/Photos/Vitrine.jpg', content: new Uint8Array(paintPicture('front')), isStored: true }, { name: '../../out.json', content: sharedJson }], { isZip64: true })
  return [file('takeout-20190301T000000Z-001.zip', posts), file('takeout-20190301T000000Z-003.zip', pictures), file('takeout-20190301T000000Z-004.zip', pictures.slice(0, 400))]
}

test('a Google Takeout comes in from its .zip parts as they were downloaded, in French', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'fr')
  await studio.engine.ask('studio.saveSettings', { settings: { language: 'fr', theme: 'dark' } })
  await studio.open(`#/w/${workspaceId}/ideas`)
  await page.getByRole('button', { name: 'Publications sur Google+' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Publications sur Google+' })
  await dialog.locator('input[type=file]').first().setInputFiles(parts())
  const posts = dialog.getByRole('list', { name: 'Publications sur Google+' }).getByRole('listitem')
  await expect(posts).toHaveCount(2)
  await expect(posts.nth(1).getByRole('img', { name: 'La vitrine, le soir' })).toBeVisible()
  const message = page.getByRole('region', { name: 'Messages' })
  await expect(message).toContainText('2 publications de Google+ importées')
  await expect(message).toContainText('Endommagé : 1 fichier (2017.json)')
  await expect(message).toContainText('Incomplet, ou pas un .zip : takeout-20190301T000000Z-004.zip.')
  await expect(message).toContainText('Une partie de l’archive n’a pas été choisie : takeout-20190301T000000Z-002.zip.')
  await expectAccessible(page, 'past posts from a .zip, fr, dark')
})

test('a .zip is dropped; something else is no archive, in English', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/ideas`)
  await page.getByRole('button', { name: 'Posts on Google+' }).click()
  const dialog = page.getByRole('dialog', { name: 'Posts on Google+' })
  const drop = async (name: string, bytes: Uint8Array): Promise<void> => {
    const carried = await page.evaluateHandle(([fileName, content]) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([Uint8Array.from(content)], fileName))
      return transfer
    }, [name, [...bytes]] as const)
    const place = dialog.getByText('drop it here')
    await place.dispatchEvent('dragover', { dataTransfer: carried })
    await place.dispatchEvent('drop', { dataTransfer: carried })
  }
  const message = page.getByRole('region', { name: 'Messages' })
  await drop('notes.txt', new Uint8Array([1]))
  await expect(message).toContainText('That is no .zip')
  await drop('takeout-1.zip', writeZip([{ name: 'Posts/a.json', content: postJson() }, { name: 'Posts/b.json', content: sharedJson, isEncrypted: true }]))
  await expect(dialog.getByText('1 post', { exact: true })).toBeVisible()
  await expect(message).toContainText('Protected by a password: takeout-1.zip.')
})
