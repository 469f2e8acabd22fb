import { expect, type Page } from '@playwright/test'
import { playableWebm } from '../support/tiny-videos.ts'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient, paragraph } from './support/fill-client.ts'
import { test, type Studio } from './support/studio-test.ts'

/** A post with a picture for a network that is published on by hand; its time comes in a minute. */
async function waitForCard(studio: Studio, page: Page): Promise<{ workspaceId: string; jobId: string }> {
  const { engine } = studio
  const { workspaceId, mediaIds } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/accounts`)
  await page.getByRole('button', { name: 'Connect an account' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: /Publish by hand/ }).click()
  await expect(dialog.getByText('It lets programs publish only whom it has invited.')).toBeVisible()
  await dialog.getByLabel('Account').fill('@tideline')
  await expectAccessible(page, 'a network by hand')
  await dialog.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(dialog).toBeHidden()
  const account = (await engine.ask('accounts.list', { workspaceId })).accounts.find(({ networkId }) => networkId === 'assisted')!
  expect(account).toMatchObject({ displayName: 'Snapchat', handle: '@tideline' })

  const postId = engine.random.id()
  const content = { title: '', document: paragraph('The harbour at six. Come by!'), targets: [{ accountId: account.id, variant: null }], media: [{ mediaId: mediaIds[0]!, altText: 'The harbour' }] }
  const { revision } = await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content })
  await engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'now' } })
  await studio.advance(60_000)
  const { jobs } = await engine.ask('posts.read', { workspaceId, postId })
  return { workspaceId, jobId: jobs[0]!.id }
}

test('a post for a network without an interface waits as a card, and ends in the ledger with its link', async ({ studio, page }) => {
  const { workspaceId, jobId } = await waitForCard(studio, page)
  await studio.open(`#/w/${workspaceId}/outbox`)
  await page.getByText('The harbour at six. Come by!').first().click()
  const card = page.getByRole('region', { name: 'It is time: publish this on Snapchat' })
  await expect(card.getByRole('button', { name: 'Copy the text' })).toBeVisible()
  await expect(page.getByText('Got ready for you to publish')).toBeVisible()
  await expect(page.getByText(/^Sent to/)).toBeHidden()
  await expectAccessible(page, 'the card')

  const saved = page.waitForEvent('download')
  await card.getByRole('button', { name: 'Save front.png' }).click()
  expect((await saved).suggestedFilename()).toBe('front.png')

  await card.getByLabel('Link of the post').fill('snapchat')
  await expect(card.getByText('A link begins with https://.')).toBeVisible()
  await card.getByLabel('Link of the post').fill('www.snapchat.com/add/tideline/1')
  await card.getByRole('button', { name: 'Done, it is published' }).click()
  await expect(card).toBeHidden()
  expect((await studio.engine.ask('outbox.readJob', { workspaceId, jobId })).job).toMatchObject({ state: 'published', remoteUrl: 'https://www.snapchat.com/add/tideline/1' })
  // Nobody but the person can say so: no network has confirmed anything.
  await expect(page.getByText('You said that it is out.')).toHaveCount(2)
  await expect(page.getByText('Cause', { exact: true })).toBeHidden()
  await expect(page.getByText(/confirmed/)).toBeHidden()
})

test('a card may have another hour', async ({ studio, page }) => {
  const { workspaceId, jobId } = await waitForCard(studio, page)
  await studio.open(`#/w/${workspaceId}/outbox`)
  await page.getByText('The harbour at six. Come by!').first().click()
  await page.getByRole('button', { name: 'Another hour…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Another hour…' })
  await expect(dialog).toContainText('The card is put away')
  await expectAccessible(page, 'another hour')
  await dialog.getByRole('button', { name: 'Give it a new time' }).click()
  await expect(dialog).toBeHidden()
  expect((await studio.engine.ask('outbox.readJob', { workspaceId, jobId })).job.state).toBe('queued')
  await expect(page.getByText(/^Given another time:/)).toBeVisible()
})

