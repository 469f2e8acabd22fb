import { expect } from '@playwright/test'
import type { NetworkAdapter } from '../../electron/engine/networks/network-adapter.ts'
import type { ServerLimits } from '../../shared/accounts/server-limits.ts'
import type { CategoriesThere } from '../../shared/posts/categories.ts'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient, paragraph } from './support/fill-client.ts'
import { connectOpenly, openNetwork } from './support/open-network.ts'
import { test } from './support/studio-test.ts'

const there: CategoriesThere = { categories: [{ id: '31', name: '📣 News', parentId: null }, { id: '32', name: 'Workshops', parentId: null }], isComplete: true }

/** A channel of that kind. */
function channel(is: NonNullable<ServerLimits['channel']>): NetworkAdapter {
  const open = openNetwork('discord')
  if (open.connect.kind !== 'app_password') throw new Error(open.connect.kind)
  const { connect } = open
  return {
    ...open,
    readCategories: async () => ({ ok: true, value: there }),
    connect: {
      ...connect,
      async connect(input) {
        const opened = await connect.connect(input)
        return opened.ok ? { ok: true, value: { ...opened.value, identity: { ...opened.value.identity, serverLimits: { ...opened.value.identity.serverLimits, channel: is } } } } : opened
      }
    }
  }
}
const words = {
  en: { title: /^Title/, label: /^Tags of the forum @quai/, titleMissing: 'A title is missing', tagMissing: 'This forum on Discord takes no post without a tag: choose one', remove: 'Take the tag Workshops away' },
  fr: { title: /^Titre/, label: /^Étiquettes du forum @quai/, titleMissing: 'Il manque un titre', tagMissing: 'Ce forum sur Discord ne prend aucune publication sans étiquette : choisissez-en une', remove: 'Retirer l’étiquette Workshops' }
} as const

test.describe('a forum', () => {
  test.use({ moreAdapters: { list: [channel({ kind: 'forum', tags: 'needed' })] } })

  for (const language of ['en', 'fr'] as const) {
    test(`a post in a forum on Discord gets its title and tags, and is held back without them, in ${language}`, async ({ studio, page }) => {
      const { workspaceId, mediaIds } = await fillClient(studio, language)
      await studio.engine.ask('studio.saveSettings', { settings: { language } })
      const { id } = await connectOpenly(studio, workspaceId, 'discord')
      const postId = studio.engine.random.id()
      await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: paragraph('Bring an apron'), targets: [{ accountId: id, variant: null }], media: [{ mediaId: mediaIds[0]!, altText: 'A window' }] } })
      const stored = async () => (await studio.engine.ask('posts.read', { workspaceId, postId })).post
      await studio.open(`#/w/${workspaceId}/compose/${postId}`)
      const says = words[language]
      await expect(page.getByText(says.titleMissing)).toBeVisible()
      await expect(page.getByText(says.tagMissing)).toBeVisible()
      await page.getByRole('textbox', { name: says.title }).fill('The workshop on Saturday')
      await page.getByRole('combobox', { name: says.label }).focus()
      await page.keyboard.type('work')
      await expect(page.getByRole('option')).toHaveText(['Workshops'])
      await page.keyboard.press('Enter')
      await page.keyboard.press('Escape')
      await expect.poll(async () => (await stored()).targets[0]?.categories?.map(({ name }) => name)).toEqual(['Workshops'])
      await expect.poll(async () => (await stored()).title).toBe('The workshop on Saturday')
      await expect(page.getByText(says.titleMissing)).toBeHidden()
      await expect(page.getByText(says.tagMissing)).toBeHidden()
      const preview = page.getByRole('article').filter({ hasText: 'Bring an apron' })
      await expect(preview.getByRole('heading', { name: 'The workshop on Saturday' })).toBeVisible()
      await expect(preview.getByRole('listitem').filter({ hasText: 'Workshops' })).toBeVisible()
      await expectAccessible(page, 'a post in a forum on Discord')
      const pictures = process.env['VIGIE_PICTURES']
      if (pictures !== undefined) {
        await page.screenshot({ path: `${pictures}/discord-forum-${language}.png` })
        await page.emulateMedia({ colorScheme: 'dark' })
        await page.screenshot({ path: `${pictures}/discord-forum-${language}-dark.png` })
      }
      await page.getByRole('button', { name: says.remove }).click()
      await expect.poll(async () => (await stored()).targets[0]?.categories).toBeUndefined()
    })
  }
})

