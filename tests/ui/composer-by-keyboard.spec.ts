import { expect, type Locator, type Page } from '@playwright/test'
import { fillClient } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

const text = 'Text of the post'

test('a post with a title, a picture, a text of its own and a second part is written and scheduled without a mouse', async ({ studio, page }) => {
  const { workspaceId, accounts } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/calendar`)
  const { keyboard } = page

  await keyboard.press('Control+n')
  await expect(page.getByRole('textbox', { name: text })).toBeFocused()
  await keyboard.type('Low tide at six.')
  await reach(page, page.getByRole('textbox', { name: /^Title/ }), 'Shift+Tab')
  await keyboard.type('The tide')

  await keyboard.press('Control+Shift+P')
  const library = page.getByRole('dialog', { name: /^Pictures and videos of/ })
  await reach(page, library.getByRole('listbox'))
  await keyboard.press('End')
  await reach(page, library.getByRole('button', { name: 'Add to the post' }))
  await keyboard.press('Enter')
  await expect(library).toBeHidden()
  const description = page.getByRole('textbox', { name: 'Description of image 1' })
  await reach(page, description)
  await keyboard.press('Control+a')
  await keyboard.type('The harbour at low tide')

  await keyboard.press('Alt+2')
  await reach(page, page.getByRole('button', { name: 'Write its own text' }))
  await keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: /Text of the post for/ })).toBeFocused()
  await keyboard.press('Control+a')
  await keyboard.type('Low tide at six, says Bluesky.')

  await keyboard.press('Alt+1')
  await keyboard.press('Control+Shift+T')
  await expect(page.getByRole('textbox', { name: text })).toBeFocused()
  await keyboard.type('Then the oysters.')
  await expect(page.getByText('Saved at')).toBeVisible()
  await keyboard.press('Control+Enter')
  await expect(page.getByText('Scheduled for Sat 21 Nov, 10:30').first()).toBeVisible()

  const postId = new URL(page.url()).hash.split('/').at(-1)!
  const { post } = await studio.engine.ask('posts.read', { workspaceId, postId })
  expect(post).toMatchObject({ title: 'The tide', media: [{ altText: 'The harbour at low tide' }], moreParts: [{}] })
  await studio.advance(31 * 60_000)
  expect(studio.bluesky.published.slice(-2).map((part) => part.text)).toEqual(['Low tide at six, says Bluesky.', 'Then the oysters.'])
  expect(studio.mastodon.published.slice(-2).map((part) => part.text)).toEqual(['Low tide at six.', 'Then the oysters.'])
  expect(post.targets.map(({ accountId }) => accountId)).toContain(accounts.wordpress)
})

/** As somebody without a mouse does: from stop to stop, until it has the focus. */
async function reach(page: Page, wanted: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await wanted.waitFor()
  for (let stops = 0; stops < 60; stops += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(key)
  }
  await expect(wanted).toBeFocused()
}
