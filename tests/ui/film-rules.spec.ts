import { expect, type Page } from '@playwright/test'
import type { NetworkAdapter } from '../../electron/engine/networks/network-adapter.ts'
import type { AppPasswordConnect } from '../../electron/engine/networks/network-connect.ts'
import { encodedFilm } from '../e2e/support/encoded-films.ts'
import { readFilm } from '../support/read-film.ts'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient, paragraph } from './support/fill-client.ts'
import { createPaperNetwork } from './support/paper-network.ts'
import { startAt, test, type Studio } from './support/studio-test.ts'

/** TikTok, which takes this film but for how many pictures it shows in a second. */
function openTiktok(): NetworkAdapter {
  const identity = { handle: '@tideline', displayName: 'Tideline Books', serverUrl: 'https://tiktok.example', remoteId: 'tiktok', accessEndsAt: null, serverLimits: { maxCharacters: null, charactersPerUrl: null, maxMedia: null } }
  const connect: AppPasswordConnect = { kind: 'app_password', connect: async () => ({ ok: true, value: { identity, secret: 'tiktok' } }), whoAmI: async () => ({ ok: true, value: identity }), revoke: async () => ({ ok: true, value: null }) }
  return { ...createPaperNetwork('tiktok', () => startAt).adapter, connect }
}
test.use({ moreAdapters: { list: [openTiktok()] } })

const ofLanguage = {
  en: { slow: 'screen.webm shows too few pictures in a second for TikTok: 10, at least 23', fit: 'Make “screen.webm” fit', add: 'Add images or a video' },
  fr: { slow: 'screen.webm a trop peu d’images par seconde pour TikTok\u00a0: 10, au moins 23', fit: /Adapter «.screen\.webm.»/, add: 'Ajouter des images ou une vidéo' }
} as const

async function filmOf({ engine }: Studio, workspaceId: string, postId: string) {
  const { post } = await engine.ask('posts.read', { workspaceId, postId })
  return (await engine.ask('media.list', { workspaceId, mediaIds: post.media.map(({ mediaId }) => mediaId) })).media[0]
}

async function begin(studio: Studio, page: Page, language: 'en' | 'fr'): Promise<{ readonly workspaceId: string; readonly postId: string }> {
  const { engine } = studio
  await engine.ask('studio.saveSettings', { settings: { language } })
  const { workspaceId } = await fillClient(studio, language)
  const { id: accountId } = await engine.ask('accounts.connectWithAppPassword', { workspaceId, networkId: 'tiktok', serverUrl: 'https://tiktok.example', identifier: 'tideline', appPassword: 'p' })
  const postId = engine.random.id()
  await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: paragraph('Low tide'), targets: [{ accountId, variant: null }], media: [] } })
  await studio.open(`#/w/${workspaceId}/compose/${postId}`)
  const film = await encodedFilm(page, { codec: 'vp9', width: 320, height: 240, seconds: 3 })
  await page.getByLabel(ofLanguage[language].add, { exact: true }).and(page.locator('input')).setInputFiles({ name: 'screen.webm', mimeType: 'video/webm', buffer: Buffer.from(film) })
  return { workspaceId, postId }
}

for (const language of ['en', 'fr'] as const) {
  test(`a film that shows too few pictures in a second for a network says so before anything is planned, and is made to fit (${language})`, async ({ studio, page }) => {
    const { slow, fit } = ofLanguage[language]
    const { workspaceId, postId } = await begin(studio, page, language)
    const checks = page.locator('section[data-stops]')
    await expect(checks).toContainText(slow)
    await expect(checks).toHaveAttribute('data-stops', 'true')
    await expectAccessible(page, 'a film outside of what a network takes')
    await page.screenshot({ path: test.info().outputPath(`pace-${language}.png`) })
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.screenshot({ path: test.info().outputPath(`pace-${language}-dark.png`) })
    await page.getByRole('button', { name: fit }).press('Enter')
    await expect.poll(async () => (await filmOf(studio, workspaceId, postId))?.fileName, { timeout: 60_000 }).toBe('screen.mp4')
    await expect(checks.getByText(slow)).toHaveCount(0)
    const made = await filmOf(studio, workspaceId, postId)
    expect(made).toMatchObject({ videoCodec: 'avc', audioCodec: 'aac', audioSampleRate: 48_000 })
    const located = await studio.engine.askAsMain('media.locate', { workspaceId, mediaId: made!.id, size: 'full' })
    const kept = await readFilm((located.ok ? located.value?.path : undefined) ?? '')
    expect(kept.pictures).toBe(90)
    expect(kept.seconds).toBeCloseTo(3, 1)
  })
}