const onward = {
  en: { closed: /: for this server alone\. Change$/, choice: 'Publish to the servers that follow the channel', chosen: 'For following servers, too' },
  fr: { closed: /pour ce serveur seul/, choice: 'Publier vers les serveurs qui suivent le salon', chosen: 'Aussi pour les serveurs abonnés' }
} as const

test.describe('an announcement channel', () => {
  test.use({ moreAdapters: { list: [channel({ kind: 'announcement', tags: 'at_choice' })] } })

  for (const language of ['en', 'fr'] as const) {
    test(`a post in an announcement channel is published to the servers that follow it, where somebody chooses that, in ${language}`, async ({ studio, page }) => {
      const { workspaceId } = await fillClient(studio, language)
      await studio.engine.ask('studio.saveSettings', { settings: { language } })
      const { id } = await connectOpenly(studio, workspaceId, 'discord')
      const postId = studio.engine.random.id()
      await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: paragraph('Open on Sunday'), targets: [{ accountId: id, variant: null }], media: [] } })
      await studio.open(`#/w/${workspaceId}/compose/${postId}`)
      const says = onward[language]
      await page.getByRole('button', { name: says.closed }).focus()
      await page.keyboard.press('Enter')
      await page.getByRole('checkbox', { name: says.choice }).focus()
      await page.keyboard.press('Space')
      await expect.poll(async () => (await studio.engine.ask('posts.read', { workspaceId, postId })).post.targets[0]?.framing).toEqual({ isPassedOn: true })
      await expectAccessible(page, 'a post that is passed on')
      const pictures = process.env['VIGIE_PICTURES']
      if (pictures !== undefined) {
        await page.screenshot({ path: `${pictures}/discord-onward-${language}.png` })
        await page.emulateMedia({ colorScheme: 'dark' })
        await page.screenshot({ path: `${pictures}/discord-onward-${language}-dark.png` })
      }
      await page.keyboard.press('Escape')
      await expect(page.getByRole('button', { name: new RegExp(says.chosen) })).toBeVisible()
    })
  }
})

const login = {
  en: { connect: 'Connect an account', network: /A channel, by a webhook or a bot/, forum: 'The channel is a forum', bot: 'Bot', rights: /publish its own to the servers that follow it/ },
  fr: { connect: 'Connecter un compte', network: /Un salon, par un webhook ou un bot/, forum: 'Le salon est un forum', bot: 'Bot', rights: /publier les siens vers les serveurs qui le suivent/ }
} as const

for (const language of ['en', 'fr'] as const) {
  test(`a webhook is connected as one of a forum where somebody says so, and a bot’s rights are named, in ${language}`, async ({ studio, page }) => {
    const { workspaceId } = await fillClient(studio, language)
    await studio.engine.ask('studio.saveSettings', { settings: { language } })
    await studio.open(`#/w/${workspaceId}/accounts`)
    const says = login[language]
    await page.getByRole('button', { name: says.connect }).click()
    await page.getByRole('dialog').getByRole('button', { name: says.network }).click()
    const forum = page.getByRole('checkbox', { name: says.forum })
    await forum.focus()
    await page.keyboard.press('Space')
    await expect(forum).toBeChecked()
    await expectAccessible(page, 'how a webhook is connected')
    const pictures = process.env['VIGIE_PICTURES']
    if (pictures !== undefined) await page.screenshot({ path: `${pictures}/discord-webhook-${language}.png` })
    await page.getByRole('button', { name: says.bot, exact: true }).click()
    await expect(page.getByText(says.rights)).toBeVisible()
    if (pictures !== undefined) {
      await page.emulateMedia({ colorScheme: 'dark' })
      await page.screenshot({ path: `${pictures}/discord-bot-${language}-dark.png` })
    }
  })
}
