import { expect, type Locator, type Page } from '@playwright/test'
import type { NetworkAdapter } from '../../electron/engine/networks/network-adapter.ts'
import type { AppPasswordConnect } from '../../electron/engine/networks/network-connect.ts'
import type { NetworkId } from '../../shared/networks/network-id.ts'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient, paragraph } from './support/fill-client.ts'
import { createPaperNetwork } from './support/paper-network.ts'
import { startAt, test, type Studio } from './support/studio-test.ts'

const others = ['discourse', 'youtube', 'dailymotion'] as const

function openTo(id: NetworkId): NetworkAdapter {
  const identity = { handle: `@quai.${id}`, displayName: 'Le Quai', serverUrl: `https://${id}.example`, remoteId: id, accessEndsAt: null, serverLimits: { maxCharacters: null, charactersPerUrl: null, maxMedia: null } }
  const connect: AppPasswordConnect = { kind: 'app_password', connect: async () => ({ ok: true, value: { identity, secret: id } }), whoAmI: async () => ({ ok: true, value: identity }), revoke: async () => ({ ok: true, value: null }) }
  return { ...createPaperNetwork(id, () => startAt).adapter, connect }
}

test.use({ moreAdapters: { list: others.map(openTo) } })

async function write({ engine }: Studio, workspaceId: string, accountIds: readonly string[], tags?: string[]): Promise<string> {
  const postId = engine.random.id()
  const content = { title: 'Low tide', document: paragraph('The shop opens at eight.'), targets: accountIds.map((accountId) => ({ accountId, variant: null })), media: [], ...(tags === undefined ? {} : { tags }) }
  await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content })
  return postId
}

const chips = (field: Locator): Promise<string[]> => field.getByRole('listitem').allTextContents()
const picture = async (page: Page, name: string): Promise<unknown> => process.env['VIGIE_PICTURES'] === undefined ? null : page.screenshot({ path: `${process.env['VIGIE_PICTURES']}/tags-${name}.png` })

test('tags are written by keyboard: added, pasted, offered, taken away, taken back, and shown where people see them', async ({ studio, page }) => {
  const { workspaceId, accounts } = await fillClient(studio, 'en')
  await write(studio, workspaceId, [accounts.wordpress], ['harbour', 'Low tide'])
  const postId = await write(studio, workspaceId, [accounts.wordpress, accounts.mastodon])
  const stored = async () => (await studio.engine.ask('posts.read', { workspaceId, postId })).post.tags
  await studio.open(`#/w/${workspaceId}/compose/${postId}`)
  const field = page.getByRole('group', { name: 'Tags', exact: true })
  const input = field.getByRole('combobox', { name: 'Tags' })
  await input.focus()
  await page.keyboard.type('coffee')
  await page.keyboard.press('Enter')
  await page.keyboard.type('#sea side, COFFEE,')
  await expect.poll(() => chips(field)).toEqual(['coffee', 'sea side'])
  await expect(input).toHaveValue('')
  // What the client's posts had before.
  await page.keyboard.type('harb')
  await expect(page.getByRole('option', { name: 'harbour' })).toBeVisible()
  await expectAccessible(page, 'tags used before')
  await picture(page, 'offered-en')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect.poll(() => chips(field)).toEqual(['coffee', 'sea side', 'harbour'])
  await input.evaluate((element) => {
    const data = new DataTransfer()
    data.setData('text/plain', 'rock, #pool\n"far away"')
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  })
  await expect.poll(stored).toEqual(['coffee', 'sea side', 'harbour', 'rock', 'pool', 'far away'])
  await page.keyboard.press('Backspace')
  await expect.poll(() => chips(field)).toEqual(['coffee', 'sea side', 'harbour', 'rock', 'pool'])
  await page.keyboard.press('Control+z')
  await expect.poll(() => chips(field)).toEqual(['coffee', 'sea side', 'harbour', 'rock', 'pool', 'far away'])
  // The arrows lead to the others.
  for (const key of ['ArrowLeft', 'ArrowLeft', 'Delete']) await page.keyboard.press(key)
  await expect.poll(() => chips(field)).toEqual(['coffee', 'sea side', 'harbour', 'rock', 'far away'])
  await field.getByRole('button', { name: 'Take the tag rock away' }).click()
  // What is only written when the field is left is a tag as well.
  await input.fill('last')
  await page.getByRole('textbox', { name: 'Title', exact: true }).focus()
  await expect.poll(stored).toEqual(['coffee', 'sea side', 'harbour', 'far away', 'last'])
  await expect(page.getByRole('article').getByRole('list', { name: 'Tags' })).toHaveText('coffeesea sideharbourfar awaylast')
  await expectAccessible(page, 'tags of a post')
  await picture(page, 'en')
})

