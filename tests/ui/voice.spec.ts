import { expect } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient } from './support/fill-client.ts'
import { markedWords } from './support/marked-words.ts'
import { test } from './support/studio-test.ts'

test('the client’s voice is written in the settings, hinted at in the composer, and stops a post where it says so', async ({ studio, page }) => {
  const { workspaceId, texts } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/settings`)
  await page.getByRole('textbox', { name: 'Tone' }).fill('Warm and brief.')
  await page.getByRole('textbox', { name: 'Words no post has' }).fill('cheap\nbest ever')
  await page.getByRole('textbox', { name: 'Emoji in a post, at most' }).fill('x')
  await expect(page.getByText('A whole number, or nothing')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Save the voice' })).toBeDisabled()
  await page.getByRole('textbox', { name: 'Emoji in a post, at most' }).fill('2')
  await page.getByRole('button', { name: 'Save the voice' }).press('Enter')
  await expect(page.getByText(`The voice of ${texts.name} is saved`)).toBeVisible()
  expect(await studio.engine.ask('voice.read', { workspaceId })).toMatchObject({ note: 'Warm and brief.', forbidden: ['cheap', 'best ever'], maxEmoji: 2 })
  await expectAccessible(page, 'the voice of a client')

  await studio.goTo(`#/w/${workspaceId}/compose`)
  const text = page.getByRole('textbox', { name: 'Text of the post' })
  await text.fill('The CHEAP coffee 🎉 with cake 🎉 and tea 🎉')
  const hints = page.getByRole('region', { name: 'Hints' })
  await expect(hints).toContainText('“CHEAP” is not said by this client')
  await expect(hints).toContainText('3 emoji: 2 at most')
  await expect.poll(() => markedWords(page)).toEqual(['CHEAP'])
  await expectAccessible(page, 'hints at a text')
  await hints.getByRole('button', { name: `Voice of ${texts.name}` }).click()
  await expect(page.getByRole('dialog', { name: `Voice of ${texts.name}`, exact: true })).toHaveText('Warm and brief.')
  await page.keyboard.press('Escape')

  const lineOf = (words: string) => hints.getByRole('listitem').filter({ hasText: words })
  await lineOf('3 emoji').getByRole('button', { name: 'Ignore here' }).press('Enter')
  await expect(lineOf('3 emoji')).toHaveCount(0)
  await lineOf('CHEAP').getByRole('button', { name: 'Always ignore' }).press('Enter')
  await expect(lineOf('CHEAP')).toHaveCount(0)
  await expect.poll(() => markedWords(page)).toEqual([])
  await studio.goTo(`#/w/${workspaceId}/settings`)
  await page.getByRole('button', { name: 'Show them again' }).click()
  await expect(page.getByText('hint is no longer shown')).toHaveCount(0)
  await page.getByRole('switch', { name: 'Forbidden words stop a post' }).click()
  await page.getByRole('button', { name: 'Save the voice' }).click()
  await expect(page.getByText(`The voice of ${texts.name} is saved`).first()).toBeVisible()

  await studio.goTo(`#/w/${workspaceId}/compose`)
  await text.fill('Never cheap')
  await expect(page.getByRole('region', { name: 'Checks' })).toContainText('This client’s posts never say “cheap”')
  await expect(page.getByRole('button', { name: 'Schedule', exact: true })).toBeDisabled()
  // What stops the post cannot be waved away beside it.
  await expect(lineOf('“cheap”')).toContainText('It stops the post')
  await expect(lineOf('“cheap”').getByRole('button')).toHaveCount(0)
})
