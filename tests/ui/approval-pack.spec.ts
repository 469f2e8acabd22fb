import { readFileSync, writeFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient, paragraph } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

test('the client’s yes and no come back from one file that reaches nothing outside itself', async ({ studio, page, context }, testInfo) => {
  const { workspaceId, draftIds, accounts } = await fillClient(studio, 'en')
  const hostile = studio.engine.random.id()
  const content = { title: '', document: paragraph('<script>alert(1)</script></p><img src=x onerror=alert(2)> "quoted"'), targets: [{ accountId: accounts.bluesky, variant: null }], media: [] }
  await studio.engine.ask('posts.saveDraft', { workspaceId, postId: hostile, revision: 0, content })
  await studio.open(`#/w/${workspaceId}/calendar`)
  await page.getByRole('button', { name: 'Ask the client…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Ask the client about posts' })
  await expectAccessible(page, 'asking the client')
  const all = dialog.getByRole('checkbox', { name: /^All/ })
  await expect(dialog.getByRole('checkbox', { name: /alert\(1\)/ })).not.toBeChecked()
  await all.check()
  await dialog.getByRole('button', { name: 'Français' }).click()
  const saving = page.waitForEvent('download')
  await dialog.getByRole('button', { name: /Save the pack/ }).click()
  const file = testInfo.outputPath('pack.html')
  await (await saving).saveAs(file)

  const asked: string[] = []
  const client = await context.newPage()
  client.on('request', (request) => void (/^(?:file|data|blob):/.test(request.url()) || asked.push(request.url())))
  client.on('dialog', () => asked.push('a script of a post ran'))
  await client.goto(`file://${file}`)
  await expect(client.locator('[data-post]').filter({ hasText: '<script>alert(1)</script></p><img src=x onerror=alert(2)>' })).toHaveCount(1)
  expect(readFileSync(file, 'utf8')).not.toMatch(/(?:src|href)="(?!data:)/)
  // The accounts of a post stand beside each other: one below the other the client scrolls for ever.
  expect(new Set(await client.locator(`[data-post="${draftIds[0]}"] .pack-preview`).evaluateAll((frames) => frames.map((frame) => frame.getBoundingClientRect().top))).size).toBe(1)
  const [yes, no] = [client.locator(`[data-post="${draftIds[0]}"]`), client.locator(`[data-post="${hostile}"]`)]
  await yes.getByRole('radio', { name: 'Oui, à publier' }).check()
  // Only what is missing is named.
  await client.getByRole('button', { name: 'Enregistrer ma réponse' }).click()
  await expect(client.getByText('Merci d’écrire votre nom.')).toBeVisible()
  await expect(client.getByText('répondre à au moins une publication')).toBeHidden()
  await no.getByRole('textbox').fill('Trop vif')
  await client.getByLabel('Votre nom').fill('Anaïs')
  // A comment without a yes or no would be lost.
  await client.getByRole('button', { name: 'Enregistrer ma réponse' }).click()
  await expect(client.getByText('de dire oui ou non partout où vous avez laissé un commentaire')).toBeVisible()
  await no.getByRole('radio', { name: 'Non, pas ainsi' }).check()
  const answering = client.waitForEvent('download')
  await client.getByRole('button', { name: 'Enregistrer ma réponse' }).click()
  const answer = testInfo.outputPath('answer.json')
  await (await answering).saveAs(answer)
  expect(asked).toEqual([])
  await client.close()
  expect(JSON.parse(readFileSync(answer, 'utf8'))).toMatchObject({ givenAt: expect.any(Number) })

  await dialog.getByRole('tab', { name: 'The client’s answer' }).click()
  await expectAccessible(page, 'taking the answer in')
  await dialog.getByLabel('File of the answer').setInputFiles(answer)
  await expect(dialog.getByText('Anaïs answered:')).toBeVisible()
  await expect(dialog.getByRole('blockquote').filter({ hasText: 'Trop vif' })).toBeVisible()
  const approvalOf = async (postId: string) => (await studio.engine.ask('posts.read', { workspaceId, postId })).post.approval
  expect(await approvalOf(draftIds[0]!)).toMatchObject({ kind: 'approved', by: 'Anaïs' })
  expect(await approvalOf(hostile)).toMatchObject({ kind: 'refused', comment: 'Trop vif' })

  writeFileSync(answer, 'Bonjour, c’est très bien.')
  await dialog.getByLabel('File of the answer').setInputFiles(answer)
  await expect(dialog.getByText('No answer was found in it.')).toBeVisible()
})

test('an earlier answer that is read later is not taken, until somebody here says so', async ({ studio, page }) => {
  const { workspaceId, draftIds } = await fillClient(studio, 'fr')
  await studio.engine.ask('studio.saveSettings', { settings: { language: 'fr', theme: 'light' } })
  const [postId = '', packId] = [draftIds[0], studio.engine.random.id()]
  await studio.engine.ask('posts.plan', { workspaceId, postId, plannedFor: '2026-12-01T09:00' })
  const { posts } = await studio.engine.ask('approvalPack.make', { workspaceId, packId, postIds: [postId] })
  const answer = (word: 'yes' | 'no', hour: number) => JSON.stringify({ vigie: 'approval-answer', version: 1, packId, by: 'Anaïs', givenAt: Date.UTC(2026, 10, 20, hour), answers: posts.map((post) => ({ ...post, answer: word, comment: '' })) })
  await studio.engine.ask('approvalPack.readAnswer', { workspaceId, text: answer('no', 10) })
  await studio.open(`#/w/${workspaceId}/calendar`)
  await page.getByRole('button', { name: 'Demander au client…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('tab', { name: 'La réponse du client' }).click()
  await dialog.getByRole('textbox').fill(answer('yes', 9))
  await dialog.getByRole('button', { name: 'Prendre en compte' }).click()
  const line = dialog.getByRole('listitem')
  await expect(line).toContainText(/1er déc.*\u00A0: pas prise en compte\u00A0: une réponse donnée plus tard l’a déjà été/)
  await expect(line).toContainText('à l’horloge de l’ordinateur du client')
  await expectAccessible(page, 'an older answer')
  await line.getByRole('button', { name: 'Prendre celle-ci à sa place' }).click()
  await expect(line).toContainText('\u00A0: approuvée')
  expect((await studio.engine.ask('posts.read', { workspaceId, postId })).post.approval).toMatchObject({ kind: 'approved' })
})

test('a no to one day of a series says how many other days stay back with it', async ({ studio, page }) => {
  const { engine } = studio
  const { workspaceId, accounts } = await fillClient(studio, 'en')
  const [postId, packId] = [engine.random.id(), engine.random.id()]
  const content = { title: '', document: paragraph('Rye bread at noon.'), targets: [{ accountId: accounts.bluesky, variant: null }], media: [] }
  const { revision } = await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content })
  await engine.ask('series.start', { workspaceId, seriesId: engine.random.id(), postId, revision, localDateTime: '2026-11-24T12:00', rule: { every: 'day' }, end: { kind: 'count', count: 4 } })
  const { posts } = await engine.ask('approvalPack.make', { workspaceId, packId, postIds: [postId] })
  await engine.ask('approvalPack.sent', { workspaceId, packId })
  await studio.open(`#/w/${workspaceId}/calendar`)
  await page.getByRole('button', { name: 'Ask the client…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('tab', { name: 'The client’s answer' }).click()
  await dialog.getByRole('textbox').fill(JSON.stringify({ vigie: 'approval-answer', version: 1, packId, by: 'Anaïs', givenAt: Date.UTC(2026, 10, 21, 10), answers: posts.map((post) => ({ ...post, answer: 'no', comment: '' })) }))
  await dialog.getByRole('button', { name: 'Take it in' }).click()
  await expect(dialog.getByText('3 other posts that begin with these words do not leave either.')).toBeVisible()
})
