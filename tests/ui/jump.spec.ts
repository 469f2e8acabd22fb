import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient, paragraph } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

const selected = (page: Page): Promise<string> => page.evaluate(() => String(document.getSelection()))
const picture = async (page: Page, name: string): Promise<unknown> => process.env['VIGIE_PICTURES'] === undefined ? null : page.screenshot({ path: `${process.env['VIGIE_PICTURES']}/jump-${name}.png` })

for (const [language, say] of [
  ['en', { checks: 'Checks', tooLong: 'Too long', text: 'Text of the post', own: /^Text of the post for/, gap: 'A gap is left', left: '{city}', image: 'An image has no description', describe: 'Description of image 2', title: 'A title is missing', titleField: 'Title', choice: 'Choice 1', poll: 'Add a poll', empty: 'A choice of the poll is empty', time: 'The chosen time is over', when: 'Date and time', show: /^Show/, write: 'Write its own text' }],
  ['fr', { checks: 'Vérifications', tooLong: 'Trop long', text: 'Texte de la publication', own: /^Texte de la publication pour/, gap: 'Un champ reste à remplir', left: '{ville}', image: 'Une image n’a pas de description', describe: 'Description de l’image 2', title: 'Il manque un titre', titleField: 'Titre', choice: 'Choix 1', poll: 'Ajouter un sondage', empty: 'Un choix du sondage est vide', time: 'L’heure choisie est passée', when: 'Date et heure', show: /^Montrer/, write: 'Écrire un texte à part' }]
] as const) {
  test(`each check leads to its very place: the words that are too many, the gap, the field, the picture’s description (${language})`, async ({ studio, page }) => {
    const { workspaceId, accounts, texts, mediaIds } = await fillClient(studio, language)
    await studio.engine.ask('studio.saveSettings', { settings: { language } })
    const postId = studio.engine.random.id()
    const document = paragraph(`${'a'.repeat(290)} ${say.left} and more`)
    await studio.engine.ask('posts.saveDraft', {
      workspaceId, postId, revision: 0,
      content: {
        title: '', document: paragraph('Low tide.'), targets: Object.values(accounts).map((accountId) => ({ accountId, variant: null })),
        media: [{ mediaId: mediaIds[0]!, altText: 'Boots' }, { mediaId: mediaIds[1]!, altText: '' }],
        moreParts: [{ id: studio.engine.random.id(), document, variants: [], media: [] }]
      }
    })
    await studio.open(`#/w/${workspaceId}/compose/${postId}`)
    const line = (words: string) => page.getByRole('region', { name: say.checks }).getByRole('listitem').filter({ hasText: words })
    const editor = page.getByRole('textbox', { name: say.text, exact: true })

    // In another part than the one on the screen, by keyboard: what is too much is selected, to be written over.
    await line(say.tooLong).getByRole('button', { name: texts.handles.bluesky }).press('Enter')
    await expect(editor).toBeFocused()
    expect((await selected(page)).length).toBeGreaterThan(2)
    expect(`${'a'.repeat(290)} ${say.left} and more`.endsWith(await selected(page))).toBe(true)
    await picture(page, `too-long-${language}`)
    await line(say.gap).getByRole('button', { name: texts.handles.mastodon }).press('Enter')
    expect(await selected(page)).toBe(say.left)
    await page.keyboard.type('x')
    await expect(line(say.gap)).toHaveCount(0)

    // What is about the post as a whole has a way of its own.
    await line(say.image).getByRole('button', { name: say.show }).press('Enter')
    await expect(page.getByRole('textbox', { name: say.describe })).toBeFocused()
    await page.keyboard.type('A latte')
    await expect(line(say.image)).toHaveCount(0)
    await line(say.title).getByRole('button', { name: texts.handles.wordpress }).press('Enter')
    await expect(page.getByRole('textbox', { name: say.titleField, exact: true })).toBeFocused()
    await expectAccessible(page, 'checks that lead to their places')

    // An account with words of its own is led to those.
    await page.keyboard.press('Alt+2')
    await page.getByRole('button', { name: say.write }).click()
    await page.keyboard.press('Control+a')
    await page.keyboard.insertText('b'.repeat(305))
    await page.keyboard.press('Alt+1')
    // The checks follow the letters: until then the first line is the other part's.
    await expect(line(say.tooLong)).toHaveCount(2)
    await line(say.tooLong).getByRole('button', { name: texts.handles.bluesky }).first().press('Enter')
    await expect(page.getByRole('textbox', { name: say.own })).toBeFocused()
    expect(await selected(page)).toBe('bbbbb')
  })

  test(`a poll, the time and what nobody gets yet are a press away (${language})`, async ({ studio, page }) => {
    const { workspaceId, draftIds } = await fillClient(studio, language)
    await studio.engine.ask('studio.saveSettings', { settings: { language } })
    await studio.open(`#/w/${workspaceId}/compose/${draftIds[0]!}`)
    const line = (words: string) => page.getByRole('region', { name: say.checks }).getByRole('listitem').filter({ hasText: words })
    await page.getByRole('button', { name: say.poll }).click()
    await page.getByLabel(say.when).fill('2020-01-01T10:00')
    await page.getByRole('textbox', { name: say.text }).focus()
    await line(say.empty).getByRole('button').first().press('Enter')
    await expect(page.getByRole('textbox', { name: say.choice, exact: true })).toBeFocused()
    await line(say.time).getByRole('button', { name: say.show }).press('Enter')
    await expect(page.getByLabel(say.when)).toBeFocused()
    await picture(page, `time-${language}`)
  })
}
