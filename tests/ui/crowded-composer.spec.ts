import { expect } from '@playwright/test'
import { connectMore } from './support/connect-more.ts'
import { fillClient, paragraph } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

const text = 'Text of the post'

test('what stops the post stands above what only deserves a look, and every account has a tab that can be read', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'en')
  await page.setViewportSize({ width: 1024, height: 700 })
  await studio.open(`#/w/${workspaceId}/compose`)
  await page.getByRole('textbox', { name: text }).fill('a'.repeat(310))
  await page.getByRole('button', { name: 'Add a poll' }).click()
  const kinds = async () => page.getByRole('region', { name: 'Checks' }).getByRole('listitem').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-severity')))
  await expect.poll(kinds).toContain('warn')
  const inOrder = await kinds()
  expect(inOrder.lastIndexOf('stop')).toBeLessThan(inOrder.indexOf('warn'))
  await page.keyboard.press('Alt+2')
  const tabs = page.getByRole('group', { name: 'Text for' })
  const clipped = await tabs.getByRole('button').evaluateAll((buttons) => {
    const frame = buttons[0]?.parentElement?.getBoundingClientRect()
    return buttons.filter((button) => frame === undefined || button.getBoundingClientRect().right > frame.right + 1).length
  })
  expect(clipped).toBe(0)
})

test('with another account in the editor its preview comes into sight, and what is written begins at its top', async ({ studio, page }) => {
  const { workspaceId, accounts, mediaIds } = await fillClient(studio, 'en')
  const more = await connectMore(studio, workspaceId, 'bluesky', 4)
  const postId = studio.engine.random.id()
  const targets = [accounts.bluesky, accounts.mastodon, ...more, accounts.wordpress].map((accountId) => ({ accountId, variant: null }))
  await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: 'Low tide', document: paragraph('Low tide at nine.'), targets, media: mediaIds.map((mediaId) => ({ mediaId, altText: 'The quay' })) } })
  await page.setViewportSize({ width: 1280, height: 800 })
  await studio.open(`#/w/${workspaceId}/compose/${postId}`)
  const blog = page.locator('section', { has: page.getByRole('article') }).filter({ has: page.getByRole('button', { name: 'tideline-books.example', exact: true }) })
  const written = page.getByRole('textbox', { name: 'Text of the post', exact: false }).first()
  await expect(blog).not.toBeInViewport()
  await page.getByRole('group', { name: 'Tags', exact: true }).getByRole('combobox').focus()
  await page.getByRole('group', { name: 'Text for' }).getByRole('button', { name: /tideline-books/ }).click()
  await expect(blog).toBeInViewport()
  await expect(written).toBeInViewport()
  await page.getByRole('group', { name: 'Text for' }).getByRole('button', { name: 'All accounts' }).click()
  await page.getByRole('group', { name: 'Text for' }).getByRole('button', { name: /bluesky|@tideline\.bsky/ }).first().click()
  await expect(page.locator('section', { has: page.getByRole('article') }).filter({ has: page.getByRole('button', { name: '@tideline.bsky.social', exact: true }) })).toBeInViewport()
})
