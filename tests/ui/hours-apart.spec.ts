import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient, paragraph } from './support/fill-client.ts'
import { test, type Studio } from './support/studio-test.ts'

const minute = 60_000

/** Missed on both accounts; then each has an hour of its own. */
async function apart(studio: Studio, language: 'en' | 'fr') {
  const { workspaceId, accounts } = await fillClient(studio, language)
  await studio.engine.ask('studio.saveSettings', { settings: { language } })
  const postId = studio.engine.random.id()
  const content = { title: '', document: paragraph('Late one'), targets: [{ accountId: accounts.bluesky, variant: null }, { accountId: accounts.mastodon, variant: null }], media: [] }
  const { revision } = await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content })
  await studio.engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'at', localDateTime: '2026-11-21T10:05' }, isRepeatMeant: true })
  await studio.engine.ask('studio.saveSettings', { settings: { workOffline: true } })
  await studio.advance(90 * minute)
  await studio.engine.ask('studio.saveSettings', { settings: { workOffline: false } })
  await studio.advance(1_000)
  const read = () => studio.engine.ask('posts.read', { workspaceId, postId })
  const hours = ['2026-11-24T09:00', '2026-11-24T15:00'] as const
  const decisions = (await read()).jobs.map(({ id, dueAt }, place) => ({ jobId: id, seenDueAt: dueAt, fate: { kind: 'move' as const, localDateTime: hours[place] ?? hours[0] } }))
  await studio.engine.ask('posts.decideMissed', { workspaceId, decisions })
  return { workspaceId, postId, read }
}

async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['VIGIE_PICTURES']
  if (folder === undefined) return
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.screenshot({ path: `${folder}/${name}-${colorScheme}.png` })
  }
}

for (const [language, words] of [
  ['en', { other: /^Another hour: .*15:00/, whole: 'All its accounts leave at this hour now, those too that had another one.', undone: 'Each account of “Late one” has its own hour again' }],
  ['fr', { other: /^Autre heure.: .*15:00/, whole: 'Tous ses comptes partent maintenant à cette heure, aussi ceux qui en avaient une autre.', undone: /Chaque compte de «.Late one.» a de nouveau son heure/ }]
] as const) {
  test(`a post whose accounts have hours of their own says so, goes whole when it is dragged, and has them again when that is taken back (${language})`, async ({ studio, page }) => {
    const { workspaceId, postId, read } = await apart(studio, language)
    const before = (await read()).jobs.map(({ dueAt }) => dueAt)
    expect(new Set(before).size).toBe(2)
    await studio.open(`#/w/${workspaceId}/compose/${postId}`)
    await expect(page.getByText(new RegExp(words.other.source.slice(1))).first()).toBeVisible()
    await picture(page, `composer-${language}`)
    await studio.open(`#/w/${workspaceId}/calendar`)
    await expect(page.getByTitle(words.other)).toBeVisible()
    await expectAccessible(page, 'a calendar with a post whose accounts go apart')
    await picture(page, `calendar-${language}`)
    await page.getByText('Late one').first().dragTo(page.locator('[data-date="2026-11-25"]').last())
    await expect(page.getByText(words.whole)).toBeVisible()
    expect(new Set((await read()).jobs.map(({ dueAt }) => dueAt)).size).toBe(1)
    await expect(page.getByTitle(words.other)).toHaveCount(0)
    await picture(page, `dragged-${language}`)
    await page.keyboard.press('Control+z')
    await expect(page.getByText(words.undone)).toBeVisible()
    expect((await read()).jobs.map(({ dueAt }) => dueAt)).toEqual(before)
    await expect(page.getByTitle(words.other)).toBeVisible()
  })
}

for (const [language, words] of [
  ['en', { undo: /^Undo/, field: 'Date and time', whole: 'All its accounts leave at this hour now, those too that had another one.', undone: 'Each account of “Late one” has its own hour again' }],
  ['fr', { undo: /^Annuler/, field: 'Date et heure', whole: 'Tous ses comptes partent maintenant à cette heure, aussi ceux qui en avaient une autre.', undone: /Chaque compte de «.Late one.» a de nouveau son heure/ }]
] as const) {
  test(`given one hour in the composer, its accounts have their own again when that is taken back (${language})`, async ({ studio, page }) => {
    const { workspaceId, postId, read } = await apart(studio, language)
    const hours = async () => (await read()).jobs.map(({ dueAt }) => dueAt)
    const before = await hours()
    await studio.open(`#/w/${workspaceId}/compose/${postId}`)
    await page.getByLabel(words.field).fill('2026-11-26T09:00')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText(words.whole)).toBeVisible()
    expect(new Set(await hours()).size).toBe(1)
    await picture(page, `composer-moved-${language}`)
    await page.getByRole('button', { name: words.undo }).click()
    await expect(page.getByText(words.undone)).toBeVisible()
    expect(await hours()).toEqual(before)
    // One hour for all is taken back the same way; the page is to know that the hours are as before.
    await studio.atRest()
    await page.getByLabel(words.field).fill('2026-11-26T09:00')
    await page.keyboard.press('Control+Enter')
    await expect.poll(async () => new Set(await hours()).size).toBe(1)
    const moved = await hours()
    // The engine has them; the page is to know it, too, before the next hour is typed.
    await studio.atRest()
    await page.getByLabel(words.field).fill('2026-11-27T09:00')
    await page.keyboard.press('Control+Enter')
    await expect.poll(hours).not.toEqual(moved)
    await page.getByRole('button', { name: words.undo }).last().click()
    await expect.poll(hours).toEqual(moved)
  })
}
