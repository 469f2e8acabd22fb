import { expect, type Page } from '@playwright/test'
import { paintPicture } from '../../electron/engine/practice/images/paint-picture.ts'
import type { NetworkAdapter } from '../../electron/engine/networks/network-adapter.ts'
import type { AppPasswordConnect } from '../../electron/engine/networks/network-connect.ts'
import type { NetworkId } from '../../shared/networks/network-id.ts'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient, paragraph } from './support/fill-client.ts'
import { createPaperNetwork } from './support/paper-network.ts'
import { startAt, test } from './support/studio-test.ts'

const others = ['telegram', 'discord', 'threads'] as const

function openTo(id: NetworkId): NetworkAdapter {
  const identity = { handle: `@quai.${id}`, displayName: 'Le Quai', serverUrl: `https://${id}.example`, remoteId: id, accessEndsAt: null, serverLimits: { maxCharacters: null, charactersPerUrl: null, maxMedia: null } }
  const connect: AppPasswordConnect = { kind: 'app_password', connect: async () => ({ ok: true, value: { identity, secret: id } }), whoAmI: async () => ({ ok: true, value: identity }), revoke: async () => ({ ok: true, value: null }) }
  return { ...createPaperNetwork(id, () => startAt).adapter, connect }
}

test.use({ moreAdapters: { list: others.map(openTo) } })

const frameOf = (page: Page, network: NetworkId) => page.locator('section', { has: page.locator(`header [data-network="${network}"]`) }).filter({ has: page.getByRole('article') })

test('no picture that goes out is left out of a preview, however many there are', async ({ studio, page }, info) => {
  const { workspaceId, accounts, mediaIds } = await fillClient(studio, 'en')
  const more = await Promise.all((['cup', 'beans', 'croissants'] as const).map(async (scene) => (await studio.engine.ask('media.add', { workspaceId, mediaId: studio.engine.random.id(), fileName: `${scene}.png`, bytes: Uint8Array.from(paintPicture(scene)) })).id))
  for (const networkId of others) await studio.engine.ask('accounts.connectWithAppPassword', { workspaceId, networkId, serverUrl: `https://${networkId}.example`, identifier: 'quai', appPassword: 'paper' })
  const all = (await studio.engine.ask('accounts.list', { workspaceId })).accounts
  const ids = ['telegram', 'discord', 'wordpress'] as const
  const postId = studio.engine.random.id()
  const pictures = [...mediaIds.slice(0, 3), ...more]
  await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: 'Spring tide', document: paragraph('Six pictures of the tide.'), targets: all.filter(({ networkId }) => ids.some((id) => id === networkId)).map(({ id }) => ({ accountId: id, variant: null })), media: pictures.map((mediaId, place) => ({ mediaId, altText: `Picture ${String(place + 1)}` })) } })
  expect(Object.values(accounts)).toHaveLength(3)
  await page.setViewportSize({ width: 1500, height: 1000 })
  await studio.open(`#/w/${workspaceId}/compose/${postId}`)
  for (const network of ids) {
    const shown = frameOf(page, network).getByRole('article').getByRole('img', { name: /^Picture/ })
    await expect(shown).toHaveCount(6)
    expect(await shown.evaluateAll((found) => found.map((one) => one.getAttribute('alt')))).toEqual(pictures.map((_id, place) => `Picture ${String(place + 1)}`))
    for (const one of await shown.all()) expect((await one.boundingBox())?.width ?? 0).toBeGreaterThan(40)
    await frameOf(page, network).screenshot({ path: info.outputPath(`${network}.png`) })
  }
  await expectAccessible(page, 'previews of six pictures')
})

test('the card of a link on Threads is read from its page, as everywhere', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'en')
  await studio.engine.ask('accounts.connectWithAppPassword', { workspaceId, networkId: 'threads', serverUrl: 'https://threads.example', identifier: 'quai', appPassword: 'paper' })
  const { accounts } = await studio.engine.ask('accounts.list', { workspaceId })
  studio.web.set('https://tides.example/spring', '<!doctype html><title>Spring tide</title><meta name="description" content="Saturday at nine">')
  const postId = studio.engine.random.id()
  await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: paragraph('To read: https://tides.example/spring'), targets: accounts.filter(({ networkId }) => networkId === 'threads').map(({ id }) => ({ accountId: id, variant: null })), media: [] } })
  await studio.open(`#/w/${workspaceId}/compose/${postId}`)
  await expect(frameOf(page, 'threads').getByText('Spring tide')).toBeVisible()
  await expect(frameOf(page, 'threads').getByText('Saturday at nine')).toBeVisible()
})
