import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { paintPicture } from '../../electron/engine/practice/images/paint-picture.ts'
import { expect, test } from './support/test.ts'

test('a picture of a card for publishing by hand is dragged out of the window as a file, and stays nowhere', async ({ studio }) => {
  const { bridge, page } = studio
  await bridge.ask('studio.saveSettings', { settings: { language: 'en' } })
  const workspaceId = randomUUID()
  await bridge.ask('workspaces.create', { id: workspaceId, name: 'Tideline', colour: 'teal', timeZone: 'Europe/Paris' })
  const { id: accountId } = await bridge.ask('accounts.addAssisted', { workspaceId, assistedId: 'snapchat', networkName: 'Snapchat', address: 'https://www.snapchat.com', handle: '@tideline' })
  const postId = randomUUID()
  await studio.goTo(`#/w/${workspaceId}/compose/${postId}`)
  await page.locator('input[type=file]').first().setInputFiles({ name: 'quay.png', mimeType: 'image/png', buffer: Buffer.from(paintPicture('front')) })
  await expect.poll(async () => (await bridge.request('posts.read', { workspaceId, postId })).ok).toBe(true)
  await expect.poll(async () => (await bridge.ask('posts.read', { workspaceId, postId })).post.media).toHaveLength(1)
  await studio.goTo(`#/w/${workspaceId}/outbox`)
  const { post } = await bridge.ask('posts.read', { workspaceId, postId })
  const content = { title: '', document: { type: 'doc' as const, content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'Low tide at six.' }] }] }, targets: [{ accountId, variant: null }], media: [{ mediaId: post.media[0]!.mediaId, altText: 'The quay' }] }
  const { revision } = await bridge.ask('posts.saveDraft', { workspaceId, postId, revision: post.revision, content })
  await bridge.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'now' } })
  // Until its hour has come the entry stands in another part of the list, and moves.
  await page.getByRole('button', { name: /Low tide at six\..*To publish by hand/ }).click()
  const picture = page.getByRole('region', { name: 'It is time: publish this on Snapchat' }).getByRole('img', { name: 'The quay' })
  await picture.scrollIntoViewIfNeeded()

  // The system's own dragging would wait for another program to take it.
  await studio.app.evaluate(({ BrowserWindow }) => {
    const carried: string[] = []
    Object.assign(globalThis, { carried })
    BrowserWindow.getAllWindows()[0]!.webContents.startDrag = ({ file }) => void carried.push(file)
  })
  const carried = (): Promise<readonly string[]> => studio.app.evaluate(() => (globalThis as unknown as { carried: string[] }).carried)
  await picture.hover()
  await page.mouse.down()
  const { x, y } = (await picture.boundingBox())!
  await page.mouse.move(x + 40, y + 60, { steps: 5 })
  await expect.poll(carried).toHaveLength(1)
  await page.mouse.up()
  const [file = ''] = await carried()
  expect(basename(file)).toBe('quay.png')
  expect(readFileSync(file).subarray(1, 4).toString()).toBe('PNG')
  expect(studio.complaints()).toEqual([])
  await studio.close()
  expect(existsSync(file)).toBe(false)
})
