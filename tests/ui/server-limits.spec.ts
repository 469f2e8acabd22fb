import { expect } from '@playwright/test'
import { limitsAges } from '../../shared/accounts/limits-age.ts'
import type { ServerLimits } from '../../shared/accounts/server-limits.ts'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient, paragraph } from './support/fill-client.ts'
import { test, type Studio } from './support/studio-test.ts'

const limits = (maxCharacters: number): ServerLimits => ({ maxCharacters, charactersPerUrl: 23, maxMedia: 4 })

/** Posts for Mastodon alone, with their hours. */
async function schedule({ engine }: Studio, workspaceId: string, accountId: string, posts: readonly (readonly [text: string, at: string])[]): Promise<readonly string[]> {
  const postIds: string[] = []
  for (const [text, localDateTime] of posts) {
    const postId = engine.random.id()
    const { revision } = await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: paragraph(text), targets: [{ accountId, variant: null }], media: [] } })
    await engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'at', localDateTime } })
    postIds.push(postId)
  }
  return postIds
}

for (const [language, words] of [
  ['en', {
    one: 'A scheduled post is more than its server takes by now', why: 'Too long: 420 of 300 characters', hour: 'Tue 24 Nov, 10:00', see: 'See it', understood: 'Understood',
    two: '2 scheduled posts are more than their server takes by now', seeSecond: 'See “Grande braderie', takenBack: 'Take back'
  }],
  ['fr', {
    one: 'Une publication programmée dépasse ce que son serveur accepte désormais', why: 'Trop long\u00a0: 420 caractères sur 300', hour: 'mar. 24 nov., 10:00', see: 'Voir', understood: 'Compris',
    two: '2 publications programmées dépassent ce que leur serveur accepte désormais', seeSecond: 'Voir «\u00a0Grande braderie', takenBack: 'Reprendre'
  }]
] as const) {
  test(`scheduled posts that a server takes no more are told on every screen, with the way to each (${language})`, async ({ studio, page }) => {
    await studio.engine.ask('studio.saveSettings', { settings: { language, theme: language === 'fr' ? 'dark' : 'light' } })
    const { workspaceId, accounts, texts } = await fillClient(studio, language)
    const handle = texts.handles.mastodon
    studio.mastodon.limits = limits(500)
    const [first] = await schedule(studio, workspaceId, accounts.mastodon, [[`Marée basse. ${'a'.repeat(407)}`, '2026-11-24T10:00'], [`Grande braderie. ${'b'.repeat(260)}`, '2026-11-25T10:00']])
    await studio.engine.ask('serverLimits.refresh', { workspaceId, accountIds: [accounts.mastodon] })
    await studio.open(`#/w/${workspaceId}/calendar`)
    const banner = page.getByRole('status').filter({ hasText: words.one })
    await expect(banner).toHaveCount(0)

    studio.mastodon.limits = limits(300)
    await studio.advance(limitsAges.composer.maxAgeMs)
    await studio.engine.ask('serverLimits.refresh', { workspaceId, accountIds: [accounts.mastodon] })
    await expect(banner).toContainText(words.why)
    await expect(banner).toContainText(handle)
    await expect(banner).toContainText(words.hour)
    await expectAccessible(page, `the calendar with a post that its server takes no more (${language})`)
    await page.screenshot({ path: test.info().outputPath('one.png') })
    await banner.getByRole('button', { name: words.see }).press('Enter')
    await expect(page).toHaveURL(new RegExp(`compose/${first}`))

    await studio.goTo(`#/w/${workspaceId}/calendar`)
    studio.mastodon.limits = limits(200)
    await studio.advance(limitsAges.composer.maxAgeMs)
    await studio.engine.ask('serverLimits.refresh', { workspaceId, accountIds: [accounts.mastodon] })
    const both = page.getByRole('status').filter({ hasText: words.two })
    await expect(both.getByRole('button', { name: words.seeSecond })).toBeVisible()
    await expectAccessible(page, `the calendar with two posts that their server takes no more (${language})`)
    await page.screenshot({ path: test.info().outputPath('two.png') })
    await both.getByRole('button', { name: words.understood }).click()
    await expect(both).toHaveCount(0)
  })
}

test('the composer counts by what the server takes now, without being opened again, says calmly when it could not ask, and nothing of a server that never told', async ({ studio, page }) => {
  const { workspaceId, accounts } = await fillClient(studio, 'en')
  const postId = studio.engine.random.id()
  await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: paragraph('a'.repeat(510)), targets: [{ accountId: accounts.mastodon, variant: null }], media: [] } })
  // Nothing is told when it opens: the network's own 500 hold.
  await studio.open(`#/w/${workspaceId}/compose/${postId}`)
  const checks = page.getByRole('region', { name: 'Checks' })
  await expect(checks.getByText('Too long: 510 of 500 characters')).toBeVisible()

  studio.mastodon.limits = limits(5000)
  await studio.advance(limitsAges.composer.maxAgeMs)
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
  await expect(page.getByText('Too long: 510 of 500 characters')).toHaveCount(0)
  await expect(page.getByText('4,490 characters left')).toBeVisible()

  studio.mastodon.limits = limits(505)
  await studio.advance(limitsAges.composer.maxAgeMs)
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
  await expect(checks.getByText('Too long: 510 of 505 characters')).toBeVisible()

  const notTold = page.getByText('could not be asked what it takes by now')
  await expect(notTold).toHaveCount(0)
  studio.mastodon.limits = null
  await studio.advance(limitsAges.composer.maxAgeMs)
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
  await expect(notTold).toBeVisible()
  await expect(checks.getByText('Too long: 510 of 505 characters')).toBeVisible()
  await expectAccessible(page, 'the composer whose server cannot be asked')
  await page.screenshot({ path: test.info().outputPath('not-told-light.png') })
  await studio.engine.ask('studio.saveSettings', { settings: { language: 'fr', theme: 'dark' } })
  await expect(page.getByText('n’a pas pu dire ce qu’il accepte aujourd’hui')).toBeVisible()
  await expectAccessible(page, 'the composer whose server cannot be asked, in French and dark')
  await page.screenshot({ path: test.info().outputPath('not-told-dark-fr.png') })
  studio.mastodon.limits = limits(505)
  await studio.advance(limitsAges.composer.maxAgeMs)
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
  await expect(page.getByText('n’a pas pu dire ce qu’il accepte aujourd’hui')).toHaveCount(0)
})
