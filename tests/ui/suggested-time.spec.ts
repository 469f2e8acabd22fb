import { expect, type Page } from '@playwright/test'
import { fillClient } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

const field = (page: Page) => page.getByLabel('Date and time')

test('the composer suggests no hour that the accounts have already, and knows a post that was planned a moment ago', async ({ studio, page }) => {
  // 10:00 on Saturday; posts wait at 12:30 and 18:00.
  const { workspaceId, postIds } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/compose`)
  await expect(field(page)).toHaveValue('Sat 21 Nov 2026, 10:30')
  const { posts } = await studio.engine.ask('posts.list', { workspaceId, from: studio.engine.now(), until: studio.engine.now() + 86_400_000, drafts: false })
  const waiting = posts.find(({ id, status }) => status === 'scheduled' && postIds.includes(id))
  await studio.engine.ask('posts.reschedule', { workspaceId, postId: waiting?.id ?? '', localDateTime: '2026-11-21T10:45' })
  await studio.open(`#/w/${workspaceId}/compose`)
  await expect(field(page)).toHaveValue('Sat 21 Nov 2026, 12:00')
})

test('what is planned from the shelf does not begin at an hour that is taken', async ({ studio, page }) => {
  const { workspaceId, draftIds } = await fillClient(studio, 'en')
  await studio.engine.ask('posts.plan', { workspaceId, postId: draftIds[1]!, plannedFor: '2026-11-21T10:30' })
  await studio.open(`#/w/${workspaceId}/calendar`)
  await page.getByRole('button', { name: /^Plan for…: Portrait/ }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Plan for…' }).getByRole('textbox')).toHaveValue('Sat 21 Nov 2026, 11:30')
})

test('another client’s posts keep no hour from this one', async ({ studio, page }) => {
  const other = await fillClient(studio, 'fr', 'brick')
  await studio.engine.ask('posts.plan', { workspaceId: other.workspaceId, postId: other.draftIds[0]!, plannedFor: '2026-11-21T10:30' })
  const workspaceId = studio.engine.random.id()
  await studio.engine.ask('workspaces.create', { id: workspaceId, name: 'Quiet', colour: 'ocean', timeZone: 'Europe/Paris' })
  await studio.open(`#/w/${workspaceId}/compose`)
  await expect(field(page)).toHaveValue('Sat 21 Nov 2026, 10:30')
})
