import { expect } from '@playwright/test'
import type { CountedReactions } from '../../electron/engine/networks/network-incoming.ts'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient, paragraph } from './support/fill-client.ts'
import { connectOpenly, openNetwork } from './support/open-network.ts'
import { startAt, test } from './support/studio-test.ts'

const told: CountedReactions[] = []
const open = openNetwork('telegram')
test.use({
  moreAdapters: {
    list: [{
      ...open,
      publisher: { ...open.publisher, publish: async () => ({ ok: true, value: { remoteId: '-100:11', url: null } }) },
      inbox: { fetchSince: async (_session, cursor) => ({ ok: true, value: { items: [], reactions: [...told], nextCursor: `${Number(cursor ?? 0) + 1}`, more: false, pollAgainAfterMs: null } }) }
    }]
  }
})

const words = {
  en: { nothing: /No reaction told so far/, alone: /never how often it was seen/, count: '15 reactions', paid: /Paid reactions \(Stars\)/ },
  fr: { nothing: /Aucune réaction communiquée/, alone: /jamais le nombre de vues/, count: '15 réactions', paid: /Réactions payantes \(étoiles\)/ }
} as const

for (const language of ['en', 'fr'] as const) {
  test(`shows the reactions that a network tells by itself, and says what it does not tell, in ${language}`, async ({ studio, page }) => {
    told.length = 0
    const { workspaceId } = await fillClient(studio, language)
    const { engine } = studio
    await engine.ask('studio.saveSettings', { settings: { language } })
    const { id } = await connectOpenly(studio, workspaceId, 'telegram')
    const postId = engine.random.id()
    const { revision } = await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: paragraph('Ouvert'), targets: [{ accountId: id, variant: null }], media: [] } })
    await engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'now' } })
    await studio.advance(60_000)
    await studio.open(`#/w/${workspaceId}/compose/${postId}`)
    const says = words[language]
    await expect(page.getByText(says.nothing)).toBeVisible()
    told.push({ remoteId: '-100:11', countedAt: startAt + 60_000, kinds: [{ kind: 'emoji', emoji: '🔥', count: 12 }, { kind: 'emoji', emoji: '👍', count: 2 }, { kind: 'paid', emoji: '', count: 1 }] })
    await studio.advance(10 * 60_000)
    await expect(page.getByText(says.count, { exact: true })).toBeAttached()
    await expect(page.getByText(says.alone)).toBeVisible()
    await expect(page.getByText(says.paid)).toBeVisible()
    await expectAccessible(page, `reactions that were told (${language})`)
    await page.screenshot({ path: test.info().outputPath(`told-${language}.png`) })
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.screenshot({ path: test.info().outputPath(`told-${language}-dark.png`) })
  })
}
