import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { paragraph } from './support/fill-client.ts'
import { test, type Studio } from './support/studio-test.ts'

const handle = '@lea.example'

/** The florist's accounts, where the browser, still logged in as the bakery, brings the bakery's. */
async function connectTheBakerys(studio: Studio, page: Page, connect: string, network: RegExp): Promise<string> {
  const [bakery, florist] = [studio.engine.random.id(), studio.engine.random.id()]
  await studio.engine.ask('workspaces.create', { id: bakery, name: 'Boulangerie Martin', colour: 'amber', timeZone: 'Europe/Paris' })
  await studio.engine.ask('workspaces.create', { id: florist, name: 'Fleurs Marc', colour: 'plum', timeZone: 'Europe/Paris' })
  studio.bluesky.invite(handle, { displayName: 'Léa', handle, serverUrl: 'https://pds.example' })
  await login(studio, bakery, 'before')
  await studio.open(`#/w/${florist}/accounts`)
  await page.getByRole('button', { name: connect }).first().click()
  await page.getByRole('button', { name: network }).click()
  const account = page.getByRole('dialog').getByRole('textbox').first()
  await account.fill('lea.example')
  // In the field, wherever the dialog put the keyboard when its step changed.
  await account.press('Enter')
  await expect.poll(() => studio.loginIds.length).toBe(1)
  const loginId = studio.loginIds[0]!
  studio.push('accounts.loginFinished', { loginId, outcome: { kind: 'connected', account: await login(studio, florist, loginId) } })
  return florist
}

async function login(studio: Studio, workspaceId: string, loginId: string) {
  await studio.engine.askAsMain('login.begin', { loginId, workspaceId, networkId: 'bluesky', serverUrl: 'https://bsky.social', redirectUri: 'http://127.0.0.1:1/vigie' })
  const completed = await studio.engine.askAsMain('login.complete', { loginId, code: handle, issuer: null })
  if (!completed.ok) throw new Error(completed.error.code)
  return completed.value.account
}

for (const [language, words] of [
  ['en', { connect: 'Connect an account', network: /^Bluesky With your browser/, title: `Boulangerie Martin has ${handle} connected already`, remove: 'Remove it from Fleurs Marc…', sure: 'Remove account', keep: 'Keep it at both', mark: 'Also at Boulangerie Martin', publish: 'Publish now' }],
  ['fr', { connect: 'Connecter un compte', network: /^Bluesky /, title: `${handle} est déjà connecté chez Boulangerie Martin`, remove: 'Retirer de Fleurs Marc…', sure: 'Retirer le compte', keep: 'Garder chez les deux', mark: 'Aussi chez Boulangerie Martin', publish: 'Publier maintenant' }]
] as const) {
  test(`a login that brings another client’s account says whose it is, and offers to take it away again first (${language})`, async ({ studio, page }) => {
    await studio.engine.ask('studio.saveSettings', { settings: { language } })
    const florist = await connectTheBakerys(studio, page, words.connect, words.network)
    const question = page.getByRole('alertdialog', { name: words.title })
    await expect(question).toBeVisible()
    await expectAccessible(page, 'an account of two clients')
    await question.getByRole('button', { name: words.remove }).click()
    await expect(question).toBeHidden()
    await page.getByRole('alertdialog').getByRole('button', { name: words.sure }).click()
    await expect.poll(async () => (await studio.engine.ask('accounts.list', { workspaceId: florist })).accounts).toEqual([])
  })

  test(`kept at both, it is named as both clients’ wherever it is chosen (${language})`, async ({ studio, page }) => {
    await studio.engine.ask('studio.saveSettings', { settings: { language } })
    const florist = await connectTheBakerys(studio, page, words.connect, words.network)
    await page.getByRole('alertdialog', { name: words.title }).getByRole('button', { name: words.keep }).click()
    await expect(page.getByRole('row', { name: new RegExp(handle) }).getByText(words.mark)).toBeVisible()
    await expectAccessible(page, 'the mark in the list of accounts')
    const [postId, { accounts }] = [studio.engine.random.id(), await studio.engine.ask('accounts.list', { workspaceId: florist })]
    await studio.engine.ask('posts.saveDraft', { workspaceId: florist, postId, revision: 0, content: { title: '', document: paragraph('Les pivoines sont arrivées'), targets: accounts.map(({ id }) => ({ accountId: id, variant: null })), media: [] } })
    await studio.open(`#/w/${florist}/compose/${postId}`)
    await expect(page.getByRole('button', { name: words.mark })).toHaveAttribute('aria-pressed', 'true')
    await page.getByRole('button', { name: words.publish, exact: true }).click()
    await expect(page.getByRole('alertdialog').getByText(words.mark)).toBeVisible()
    await expectAccessible(page, 'the mark in the question')
  })
}
