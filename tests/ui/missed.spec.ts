import { expect } from '@playwright/test'
import { fillClient, paragraph } from './support/fill-client.ts'
import { test, type Studio } from './support/studio-test.ts'

const minute = 60_000

/** Its hour passes while nothing can leave; online again, it asks for both of its accounts. */
async function missOne(studio: Studio, language: 'en' | 'fr' = 'en') {
  const { workspaceId, accounts } = await fillClient(studio, language)
  const postId = studio.engine.random.id()
  const content = { title: '', document: paragraph('The late one'), targets: [{ accountId: accounts.bluesky, variant: null }, { accountId: accounts.mastodon, variant: null }], media: [] }
  const { revision } = await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content })
  await studio.engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'at', localDateTime: '2026-11-21T10:05' } })
  await studio.engine.ask('studio.saveSettings', { settings: { workOffline: true } })
  await studio.advance(90 * minute)
  await studio.engine.ask('studio.saveSettings', { settings: { workOffline: false } })
  await studio.advance(1_000)
  const jobs = async () => (await studio.engine.ask('posts.read', { workspaceId, postId })).jobs
  const post = async () => (await studio.engine.ask('posts.read', { workspaceId, postId })).post
  return { workspaceId, postId, accounts, jobs, post }
}

const late = (published: readonly { readonly text: string }[]): number => published.filter(({ text }) => text === 'The late one').length

test('the outbox gives a missed post another time, on all accounts that have missed it', async ({ studio, page }) => {
  const { workspaceId, jobs, post } = await missOne(studio)
  await studio.open(`#/w/${workspaceId}/outbox/${(await jobs())[0]!.id}`)
  await page.getByRole('button', { name: 'Give it a new time' }).click()
  const dialog = page.getByRole('dialog', { name: 'Give it a new time' })
  await expect(dialog).toContainText('@tideline.bsky.social')
  await expect(dialog).toContainText('@tideline@mastodon.example')
  await dialog.getByLabel('Give it a new time').fill('2026-11-21T15:00')
  await dialog.getByRole('button', { name: 'Give it a new time' }).click()
  await expect(page.getByText('New time: today, 15:00')).toBeVisible()
  expect(await post()).toMatchObject({ status: 'scheduled', schedule: { localDateTime: '2026-11-21T15:00' } })
  await studio.advance(4 * 60 * minute)
  expect([late(studio.bluesky.published), late(studio.mastodon.published)]).toEqual([1, 1])
})

test('the composer gives a missed post another time, or takes it back to be edited', async ({ studio, page }) => {
  const { workspaceId, postId, post } = await missOne(studio)
  await studio.open(`#/w/${workspaceId}/compose/${postId}`)
  await page.getByLabel('Date and time').fill('2026-11-21T15:00')
  await page.getByRole('button', { name: 'Change the time' }).click()
  await expect.poll(async () => (await post()).schedule?.localDateTime).toBe('2026-11-21T15:00')
  expect((await post()).status).toBe('scheduled')
})

test('a missed post is taken back in the composer, and is a draft that can be edited', async ({ studio, page }) => {
  const { workspaceId, postId, post } = await missOne(studio)
  await studio.open(`#/w/${workspaceId}/compose/${postId}`)
  await page.getByRole('button', { name: 'Take back and edit' }).click()
  await expect(page.getByRole('textbox', { name: 'Text of the post' })).toHaveAttribute('contenteditable', 'true')
  expect((await post()).status).toBe('draft')
})

test('a missed post is dragged to another day', async ({ studio, page }) => {
  const { workspaceId, post } = await missOne(studio)
  await studio.open(`#/w/${workspaceId}/calendar`)
  await page.getByText('The late one').dragTo(page.locator('[data-date="2026-11-25"]').last())
  await expect.poll(async () => (await post()).schedule?.localDateTime).toBe('2026-11-25T10:05')
  expect((await post()).status).toBe('scheduled')
})

test('published once back online, it says up to when, and leaves on the return although the grace is over', async ({ studio, page }) => {
  const { workspaceId, draftIds, texts } = await fillClient(studio, 'en')
  await studio.engine.ask('workspaces.update', { workspaceId, changes: { lateGraceMinutes: 1 } })
  await studio.engine.ask('studio.saveSettings', { settings: { workOffline: true } })
  await studio.open(`#/w/${workspaceId}/compose/${draftIds[1]}`)
  await expect(page.getByText('Published here, it leaves by itself until tomorrow, 20:00; after that, Vigie asks.')).toBeVisible()
  await page.getByRole('button', { name: 'Publish once back online' }).click()
  const question = page.getByRole('alertdialog')
  await expect(question).toContainText('If that is later than tomorrow, 20:00, Vigie asks you.')
  await question.getByRole('button', { name: 'Publish once back online' }).click()
  await studio.advance(3 * 60 * minute)
  await expect(page.getByRole('region', { name: 'Where it stands' }).getByText('Once back online')).toHaveCount(2)
  await expect(page.getByText('Back online before tomorrow, 20:00, it leaves by itself; later, Vigie asks you.')).toBeVisible()
  const jobs = (await studio.engine.ask('outbox.list', { workspaceId, view: 'open', limit: 100 })).jobs.filter(({ excerpt }) => excerpt === texts.drafts[1])
  await studio.goTo(`#/w/${workspaceId}/outbox/${jobs[0]!.id}`)
  await expect(page.getByText('Back online before tomorrow, 20:00, it leaves by itself; later, Vigie asks you.')).toBeVisible()
  await studio.engine.ask('studio.saveSettings', { settings: { workOffline: false } })
  await studio.advance(5_000)
  expect(studio.bluesky.published.filter(({ text }) => text === texts.drafts[1])).toHaveLength(1)
})

test('the key that undoes gives a decision back: both accounts ask again, and the post keeps its day', async ({ studio, page }) => {
  const { workspaceId, jobs, post } = await missOne(studio)
  await studio.engine.ask('workspaces.update', { workspaceId, changes: { safety: { undoSeconds: 15 } } })
  const before = await post()
  await studio.open(`#/w/${workspaceId}/outbox/${(await jobs())[0]!.id}`)
  await page.getByRole('button', { name: 'Publish now' }).click()
  const strip = page.getByRole('status', { name: 'About to leave' })
  await expect(strip).toContainText('leaves in')
  await page.keyboard.press('Control+z')
  await expect(page.getByText('“The late one” is not going out: it waits for your decision again')).toBeVisible()
  expect((await jobs()).map(({ state }) => state)).toEqual(['missed', 'missed'])
  expect(await post()).toEqual(before)
})