test('an account has tags of its own, and can have the common ones again; one without such tags has no field', async ({ studio, page }) => {
  const { workspaceId, accounts, texts } = await fillClient(studio, 'en')
  const postId = await write(studio, workspaceId, [accounts.wordpress, accounts.mastodon], ['coffee'])
  const own = async () => (await studio.engine.ask('posts.read', { workspaceId, postId })).post.targets[0]?.tags
  await studio.open(`#/w/${workspaceId}/compose/${postId}`)
  await expect(page.getByRole('group', { name: 'Tags', exact: true })).toBeVisible()
  await page.keyboard.press('Alt+3')
  await expect(page.getByRole('group', { name: /^Tags/ })).toHaveCount(0)
  await page.keyboard.press('Alt+2')
  const field = page.getByRole('group', { name: /^Tags for/ })
  await expect.poll(() => chips(field)).toEqual(['coffee'])
  await field.getByRole('combobox').fill('tide,')
  await expect(page.getByRole('img', { name: 'Its own: tags.' })).toBeVisible()
  await expect.poll(own).toEqual(['coffee', 'tide'])
  await expect(page.getByRole('region', { name: texts.handles.wordpress }).getByRole('list', { name: 'Tags' })).toHaveText('coffeetide')
  await expectAccessible(page, 'tags of one account')
  await page.getByRole('button', { name: 'Take the common tags again' }).click()
  await expect.poll(own).toBeUndefined()
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('Control+z')
  await expect.poll(own).toEqual(['coffee', 'tide'])
})

test('in French, light and dark: each network shows its tags in its own way, and says what it does not take', async ({ studio, page }) => {
  const { workspaceId, accounts } = await fillClient(studio, 'fr')
  await studio.engine.ask('studio.saveSettings', { settings: { language: 'fr' } })
  const ids: string[] = [accounts.wordpress]
  for (const networkId of others) ids.push((await studio.engine.ask('accounts.connectWithAppPassword', { workspaceId, networkId, serverUrl: `https://${networkId}.example`, identifier: 'quai', appPassword: 'paper' })).id)
  const postId = await write(studio, workspaceId, ids, ['Pain d’épices', 'Noël', 'Marché', 'un', 'deux', 'trois'])
  await page.setViewportSize({ width: 1600, height: 1000 })
  await studio.open(`#/w/${workspaceId}/compose/${postId}`)
  const list = (network: NetworkId) => page.locator('section', { has: page.locator(`header [data-network="${network}"]`) }).getByRole('list', { name: 'Étiquettes' })
  await expect(list('discourse')).toContainText('pain-d’épices')
  await expect(list('dailymotion')).toContainText('#Noël')
  await expect(list('youtube')).toContainText('Marché')
  await expect(page.getByText('Trop d’étiquettes pour Discourse\u00a0: 6 sur 5')).toBeVisible()
  await expect(page.getByText(/Sur Dailymotion, une étiquette est un seul mot/)).toBeVisible()
  await picture(page, 'fr')
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  await expectAccessible(page, 'tags in the dark')
  await page.getByRole('group', { name: 'Étiquettes', exact: true }).scrollIntoViewIfNeeded()
  await picture(page, 'fr-dark')
})

test('a tag that is half written when the window closes is in the post, and whoever stays goes on writing', async ({ studio, page }) => {
  const { workspaceId, accounts } = await fillClient(studio, 'en')
  const postId = await write(studio, workspaceId, [accounts.wordpress])
  await studio.open(`#/w/${workspaceId}/compose/${postId}`)
  const input = page.getByRole('group', { name: 'Tags', exact: true }).getByRole('combobox', { name: 'Tags' })
  await input.focus()
  await page.keyboard.type('harbour')
  studio.push('studio.ending', {})
  await expect.poll(async () => (await studio.engine.ask('posts.read', { workspaceId, postId })).post.tags).toEqual(['harbour'])
  await expect(input).toBeFocused()
})

for (const [language, words] of [
  ['en', { tags: 'Tags', notYet: '“harb” was typed and is no tag yet: Enter makes it one.' }],
  ['fr', { tags: 'Étiquettes', notYet: '«\u00a0harb\u00a0» a été tapé et n’est pas encore une étiquette\u00a0: Entrée l’ajoute.' }]
] as const) {
  test(`a tag half typed outlives the end of the page, and is said to be none yet (${language})`, async ({ studio, page }) => {
    const { workspaceId, accounts } = await fillClient(studio, language)
    await studio.engine.ask('studio.saveSettings', { settings: { language } })
    const postId = await write(studio, workspaceId, [accounts.wordpress], ['coffee'])
    await studio.open(`#/w/${workspaceId}/compose/${postId}`)
    const field = page.getByRole('group', { name: words.tags, exact: true })
    await field.getByRole('combobox').focus()
    await page.keyboard.type('harb')
    await expect.poll(async () => (await studio.engine.ask('begun.read', { workspaceId, kind: 'tag', ids: [`${postId} all`] })).begun.map((one) => one.words)).toEqual([{ kind: 'tag', text: 'harb' }])
    // Nothing of the page is told that it ends.
    await studio.open(`#/w/${workspaceId}/compose/${postId}`)
    await expect(field.getByRole('combobox')).toHaveValue('harb')
    await expect(field).toContainText(words.notYet)
    await expectAccessible(page, 'a tag that was half typed')
    await picture(page, `begun-${language}`)
    await field.getByRole('combobox').focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => chips(field)).toEqual(['coffee', 'harb'])
    await expect(field).not.toContainText(words.notYet)
    await expect.poll(async () => (await studio.engine.ask('begun.read', { workspaceId, kind: 'tag', ids: [`${postId} all`] })).begun).toEqual([])
  })
}
