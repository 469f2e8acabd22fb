import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient } from './support/fill-client.ts'
import { test, type Studio } from './support/studio-test.ts'

const day = (page: Page, date: string) => page.locator(`[data-date="${date}"]`).last()

async function addIdea(studio: Studio, workspaceId: string, title: string): Promise<string> {
  const id = studio.engine.random.id()
  await studio.engine.ask('ideas.save', { workspaceId, idea: { id, stage: 'idea', title, note: '', source: { kind: 'watch', feedItemId: studio.engine.random.id(), url: 'https://gazette.example/1', title: 'The Gazette' }, postId: null } })
  return id
}

test('an idea goes from the shelf onto a day: a planned draft with its source, the card is ready, and Ctrl+Z takes all of it back', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'en')
  await addIdea(studio, workspaceId, 'A window made by readers')
  await studio.open(`#/w/${workspaceId}/calendar`)
  await page.getByRole('button', { name: 'Ideas', exact: true }).click()
  const shelf = page.getByRole('complementary', { name: 'Ideas to plan' })
  await expectAccessible(page, 'the shelf of ideas')
  await shelf.getByText('A window made by readers').dragTo(day(page, '2026-11-25'))
  await expect(page.getByText('planned for Wed 25 Nov, 09:00').first()).toBeVisible()
  await expect(shelf).toContainText('No idea waits')
  await expect(day(page, '2026-11-25')).toContainText('A window made by readers')
  const ideas = async () => (await studio.engine.ask('ideas.list', { workspaceId })).ideas
  const [idea] = await ideas()
  expect(idea).toMatchObject({ stage: 'ready', post: { status: 'draft', plan: { localDateTime: '2026-11-25T09:00' } } })
  const { post } = await studio.engine.ask('posts.read', { workspaceId, postId: idea?.postId ?? '' })
  expect(post.origin).toMatchObject({ kind: 'watch', title: 'The Gazette' })

  await page.keyboard.press('Control+z')
  await expect.poll(ideas).toMatchObject([{ stage: 'idea', post: null }])
  await expect(shelf.getByText('A window made by readers')).toBeVisible()
  await expect(day(page, '2026-11-25')).not.toContainText('A window made by readers')
})

test('the keyboard plans an idea from the shelf and from the board', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'en')
  await addIdea(studio, workspaceId, 'A window made by readers')
  await addIdea(studio, workspaceId, 'The night of reading')
  await studio.open(`#/w/${workspaceId}/calendar`)
  await page.getByRole('button', { name: 'Ideas', exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Plan for…: The night of reading' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Plan for…' }).getByRole('textbox').fill('tomorrow 11:00')
  await page.keyboard.press('Enter')
  await expect(page.getByText('planned for Sun 22 Nov, 11:00').first()).toBeVisible()

  await studio.goTo(`#/w/${workspaceId}/ideas`)
  await page.getByRole('button', { name: 'More for “A window made by readers”' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Plan for a day…' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Plan for a day' })
  await dialog.getByRole('textbox').fill('25/11/2026 18:00')
  await expectAccessible(page, 'the dialog that plans an idea')
  await page.keyboard.press('Enter')
  await expect(page.getByText('planned for Wed 25 Nov, 18:00').first()).toBeVisible()
  await expect(page.getByRole('region', { name: 'Ready' }).getByRole('listitem')).toHaveCount(2)
})

test('pictures of the library go onto a day together, in the order in which they were chosen', async ({ studio, page }) => {
  const { workspaceId, mediaIds } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/calendar`)
  await page.getByRole('button', { name: 'Library', exact: true }).click()
  const shelf = page.getByRole('complementary', { name: 'From the library' })
  const pictures = shelf.getByRole('listitem').getByRole('button')
  await expect(pictures).toHaveCount(mediaIds.length)
  const carriedIds: string[] = []
  for (const place of [2, 0]) {
    carriedIds.push(((await pictures.nth(place).getAttribute('data-carried')) ?? '').split(' ')[1] ?? '')
    await pictures.nth(place).click()
  }
  await expectAccessible(page, 'pictures on the shelf')
  await pictures.nth(0).dragTo(day(page, '2026-11-26'))
  await expect(page.getByText('Draft with 2 files planned for Thu 26 Nov, 09:00')).toBeVisible()
  const drafts = async () => (await studio.engine.ask('posts.list', { workspaceId, from: 0, until: 8e14, drafts: true })).posts.filter(({ plan }) => plan?.localDateTime === '2026-11-26T09:00')
  expect((await drafts()).map((post) => post.mediaIds)).toEqual([carriedIds])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(drafts).toEqual([])
})

test('one key keeps a message as an idea, with who wrote it and where; its draft shows them and leads back, in French', async ({ studio, page }) => {
  const { workspaceId, texts } = await fillClient(studio, 'fr')
  await studio.engine.ask('studio.saveSettings', { settings: { language: 'fr', theme: 'dark' } })
  await studio.open(`#/w/${workspaceId}/inbox`)
  await page.getByRole('option').first().click()
  const thread = page.getByRole('article')
  const author = (await thread.getAttribute('aria-label')) ?? ''
  await thread.getByRole('listitem').first().waitFor()
  await page.keyboard.press('i')
  await expect(page.getByText(/est gardé comme idée/)).toBeVisible()
  const { ideas } = await studio.engine.ask('ideas.list', { workspaceId })
  const talk = texts.talks.find(({ from }) => from === author)
  expect(ideas).toMatchObject([{ stage: 'idea', source: { kind: 'inbox', author, text: talk?.texts.at(-1) } }])
  await studio.goTo(`#/w/${workspaceId}/ideas`)
  await expect(page.getByRole('region', { name: 'Idées', exact: true })).toContainText(author)
  await page.getByRole('button', { name: 'Écrire le brouillon' }).click()
  await page.getByRole('button', { name: new RegExp(author) }).click()
  const source = page.getByRole('dialog', { name: new RegExp(author) })
  await expect(source).toContainText(talk?.texts.at(-1) ?? '—')
  await expectAccessible(page, 'the source of a draft, fr, dark')
  await source.getByRole('button', { name: 'Ouvrir la conversation' }).click()
  await expect(page.getByRole('article', { name: author })).toBeVisible()
})
