import { expect } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient, paragraph } from './support/fill-client.ts'
import { connectOpenly, openNetwork } from './support/open-network.ts'
import { test } from './support/studio-test.ts'

test.use({ moreAdapters: { list: [openNetwork('dailymotion')] } })

test('a first comment is written beside the post, shown in the previews, and follows the post', async ({ studio, page }) => {
  const { workspaceId, texts, draftIds } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/compose/${draftIds[0]}`)
  await page.getByRole('button', { name: 'Add a first comment' }).click()
  await expect(page.getByRole('button', { name: 'First comment', exact: true })).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByRole('button', { name: 'Add a first comment' })).toHaveCount(0)
  const text = page.getByRole('textbox', { name: 'Text of the post' })
  await text.click()
  await page.keyboard.type('Opening hours: every day from nine to six')
  await expect(page.getByRole('region', { name: /bsky/ })).toContainText('First comment')
  await expect(page.getByRole('region', { name: /bsky/ })).toContainText('Opening hours')
  // It is the last, whatever is added, and cannot be moved.
  await page.getByRole('button', { name: 'Make it a thread' }).click()
  await expect(text).toBeFocused()
  await expect(text).toHaveText('')
  await page.keyboard.type('And there is more')
  await page.getByRole('button', { name: 'First comment', exact: true }).click()
  await expect(text).toHaveText('Opening hours: every day from nine to six')
  await expectAccessible(page, 'a first comment in the composer')
  await page.keyboard.press('Control+A')
  await page.keyboard.press('Delete')
  await expect(page.getByRole('region', { name: 'Checks' })).toContainText('First comment: ')
  await page.keyboard.type('Opening hours: every day from nine to six')
  await page.getByRole('button', { name: 'Publish now' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Publish now' }).click()
  await studio.advance(120_000)
  const sent = studio.bluesky.published.filter(({ text: words }) => [texts.drafts[0], 'And there is more', 'Opening hours: every day from nine to six'].includes(words))
  expect(sent.map(({ text: words }) => words)).toEqual([texts.drafts[0], 'And there is more', 'Opening hours: every day from nine to six'])
  expect(sent.map(({ replyTo }) => replyTo)).toEqual([null, sent[0]!.key, sent[1]!.key])
  // What people call it, and not "part 3 of 3".
  await studio.open(`#/w/${workspaceId}/outbox`)
  await page.getByRole('group', { name: 'View' }).getByRole('button', { name: 'Done' }).click()
  await expect(page.getByText('Thread of 2 parts · with a first comment').first()).toBeVisible()
  await page.getByText('Thread of 2 parts · with a first comment').first().click()
  await expect(page.getByRole('navigation', { name: 'Parts of the thread' }).getByRole('button')).toHaveText([/Part 1 of 2/, /Part 2 of 2/, /First comment/])
})

test('a network that takes none leaves it out, and that is said', async ({ studio, page }) => {
  const { workspaceId, accounts } = await fillClient(studio, 'en')
  const { id } = await connectOpenly(studio, workspaceId, 'dailymotion')
  const postId = studio.engine.random.id()
  await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: 'Low tide', document: paragraph('Low tide at six.'), media: [], targets: [{ accountId: id, variant: null }, { accountId: accounts.wordpress, variant: null }] } })
  await studio.open(`#/w/${workspaceId}/compose/${postId}`)
  await page.getByRole('button', { name: 'Add a first comment' }).click()
  await expect(page.getByText('Dailymotion takes no first comment from here: it is left out there')).toBeVisible()
  // WordPress takes it, under the article.
  await expect(page.getByText('WordPress takes no first comment')).toHaveCount(0)
  await page.getByRole('button', { name: 'Remove the first comment' }).click()
  await expect(page.getByText('Dailymotion takes no first comment')).toHaveCount(0)
})
