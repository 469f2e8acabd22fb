import { expect } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

test('deals with whoever writes in private from the same menu, and passes nothing on', async ({ studio, page }) => {
  const { workspaceId, texts } = await fillClient(studio, 'en')
  const talk = texts.talks[1]!
  await studio.open(`#/w/${workspaceId}/inbox`)
  // The list tells it before anything is opened.
  await expect(page.getByRole('option').filter({ hasText: talk.from })).toContainText('Private message')
  await expect(page.getByRole('option').filter({ hasText: texts.talks[0]!.from })).not.toContainText('Private message')
  await page.getByRole('option').filter({ hasText: talk.from }).click()
  const more = page.getByRole('button', { name: 'More for this message' }).first()
  await more.click()
  await expect(page.getByRole('menuitem')).toHaveText([`Mute ${talk.from}`, `Block ${talk.from}`, 'Report to the network'])
  await page.getByRole('menuitem', { name: /^Block/ }).click()
  await studio.engine.ask('workspaces.update', { workspaceId, changes: { safety: { undoSeconds: 15 } } })
  await page.getByRole('alertdialog').getByRole('button', { name: 'Block' }).click()
  const said = page.getByRole('listitem').filter({ hasText: talk.from }).first()
  // As long as it can be taken back, it is not said to be done.
  await expect(said.getByText('Will be blocked', { exact: true })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Reply' })).toBeVisible()
  expect(studio.mastodon.acts).toEqual([])
  await studio.advance(16_000)
  await expect.poll(() => studio.mastodon.acts.map((act) => act.split(' ')[1])).toEqual(['block'])
  await expect(said.getByText('Blocked', { exact: true })).toBeVisible()
  // Nobody waits there any more, and nothing could be said to them.
  await expect(page.getByRole('option').filter({ hasText: talk.from })).toHaveCount(0)
  await expect(page.getByRole('textbox', { name: 'Reply' })).toHaveCount(0)
  await expect(page.getByText(`You have blocked ${talk.from}: an answer would not arrive.`)).toBeVisible()
})

test('says of a private answer that it was sent, and of nobody that it is their fault', async ({ studio, page }) => {
  const { workspaceId, texts } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/inbox`)
  await page.getByRole('option').filter({ hasText: texts.talks[1]!.from }).click()
  await page.keyboard.press('r')
  await page.keyboard.type('Between us: come at nine.')
  await page.keyboard.press('Control+Enter')
  await studio.advance(12_000)
  await studio.goTo(`#/w/${workspaceId}/outbox`)
  await page.getByRole('group', { name: 'View' }).getByRole('button', { name: 'Done' }).click()
  await page.getByText('Between us: come at nine.').first().click()
  const story = page.getByRole('article')
  await expect(story.getByText('Sent', { exact: true })).toBeVisible()
  await expect(story.getByText('It was sent.', { exact: true })).toBeVisible()
  await expect(story.getByText('It was sent once, and is never sent again.')).toBeVisible()
  await expect(story.getByText(/publish/i)).toBeHidden()
  await expect(story.getByText('Cause', { exact: true })).toBeHidden()
})

test('a report says why, and what the network’s people should know', async ({ studio, page }) => {
  const { workspaceId, texts } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/inbox`)
  await page.getByRole('option').filter({ hasText: texts.talks[1]!.from }).click()
  await page.getByRole('button', { name: 'More for this message' }).first().click()
  await page.getByRole('menuitem', { name: 'Report to the network' }).click()
  const question = page.getByRole('alertdialog')
  await question.getByRole('radio', { name: 'Spam' }).click()
  await question.getByLabel('What they should know (optional)').fill('The same words every day')
  await expectAccessible(page, 'a report with its reason')
  await question.getByRole('button', { name: 'Report' }).click()
  await expect(question).toBeHidden()
  await studio.advance(60_000)
  await expect.poll(() => studio.mastodon.acts.map((act) => act.split(' ')[1])).toEqual(['report'])
})
