import { expect, type Page } from '@playwright/test'
import type { NetworkAdapter } from '../../electron/engine/networks/network-adapter.ts'
import type { AppPasswordConnect } from '../../electron/engine/networks/network-connect.ts'
import type { NetworkId } from '../../shared/networks/network-id.ts'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient, paragraph } from './support/fill-client.ts'
import { createPaperNetwork } from './support/paper-network.ts'
import { startAt, test, type Studio } from './support/studio-test.ts'

function openTo(id: NetworkId): NetworkAdapter {
  const identity = { handle: `@quai.${id}`, displayName: 'Le Quai', serverUrl: `https://${id}.example`, remoteId: id, accessEndsAt: null, serverLimits: { maxCharacters: null, charactersPerUrl: null, maxMedia: null } }
  const connect: AppPasswordConnect = { kind: 'app_password', connect: async () => ({ ok: true, value: { identity, secret: id } }), whoAmI: async () => ({ ok: true, value: identity }), revoke: async () => ({ ok: true, value: null }) }
  return { ...createPaperNetwork(id, () => startAt).adapter, connect }
}

test.use({ moreAdapters: { list: (['pinterest', 'linkedin'] as const).map(openTo) } })

async function begin(studio: Studio, language: 'en' | 'fr') {
  const { workspaceId, accounts } = await fillClient(studio, language)
  const connect = async (networkId: NetworkId): Promise<string> => (await studio.engine.ask('accounts.connectWithAppPassword', { workspaceId, networkId, serverUrl: `https://${networkId}.example`, identifier: 'quai', appPassword: 'paper' })).id
  const [pinterest, linkedin] = [await connect('pinterest'), await connect('linkedin')]
  const postId = studio.engine.random.id()
  await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: 'Low tide', document: paragraph('Open at eight: https://words.example/a'), targets: [pinterest, linkedin, accounts.mastodon].map((accountId) => ({ accountId, variant: null })), media: [] } })
  return { workspaceId, postId, read: async () => (await studio.engine.ask('posts.read', { workspaceId, postId })).post }
}

const picture = async (page: Page, name: string): Promise<unknown> => process.env['VIGIE_PICTURES'] === undefined ? null : page.screenshot({ path: `${process.env['VIGIE_PICTURES']}/own-link-${name}.png` })

test('a link of its own wins over the first address of the words, for all and for one account, and the cards follow it', async ({ studio, page }) => {
  const { workspaceId, postId, read } = await begin(studio, 'en')
  await studio.open(`#/w/${workspaceId}/compose/${postId}`)
  const pin = page.locator('section', { has: page.locator('header [data-network="pinterest"]') }).getByRole('article')
  const post = page.locator('section', { has: page.locator('header [data-network="linkedin"]') }).getByRole('article')
  await expect(pin.getByText('words.example', { exact: true })).toBeVisible()
  const field = page.getByRole('textbox', { name: 'Link', exact: true })
  await expect(field).toHaveAccessibleDescription(/LinkedIn/)
  await field.fill('boutique.example')
  await expect(page.getByRole('region', { name: 'Checks' })).toContainText('is no whole address')
  await field.fill('https://www.boutique.example/bread')
  await expect.poll(async () => (await read()).link).toBe('https://www.boutique.example/bread')
  await expect(pin.getByText('boutique.example', { exact: true })).toBeVisible()
  // Nobody has read the page: the card goes with the name of its site.
  await expect(post.getByText('boutique.example', { exact: true }).first()).toBeVisible()
  await expectAccessible(page, 'a link beside the words')
  await picture(page, 'en')
  await page.keyboard.press('Alt+2')
  const own = page.getByRole('textbox', { name: /^Link for/ })
  await expect(own).toHaveValue('https://www.boutique.example/bread')
  await own.fill('https://pins.example/x')
  await expect.poll(async () => (await read()).targets[0]?.link).toBe('https://pins.example/x')
  await expect(pin.getByText('pins.example', { exact: true })).toBeVisible()
  await expect(page.getByRole('img', { name: 'Its own: link.' })).toBeVisible()
  await page.getByRole('button', { name: 'Take the common link again' }).click()
  await expect.poll(async () => (await read()).targets[0]?.link).toBeUndefined()
})

test('in French, light and dark: what is no address is said, and the check leads there', async ({ studio, page }) => {
  const { workspaceId, postId } = await begin(studio, 'fr')
  await studio.engine.ask('studio.saveSettings', { settings: { language: 'fr' } })
  await page.setViewportSize({ width: 1600, height: 1000 })
  await studio.open(`#/w/${workspaceId}/compose/${postId}`)
  const field = page.getByRole('textbox', { name: 'Lien', exact: true })
  await field.fill('boutique')
  const row = page.getByRole('region', { name: 'Vérifications' }).getByRole('listitem').filter({ hasText: 'n’est pas une adresse entière' }).first()
  await page.getByRole('heading', { level: 1 }).click()
  await row.getByRole('button').first().click()
  await expect(field).toBeFocused()
  await picture(page, 'fr')
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  await expectAccessible(page, 'a link in the dark')
  await picture(page, 'fr-dark')
})

test('its link is tagged for statistics as those in the words are: each network by the client’s own name', async ({ studio, page }) => {
  const { workspaceId, postId, read } = await begin(studio, 'en')
  await studio.engine.ask('linkTags.save', { workspaceId, defaults: { medium: 'social', campaign: '', sources: { pinterest: 'pins' } } })
  await studio.open(`#/w/${workspaceId}/compose/${postId}`)
  const field = page.getByRole('textbox', { name: 'Link', exact: true })
  const button = page.getByRole('button', { name: 'Tag this link for statistics' })
  await expect(button).toBeDisabled()
  await field.fill('https://boutique.example/bread')
  await button.click()
  const panel = page.getByRole('dialog', { name: 'Tags of the link' })
  const namedAs = (name: string): string => `https://boutique.example/bread?utm_source=${name}&utm_medium=social`
  await expect(panel.getByRole('listitem')).toHaveText([namedAs('pins'), namedAs('linkedin')])
  await picture(page, 'tags')
  await panel.getByRole('button', { name: 'Put into the link' }).click()
  await expect(panel).toBeHidden()
  await expect(field).toHaveValue(namedAs('{network}'))
  await expect.poll(async () => (await read()).linkSources).toBe('pinterest=pins')
  // One account's own says its network by name.
  await page.keyboard.press('Alt+2')
  const own = page.getByRole('textbox', { name: /^Link for/ })
  await own.fill('https://pins.example/x')
  await button.click()
  await expect(panel.getByRole('textbox', { name: 'Source' })).toHaveValue('pins')
  await panel.getByRole('button', { name: 'Put into the link' }).click()
  await expect(own).toHaveValue('https://pins.example/x?utm_source=pins&utm_medium=social')
  await expect.poll(async () => (await read()).targets[0]).toMatchObject({ link: 'https://pins.example/x?utm_source=pins&utm_medium=social' })
  expect((await read()).targets[0]?.linkSources).toBeUndefined()
})
