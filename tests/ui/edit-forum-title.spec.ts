import { expect } from '@playwright/test'
import type { NetworkAdapter } from '../../electron/engine/networks/network-adapter.ts'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient, paragraph } from './support/fill-client.ts'
import { connectOpenly, openNetwork } from './support/open-network.ts'
import { test } from './support/studio-test.ts'

const titles: string[] = []

/** A forum on Discord that notes the titles that are written over those of before. */
function forum(): NetworkAdapter {
  const open = openNetwork('discord')
  if (open.connect.kind !== 'app_password') throw new Error(open.connect.kind)
  const { connect, publisher } = open
  return {
    ...open,
    publisher: {
      ...publisher,
      async edit(_session, { title, text }) {
        titles.push(`${title}: ${text}`)
        return { ok: true, value: null }
      }
    },
    readBack: async () => ({ ok: true, value: { title: 'The workshop on Saturday', text: 'Bring an apron', form: 'as_sent', media: [] } }),
    connect: {
      ...connect,
      async connect(input) {
        const opened = await connect.connect(input)
        return opened.ok ? { ok: true, value: { ...opened.value, identity: { ...opened.value.identity, serverLimits: { ...opened.value.identity.serverLimits, channel: { kind: 'forum', tags: 'at_choice' } } } } } : opened
      }
    }
  }
}

const words = {
  en: { open: 'Change the words…', dialog: /^Change what is out/, title: 'Title', save: 'Change it on Discord' },
  fr: { open: 'Modifier le texte…', dialog: /^Modifier ce qui est publié/, title: 'Titre', save: 'Modifier sur Discord' }
} as const

test.use({ moreAdapters: { list: [forum()] } })

for (const language of ['en', 'fr'] as const) {
  test(`a post in a forum on Discord gets another title where it stands, by the keyboard, in ${language}`, async ({ studio, page }) => {
    const { workspaceId } = await fillClient(studio, language)
    await studio.engine.ask('studio.saveSettings', { settings: { language } })
    const { id } = await connectOpenly(studio, workspaceId, 'discord')
    const postId = studio.engine.random.id()
    const { revision } = await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: 'The workshop on Saturday', document: paragraph('Bring an apron'), targets: [{ accountId: id, variant: null }], media: [] } })
    await studio.engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'now' } })
    await studio.advance(60_000)
    await studio.open(`#/w/${workspaceId}/compose/${postId}`)
    const says = words[language]
    await page.getByRole('button', { name: says.open }).first().focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: says.dialog })
    const title = dialog.getByRole('textbox', { name: says.title })
    await expect(title).toHaveValue('The workshop on Saturday')
    await title.fill('The workshop on Sunday')
    await expectAccessible(page, 'another title for a post of a forum')
    const pictures = process.env['VIGIE_PICTURES']
    if (pictures !== undefined) {
      await page.screenshot({ path: `${pictures}/edit-forum-title-${language}.png` })
      await page.emulateMedia({ colorScheme: 'dark' })
      await page.screenshot({ path: `${pictures}/edit-forum-title-${language}-dark.png` })
    }
    titles.length = 0
    await dialog.getByRole('button', { name: says.save }).focus()
    await page.keyboard.press('Enter')
    await expect(dialog).toHaveCount(0)
    await studio.advance(60_000)
    expect(titles).toEqual(['The workshop on Sunday: Bring an apron'])
  })
}
