import { expect } from '@playwright/test'
import type { NetworkAdapter } from '../../electron/engine/networks/network-adapter.ts'
import type { ServerLimits } from '../../shared/accounts/server-limits.ts'
import { encodedFilm } from '../e2e/support/encoded-films.ts'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient, paragraph } from './support/fill-client.ts'
import { openNetwork } from './support/open-network.ts'
import { test } from './support/studio-test.ts'

const taking = (videoTypes: NonNullable<ServerLimits['media']>['videoTypes']): ServerLimits => ({ maxCharacters: null, charactersPerUrl: null, maxMedia: null, media: { maxImageBytes: null, maxVideoBytes: null, maxAltText: null, videoTypes } })

/** Two forums: one takes films, one whose administrators took them out. */
function forums(): NetworkAdapter {
  const open = openNetwork('discourse')
  if (open.connect.kind !== 'app_password') throw new Error('forums are connected by a key')
  const { connect } = open
  const identityOf = async (name: string) => {
    const told = await connect.connect({ serverUrl: '', identifier: name, appPassword: '', signal: new AbortController().signal })
    if (!told.ok) throw new Error('nobody is let in')
    return { ...told.value.identity, handle: `@quai@${name}.example`, serverUrl: `https://${name}.example`, remoteId: name, serverLimits: taking(name === 'cinema' ? ['video/webm'] : []) }
  }
  return {
    ...open,
    connect: {
      ...connect,
      connect: async ({ identifier }) => ({ ok: true, value: { identity: await identityOf(identifier), secret: identifier } }),
      whoAmI: async ({ account }) => ({ ok: true, value: await identityOf(account.remoteId) })
    }
  }
}
test.use({ moreAdapters: { list: [forums()] } })

for (const [language, add, refused] of [
  ['en', 'Add images or a video', 'This account’s server takes no videos (Discourse): whoever runs it chooses which files it takes. Take the video out for this account'],
  ['fr', 'Ajouter des images ou une vidéo', 'Le serveur de ce compte n’accepte pas de vidéo (Discourse)\u00a0: qui l’administre choisit les fichiers qu’il accepte. Retirez la vidéo pour ce compte']
] as const) {
  test(`a film is shown in a forum that takes films, and one that takes none says so before anything is planned (${language})`, async ({ studio, page }, info) => {
    const { engine } = studio
    await engine.ask('studio.saveSettings', { settings: { language } })
    const { workspaceId } = await fillClient(studio, language)
    const connect = (identifier: string) => engine.ask('accounts.connectWithAppPassword', { workspaceId, networkId: 'discourse', serverUrl: `https://${identifier}.example`, identifier, appPassword: 'p' })
    const [cinema] = [await connect('cinema'), await connect('livres')]
    const postId = engine.random.id()
    await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: 'Marée basse', document: paragraph('Sur le quai'), targets: [{ accountId: cinema.id, variant: null }], media: [] } })
    await studio.open(`#/w/${workspaceId}/compose/${postId}`)
    const film = await encodedFilm(page, { codec: 'vp9', width: 320, height: 240, seconds: 1 })
    await page.getByLabel(add, { exact: true }).and(page.locator('input')).setInputFiles({ name: 'quai.webm', mimeType: 'video/webm', buffer: Buffer.from(film) })
    await expect(page.getByRole('article').filter({ hasText: 'Sur le quai' }).getByRole('button', { name: /quai\.webm/ }).or(page.getByRole('article').filter({ hasText: 'Sur le quai' }).locator('video'))).toBeVisible()
    await expect(page.getByText(refused)).toHaveCount(0)
    await page.locator('button[aria-pressed]').filter({ hasText: '@quai@livres.example' }).click()
    await expect(page.getByText(refused)).toBeVisible()
    await expectAccessible(page, 'a forum that takes no films')
    await page.screenshot({ path: info.outputPath(`light-${language}.png`) })
    await page.emulateMedia({ colorScheme: 'dark' })
    await expectAccessible(page, 'a forum that takes no films, dark')
    await page.screenshot({ path: info.outputPath(`dark-${language}.png`) })
  })
}
