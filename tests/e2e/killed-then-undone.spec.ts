import { StudioScreens } from './support/studio-screens.ts'
import { expect, test } from './support/test.ts'

const workspaceId = '0b1f7a7e-3c1b-4d52-9d5c-777777777777'

test('undoes after a kill what was typed before it, back to the first word, and redoes it', async ({ launch }) => {
  const first = await launch()
  await first.bridge.ask('workspaces.create', { id: workspaceId, name: 'Atelier Lin', colour: 'plum', timeZone: 'Europe/Paris' })
  const screens = await StudioScreens.of(first)
  await first.goTo(`#/w/${workspaceId}/compose`)
  const saved = first.page.getByText(/^Saved at/)
  await screens.editor().fill('Low tide')
  await saved.waitFor()
  const postId = /compose\/([0-9a-f-]+)/.exec(first.page.url())?.[1] ?? ''
  const history = async () => (await first.bridge.ask('posts.readTextHistory', { workspaceId, postId, text: { accountId: null, partId: null } })).history
  // Pasted words are a change by themselves, however fast they follow.
  await screens.editor().press('Control+End')
  await screens.editor().evaluate((editor) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', ' at six')
    editor.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  })
  await expect(screens.editor()).toHaveText('Low tide at six')
  await expect.poll(async () => (await history())?.position).toBe(2)
  await first.kill()

  const second = await launch()
  const after = await StudioScreens.of(second)
  await second.goTo(`#/w/${workspaceId}/compose/${postId}`)
  await expect(after.editor()).toHaveText('Low tide at six')
  await after.editor().press('Control+z')
  await expect(after.editor()).toHaveText('Low tide')
  await after.editor().press('Control+z')
  await expect(after.editor()).toHaveText('')
  await after.editor().press('Control+Shift+z')
  await after.editor().press('Control+y')
  await expect(after.editor()).toHaveText('Low tide at six')
})
