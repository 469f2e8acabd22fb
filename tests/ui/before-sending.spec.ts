import { expect } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

test('a post that needs a yes is not sent without it, and any edit takes it back', async ({ studio, page }) => {
  const { workspaceId, draftIds } = await fillClient(studio, 'en')
  await studio.engine.ask('workspaces.update', { workspaceId, changes: { safety: { approval: 'needed' } } })
  await studio.open(`#/w/${workspaceId}/compose/${draftIds[0]}`)
  const panel = page.getByRole('region', { name: 'Approval' })
  await expect(panel).toContainText('Nobody was asked yet')
  await expect(page.getByRole('region', { name: 'Checks' })).toContainText('The client’s approval is missing')
  await expect(page.getByRole('button', { name: 'Schedule' })).toBeDisabled()
  await panel.getByRole('button', { name: 'Note as asked' }).click()
  await expect(panel).toContainText('The answer is awaited')
  await panel.getByRole('button', { name: 'Record a yes…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Record the client’s yes' })
  await dialog.getByLabel('Who said so').fill('Claire Petit')
  await dialog.getByRole('button', { name: 'Telephone' }).click()
  await expectAccessible(page, 'the dialog that records a yes')
  await page.keyboard.press('Tab')
  await dialog.getByRole('button', { name: 'Record it' }).click()
  await expect(panel).toContainText('Claire Petit approved it')
  await expect(panel).toContainText('Telephone')
  await expect(page.getByRole('button', { name: 'Schedule' })).toBeEnabled()
  await page.getByRole('textbox', { name: 'Text of the post' }).press('End')
  await page.keyboard.type(' And more')
  await expect(panel).toContainText('Claire Petit had approved it, and it was changed since')
  await expect(page.getByRole('button', { name: 'Schedule' })).toBeDisabled()
  await studio.goTo(`#/w/${workspaceId}/calendar`)
  await expect(page.getByLabel('Approval: changed since').first()).toBeVisible()
})

test('the same text on the same account within a day is said, and needs a deliberate yes', async ({ studio, page }) => {
  const { workspaceId, draftIds, texts } = await fillClient(studio, 'en')
  const first = await studio.engine.ask('posts.read', { workspaceId, postId: draftIds[0]! })
  await studio.engine.ask('posts.schedule', { workspaceId, postId: draftIds[0]!, revision: first.post.revision, when: { kind: 'now' } })
  await studio.advance(2_000)
  await studio.open(`#/w/${workspaceId}/compose/${draftIds[1]}`)
  await page.getByRole('textbox', { name: 'Text of the post' }).fill(texts.drafts[0]!.toUpperCase())
  await expect(page.getByRole('region', { name: 'Checks' })).toContainText('The same text went out here within a day')
  await page.getByRole('button', { name: 'Publish now' }).click()
  const question = page.getByRole('alertdialog')
  await expect(question).toContainText(`The same text goes twice to each of these accounts: ${texts.name} (${texts.handles.bluesky}) and ${texts.name} (${texts.handles.mastodon}).`)
  // Said by the first question already, and a hurried key answers it with no.
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(question).toHaveCount(0)
  await page.getByRole('button', { name: 'Publish now' }).click()
  await studio.advance(1_000)
  expect(studio.bluesky.published.map(({ text }) => text)).not.toContain(texts.drafts[0]!.toUpperCase())
  await question.getByRole('button', { name: 'Publish it again' }).click()
  await studio.advance(2_000)
  expect(studio.bluesky.published.map(({ text }) => text)).toContain(texts.drafts[0]!.toUpperCase())
})

for (const how of ['Publish now', 'Schedule'] as const) {
  test(`a second press of the key that brought the question does not answer it (${how})`, async ({ studio, page }) => {
    const { workspaceId, draftIds, texts } = await fillClient(studio, 'en')
    const first = await studio.engine.ask('posts.read', { workspaceId, postId: draftIds[0]! })
    await studio.engine.ask('posts.schedule', { workspaceId, postId: draftIds[0]!, revision: first.post.revision, when: { kind: 'now' } })
    await studio.advance(2_000)
    // The page does not know of it: the engine says so, when it is asked to send.
    studio.disturb('posts.findRepeats', 'unreachable')
    await studio.open(`#/w/${workspaceId}/compose/${draftIds[1]}`)
    await page.getByRole('textbox', { name: 'Text of the post' }).fill(texts.drafts[0]!.toUpperCase())
    await page.getByLabel('Date and time').fill('2026-11-21T18:30')
    await expect(page.getByText(/^Saved/).first()).toBeVisible()
    await page.getByRole('button', { name: how, exact: how === 'Schedule' }).click()
    const question = page.getByRole('alertdialog')
    if (how === 'Publish now') {
      await question.getByRole('button', { name: how }).focus()
      await page.keyboard.press('Enter')
    }
    await expect(question).toContainText(/The same text goes to [^:]*\(@[^)]*\) twice\./)
    await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(question).toHaveCount(0)
    expect((await studio.engine.ask('posts.read', { workspaceId, postId: draftIds[1]! })).post.status).toBe('draft')
  })
}

