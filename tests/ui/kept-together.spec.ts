import { expect } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { connectMore } from './support/connect-more.ts'
import { fillClient, paragraph } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

const words = {
  en: { own: 'Write its own text', use: 'Use it for the other 3 on Bluesky too', tab: 'Bluesky (4 accounts)', apart: 'Set one apart', back: 'Follow the common text again', take: 'Take what the 3 on Bluesky have', all: 'One text for all 4 on Bluesky', text: 'Text of the post for Bluesky (4 accounts)' },
  fr: { own: 'Écrire un texte à part', use: 'Le donner aussi aux 3 autres de Bluesky', tab: 'Bluesky (4 comptes)', apart: 'En mettre un à part', back: 'Revenir au texte commun', take: 'Prendre ce qu’ont les 3 de Bluesky', all: 'Un texte pour les 4 de Bluesky', text: 'Texte de la publication pour Bluesky (4 comptes)' }
} as const

for (const language of ['en', 'fr'] as const) {
  test(`what one account has is used for the others of its network in one press, kept together until one is set apart (${language})`, async ({ studio, page }) => {
    const say = words[language]
    const { workspaceId, accounts } = await fillClient(studio, language)
    await studio.engine.ask('studio.saveSettings', { settings: { language } })
    const more = await connectMore(studio, workspaceId, 'bluesky', 3)
    const postId = studio.engine.random.id()
    const targets = [accounts.bluesky, accounts.mastodon, ...more].map((accountId) => ({ accountId, variant: null }))
    await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: paragraph('Base'), targets, media: [] } })
    const said = async () => (await studio.engine.ask('posts.read', { workspaceId, postId })).post.targets.map(({ variant }) => JSON.stringify(variant ?? '').match(/"text":"([^"]*)"/)?.[1] ?? 'base')
    await studio.open(`#/w/${workspaceId}/compose/${postId}`)
    await page.keyboard.press('Alt+2')
    await expect(page.getByRole('button', { name: say.all })).toBeVisible()
    await page.getByRole('button', { name: say.own }).click()
    await page.getByRole('textbox').and(page.locator('[contenteditable=true]')).fill('Sky')
    await page.getByRole('button', { name: say.use }).click()
    const tab = page.getByRole('button', { name: say.tab })
    await expect(tab).toHaveAttribute('aria-pressed', 'true')
    await expect.poll(said).toEqual(['Sky', 'base', 'Sky', 'Sky', 'Sky'])
    await expectAccessible(page, 'accounts kept together')

    // One press, one undo.
    await page.keyboard.press('Control+z')
    await expect(tab).toHaveCount(0)
    await expect.poll(said).toEqual(['Sky', 'base', 'base', 'base', 'base'])
    await page.getByRole('button', { name: say.use }).press('Enter')
    await expect(tab).toBeVisible()

    // A change in one is a change in all.
    await page.getByLabel(say.text).fill('Sky for all')
    await expect.poll(said).toEqual(['Sky for all', 'base', 'Sky for all', 'Sky for all', 'Sky for all'])

    // Until one is set apart, by keys.
    await page.getByRole('button', { name: say.apart }).press('Enter')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.locator('[contenteditable=true]').fill('Apart')
    await expect.poll(async () => (await said()).filter((text) => text === 'Apart').length).toBe(1)
    await page.getByRole('button', { name: say.take }).click()
    await expect.poll(said).toEqual(['Sky for all', 'base', 'Sky for all', 'Sky for all', 'Sky for all'])
    await page.keyboard.press('Control+z')
    await expect.poll(async () => (await said()).filter((text) => text === 'Apart').length).toBe(1)
  })
}

test('a text for a whole network is begun in one press; an account that is added later has it too', async ({ studio, page }) => {
  const { workspaceId, accounts } = await fillClient(studio, 'en')
  const [second = '', third = ''] = await connectMore(studio, workspaceId, 'bluesky', 2)
  const postId = studio.engine.random.id()
  const targets = [accounts.bluesky, second].map((accountId) => ({ accountId, variant: null }))
  await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: paragraph('Base'), targets, media: [] } })
  const post = async () => (await studio.engine.ask('posts.read', { workspaceId, postId })).post
  await studio.open(`#/w/${workspaceId}/compose/${postId}`)
  await page.keyboard.press('Alt+2')
  await page.getByRole('button', { name: 'One text for all 2 on Bluesky' }).click()
  await page.getByLabel('Text of the post for Bluesky (2 accounts)').fill('Sky')
  await page.getByRole('button', { name: 'Choose the accounts' }).click()
  await page.getByRole('group', { name: 'Publish on' }).getByRole('button', { name: /@more-2/ }).click()
  await expect(page.getByLabel('Text of the post for Bluesky (3 accounts)')).toHaveText('Sky')
  await expect.poll(async () => (await post()).targets.map(({ accountId, variant }) => [accountId, variant])).toEqual([accounts.bluesky, second, third].map((id) => [id, paragraph('Sky')]))
  await page.getByRole('button', { name: 'Follow the common text again' }).click()
  await expect.poll(async () => (await post()).targets.map(({ variant }) => variant)).toEqual([null, null, null])
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await post()).targets.map(({ variant }) => variant)).toEqual([paragraph('Sky'), paragraph('Sky'), paragraph('Sky')])
})
