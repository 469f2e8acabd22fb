import { expect } from '@playwright/test'
import { tinyPng } from '../support/tiny-images.ts'
import { fillClient, paragraph } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

for (const [language, words] of [
  ['en', { foot: /^(\d+) to go out/, section: 'To go out', lines: /· (\d+) lines?$/, several: '2 images have no description' }],
  ['fr', { foot: /^(\d+) à envoyer/, section: 'À envoyer', lines: /· (\d+) lignes?$/, several: '2 images n’ont pas de description' }]
] as const) {
  test(`the outbox and the foot say the same number, and the outbox how many lines that is (${language})`, async ({ studio, page }) => {
    const { workspaceId, accounts } = await fillClient(studio, language)
    const postId = studio.engine.random.id()
    const targets = Object.values(accounts).slice(0, 2).map((accountId) => ({ accountId, variant: null }))
    const { revision } = await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: paragraph('On two accounts'), targets, media: [] } })
    await studio.engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'at', localDateTime: '2026-11-25T08:30' } })
    await studio.engine.ask('studio.saveSettings', { settings: { language } })
    await studio.open(`#/w/${workspaceId}/outbox`)
    const section = page.getByRole('region', { name: words.section })
    const heading = section.getByRole('heading')
    await expect(heading).toContainText(words.lines)
    const foot = page.getByRole('contentinfo').getByRole('link').first()
    await expect(foot).toHaveText(words.foot)
    const counted = words.foot.exec((await foot.textContent()) ?? '')?.[1]
    await expect(heading).toContainText(`${words.section} ${counted}`)
    const lines = Number(words.lines.exec((await heading.textContent()) ?? '')?.[1])
    await expect(section.getByRole('listitem')).toHaveCount(lines)
  })

  test(`two pictures without words are two (${language})`, async ({ studio, page }) => {
    const { workspaceId, accounts } = await fillClient(studio, language)
    const media = []
    for (const width of [40, 41]) {
      const mediaId = studio.engine.random.id()
      await studio.engine.ask('media.add', { workspaceId, mediaId, fileName: `${width}.png`, bytes: new Uint8Array(tinyPng(width, 30)) })
      media.push({ mediaId, altText: '' })
    }
    const postId = studio.engine.random.id()
    await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: paragraph('Two pictures'), targets: [{ accountId: accounts.bluesky, variant: null }], media } })
    await studio.engine.ask('studio.saveSettings', { settings: { language } })
    await studio.open(`#/w/${workspaceId}/compose/${postId}`)
    await expect(page.getByText(words.several)).toBeVisible()
  })
}
