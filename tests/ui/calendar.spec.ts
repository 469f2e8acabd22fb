import { expect, type Page } from '@playwright/test'
import { fillClient, paragraph } from './support/fill-client.ts'
import { test, type Studio } from './support/studio-test.ts'

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
    // Nothing within a card lies over anything else, nor outside of it, once the month has been measured.
    const clashes = () => page.locator('[data-form="line"]').evaluateAll((cards) =>
      cards.flatMap((card) => {
        const boxes = [...card.children].map((part) => part.getBoundingClientRect()).filter(({ width: wide, height: high }) => wide > 0 && high > 0)
        const frame = card.getBoundingClientRect()
        const isOutside = boxes.some(({ left, right, bottom }) => left < frame.left - 1 || right > frame.right + 1 || bottom > frame.bottom + 1)
        const isOver = boxes.some((one, place) => boxes.slice(place + 1).some((other) => one.left < other.right - 1 && other.left < one.right - 1 && one.top < other.bottom - 3 && other.top < one.bottom - 3))
        return isOutside || isOver ? [card.textContent] : []
      })
    )
    await expect.poll(clashes).toEqual([])
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
  await expect(day(page, '2026-11-21').getByRole('img', { name: 'To decide' })).toBeVisible()
  await expect(page.getByRole('link', { name: /Outbox.*1 to decide/ })).toBeVisible()
})

for (const [width, height] of [[1440, 900], [1280, 800], [1024, 700]] as const) {
  test(`counts on a day of the month only what does not fit, at ${width}×${height}`, async ({ studio, page }) => {
    await page.setViewportSize({ width, height })
    const { workspaceId, accounts } = await fillClient(studio, 'en')
    for (const [date, posts] of [['2026-11-25', 2], ['2026-11-26', 3], ['2026-12-03', 4]] as const)
      for (let hour = 10; hour < 10 + posts; hour += 1) await schedule(studio, workspaceId, accounts.bluesky, `${date}T${String(hour)}:00`)
    await studio.open(`#/w/${workspaceId}/calendar`)
    await expect(day(page, '2026-12-03')).toContainText('10:00')
    const days = () => page.locator('[role="cell"][data-date]').evaluateAll((cells) =>
      cells.flatMap((cell) => {
        const cards = [...cell.querySelectorAll('[data-form="line"]')].map((card) => card.getBoundingClientRect())
        const count = [...cell.querySelectorAll('button, a, [role="button"]')].find(({ textContent }) => /^\+\d/.test(textContent))
        const bottoms = [...cards, ...(count === undefined ? [] : [count.getBoundingClientRect()])].map(({ bottom }) => bottom)
        const end = cell.getBoundingClientRect().bottom
        return cards.length === 0 ? [] : [{ date: (cell as HTMLElement).dataset['date'], counted: Number(/\d+/.exec(count?.textContent ?? '0')?.[0]), isOver: Math.max(...bottoms) > end, free: end - Math.max(...cards.map(({ bottom }) => bottom)) }]
      })
    )
    // As it is once the month has been measured.
    await expect.poll(async () => (await days()).find(({ date }) => date === '2026-12-03')?.counted).toBeGreaterThan(0)
    await expect.poll(async () => (await days()).filter(({ isOver }) => isOver)).toEqual([])
    // One that is counted alone would have needed more room than there is.
    await expect.poll(async () => (await days()).filter(({ counted, free }) => counted === 1 && free > 42)).toEqual([])
  })
}

async function schedule(studio: Studio, workspaceId: string, accountId: string, localDateTime: string): Promise<void> {
  const postId = studio.engine.random.id()
  const content = { title: '', document: paragraph(`Fresh at ${localDateTime}`), targets: [{ accountId, variant: null }], media: [] }
  const { revision } = await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content })
  await studio.engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'at', localDateTime } })
}

