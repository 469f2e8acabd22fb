import { expect, type Page } from '@playwright/test'
import type { NetworkAdapter } from '../../electron/engine/networks/network-adapter.ts'
import type { AppPasswordConnect } from '../../electron/engine/networks/network-connect.ts'
import { studioError } from '../../shared/errors/studio-error.ts'
import { expectAccessible } from './support/check-accessibility.ts'
import { connectMeta } from './support/connect-meta.ts'
import { fillClient, paragraph } from './support/fill-client.ts'
import { createPaperNetwork } from './support/paper-network.ts'
import { startAt, test } from './support/studio-test.ts'

/** A Page whose app may look for places, but for one. */
function facebook(): NetworkAdapter {
  const identity = { handle: '@le.quai', displayName: 'Le Quai', serverUrl: 'https://facebook.example', remoteId: 'f', accessEndsAt: null, serverLimits: { maxCharacters: null, charactersPerUrl: null, maxMedia: null } }
  const connect: AppPasswordConnect = { kind: 'app_password', connect: async () => ({ ok: true, value: { identity, secret: 'f' } }), whoAmI: async () => ({ ok: true, value: identity }), revoke: async () => ({ ok: true, value: null }) }
  return {
    ...createPaperNetwork('facebook', () => startAt).adapter,
    connect,
    findPlaces: async (_session, name) => {
      if (name === 'closed') return { ok: false, failure: { kind: 'rejected', error: studioError('rejected', 'no', { details: { reason: 'places_closed' } }) } }
      return { ok: true, value: name === 'nowhere' ? [] : [{ id: '166793820034304', name: 'Café du Port', address: '3 quai Ceineray, 44000 Nantes, France' }, { id: '166793820034306', name: 'Café du Port de Brest' }] }
    }
  }
}

test.use({ moreAdapters: { list: [facebook()] } })

const picture = async (page: Page, name: string): Promise<unknown> => process.env['VIGIE_PICTURES'] === undefined ? null : page.screenshot({ path: `${process.env['VIGIE_PICTURES']}/place-${name}.png` })

const words = {
  en: { change: /^How the post stands on @\S+: no co-author invited, no place\. Change$/, place: 'Place', wrong: /No number of a Page stands in this/, name: 'What the place is called', summary: 'At: Café du Port · no co-author invited', remove: 'Take the place away', search: 'Search for a place by its name', ask: 'Search', closed: /Meta does not let this app search for places/, none: 'No place with an address by this name.', found: 'Places found', noPlace: /^How the post stands on @le\.quai: no place\. Change$/, at: 'Le Quai is at Café du Port' },
  fr: { change: /^Comment la publication se présente sur @\S+\s: aucun coauteur invité, aucun lieu\. Modifier$/, place: 'Lieu', wrong: /Il n’y a pas de numéro de Page là-dedans/, name: 'Comment le lieu s’appelle', summary: /^Lieu\s: Café du Port · aucun coauteur invité$/, remove: 'Retirer le lieu', search: 'Chercher un lieu par son nom', ask: 'Chercher', closed: /Meta ne laisse pas cette application chercher des lieux/, none: 'Aucun lieu avec une adresse sous ce nom.', found: 'Lieux trouvés', noPlace: /^Comment la publication se présente sur @le\.quai\s: aucun lieu\. Modifier$/, at: /^Le Quai est à\s: Café du Port$/ }
} as const

