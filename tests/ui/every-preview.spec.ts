import { expect, type Page } from '@playwright/test'
import type { NetworkAdapter } from '../../electron/engine/networks/network-adapter.ts'
import type { AppPasswordConnect } from '../../electron/engine/networks/network-connect.ts'
import { networksOutside } from '../../shared/networks/capabilities-of.ts'
import type { NetworkId } from '../../shared/networks/network-id.ts'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient } from './support/fill-client.ts'
import { createPaperNetwork } from './support/paper-network.ts'
import { startAt, test, type Studio } from './support/studio-test.ts'

const networks = networksOutside.map(({ id }) => id).filter((id) => id !== 'assisted')
const known: readonly NetworkId[] = ['bluesky', 'mastodon', 'wordpress']

/** Lets in whoever asks, whatever way of logging in the network has. */
function openTo(id: NetworkId): NetworkAdapter {
  const identity = { handle: `@quai.${id}`, displayName: 'Le Quai', serverUrl: `https://${id}.example`, remoteId: id, accessEndsAt: null, serverLimits: { maxCharacters: null, charactersPerUrl: null, maxMedia: null } }
  const connect: AppPasswordConnect = { kind: 'app_password', connect: async () => ({ ok: true, value: { identity, secret: id } }), whoAmI: async () => ({ ok: true, value: identity }), revoke: async () => ({ ok: true, value: null }) }
  return { ...createPaperNetwork(id, () => startAt).adapter, connect }
}

test.use({ moreAdapters: { list: networks.filter((id) => !known.includes(id)).map(openTo) } })

test('every network has its own preview, light and dark: the words, the picture, how far it can be believed', async ({ studio, page }, info) => {
  test.setTimeout(180_000)
  const { workspaceId, mediaIds } = await fillClient(studio, 'fr')
  await studio.engine.ask('studio.saveSettings', { settings: { language: 'fr' } })
  const postId = await writeForAll(studio, workspaceId, mediaIds[1]!)
  await page.setViewportSize({ width: 1600, height: 1000 })
  await studio.open(`#/w/${workspaceId}/compose/${postId}`)
  for (const [look, name] of [['light', 'Clair'], ['dark', 'Sombre']] as const) {
    await page.getByRole('button', { name, exact: true }).click()
    await expect(page.getByRole('article')).toHaveCount(networks.length)
    for (const network of networks) {
      const frame = frameOf(page, network)
      await frame.scrollIntoViewIfNeeded()
      await expect(frame.getByRole('article')).toContainText('Grande marée samedi')
      await expect(frame.getByRole('img', { name: 'Une tasse de café au lait' }).first()).toBeVisible()
      await expect(frame.getByRole('article').locator('[data-confidence]')).not.toHaveCount(0)
      await frame.screenshot({ path: info.outputPath(`${network}-${look}.png`) })
    }
    await expectAccessible(page, `all previews, ${look}`)
  }
})

async function writeForAll({ engine }: Studio, workspaceId: string, mediaId: string): Promise<string> {
  for (const networkId of networks.filter((id) => !known.includes(id))) await engine.ask('accounts.connectWithAppPassword', { workspaceId, networkId, serverUrl: `https://${networkId}.example`, identifier: 'quai', appPassword: 'paper' })
  const { accounts } = await engine.ask('accounts.list', { workspaceId })
  const postId = engine.random.id()
  const paragraphs = ['Grande marée samedi\u202f: on ouvre à neuf heures, avec @comptoir et du café.', 'Le programme est sur https://exemple.fr/marees #Nantes #marée']
  const document = { type: 'doc' as const, content: paragraphs.map((text) => ({ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] })) }
  await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: 'Grande marée', document, targets: accounts.map(({ id }) => ({ accountId: id, variant: null })), media: [{ mediaId, altText: 'Une tasse de café au lait' }] } })
  return postId
}

const frameOf = (page: Page, network: NetworkId) => page.locator('section', { has: page.locator(`header [data-network="${network}"]`) }).filter({ has: page.getByRole('article') })
