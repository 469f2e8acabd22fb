import { expect } from '@playwright/test'
import { fillClient, paragraph } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

test('French typography is put into the description of a picture as it is typed, one key takes it back, and the switch turns it off', async ({ studio, page }) => {
  const { workspaceId, accounts, mediaIds } = await fillClient(studio, 'fr')
  await studio.engine.ask('studio.saveSettings', { settings: { language: 'fr' } })
  const postId = studio.engine.random.id()
  await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: paragraph('Marée basse.'), targets: [{ accountId: accounts.mastodon, variant: null }], media: [{ mediaId: mediaIds[0]!, altText: '' }] } })
  await studio.open(`#/w/${workspaceId}/compose/${postId}`)
  const field = page.getByRole('textbox', { name: 'Description de l’image 1' })
  await field.focus()
  await page.keyboard.type('L\'atelier de "Paul", ouvert ?')
  await expect(field).toHaveValue('L’atelier de «\u00a0Paul\u00a0», ouvert\u202f?')
  await page.keyboard.press('Control+z')
  await expect(field).toHaveValue('L’atelier de «\u00a0Paul\u00a0», ouvert ?')
  await expect.poll(async () => (await studio.engine.ask('posts.read', { workspaceId, postId })).post.media[0]?.altText).toBe('L’atelier de «\u00a0Paul\u00a0», ouvert ?')
  await studio.engine.ask('studio.saveSettings', { settings: { frenchTyping: false } })
  await field.fill('')
  await expect.poll(async () => { await field.fill(''); await page.keyboard.type('Ici !'); return field.inputValue() }).toBe('Ici !')
})

test('the same in an excerpt', async ({ studio, page }) => {
  const { workspaceId, accounts } = await fillClient(studio, 'fr')
  await studio.engine.ask('studio.saveSettings', { settings: { language: 'fr' } })
  const postId = studio.engine.random.id()
  await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: 'Marché', document: paragraph('Marée basse.'), targets: [{ accountId: accounts.wordpress, variant: null }], media: [] } })
  await studio.open(`#/w/${workspaceId}/compose/${postId}`)
  const field = page.getByRole('textbox', { name: 'Extrait', exact: true })
  await field.focus()
  await page.keyboard.type('L\'atelier de "Paul", ouvert ?')
  await expect(field).toHaveValue('L’atelier de «\u00a0Paul\u00a0», ouvert\u202f?')
  await page.keyboard.press('Control+z')
  await expect(field).toHaveValue('L’atelier de «\u00a0Paul\u00a0», ouvert ?')
  await expect.poll(async () => (await studio.engine.ask('posts.read', { workspaceId, postId })).post.teaser).toBe('L’atelier de «\u00a0Paul\u00a0», ouvert ?')
})