test('a card says how many networks it has no room for, and which', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'en')
  await studio.engine.ask('accounts.addAssisted', { workspaceId, assistedId: 'snapchat', networkName: 'Snapchat', address: 'https://www.snapchat.com', handle: '@tideline' })
  const everywhere = (await studio.engine.ask('accounts.list', { workspaceId })).accounts.map(({ id }) => ({ accountId: id, variant: null }))
  const postId = studio.engine.random.id()
  await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: paragraph('Four places'), targets: everywhere, media: [] }, plannedFor: '2026-11-29T10:00' })
  await studio.open(`#/w/${workspaceId}/calendar`)
  const card = day(page, '2026-11-29').locator('[data-form]').filter({ hasText: 'Four places' })
  await expect(card.locator('[data-network]')).toHaveCount(2)
  await expect(card.getByTitle(/ and /)).toContainText('+2')
})

test('posts of one hour stand beside each other in the week, each with its hour, its networks and how it stands', async ({ studio, page }) => {
  await page.setViewportSize({ width: 1280, height: 800 })
  const { workspaceId, accounts } = await fillClient(studio, 'fr')
  for (const accountId of [accounts.bluesky, accounts.mastodon]) await schedule(studio, workspaceId, accountId, '2026-11-27T12:15')
  await studio.open(`#/w/${workspaceId}/calendar?view=week&date=2026-11-27`)
  const cards = page.locator('[data-form="block"]').filter({ hasText: '12:15' })
  await expect(cards).toHaveCount(2)
  const boxes = await cards.evaluateAll((both) => both.map((card) => ({ frame: card.getBoundingClientRect(), parts: [...card.querySelectorAll('time, [data-network], svg')].map((part) => part.getBoundingClientRect()) })))
  const [one, other] = boxes.map(({ frame }) => frame)
  expect(Math.min(one!.right, other!.right)).toBeLessThanOrEqual(Math.max(one!.left, other!.left))
  expect(boxes.flatMap(({ frame, parts }) => parts.filter(({ left, right, bottom }) => left < frame.left || right > frame.right || bottom > frame.bottom))).toEqual([])
})

test('the list names the first of a month as French does', async ({ studio, page }) => {
  await studio.engine.ask('studio.saveSettings', { settings: { language: 'fr' } })
  const { workspaceId, accounts } = await fillClient(studio, 'fr')
  await schedule(studio, workspaceId, accounts.bluesky, '2026-12-01T09:00')
  await studio.open(`#/w/${workspaceId}/calendar?view=list`)
  await expect(page.getByText('mardi 1er décembre', { exact: true })).toBeVisible()
})

test('the calendar shows the posts of one account alone, and all of them again', async ({ studio, page }) => {
  const { workspaceId, texts, accounts } = await fillClient(studio, 'en')
  const content = { title: 'Bread at nine', document: paragraph('Fresh'), targets: [{ accountId: accounts.wordpress, variant: null }], media: [] }
  await studio.engine.ask('posts.saveDraft', { workspaceId, postId: studio.engine.random.id(), revision: 0, content, plannedFor: '2026-11-25T09:00' })
  await studio.open(`#/w/${workspaceId}/calendar`)
  const both = page.getByRole('button', { name: texts.posts[7]!.text })
  const article = page.getByRole('button', { name: /Bread at nine/ })
  await expect(both).toBeVisible()
  const choice = page.getByRole('combobox', { name: 'Accounts shown' })
  await choice.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('option', { name: /tideline-books\.example/ }).click()
  await expect(both).toHaveCount(0)
  await expect(article).toBeVisible()
  await expect(choice).toContainText('tideline-books.example')
  // What waits for a day, too: none of the drafts goes to the blog.
  await expect(page.getByRole('complementary', { name: 'Drafts to plan' }).getByRole('listitem')).toHaveCount(0)
  await choice.click()
  await page.getByRole('option', { name: 'All accounts' }).click()
  await expect(both).toBeVisible()
})
