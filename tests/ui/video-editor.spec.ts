import { expect } from '@playwright/test'
import { playableWebm } from '../support/tiny-videos.ts'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

test('a part is cut out of a film by keyboard; the film stays, the part stands beside it with a picture of its own', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/library`)
  await page.getByLabel('Add files…').last().setInputFiles([{ name: 'quay.webm', mimeType: 'video/webm', buffer: Buffer.from(await playableWebm({ width: 320, height: 240, seconds: 7 })) }])
  const list = page.getByRole('listbox', { name: 'Pictures and videos, newest first' })
  await list.getByRole('option', { name: /quay\.webm/ }).click()
  await page.getByRole('button', { name: 'Edit…' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Edit the video' })
  await expect(dialog.getByRole('button', { name: 'Make the video' })).toBeDisabled()
  await expect(dialog.getByRole('switch', { name: 'Without sound' })).toBeDisabled()
  const [start, end] = [dialog.getByRole('slider', { name: /^Start/ }), dialog.getByRole('slider', { name: /^End/ })]
  await start.fill('2000')
  await end.fill('4000')
  await end.press('ArrowLeft')
  await expect(dialog.getByText('3.9 s')).toBeVisible()
  await expectAccessible(page, 'the editor of a film')
  await dialog.getByRole('button', { name: 'Make the video' }).press('Enter')
  await expect(dialog).toBeHidden({ timeout: 30_000 })
  await expect(list.getByRole('option', { name: /quay-2s-3\.9s\.webm/ })).toBeVisible()
  await expect(page.getByRole('region', { name: '1 video chosen' })).toContainText('Made of “quay.webm”')
  const { pictures } = await studio.engine.ask('media.library', { workspaceId, query: 'quay' })
  const films = pictures.map(({ item }) => [item.fileName, 'durationMs' in item ? item.durationMs : 0, 'hasCover' in item && item.hasCover]).toSorted(([one], [other]) => String(one).localeCompare(String(other)))
  // The file tells how long all pictures but the last one are seen.
  expect(films).toEqual([['quay-2s-3.9s.webm', 1_800, true], ['quay.webm', 7_000, true]])
})
