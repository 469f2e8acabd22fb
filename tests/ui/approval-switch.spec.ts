import { expect } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

for (const [language, words] of [
  ['en', { approval: 'Posts need the client’s approval', title: /scheduled posts? ha(s|ve) no yes/, cancel: 'Cancel', confirm: 'Need approval all the same', foot: /without a yes/, releasing: /scheduled posts? leaves? without a yes/, first: 'The first one: ', release: 'Let them go' }],
  ['fr', { approval: 'Les publications demandent l’accord du client', title: /programmées? n’(a|ont) pas d’accord/, cancel: 'Annuler', confirm: 'Demander l’accord quand même', foot: /sans accord/, releasing: /programmées? partir(a|ont) sans accord/, first: 'La première\u00a0: ', release: 'Les laisser partir' }]
] as const) {
  test(`whoever lets posts need a yes sees first which scheduled ones would stop (${language})`, async ({ studio, page }) => {
    await studio.engine.ask('studio.saveSettings', { settings: { language } })
    const { workspaceId, draftIds } = await fillClient(studio, language)
    const { post } = await studio.engine.ask('posts.read', { workspaceId, postId: draftIds[0]! })
    await studio.engine.ask('posts.schedule', { workspaceId, postId: post.id, revision: post.revision, when: { kind: 'at', localDateTime: '2026-11-25T08:30' } })
    const isNeeded = async () => (await studio.engine.ask('studio.read', {})).workspaces.find(({ id }) => id === workspaceId)?.safety.approval
    await studio.open(`#/w/${workspaceId}/settings`)
    await page.getByRole('switch', { name: words.approval }).click()
    const question = page.getByRole('dialog', { name: words.title })
    const { excerpt } = (await studio.engine.ask('posts.list', { workspaceId, from: 0, until: 9e12, drafts: false })).posts.find(({ id }) => id === post.id)!
    await expect(question).toContainText(excerpt.slice(0, 20))
    await expectAccessible(page, 'the question before posts need a yes')
    await question.getByRole('button', { name: words.cancel }).click()
    await expect(question).toBeHidden()
    expect(await isNeeded()).toBe('not_needed')
    await page.getByRole('switch', { name: words.approval }).click()
    await question.getByRole('button', { name: words.confirm }).click()
    await expect.poll(isNeeded).toBe('needed')
    await expect(page.getByRole('switch', { name: words.approval })).toBeChecked()
    // Nothing of it goes out like this, and the foot promises no hour.
    await expect(page.getByRole('contentinfo').getByText(words.foot)).toBeVisible()
    await expect(page.getByRole('contentinfo').getByText(/Nothing to go out|Nothing waiting|Rien à envoyer/)).toHaveCount(0)
    await expect(page.getByRole('contentinfo').getByText(/next:|prochain/)).toHaveCount(0)

    await page.getByRole('switch', { name: words.approval }).click()
    const releasing = page.getByRole('dialog', { name: words.releasing })
    await expect(releasing).toContainText(words.first)
    await expectAccessible(page, 'the question before posts go without a yes')
    await releasing.getByRole('button', { name: words.cancel }).click()
    expect(await isNeeded()).toBe('needed')
    await page.getByRole('switch', { name: words.approval }).click()
    await releasing.getByRole('button', { name: words.release }).click()
    await expect.poll(isNeeded).toBe('not_needed')
    await expect(page.getByRole('contentinfo').getByText(words.foot)).toHaveCount(0)
  })
}
