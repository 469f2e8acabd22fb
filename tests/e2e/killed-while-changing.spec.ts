import type { Studio } from './support/studio.ts'
import { StudioScreens } from './support/studio-screens.ts'
import { expect, test } from './support/test.ts'

const environment = { VIGIE_TEST_OPTIONS: JSON.stringify({ practiceIsInstant: true, pollEveryMs: 400 }) }

/** A post of the practice client that is out. */
async function publish(studio: Studio): Promise<{ readonly workspaceId: string; readonly postId: string }> {
  const screens = await StudioScreens.of(studio)
  await screens.startPractising()
  const workspaceId = (await studio.bridge.ask('studio.read', {})).workspaces[0]!.id
  await studio.bridge.ask('workspaces.update', { workspaceId, changes: { safety: { undoSeconds: 0 } } })
  await screens.write('Six coffees tomorow, who comes?')
  const postId = /compose\/([0-9a-f-]{36})/.exec(studio.page.url())![1]!
  const { post } = await studio.bridge.ask('posts.read', { workspaceId, postId })
  await studio.bridge.ask('posts.schedule', { workspaceId, postId, revision: post.revision, when: { kind: 'now' } })
  await expect.poll(async () => (await studio.bridge.ask('published.ofPost', { workspaceId, postId })).parts.length, { timeout: 30_000 }).toBeGreaterThan(0)
  return { workspaceId, postId }
}

test('killed while what is out was being changed, and while a text was being saved for later: both are there again', async ({ launch }) => {
  test.setTimeout(180_000)
  const first = await launch({ environment })
  const { workspaceId, postId } = await publish(first)
  await first.goTo(`#/w/${workspaceId}/compose/${postId}`)
  const open = (studio: Studio) => studio.page.getByRole('button', { name: 'Change the words…' }).first().click()
  const field = (studio: Studio) => studio.page.getByRole('dialog').getByRole('textbox', { name: 'New words' })
  await open(first)
  await field(first).focus()
  await first.page.keyboard.press('Control+End')
  await first.page.keyboard.type(' At six')
  await first.page.waitForTimeout(1_500)
  await first.kill()

  const second = await launch({ environment })
  const screens = await StudioScreens.of(second)
  await second.goTo(`#/w/${workspaceId}/compose/${postId}`)
  await open(second)
  await expect(field(second)).toContainText('who comes? At six')
  await expect(second.page.getByText('You go on with what you had begun to write.', { exact: false })).toBeVisible()
  await second.page.keyboard.press('Escape')
  await screens.write('Anything')
  await second.page.getByRole('button', { name: 'Saved texts and hashtags' }).click()
  await second.page.getByRole('button', { name: 'Add', exact: true }).click()
  await second.page.getByRole('menuitem', { name: 'New text…' }).click()
  await second.page.getByRole('form').getByRole('textbox', { name: 'Text' }).fill('See you at the coun')
  await second.page.waitForTimeout(1_500)
  await second.kill()

  const third = await launch({ environment })
  await StudioScreens.of(third)
  await third.goTo(`#/w/${workspaceId}/compose`)
  await third.page.getByRole('button', { name: 'Saved texts and hashtags' }).click()
  await expect(third.page.getByRole('form').getByRole('textbox', { name: 'Text' })).toHaveValue('See you at the coun')
})