test('asks once when it goes out as another client than the last time, and not when that is switched off', async ({ studio, page }) => {
  const { workspaceId, draftIds, texts } = await fillClient(studio, 'en')
  const other = studio.engine.random.id()
  await studio.engine.ask('workspaces.create', { id: other, name: 'Atelier Brun', colour: 'brick', timeZone: 'Europe/Paris' })
  await studio.engine.ask('studio.saveSettings', { settings: { lastPublishingWorkspaceId: other } })
  await studio.open(`#/w/${workspaceId}/compose/${draftIds[0]}`)
  await page.getByLabel('Date and time').fill('2026-11-25T08:30')
  await page.getByRole('button', { name: 'Schedule', exact: true }).click()
  const question = page.getByRole('alertdialog', { name: `Schedule for ${texts.name}?` })
  await expect(question).toContainText('The last time it was Atelier Brun.')
  await expect(question).toContainText(texts.handles.bluesky)
  await question.getByRole('button', { name: 'Schedule' }).click()
  await expect.poll(async () => (await studio.engine.ask('posts.read', { workspaceId, postId: draftIds[0]! })).post.status).toBe('scheduled')
  await expect.poll(async () => (await studio.engine.ask('studio.read', {})).settings.lastPublishingWorkspaceId).toBe(workspaceId)
  await studio.engine.ask('studio.saveSettings', { settings: { lastPublishingWorkspaceId: other, confirmClientChange: false } })
  await studio.open(`#/w/${workspaceId}/compose/${draftIds[1]}`)
  await page.getByLabel('Date and time').fill('2026-11-26T08:30')
  await page.getByRole('button', { name: 'Schedule', exact: true }).click()
  await expect.poll(async () => (await studio.engine.ask('posts.read', { workspaceId, postId: draftIds[1]! })).post.status).toBe('scheduled')
})

for (const [language, words] of [
  ['en', { panel: 'Approval', record: 'Record a no…', dialog: 'Record the client’s no', by: 'Who said so', note: 'What should change', save: 'Record it', stands: 'It does not leave like this.', status: 'Refused by the client', what: 'The client said no: it does not leave.', client: 'Claire Petit: “Not this picture”', said: 'The client said no', all: 'Send it all the same…', goes: 'Goes all the same: Claire Petit had refused it', decided: 'Decided here: to send it although the client said no', outbox: 'Outbox', comment: 'Not this picture' }],
  ['fr', { panel: 'Accord', record: 'Noter un refus…', dialog: 'Noter le refus du client', by: 'Qui l’a dit', note: 'Ce qui doit changer', save: 'Noter', stands: 'Elle ne part pas telle quelle.', status: 'Refusée par le client', what: 'Le client a dit non\u00a0: elle ne part pas.', client: 'Claire Petit\u00a0: «\u00a0Pas cette photo\u00a0»', said: 'Le client a dit non', all: 'Envoyer malgré tout…', goes: 'Part malgré tout\u00a0: Claire Petit avait refusé', decided: 'Décidé ici\u00a0: l’envoyer malgré le refus du client', outbox: 'Boîte d’envoi', comment: 'Pas cette photo' }]
] as const) {
  test(`a client’s no to a planned post is said in calendar, outbox and story, and one decision sends it all the same (${language})`, async ({ studio, page }) => {
    await studio.engine.ask('studio.saveSettings', { settings: { language } })
    const { workspaceId, draftIds } = await fillClient(studio, language)
    const postId = draftIds[0]!
    const { post } = await studio.engine.ask('posts.read', { workspaceId, postId })
    await studio.engine.ask('posts.schedule', { workspaceId, postId, revision: post.revision, when: { kind: 'at', localDateTime: '2026-11-25T08:30' } })
    await studio.engine.ask('posts.recordApproval', { workspaceId, postId, revision: post.revision, approval: { kind: 'asked', note: '' } })
    await studio.open(`#/w/${workspaceId}/compose/${postId}`)
    const panel = page.getByRole('region', { name: words.panel, exact: true })
    await panel.getByRole('button', { name: words.record }).click()
    const dialog = page.getByRole('dialog', { name: words.dialog })
    await dialog.getByLabel(words.by).fill('Claire Petit')
    await dialog.getByLabel(words.note).fill(words.comment)
    await expectAccessible(page, 'the dialog that records a no')
    await dialog.getByRole('button', { name: words.save }).click()
    await expect(panel).toContainText(words.stands)
    await expectAccessible(page, 'the composer of a refused post')

    await studio.goTo(`#/w/${workspaceId}/calendar`)
    await expect(page.getByRole('img', { name: words.status }).first()).toBeVisible()

    const job = (await studio.engine.ask('posts.read', { workspaceId, postId })).jobs[0]!
    await studio.goTo(`#/w/${workspaceId}/outbox/${job.id}`)
    await expect(page.getByRole('listitem').filter({ hasText: words.status }).first()).toBeVisible()
    const story = page.getByRole('article')
    await expect(story).toContainText(words.what)
    await expect(story).toContainText(words.client)
    await expect(story.getByRole('list').getByText(words.said)).toBeVisible()
    await expectAccessible(page, 'the story of a refused post')
    await story.getByRole('button', { name: words.all }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: words.all }).click()
    await expect(story).toContainText(words.decided)
    await expect(story).not.toContainText(words.what)
    await studio.goTo(`#/w/${workspaceId}/compose/${postId}`)
    await expect(panel).toContainText(words.goes)
  })
}

