import { expect } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient, paragraph } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

test('a poll is written below the post, checked, previewed where there are polls, and taken away with one press', async ({ studio, page }) => {
  const { workspaceId, accounts } = await fillClient(studio, 'en')
  const postId = studio.engine.random.id()
  const targets = [accounts.bluesky, accounts.mastodon].map((accountId) => ({ accountId, variant: null }))
  await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: paragraph('When shall we open?'), targets, media: [] } })
  await studio.open(`#/w/${workspaceId}/compose/${postId}`)
  const stored = async () => (await studio.engine.ask('posts.read', { workspaceId, postId })).post.poll

  await page.getByRole('button', { name: 'Add a poll' }).click()
  const poll = page.getByRole('region', { name: 'Poll', exact: true })
  await expect(poll.getByRole('textbox', { name: 'Choice 1' })).toBeFocused()
  await expect(page.getByText('A choice of the poll is empty')).toBeVisible()
  await expect(page.getByText('Bluesky has no polls: the post goes there without it')).toBeVisible()
  await poll.getByRole('textbox', { name: 'Choice 1' }).fill('Tuesday')
  await poll.getByRole('textbox', { name: 'Choice 2' }).fill('Thursday')
  await expect(page.getByText('A choice of the poll is empty')).toHaveCount(0)
  await poll.getByRole('button', { name: 'Add a choice' }).click()
  await poll.getByRole('textbox', { name: 'Choice 3' }).fill('Thursday')
  await expect(page.getByText('Two choices of the poll say the same')).toBeVisible()
  await poll.getByRole('textbox', { name: 'Choice 3' }).fill('Sunday')
  await poll.getByRole('combobox', { name: 'People can answer for' }).click()
  await page.getByRole('option', { name: '3 days' }).click()
  await poll.getByRole('checkbox', { name: 'Several choices each' }).click()
  await expect.poll(stored).toEqual({ choices: ['Tuesday', 'Thursday', 'Sunday'], minutes: 4320, isMultiple: true })
  await expectAccessible(page, 'a poll')

  const mastodon = page.getByRole('region', { name: /@tideline@mastodon\.example/ })
  await expect(mastodon.getByRole('listitem').filter({ hasText: 'Sunday' })).toBeVisible()
  await expect(mastodon.getByText('3 days to answer · several choices')).toBeVisible()
  await expect(page.getByRole('region', { name: /bsky|bluesky/i }).getByText('Sunday')).toHaveCount(0)

  await poll.getByRole('button', { name: 'Remove choice 3' }).click()
  await expect(poll.getByRole('textbox')).toHaveCount(2)
  await poll.getByRole('button', { name: 'Remove the poll' }).click()
  await expect(poll).toHaveCount(0)
  await expect.poll(stored).toBeUndefined()
  await page.getByRole('button', { name: 'Put it back' }).click()
  await expect(poll.getByRole('textbox', { name: 'Choice 1' })).toHaveValue('Tuesday')
})
