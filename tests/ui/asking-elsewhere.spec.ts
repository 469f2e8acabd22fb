import { expect } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient, paragraph } from './support/fill-client.ts'
import { test, type Studio } from './support/studio-test.ts'

/** A planned post of this client that the client refuses: it asks. */
async function letOneAsk(studio: Studio, workspaceId: string, accountId: string, text: string): Promise<void> {
  const postId = studio.engine.random.id()
  const { revision } = await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: paragraph(text), targets: [{ accountId, variant: null }], media: [] } })
  await studio.engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'at', localDateTime: '2026-11-21T18:00' } })
  await studio.engine.ask('posts.recordApproval', { workspaceId, postId, revision, approval: { kind: 'refused', by: 'Claire Petit', channel: 'mail', comment: 'No' } })
}

for (const [language, words] of [
  ['en', { banner: (name: string) => `One post or answer to decide at ${name}`, two: (name: string) => `2 posts or answers to decide at ${name}`, foot: (name: string) => `1 to decide at ${name}`, badge: /1 post or answer to decide at another client/, go: (name: string) => `Go to ${name}`, later: 'Later', outbox: 'Outbox' }],
  ['fr', { banner: (name: string) => `Une publication ou réponse à décider chez ${name}`, two: (name: string) => `2 publications ou réponses à décider chez ${name}`, foot: (name: string) => `1 à décider chez ${name}`, badge: /1 publication ou réponse à décider chez un autre client/, go: (name: string) => `Aller chez ${name}`, later: 'Plus tard', outbox: 'Boîte d’envoi' }]
] as const) {
  test(`what asks at another client is said at this one: a banner, the closed switcher, and the foot, counted apart (${language})`, async ({ studio, page }) => {
    await studio.engine.ask('studio.saveSettings', { settings: { language } })
    const { workspaceId, accounts, texts: { name } } = await fillClient(studio, language)
    const other = studio.engine.random.id()
    await studio.engine.ask('workspaces.create', { id: other, name: 'Atelier Brun', colour: 'brick', timeZone: 'Europe/Paris' })
    await studio.open(`#/w/${other}/calendar`)
    await expect(page.getByRole('status').filter({ hasText: words.banner(name) })).toHaveCount(0)
    await letOneAsk(studio, workspaceId, accounts.bluesky, 'Refused one')
    const banner = page.getByRole('status').filter({ hasText: words.banner(name) })
    await expect(banner).toBeVisible()
    await expect(page.getByRole('contentinfo').getByRole('link', { name: words.foot(name) })).toBeVisible()
    await expect(page.getByRole('combobox', { name: words.badge })).toBeVisible()
    await expectAccessible(page, 'what asks at another client')
    // Put away, it comes back when something more asks, and only then.
    await banner.getByRole('button', { name: words.later }).click()
    await expect(banner).toHaveCount(0)
    await expect(page.getByRole('contentinfo').getByRole('link', { name: words.foot(name) })).toBeVisible()
    await letOneAsk(studio, workspaceId, accounts.bluesky, 'Refused two')
    const more = page.getByRole('status').filter({ hasText: words.two(name) })
    await more.getByRole('button', { name: words.go(name) }).click()
    await expect(page).toHaveURL(new RegExp(`${workspaceId}/outbox`))
    await expect(page.getByRole('heading', { level: 1, name: words.outbox })).toBeVisible()
    await expect(more).toHaveCount(0)
  })
}
