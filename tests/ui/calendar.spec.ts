import { expect, type Page } from '@playwright/test'
import { fillClient } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

const day = (page: Page, date: string) => page.locator(`[data-date="${date}"]`).last()

test('shows each post with its time and first words, and the rest of a full day on demand', async ({ studio, page }) => {
  const { workspaceId, texts } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/calendar`)
  await expect(page.getByText('November 2026', { exact: true })).toBeVisible()
  await expect(day(page, '2026-11-21')).toContainText('12:30')
  await expect(day(page, '2026-11-21')).toContainText('leek and haddock')
  await page.getByRole('button', { name: /^\+\d/ }).click()
  await expect(page.getByRole('button', { name: texts.posts[12]!.text })).toBeVisible()
})

for (const [width, height] of [[1440, 900], [1024, 700]] as const) {
  test(`shows on each card of a month its networks and its picture, clear of its words, at ${width}×${height}`, async ({ studio, page }) => {
    await page.setViewportSize({ width, height })
    const { workspaceId } = await fillClient(studio, 'fr')
    await studio.open(`#/w/${workspaceId}/calendar`)
    const catalogue = day(page, '2026-11-27')
    await expect(catalogue.locator('img')).toBeVisible()
    await expect(catalogue.locator('[data-network]')).toHaveCount(3)
    // Nothing within a card lies over anything else, nor outside of it.
    const clashes = await page.locator('[data-form="line"]').evaluateAll((cards) =>
      cards.flatMap((card) => {
        const boxes = [...card.children].map((part) => part.getBoundingClientRect()).filter(({ width: wide, height: high }) => wide > 0 && high > 0)
        const frame = card.getBoundingClientRect()
        const isOutside = boxes.some(({ left, right, bottom }) => left < frame.left - 1 || right > frame.right + 1 || bottom > frame.bottom + 1)
        const isOver = boxes.some((one, place) => boxes.slice(place + 1).some((other) => one.left < other.right - 1 && other.left < one.right - 1 && one.top < other.bottom - 3 && other.top < one.bottom - 3))
        return isOutside || isOver ? [card.textContent] : []
      })
    )
    expect(clashes).toEqual([])
  })
}

test('moves a post by dragging, says so and takes it back', async ({ studio, page }) => {
  const { workspaceId, postIds } = await fillClient(studio, 'en')
  const time = async () => (await studio.engine.ask('posts.read', { workspaceId, postId: postIds[13]! })).post.schedule?.localDateTime
  await studio.open(`#/w/${workspaceId}/calendar`)
  await page.getByText('The Christmas catalogue').dragTo(day(page, '2026-11-28'))
  await expect(page.getByText('Moved to Sat 28 Nov, 10:00')).toBeVisible()
  expect(await time()).toBe('2026-11-28T10:00')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(time).toBe('2026-11-27T10:00')
})

test('does not let what is out be dragged', async ({ studio, page }) => {
  const { workspaceId, postIds } = await fillClient(studio, 'en')
  const before = (await studio.engine.ask('posts.read', { workspaceId, postId: postIds[3]! })).post.publishedAt
  await studio.open(`#/w/${workspaceId}/calendar`)
  await page.getByText('We are out of cork').dragTo(day(page, '2026-11-25'))
  await expect(day(page, '2026-11-25')).not.toContainText('We are out')
  expect((await studio.engine.ask('posts.read', { workspaceId, postId: postIds[3]! })).post.publishedAt).toBe(before)
})

test('composes for the day that is clicked, and for the next free half hour when that is over', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/calendar`)
  await day(page, '2026-11-26').click({ position: { x: 20, y: 90 } })
  await expect(page.getByLabel('Date and time')).toHaveValue('Thu 26 Nov 2026, 09:00')
  await studio.open(`#/w/${workspaceId}/calendar`)
  await day(page, '2026-11-18').click({ position: { x: 20, y: 90 } })
  await expect(page.getByText('That time is over')).toBeVisible()
  await expect(page.getByLabel('Date and time')).toHaveValue('Sat 21 Nov 2026, 10:30')
})

test('goes through time and views by keys', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/calendar`)
  await page.keyboard.press('ArrowRight')
  await expect(page.getByText('December 2026', { exact: true })).toBeVisible()
  await page.keyboard.press('t')
  await page.keyboard.press('w')
  await expect(page.getByText(/^16.*22 November 2026$/)).toBeVisible()
  await page.keyboard.press('l')
  await expect(page.getByText('Saturday 21 November', { exact: true })).toBeVisible()
  await expect(page.locator('main img').first()).toHaveJSProperty('complete', true)
})

test('says what waits for a decision', async ({ studio, page }) => {
  const { workspaceId, draftIds } = await fillClient(studio, 'en')
  studio.bluesky.nextSends('rejected')
  const { post } = await studio.engine.ask('posts.read', { workspaceId, postId: draftIds[0]! })
  await studio.engine.ask('posts.schedule', { workspaceId, postId: post.id, revision: post.revision, when: { kind: 'now' } })
  await studio.advance(2_000)
  await studio.open(`#/w/${workspaceId}/calendar`)
  await expect(day(page, '2026-11-21').getByRole('img', { name: 'Needs attention' })).toBeVisible()
  await expect(page.getByRole('link', { name: /Outbox.*1 needs your attention/ })).toBeVisible()
})
