import { expect } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient } from './support/fill-client.ts'
import { startAt, test } from './support/studio-test.ts'

const root = 'https://forum.example'
const words = {
  en: { more: 'More for this message', silence: 'Keep Tom from writing', mayEnd: 'You can end it at any time.', confirm: 'Keep from writing', ban: 'Ban Tom', unsilence: 'Let Tom write again' },
  fr: { more: 'Autres actions sur ce message', silence: 'Empêcher Tom d’écrire', mayEnd: 'Vous pouvez y mettre fin à tout moment.', confirm: 'Empêcher d’écrire', ban: 'Bannir Tom', unsilence: 'Laisser Tom écrire de nouveau' }
} as const

for (const language of ['en', 'fr'] as const) {
  test(`the staff of a forum keep somebody from writing by keyboard, and let them write again, in ${language}`, async ({ studio, page }, info) => {
    const { workspaceId } = await fillClient(studio, language)
    const { more, silence, mayEnd, confirm, ban, unsilence } = words[language]
    await studio.engine.ask('studio.saveSettings', { settings: { language } })
    const says = (path: string, json: unknown) => studio.web.set(`${root}${path}`, () => ({ status: 200, json }))
    const post = (id: number, username: string, rest: object) => ({ id, username, user_id: id, name: username === 'tom' ? 'Tom' : 'Léa', created_at: new Date(startAt - 3_600_000).toISOString(), cooked: '<p>Buy from Tom</p>', topic_id: 10, topic_slug: 'sujet', ...rest })
    const asked: unknown[] = []
    studio.web.set(root, () => ({ status: 404, json: { errors: ['not here'] } }))
    says('/u/lea.json', { user: { id: 7, username: 'lea', name: 'Léa', admin: false, moderator: true } })
    says('/site/settings.json', { max_post_length: 32_000 })
    says('/notifications.json', { notifications: [{ id: 1, notification_type: 2, topic_id: 10, data: { original_post_id: 101 } }] })
    says('/posts/101.json', post(101, 'tom', { post_number: 2 }))
    says('/t/10.json', { id: 10, slug: 'sujet', archetype: 'regular', post_stream: { posts: [post(100, 'lea', { post_number: 1 })] } })
    studio.web.set(`${root}/admin/users/101/silence.json`, ({ body }) => {
      asked.push(JSON.parse(typeof body === 'string' ? body : '{}'))
      return { status: 200, json: { silence: { silenced: true } } }
    })
    studio.web.set(`${root}/admin/users/101/unsilence.json`, () => {
      asked.push('unsilence')
      return { status: 200, json: { unsilence: { silenced: false } } }
    })
    await studio.engine.ask('accounts.connectWithAppPassword', { workspaceId, networkId: 'discourse', serverUrl: root, identifier: 'lea', appPassword: 'key' })
    await studio.engine.ask('inbox.refresh', { workspaceId })
    await studio.open(`#/w/${workspaceId}/inbox`)
    await page.getByRole('option').filter({ hasText: 'Buy from Tom' }).click()
    await expect(page.getByRole('listitem').filter({ hasText: 'Buy from Tom' })).toBeVisible()
    await page.getByRole('button', { name: more }).last().press('Enter')
    await expect(page.getByRole('menuitem', { name: ban })).toBeVisible()
    await page.getByRole('menuitem', { name: silence }).press('Enter')
    await expect(page.getByText(mayEnd)).toBeVisible()
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await expectAccessible(page, `keeping somebody from writing, ${colorScheme}`)
      await page.screenshot({ path: info.outputPath(`${colorScheme}-${language}.png`) })
    }
    await page.getByRole('button', { name: confirm }).press('Enter')
    await studio.advance(60_000)
    await expect.poll(() => asked.length).toBe(1)
    expect(asked).toMatchObject([{ reason: `${root}/t/sujet/10/2` }])
    await page.getByRole('button', { name: more }).last().press('Enter')
    await page.getByRole('menuitem', { name: unsilence }).press('Enter')
    await studio.advance(60_000)
    await expect.poll(() => asked.at(-1)).toBe('unsilence')
  })
}