for (const [language, words] of [
  ['en', { panel: 'Approval', text: 'Text of the post', refused: 'Claire Petit refused these words on', stands: 'It does not leave like this.', edited: 'Edited since Claire Petit refused it on', nobody: 'Nobody has said yes to these words yet.', checks: 'Checks', check: 'Edited since the client’s no of', well: 'All good', copy: 'Duplicate as a draft', compare: 'Compare the words', takeOn: 'I answer for it…', confirm: 'I answer for it', taken: 'Goes as it was edited since, and you answer for it', close: 'Close' }],
  ['fr', { panel: 'Accord', text: 'Texte de la publication', refused: 'Claire Petit a refusé ce contenu le', stands: 'Elle ne part pas telle quelle.', edited: 'Modifiée depuis le refus de Claire Petit, le', nobody: 'Personne n’a encore dit oui à ces mots.', checks: 'Vérifications', check: 'Modifiée depuis le refus du client du', well: 'Tout est bon', copy: 'Dupliquer en brouillon', compare: 'Comparer les mots', takeOn: 'J’en réponds…', confirm: 'J’en réponds', taken: 'vous en répondez', close: 'Fermer' }]
] as const) {
  test(`a copy keeps the client’s no, and after an edit it is a warning until somebody answers for the new words (${language})`, async ({ studio, page }) => {
    await studio.engine.ask('studio.saveSettings', { settings: { language } })
    const { workspaceId, draftIds } = await fillClient(studio, language)
    const { post } = await studio.engine.ask('posts.read', { workspaceId, postId: draftIds[0]! })
    await studio.engine.ask('posts.recordApproval', { workspaceId, postId: post.id, revision: post.revision, approval: { kind: 'refused', by: 'Claire Petit', channel: 'mail', comment: 'Too loud' } })
    await studio.open(`#/w/${workspaceId}/compose/${post.id}`)
    const panel = page.getByRole('region', { name: words.panel, exact: true })
    await expect(panel).toContainText(words.stands)
    await page.getByRole('button', { name: words.copy }).click()
    await expect(page).not.toHaveURL(new RegExp(post.id))
    await expect(panel).toContainText(words.refused)
    await expect(panel).toContainText('Too loud')
    await page.getByRole('textbox', { name: words.text }).press('End')
    await page.keyboard.type(' !')
    await expect(panel).toContainText(words.edited)
    await expect(panel).toContainText(words.nobody)
    await expect(panel).toContainText('Too loud')
    await expect(page.getByRole('region', { name: words.checks })).toContainText(words.check)
    await expect(page.getByText(words.well)).toHaveCount(0)
    await expectAccessible(page, 'the composer of words edited since a no')
    await panel.getByRole('button', { name: words.compare }).click()
    await expect(page.getByRole('dialog').locator('ins').filter({ hasText: '!' })).toBeVisible()
    await page.getByRole('dialog').getByRole('button', { name: words.close }).click()
    await panel.getByRole('button', { name: words.takeOn }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: words.confirm }).click()
    await expect(panel).toContainText(words.taken)
    await expect(page.getByText(words.check)).toHaveCount(0)
  })

  test(`a scheduled and refused post says one thing: its banner, and no way back that would only be refused (${language})`, async ({ studio, page }) => {
    await studio.engine.ask('studio.saveSettings', { settings: { language } })
    const { workspaceId, draftIds } = await fillClient(studio, language)
    const { post } = await studio.engine.ask('posts.read', { workspaceId, postId: draftIds[0]! })
    await studio.engine.ask('posts.schedule', { workspaceId, postId: post.id, revision: post.revision, when: { kind: 'at', localDateTime: '2026-11-25T08:30' } })
    await studio.engine.ask('posts.recordApproval', { workspaceId, postId: post.id, revision: post.revision, approval: { kind: 'refused', by: 'Claire Petit', channel: 'mail', comment: 'Too loud' } })
    await studio.open(`#/w/${workspaceId}/compose/${post.id}`)
    const isFrench = language === 'fr'
    await expect(page.getByText(isFrench ? 'Refusée par le client\u00a0: elle ne part pas' : 'Refused by the client: it does not leave')).toBeVisible()
    await expect(page.getByText(isFrench ? /fixés tels qu’ils partiront/ : /fixed as they will go out/)).toHaveCount(0)
    await page.getByRole('button', { name: isFrench ? 'Reprendre pour modifier' : 'Take back and edit' }).click()
    await expect(page.getByText(isFrench ? /est un brouillon/ : /is a draft/).first()).toBeVisible()
    await expect(page.getByRole('button', { name: isFrench ? /^Reprogrammer/ : /^Schedule again/ })).toHaveCount(0)
  })
}