for (const language of ['en', 'fr'] as const) {
  test(`the place of a post is pasted as the address of its Page, named in the preview and kept, and taken away again (${language})`, async ({ studio, page }) => {
    const say = words[language]
    const { workspaceId, mediaIds } = await fillClient(studio, language)
    await studio.engine.ask('studio.saveSettings', { settings: { language } })
    const accountId = await connectMeta(studio, workspaceId, 'instagram')
    const postId = studio.engine.random.id()
    await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: paragraph('Low tide.'), targets: [{ accountId, variant: null }], media: [{ mediaId: mediaIds[0]!, altText: 'The quay' }] } })
    const stored = async () => (await studio.engine.ask('posts.read', { workspaceId, postId })).post.targets[0]?.framing
    await page.setViewportSize({ width: 1500, height: 1000 })
    await studio.open(`#/w/${workspaceId}/compose/${postId}`)
    await page.getByRole('button', { name: say.change }).press('Enter')
    const panel = page.getByRole('dialog')
    await panel.getByLabel(say.place, { exact: true }).fill('https://www.facebook.com/LeQuai')
    await expect(panel.getByText(say.wrong)).toBeVisible()
    await expectAccessible(page, 'a place that is none')
    await panel.getByLabel(say.place, { exact: true }).fill('https://www.facebook.com/Le-Quai-166793820034304/')
    await panel.getByLabel(say.name).fill('Café du Port')
    await expectAccessible(page, 'the place of a post')
    await picture(page, language)
    await page.keyboard.press('Escape')
    await expect(page.getByText(say.summary)).toBeVisible()
    await expect(page.getByRole('article').filter({ hasText: 'Low tide.' }).getByText('Café du Port')).toBeVisible()
    await page.emulateMedia({ colorScheme: 'dark' })
    await picture(page, `${language}-dark`)
    await expect.poll(stored).toEqual({ place: { id: '166793820034304', name: 'Café du Port' } })
    await page.getByRole('button', { name: /Café du Port/ }).press('Enter')
    await panel.getByRole('button', { name: say.remove }).click()
    await expect.poll(stored).toBeUndefined()
  })
  test(`a place is looked for by its name, chosen with its address in sight; where Meta closes the search that is said, and the account goes on (${language})`, async ({ studio, page }) => {
    const say = words[language]
    const { workspaceId } = await fillClient(studio, language)
    await studio.engine.ask('studio.saveSettings', { settings: { language } })
    await studio.engine.ask('accounts.connectWithAppPassword', { workspaceId, networkId: 'facebook', serverUrl: 'https://facebook.example', identifier: 'quai', appPassword: 'paper' })
    const account = (await studio.engine.ask('accounts.list', { workspaceId })).accounts.find(({ networkId }) => networkId === 'facebook')!
    const postId = studio.engine.random.id()
    await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: paragraph('Low tide.'), targets: [{ accountId: account.id, variant: null }], media: [] } })
    await page.setViewportSize({ width: 1500, height: 1000 })
    await studio.open(`#/w/${workspaceId}/compose/${postId}`)
    await page.getByRole('button', { name: say.noPlace }).press('Enter')
    const panel = page.getByRole('dialog')
    const search = async (name: string): Promise<void> => {
      await panel.getByLabel(say.search).fill(name)
      await page.keyboard.press('Enter')
    }
    await search('closed')
    await expect(panel.getByText(say.closed)).toBeVisible()
    await expectAccessible(page, 'a search for places that is closed')
    await picture(page, `closed-${language}`)
    await search('nowhere')
    await expect(panel.getByText(say.none)).toBeVisible()
    await search('port')
    await expect(panel.getByRole('list', { name: say.found }).getByRole('button')).toHaveCount(2)
    await expect(panel.getByText('3 quai Ceineray, 44000 Nantes, France')).toBeVisible()
    await expectAccessible(page, 'places that were found')
    await picture(page, `found-${language}`)
    await panel.getByRole('button', { name: /^Café du Port 3 quai/ }).press('Enter')
    await expect(panel.getByRole('list', { name: say.found })).toHaveCount(0)
    await page.keyboard.press('Escape')
    await expect(page.getByText(say.at)).toBeVisible()
    await expect.poll(async () => (await studio.engine.ask('posts.read', { workspaceId, postId })).post.targets[0]?.framing).toEqual({ place: { id: '166793820034304', name: 'Café du Port', address: '3 quai Ceineray, 44000 Nantes, France' } })
    expect((await studio.engine.ask('accounts.list', { workspaceId })).accounts.find(({ id }) => id === account.id)?.state).toBe('connected')
    await page.emulateMedia({ colorScheme: 'dark' })
    await picture(page, `facebook-${language}-dark`)
  })
}
