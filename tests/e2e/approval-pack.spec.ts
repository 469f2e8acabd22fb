import { readFileSync } from 'node:fs'
import { paintPicture } from '../../electron/engine/practice/images/paint-picture.ts'
import type { PostContent } from '../../shared/posts/post.ts'
import type { Studio } from './support/studio.ts'
import { expect, test } from './support/test.ts'

const workspaceId = '0b1f7a7e-3c1b-4d52-9d5c-666666666666'
const postId = '0b1f7a7e-3c1b-4d52-9d5c-777777777777'
const mediaId = '0b1f7a7e-3c1b-4d52-9d5c-888888888888'

/** Stands for the person at the system's dialog: a path, or none. */
async function answerSaveDialog(studio: Studio, path: string | null): Promise<void> {
  await studio.app.evaluate(({ session }, chosen) => {
    session.defaultSession.once('will-download', (_event, item) => {
      if (chosen === null) item.cancel()
      else item.setSavePath(chosen)
    })
  }, path)
}

async function addPicture(studio: Studio): Promise<void> {
  await studio.page.evaluate(([workspace, media, base64]) => {
    const bytes = Uint8Array.from(atob(base64), (sign) => sign.codePointAt(0) ?? 0)
    return window.studio!.request('media.add', { workspaceId: workspace, mediaId: media, fileName: 'front.png', bytes })
  }, [workspaceId, mediaId, Buffer.from(paintPicture('front')).toString('base64')] as const)
}

test('a pack is printed without script or network, and nobody counts as asked before it lies somewhere', async ({ launch }, info) => {
  const studio = await launch()
  await studio.bridge.ask('workspaces.create', { id: workspaceId, name: 'Atelier Lin', colour: 'plum', timeZone: 'Europe/Paris' })
  const { id: accountId } = await studio.bridge.ask('accounts.addAssisted', { workspaceId, assistedId: 'instagram', networkName: 'Instagram', address: 'https://www.instagram.com', handle: 'atelier.lin' })
  await addPicture(studio)
  const document: PostContent['document'] = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Linen from the hills <img src="https://example.com/x.png">' }] }] }
  await studio.bridge.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document, targets: [{ accountId, variant: null }], media: [{ mediaId, altText: 'A shop' }] } })
  const approval = async () => (await studio.bridge.ask('posts.read', { workspaceId, postId })).post.approval.kind
  const file = info.outputPath('pack.pdf')
  await studio.goTo(`#/w/${workspaceId}/calendar`)
  await studio.page.getByRole('button', { name: 'Ask the client…' }).click()
  const dialog = studio.page.getByRole('dialog')
  await dialog.getByRole('checkbox', { name: /^All/ }).check()

  await answerSaveDialog(studio, null)
  const cancelled = studio.bridge.next('studio.fileSaved', { outcome: 'cancelled' })
  await dialog.getByRole('button', { name: 'Save the pack with 1 post' }).click()
  await cancelled
  await expect(dialog.getByRole('button', { name: 'Save as PDF' })).toBeEnabled()
  expect(await approval()).toBe('none')

  await answerSaveDialog(studio, file)
  await dialog.getByRole('button', { name: 'Save as PDF' }).click()
  await expect(studio.page.getByText('Pack with 1 post saved')).toBeVisible()
  expect(await approval()).toBe('asked')
  expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-')
  expect(readFileSync(file).byteLength).toBeGreaterThan(10_000)
  expect(await studio.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})
