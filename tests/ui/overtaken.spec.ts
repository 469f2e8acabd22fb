import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient, paragraph } from './support/fill-client.ts'
import { test, type Studio } from './support/studio-test.ts'

const text = (page: Page) => page.getByRole('textbox', { name: 'Text of the post' })

async function startSeries(studio: Studio, workspaceId: string, postId: string): Promise<{ readonly seriesId: string; readonly days: readonly { readonly date: string; readonly postId: string }[] }> {
  const { post } = await studio.engine.ask('posts.read', { workspaceId, postId })
  const seriesId = crypto.randomUUID()
  const series = await studio.engine.ask('series.start', { workspaceId, seriesId, postId, revision: post.revision, localDateTime: '2026-11-24T09:00', rule: { every: 'day' }, end: { kind: 'count', count: 5 } })
  return { seriesId, days: series.occurrences.map((day) => ({ date: day.date, postId: day.postId! })) }
}

test('a day of a series that is taken out while it is open says so at once, sends nothing, and its words can be kept', async ({ studio, page }) => {
  const { workspaceId, draftIds } = await fillClient(studio, 'en')
  const { seriesId, days } = await startSeries(studio, workspaceId, draftIds[0]!)
  await studio.open(`#/w/${workspaceId}/compose/${days[1]!.postId}`)
  await expect(page.getByText(/^Scheduled for Wed/)).toBeVisible()
  const words = (await text(page).innerText()).trim()

  await studio.engine.ask('series.skip', { workspaceId, seriesId, date: days[1]!.date, skip: true })
  await expect(page.getByText('This day was taken out of the series')).toBeVisible()
  await expect(page.getByText(/^Scheduled for/)).toHaveCount(0)
  for (const name of [/Publish now/, /^Schedule/, /Take back/, 'Duplicate', 'Earlier versions']) await expect(page.getByRole('button', { name })).toHaveCount(0)
  await expect(text(page)).toContainText(words.slice(0, 20))
  await expectAccessible(page, 'the composer of a day that was taken out')

  await page.getByRole('button', { name: 'Keep as a new draft' }).click()
  await expect(page.getByText(/^Scheduled for/)).toHaveCount(0)
  await expect(page.getByText('This day was taken out of the series')).toHaveCount(0)
  await expect(text(page)).toContainText(words.slice(0, 20))
  const kept = new URL(page.url()).hash.split('/').at(-1)!
  expect(kept).not.toBe(days[1]!.postId)
  expect((await studio.engine.ask('posts.read', { workspaceId, postId: kept })).post).toMatchObject({ status: 'draft', schedule: null, plan: null })
})

test('words that are being typed stay in hand when their draft is deleted elsewhere', async ({ studio, page }) => {
  const { workspaceId, draftIds } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/compose/${draftIds[0]}`)
  await text(page).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' One more word.')
  await studio.engine.ask('posts.remove', { workspaceId, postId: draftIds[0]! })
  await expect(page.getByText('This draft was deleted elsewhere')).toBeVisible()
  await expect(text(page)).toContainText('One more word.')
  await expect(page.getByRole('button', { name: /Publish now/ })).toHaveCount(0)
  await page.getByRole('button', { name: 'Keep as a new draft' }).click()
  await expect(page.getByRole('button', { name: /Publish now/ })).toBeVisible()
  await expect(text(page)).toContainText('One more word.')
})

test('words that came too late for a post that goes out are not shown as what goes out', async ({ studio, page }) => {
  const { workspaceId, draftIds } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/compose/${draftIds[0]}`)
  const before = (await text(page).innerText()).trim()
  studio.disturb('posts.saveDraft', 'engine_stopped')
  await text(page).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' Too late.')
  await expect(page.getByText('Not saved')).toBeVisible()
  studio.disturb('posts.saveDraft', null)
  const { post } = await studio.engine.ask('posts.read', { workspaceId, postId: draftIds[0]! })
  await studio.engine.ask('posts.schedule', { workspaceId, postId: draftIds[0]!, revision: post.revision, when: { kind: 'at', localDateTime: '2026-11-24T09:00' } })
  await expect(page.getByText('This post was scheduled elsewhere, without your last words')).toBeVisible()
  await expect(text(page)).toContainText('Too late.')
  await page.getByRole('button', { name: 'Show what is stored' }).click()
  await expect(page.getByText(/^Scheduled for Tue/)).toBeVisible()
  await expect(text(page)).toHaveText(before)
})

test('a draft that is written elsewhere meanwhile overwrites nothing', async ({ studio, page }) => {
  const { workspaceId, draftIds } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/compose/${draftIds[0]}`)
  studio.disturb('posts.saveDraft', 'engine_stopped')
  await text(page).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' Mine.')
  await expect(page.getByText('Not saved')).toBeVisible()
  const { post: { revision, title, targets, media } } = await studio.engine.ask('posts.read', { workspaceId, postId: draftIds[0]! })
  await studio.engine.ask('posts.saveDraft', { workspaceId, postId: draftIds[0]!, revision, content: { title, targets, media, document: paragraph('Theirs.') } })
  studio.disturb('posts.saveDraft', null)
  await page.getByRole('button', { name: 'Save again' }).click()
  await expect(page.getByText('This draft was changed elsewhere; your last words are not in it')).toBeVisible()
  await expect(text(page)).toContainText('Mine.')
  await page.getByRole('button', { name: 'Keep as a new draft' }).click()
  await expect(text(page)).toContainText('Mine.')
  expect(await studio.engine.ask('posts.read', { workspaceId, postId: draftIds[0]! })).toMatchObject({ post: { document: paragraph('Theirs.') } })
})

test('a day that the client refuses elsewhere says so while it is open', async ({ studio, page }) => {
  const { workspaceId, draftIds } = await fillClient(studio, 'en')
  const { days } = await startSeries(studio, workspaceId, draftIds[0]!)
  await studio.open(`#/w/${workspaceId}/compose/${days[1]!.postId}`)
  await expect(page.getByText(/^Scheduled for Wed/)).toBeVisible()
  await studio.engine.ask('posts.recordApproval', { workspaceId, postId: days[2]!.postId, revision: 1, approval: { kind: 'refused', by: 'Claire', channel: 'mail', comment: 'No' } })
  await expect(page.getByText('Refused by the client: it does not leave')).toBeVisible()
})