for (const [language, names] of [
  ['en', { card: 'It is time: publish this on Snapchat', cover: 'The cover that was chosen for quay.webm:', save: 'Save latte.png' }],
  ['fr', { card: /Snapchat/, cover: /La couverture choisie pour quay\.webm/, save: /latte\.png/ }]
] as const) {
  test(`a film's cover that was chosen is saved beside it, by its own name (${language})`, async ({ studio, page }) => {
    const { engine } = studio
    const { workspaceId, mediaIds } = await fillClient(studio, language)
    await engine.ask('studio.saveSettings', { settings: { language, theme: language === 'fr' ? 'dark' : 'light' } })
    const accountId = await addSnapchat(studio, workspaceId)
    const postId = engine.random.id()
    const content = { title: '', document: paragraph('Low tide at six.'), targets: [{ accountId, variant: null }], media: [] as { mediaId: string; altText: string; cover: { mediaId: string; atMs: null } }[] }
    await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content })
    await studio.open(`#/w/${workspaceId}/compose/${postId}`)
    await page.locator('input[type="file"]').first().setInputFiles({ name: 'quay.webm', mimeType: 'video/webm', buffer: Buffer.from(await playableWebm({ width: 180, height: 320, seconds: 7 })) })
    await expect.poll(async () => (await engine.ask('posts.read', { workspaceId, postId })).post.media).toHaveLength(1)
    // Left by its composer, which saves nothing of it any more.
    await studio.goTo(`#/w/${workspaceId}/outbox`)
    await studio.advance(1_000)
    const { post } = await engine.ask('posts.read', { workspaceId, postId })
    const media = post.media.map(({ mediaId }) => ({ mediaId, altText: '', cover: { mediaId: mediaIds[1]!, atMs: null } }))
    const { revision } = await engine.ask('posts.saveDraft', { workspaceId, postId, revision: post.revision, content: { ...content, media } })
    await engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'now' } })
    await studio.advance(60_000)
    await page.getByText('Low tide at six.').first().click()
    const card = page.getByRole('region', { name: names.card })
    await expect(card.getByText(names.cover)).toBeVisible()
    await expectAccessible(page, `a card with a cover, ${language}`)
    const saved = page.waitForEvent('download')
    await card.getByRole('button', { name: names.save }).press('Enter')
    expect((await saved).suggestedFilename()).toBe('latte.png')
  })
}

async function addSnapchat(studio: Studio, workspaceId: string): Promise<string> {
  const { id } = await studio.engine.ask('accounts.addAssisted', { workspaceId, assistedId: 'snapchat', networkName: 'Snapchat', address: 'https://www.snapchat.com', handle: '@tideline' })
  return id
}

test('an account by hand says what it is, and has nothing to check and nothing to log in to: it can be removed', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'en')
  await addSnapchat(studio, workspaceId)
  await studio.open(`#/w/${workspaceId}/accounts`)
  const row = page.getByRole('row').filter({ hasText: '@tideline' })
  await expect(row.getByRole('cell')).toContainText(['@tideline', 'Published by hand', 'None needed', 'Nothing to check', ''])
  await page.getByRole('button', { name: 'Actions for @tideline', exact: true }).click()
  await expect(page.getByRole('menuitem')).toHaveText(['Remove'])
  await page.getByRole('menuitem', { name: 'Remove' }).click()
  const question = page.getByRole('alertdialog')
  await expect(question).not.toContainText('key')
  await question.getByRole('button', { name: 'Remove account' }).click()
  await expect(page.getByText('@tideline was removed', { exact: true })).toBeVisible()
})