for (const [language, words] of [
  ['en', { refused: 'Refused', again: 'Try again', title: 'Publish now as', last: 'The last time it was Atelier Brun.', cancel: 'Cancel', confirm: 'Publish now' }],
  ['fr', { refused: 'Refusé', again: 'Réessayer', title: 'Publier maintenant au nom de', last: 'La dernière fois, c’était Atelier Brun.', cancel: 'Annuler', confirm: 'Publier maintenant' }]
] as const) {
  test(`a line of the outbox asks too when it goes out as another client than the last time (${language})`, async ({ studio, page }) => {
    const { workspaceId, draftIds, texts } = await fillClient(studio, language)
    const { post } = await studio.engine.ask('posts.read', { workspaceId, postId: draftIds[0]! })
    studio.bluesky.nextSends('rejected')
    await studio.engine.ask('posts.schedule', { workspaceId, postId: post.id, revision: post.revision, when: { kind: 'now' } })
    await studio.advance(1_500)
    const other = studio.engine.random.id()
    await studio.engine.ask('workspaces.create', { id: other, name: 'Atelier Brun', colour: 'brick', timeZone: 'Europe/Paris' })
    await studio.engine.ask('studio.saveSettings', { settings: { language, lastPublishingWorkspaceId: other } })
    await studio.open(`#/w/${workspaceId}/outbox`)
    await page.getByRole('button').filter({ hasText: words.refused }).first().click()
    const question = page.getByRole('alertdialog', { name: words.title })
    await page.getByRole('button', { name: words.again, exact: true }).click()
    await expect(question).toContainText(words.last)
    await expect(question).toContainText(texts.handles.bluesky)
    await expectAccessible(page, 'the question of the outbox at another client')
    // The coloured line ends where the buttons do.
    const [line, button] = [await question.locator('strong[data-client]').boundingBox(), await question.getByRole('button', { name: words.confirm }).boundingBox()]
    expect(line!.x + line!.width).toBeLessThanOrEqual(button!.x + button!.width + 0.5)
    await question.getByRole('button', { name: words.cancel }).click()
    await expect(question).toHaveCount(0)
    await studio.advance(20_000)
    expect(studio.bluesky.published.map(({ text }) => text)).not.toContain(texts.drafts[0])
    await page.getByRole('button', { name: words.again, exact: true }).click()
    await question.getByRole('button', { name: words.confirm }).click()
    await studio.advance(20_000)
    await expect.poll(() => studio.bluesky.published.map(({ text }) => text)).toContain(texts.drafts[0])
    await expect.poll(async () => (await studio.engine.ask('studio.read', {})).settings.lastPublishingWorkspaceId).toBe(workspaceId)
  })
}
