import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient, paragraph } from './support/fill-client.ts'
import { test, type Studio } from './support/studio-test.ts'

const hour = 3_600_000
const minute = 60_000

/** A post that waits with its network for the hour after midnight. */
async function handOver(studio: Studio, language: 'en' | 'fr') {
  await studio.engine.ask('studio.saveSettings', { settings: { language, theme: language === 'fr' ? 'dark' : 'light' } })
  const { workspaceId, accounts, texts } = await fillClient(studio, language)
  const postId = studio.engine.random.id()
  const { revision } = await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: paragraph('Marée basse'), targets: [{ accountId: accounts.mastodon, variant: null }], media: [] } })
  await studio.engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'at', localDateTime: '2026-11-22T01:00' } })
  await studio.engine.ask('handOver.start', { workspaceId, postId })
  await studio.advance(2000)
  const jobId = (await studio.engine.ask('posts.read', { workspaceId, postId })).jobs[0]!.id
  return { workspaceId, postId, jobId, client: texts.name }
}

const shot = (page: Page, name: string) => page.screenshot({ path: test.info().outputPath(`${name}.png`) })

for (const [language, words] of [
  ['en', {
    toast: 'Asked for “Marée basse”: Tue 24 Nov, 01:00. Its network keeps the old hour (Sun 22 Nov, 01:00)', mark: 'Old hour at Mastodon: Sun 22 Nov, 01:00', foot: '1 of them still at the old hour',
    banner: 'the new hour of a post is not confirmed by its network', line: '“Marée basse”: still Sun 22 Nov, 01:00 at Mastodon, instead of Tue 24 Nov, 01:00', pill: 'Hour not confirmed',
    blue: 'Scheduled for', asked: 'Another hour asked for: Tue 24 Nov, 01:00, not confirmed yet', keeps: 'Its network keeps the old one (Sun 22 Nov, 01:00)',
    out: 'a post went out at its old hour', outLine: '“Marée basse” on Mastodon: Sun 22 Nov, 01:00, before the new hour (Tue 24 Nov, 01:00)', outPill: 'Published at the old hour', see: 'See it', read: 'Understood'
  }],
  ['fr', {
    toast: 'Nouvelle heure demandée pour «\u00a0Marée basse\u00a0»\u00a0: mar. 24 nov., 01:00. Son réseau garde l’ancienne (dim. 22 nov., 01:00)', mark: 'Ancienne heure chez Mastodon\u00a0: dim. 22 nov., 01:00', foot: 'dont 1 à l’ancienne heure',
    banner: 'la nouvelle heure d’une publication n’est pas confirmée par son réseau', line: '«\u00a0Marée basse\u00a0»\u00a0: encore le dim. 22 nov., 01:00 chez Mastodon, au lieu du mar. 24 nov., 01:00', pill: 'Heure pas confirmée',
    blue: 'Programmée pour le', asked: 'Nouvelle heure demandée\u00a0: mar. 24 nov., 01:00, pas encore confirmée', keeps: 'Son réseau garde l’ancienne (dim. 22 nov., 01:00)',
    out: 'une publication est parue à son ancienne heure', outLine: '«\u00a0Marée basse\u00a0» sur Mastodon\u00a0: le dim. 22 nov., 01:00, avant la nouvelle heure (mar. 24 nov., 01:00)', outPill: 'Publiée à l’ancienne heure', see: 'Voir', read: 'Compris'
  }]
] as const) {
  test(`another hour that its network has not confirmed is told on every screen, and that the post went at the old one afterwards (${language})`, async ({ studio, page }) => {
    const { workspaceId, postId, jobId, client } = await handOver(studio, language)
    await studio.engine.ask('studio.saveSettings', { settings: { workOffline: true } })
    await studio.open(`#/w/${workspaceId}/calendar`)
    await page.getByText('Marée basse').dragTo(page.locator('[data-date="2026-11-24"]').first())
    const messages = page.getByRole('region', { name: 'Messages' })
    await expect(messages.getByText(words.toast)).toBeVisible()
    await expect(page.getByText(words.mark)).toBeAttached()
    await expect(page.getByRole('contentinfo').getByText(words.foot)).toBeVisible()
    const banner = page.getByRole('status').filter({ hasText: words.banner })
    await expect(banner).toContainText(words.line, { timeout: 15_000 })
    await expect(banner).toContainText(client)
    await expectAccessible(page, `the calendar with an hour that is not confirmed (${language})`)
    await shot(page, 'calendar')
    await banner.getByRole('button', { name: words.see }).click()
    await expect(page.getByRole('article').getByText(words.pill)).toBeVisible()
    await shot(page, 'outbox')

    await studio.goTo(`#/w/${workspaceId}/compose/${postId}`)
    await expect(page.getByText(words.asked)).toBeVisible()
    await expect(page.getByText(words.keeps)).toHaveCount(1)
    await expect(page.getByText(words.blue)).toHaveCount(0)
    await expectAccessible(page, `the composer with an hour that is not confirmed (${language})`)
    await shot(page, 'composer')

    await studio.advance(16 * hour)
    studio.mastodon.publishDue()
    await studio.engine.ask('studio.saveSettings', { settings: { workOffline: false } })
    await studio.advance(5 * minute)
    const out = page.getByRole('status').filter({ hasText: words.out })
    await expect(out).toContainText(words.outLine)
    await expect(banner).toHaveCount(0)
    await studio.goTo(`#/w/${workspaceId}/outbox/${jobId}`)
    await expect(page.getByRole('article').getByText(words.outPill)).toBeVisible()
    await expectAccessible(page, `what went at its old hour (${language})`)
    await shot(page, 'out')
    await out.getByRole('button', { name: words.read }).click()
    await expect(out).toHaveCount(0)
    await expect(page.getByRole('article').getByText(words.outPill)).toBeVisible()
  })
}

for (const [language, words] of [
  ['en', { back: 'Being called back from its network. Meant for Sun 22 Nov, 01:00', draft: 'Once it is back it is a draft again.', here: 'Once it is back it waits here', blue: 'Scheduled for' }],
  ['fr', { back: 'Rappel en cours depuis son réseau. Heure prévue\u00a0: dim. 22 nov., 01:00', draft: 'Une fois revenue, elle redevient un brouillon.', here: 'Une fois revenue, elle attend ici', blue: 'Programmée pour le' }]
] as const) {
  test(`a post that is being called back is not called scheduled, and what it will be is said (${language})`, async ({ studio, page }) => {
    const { workspaceId, postId } = await handOver(studio, language)
    await studio.engine.ask('studio.saveSettings', { settings: { workOffline: true } })
    await studio.engine.ask('handOver.takeBack', { workspaceId, postId, afterwards: 'wait_here' })
    await studio.open(`#/w/${workspaceId}/compose/${postId}`)
    await expect(page.getByText(words.here)).toBeVisible()
    await studio.engine.ask('handOver.takeBack', { workspaceId, postId, afterwards: 'edit' })
    await expect(page.getByText(words.draft)).toBeVisible()
    await expect(page.getByText(words.back)).toBeVisible()
    await expect(page.getByText(words.blue)).toHaveCount(0)
    await expectAccessible(page, `a post that is being called back (${language})`)
    await shot(page, 'coming-back')
  })
}