test('the composer says what is done by hand, and promises nothing but a card', async ({ studio, page }) => {
  const { workspaceId, texts, mediaIds } = await fillClient(studio, 'en')
  const accountId = await addSnapchat(studio, workspaceId)
  const postId = studio.engine.random.id()
  const content = { title: '', document: paragraph('The harbour at six.'), targets: [{ accountId, variant: null }], media: [{ mediaId: mediaIds[0]!, altText: 'The harbour' }] }
  await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content })
  await studio.engine.ask('workspaces.update', { workspaceId, changes: { safety: { undoSeconds: 15 } } })
  await studio.open(`#/w/${workspaceId}/compose/${postId}`)
  const targets = page.getByRole('group', { name: 'Publish on' })
  await expect(targets.getByRole('button', { name: /Snapchat.*by hand/ })).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByText('Snapchat: you publish there yourself. Vigie gets a card ready with the text to copy and the file, to be saved and added there; nothing leaves by itself.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Schedule the card' })).toBeVisible()
  await expectAccessible(page, 'a post by hand')

  // With an account that Vigie publishes on beside it, something does leave.
  await targets.getByRole('button', { name: texts.handles.mastodon }).click()
  await expect(page.getByRole('button', { name: 'Publish now' })).toBeVisible()
  await page.getByRole('button', { name: 'Publish now' }).click()
  await expect(page.getByRole('alertdialog').getByText('by hand', { exact: true })).toHaveCount(1)
  await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click()
  await targets.getByRole('button', { name: texts.handles.mastodon }).click()

  await page.getByRole('button', { name: 'Get the card ready now' }).click()
  const question = page.getByRole('alertdialog', { name: `Get the card ready for ${texts.name}?` })
  await expect(question).toContainText('It stands ready in the outbox at once.')
  await expect(question).not.toContainText('goes out')
  await question.getByRole('button', { name: 'Get the card ready' }).click()
  // Nothing leaves by itself that could be taken back first: the card is there.
  await expect(page.getByText('The card is being got ready')).toBeHidden()
  await expect(page.getByText(/ready (for you )?in \d+ s$/)).toBeHidden()
  await expect(page.getByText('To publish by hand').first()).toBeVisible()
  await expect(page.getByText(/leaves/i)).toBeHidden()
})

test('shows the networks that people look for, and leads from each to the form with its name', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'fr')
  await studio.engine.ask('studio.saveSettings', { settings: { language: 'fr' } })
  await studio.open(`#/w/${workspaceId}/accounts`)
  await page.getByRole('button', { name: 'Connecter un compte' }).click()
  const dialog = page.getByRole('dialog')
  const byHand = dialog.getByRole('region', { name: 'À la main', exact: true })
  for (const name of ['Instagram', 'LinkedIn', 'TikTok', 'YouTube', 'Pinterest', 'Reddit']) await expect(byHand.getByRole('button', { name, exact: true })).toBeVisible()
  // A Page of Facebook is connected; only a profile is served by hand.
  await expect(byHand.getByRole('button', { name: 'Facebook' })).toHaveCount(0)
  await expectAccessible(page, 'the networks by hand')
  await byHand.getByRole('button', { name: 'Pinterest' }).click()
  await expect(dialog.getByRole('combobox', { name: 'Réseau' })).toContainText('Pinterest')
  await dialog.getByLabel('Compte').fill('@comptoir')
  await dialog.getByRole('button', { name: 'Ajouter', exact: true }).click()
  await expect(dialog).toBeHidden()
  const { accounts } = await studio.engine.ask('accounts.list', { workspaceId })
  expect(accounts.find(({ networkId }) => networkId === 'assisted')).toMatchObject({ displayName: 'Pinterest', handle: '@comptoir', serverUrl: 'https://www.pinterest.com/pin-creation-tool' })
})

test('two networks by hand with one handle are told apart above their previews and in the checks', async ({ studio, page }) => {
  const { engine } = studio
  const { workspaceId } = await fillClient(studio, 'en')
  const ids: string[] = []
  for (const [assistedId, networkName] of [['instagram', 'Instagram'], ['own', 'Nextdoor']] as const) {
    ids.push((await engine.ask('accounts.addAssisted', { workspaceId, assistedId, networkName, address: 'https://www.example.com', handle: 'tideline' })).id)
  }
  const postId = engine.random.id()
  await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: paragraph(Array.from({ length: 31 }, (_, place) => `#tide${String(place)}`).join(' ')), targets: ids.map((accountId) => ({ accountId, variant: null })), media: [] } })
  await studio.open(`#/w/${workspaceId}/compose/${postId}`)
  for (const name of ['Instagram (tideline)', 'Nextdoor (tideline)']) {
    const frame = page.locator('section', { has: page.getByRole('article') }).filter({ has: page.getByRole('button', { name, exact: true }) })
    await expect(frame.getByRole('article')).toBeVisible()
  }
  await expect(page.getByRole('region', { name: 'Checks' }).getByRole('button', { name: 'Instagram (tideline)', exact: true }).first()).toBeVisible()
})
