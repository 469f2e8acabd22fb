import { expect } from '@playwright/test'
import { fillClient, paragraph } from './support/fill-client.ts'
import { markedWords } from './support/marked-words.ts'
import { test } from './support/studio-test.ts'

test('marks follow their words through typing, splitting, joining and undoing, and go with their editor', async ({ studio, page }) => {
  const { workspaceId, accounts } = await fillClient(studio, 'en')
  await studio.engine.ask('voice.save', { workspaceId, voice: { ...(await studio.engine.ask('voice.read', { workspaceId })), forbidden: ['cheap'] } })
  const postId = studio.engine.random.id()
  await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: paragraph('A cheap coffee, a cheap cake.'), targets: [accounts.bluesky, accounts.mastodon].map((accountId) => ({ accountId, variant: null })), media: [] } })
  await studio.open(`#/w/${workspaceId}/compose/${postId}`)
  const text = page.getByRole('textbox', { name: 'Text of the post' })
  const { keyboard } = page
  await expect.poll(() => markedWords(page)).toEqual(['cheap', 'cheap'])

  // A letter at its edge makes it another word, and the next one that word again.
  await text.click()
  await keyboard.press('Control+Home')
  for (let step = 0; step < 7; step += 1) await keyboard.press('ArrowRight')
  await keyboard.type('er')
  await expect.poll(() => markedWords(page)).toEqual(['cheap'])
  for (const key of ['Backspace', 'Backspace']) await keyboard.press(key)
  await expect.poll(() => markedWords(page)).toEqual(['cheap', 'cheap'])

  // In two paragraphs, and back in one.
  await keyboard.press('Enter')
  await expect.poll(() => markedWords(page)).toEqual(['cheap', 'cheap'])
  await keyboard.press('Backspace')
  await expect.poll(() => markedWords(page)).toEqual(['cheap', 'cheap'])
  await keyboard.press('Control+End')
  await keyboard.press('Enter')
  await keyboard.type('Nothing here is che')
  await keyboard.press('Enter')
  await keyboard.type('ap')
  await expect.poll(() => markedWords(page)).toEqual(['cheap', 'cheap'])
  for (const key of ['Backspace', 'Backspace', 'Backspace']) await keyboard.press(key)
  await keyboard.type('ap')
  await expect.poll(() => markedWords(page)).toEqual(['cheap', 'cheap', 'cheap'])
  await keyboard.press('Control+a')
  await keyboard.press('Backspace')
  await expect.poll(() => markedWords(page)).toEqual([])
  await keyboard.press('Control+z')
  await expect.poll(() => markedWords(page)).toEqual(['cheap', 'cheap'])
  if (process.env['VIGIE_PICTURES'] !== undefined) await page.screenshot({ path: `${process.env['VIGIE_PICTURES']}/text-marks.png` })

  await studio.goTo(`#/w/${workspaceId}/calendar`)
  await expect.poll(() => markedWords(page)).toEqual([])
})
