import { expect } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient, paragraph } from './support/fill-client.ts'
import { test, type Studio } from './support/studio-test.ts'

async function plan(studio: Studio, workspaceId: string, accountId: string, text: string, localDateTime: string): Promise<string> {
  const postId = studio.engine.random.id()
  const content = { title: '', document: paragraph(text), targets: [{ accountId, variant: null }], media: [] }
  const { revision } = await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content })
  await studio.engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'at', localDateTime } })
  return postId
}

for (const [language, words] of [
  ['en', { fate: 'What becomes of “Out at once”', now: 'Publish now', lift: 'Lift the hold', ask: 'Lift the hold and publish now?', last: 'The last time it was Atelier Brun.', cancel: 'Cancel' }],
  ['fr', { fate: 'Ce que devient «\u00a0Out at once\u00a0»', now: 'Publier maintenant', lift: 'Lever la suspension', ask: 'Lever la suspension et publier maintenant\u00a0?', last: 'La dernière fois, c’était Atelier Brun.', cancel: 'Annuler' }]
] as const) {
  test(`lifting a hold names where each post would go, and asks when it publishes as another client than the last time (${language})`, async ({ studio, page }) => {
    const { workspaceId, accounts, texts } = await fillClient(studio, language)
    const other = studio.engine.random.id()
    await studio.engine.ask('workspaces.create', { id: other, name: 'Atelier Brun', colour: 'brick', timeZone: 'Europe/Paris' })
    await studio.engine.ask('studio.saveSettings', { settings: { language, lastPublishingWorkspaceId: other } })
    await plan(studio, workspaceId, accounts.bluesky, 'Out at once', '2026-11-21T10:05')
    await studio.engine.ask('safety.hold', { workspaceId, reason: '' })
    await studio.advance(10 * 60_000)
    await studio.open(`#/w/${workspaceId}/calendar`)
    await page.keyboard.press('Control+Shift+H')
    const lift = page.getByRole('dialog')
    await expect(lift.getByRole('listitem')).toContainText(texts.handles.bluesky)
    await lift.getByRole('group', { name: words.fate }).getByRole('button', { name: words.now }).click()
    await lift.getByRole('button', { name: words.lift }).click()
    const question = page.getByRole('alertdialog', { name: words.ask })
    await expect(question).toContainText(words.last)
    await expectAccessible(page, 'the question before a hold is lifted')
    await question.getByRole('button', { name: words.cancel }).click()
    expect(studio.bluesky.published.map(({ text }) => text)).not.toContain('Out at once')
    await lift.getByRole('button', { name: words.lift }).click()
    await question.getByRole('button', { name: words.lift }).click()
    await expect(question).toHaveCount(0)
    await studio.advance(20_000)
    await expect.poll(() => studio.bluesky.published.map(({ text }) => text)).toContain('Out at once')
    await expect.poll(async () => (await studio.engine.ask('studio.read', {})).settings.lastPublishingWorkspaceId).toBe(workspaceId)
  })
}

test('one key holds everything, a banner says so everywhere, and lifting it decides what has passed', async ({ studio, page }) => {
  const { workspaceId, accounts, texts } = await fillClient(studio, 'en')
  const now = await plan(studio, workspaceId, accounts.bluesky, 'Send me after all', '2026-11-21T10:05')
  const drop = await plan(studio, workspaceId, accounts.bluesky, 'Better not', '2026-11-21T10:06')
  const move = await plan(studio, workspaceId, accounts.bluesky, 'Another day', '2026-11-21T10:07')
  await studio.open(`#/w/${workspaceId}/inbox`)
  await page.keyboard.press('Control+Shift+H')
  const dialog = page.getByRole('dialog', { name: `Hold everything for ${texts.name}?` })
  await expect(dialog.getByLabel('Reason')).toBeFocused()
  await expect(dialog.getByRole('radio', { name: `${texts.name} only`, exact: true })).toBeChecked()
  await page.keyboard.type('Flood in the old town')
  await page.keyboard.press('Enter')
  // Exactly what was done: the count of the foot, and nothing of networks that had nothing of it.
  const foot = page.getByRole('contentinfo').getByRole('link')
  await expect(foot).toHaveText(/^\d+ to go out/)
  const waiting = /^(\d+) to go out/.exec((await foot.textContent()) ?? '')?.[1]
  await expect(page.getByText(`${waiting} posts or answers wait here until you lift it. Nothing was on its way.`)).toBeVisible()
  await expect(page.getByText(`Nothing leaves for ${texts.name}`)).toBeVisible()
  await expect(page.getByText(/called back/)).toHaveCount(0)
  await expect(page.getByText('“Flood in the old town”')).toBeVisible()
  await studio.advance(10 * 60_000)
  expect(studio.bluesky.published.map(({ text }) => text)).not.toContain('Send me after all')

  await studio.goTo(`#/w/${workspaceId}/outbox`)
  await expect(page.getByText(`Nothing leaves for ${texts.name}`)).toBeVisible()
  await page.keyboard.press('Control+Shift+H')
  const lift = page.getByRole('dialog', { name: 'Lift the hold?' })
  await expect(lift.getByRole('listitem')).toHaveCount(3)
  await expect(lift.getByRole('button', { name: 'Lift the hold' })).toBeDisabled()
  await expectAccessible(page, 'the dialog that lifts a hold')
  for (const [text, fate] of [['Send me after all', 'Publish now'], ['Better not', 'Do not publish'], ['Another day', 'New time']] as const) {
    await lift.getByRole('group', { name: `What becomes of “${text}”` }).getByRole('button', { name: fate }).click()
  }
  await lift.getByLabel('New time').fill('2026-11-24T09:00')
  await lift.getByRole('button', { name: 'Lift the hold' }).click()
  await expect(page.getByText('The hold is lifted')).toBeVisible()
  await expect(page.getByText('What is scheduled goes out at its time again.', { exact: true })).toBeVisible()
  await expect(page.getByText('Nothing leaves for')).toBeHidden()
  await studio.advance(2_000)
  expect(studio.bluesky.published.map(({ text }) => text)).toContain('Send me after all')
  const read = async (postId: string) => (await studio.engine.ask('posts.read', { workspaceId, postId })).post
  expect((await read(now)).status).toBe('published')
  expect((await read(drop)).status).toBe('draft')
  expect(await read(move)).toMatchObject({ status: 'scheduled', schedule: { localDateTime: '2026-11-24T09:00' } })
})

for (const [language, words] of [
  ['en', { lift: 'Lift the hold…', confirm: 'Lift the hold', now: 'Publish now', section: 'Kept by the client’s answer (4)', fateOf: 'What becomes of “', end: '”', edit: 'Edit', ask: 'Note as asked again', all: 'Send all the same', drop: 'Do not publish', no: 'Claire Petit: “Not this picture”', leaving: 'About to leave', text: 'Text of the post' }],
  ['fr', { lift: 'Lever la suspension…', confirm: 'Lever la suspension', now: 'Publier maintenant', section: 'Retenues par la réponse du client (4)', fateOf: 'Ce que devient «\u00a0', end: '\u00a0»', edit: 'Modifier', ask: 'Noter comme redemandé', all: 'Envoyer malgré tout', drop: 'Ne pas publier', no: 'Claire Petit\u00a0: «\u00a0Not this picture\u00a0»', leaving: 'Sur le départ', text: 'Texte de la publication' }]
] as const) {
  test(`what the client refused is not offered to leave after a hold: its own ways on, and none counts down at the foot (${language})`, async ({ studio, page }) => {
    await studio.engine.ask('studio.saveSettings', { settings: { language } })
    const { workspaceId, accounts } = await fillClient(studio, language)
    await studio.engine.ask('workspaces.update', { workspaceId, changes: { safety: { undoSeconds: 30 } } })
    const texts = ['Refused one', 'Refused two', 'Refused three', 'Refused four']
    const [edit, ask, all, drop] = await Promise.all(texts.map((text, index) => plan(studio, workspaceId, accounts.bluesky, text, `2026-11-21T10:0${index + 5}`)))
    const free = await plan(studio, workspaceId, accounts.bluesky, 'A free one', '2026-11-21T10:09')
    for (const postId of [edit!, ask!, all!, drop!]) await studio.engine.ask('posts.recordApproval', { workspaceId, postId, revision: 1, approval: { kind: 'refused', by: 'Claire Petit', channel: 'mail', comment: 'Not this picture' } })
    await studio.engine.ask('safety.hold', { workspaceId, reason: 'Flood' })
    await studio.advance(10 * 60_000)
    await studio.open(`#/w/${workspaceId}/calendar`)
    await page.getByRole('button', { name: words.lift }).click()
    const lift = page.getByRole('dialog')
    await expect(lift.getByRole('heading', { name: words.section })).toBeVisible()
    await expect(lift.getByText(words.no)).toHaveCount(4)
    await expectAccessible(page, 'the dialog that lifts a hold over refused posts')
    const fateOf = (text: string) => lift.getByRole('group', { name: `${words.fateOf}${text}${words.end}` })
    await expect(fateOf('Refused one').getByRole('button', { name: words.now })).toHaveCount(0)
    for (const [text, fate] of [['A free one', words.now], ['Refused two', words.ask], ['Refused three', words.all], ['Refused four', words.drop]] as const) await fateOf(text).getByRole('button', { name: fate }).click()
    // A refused post may wait for its decision: the hold can be lifted without one.
    await expect(lift.getByRole('button', { name: words.confirm })).toBeEnabled()
    await fateOf('Refused one').getByRole('button', { name: words.edit }).click()
    await lift.getByRole('button', { name: words.confirm }).click()
    await expect(page.getByRole('textbox', { name: words.text })).toContainText('Refused one')
    const leaving = page.getByRole('status', { name: words.leaving })
    await expect(leaving).toContainText('A free one')
    await expect(leaving).toContainText('Refused three')
    await expect(leaving).not.toContainText('Refused two')
    await studio.advance(31_000)
    await expect.poll(() => studio.bluesky.published.map(({ text }) => text)).toEqual(expect.arrayContaining(['A free one', 'Refused three']))
    const read = (postId: string) => studio.engine.ask('posts.read', { workspaceId, postId })
    expect((await read(edit!)).post.status).toBe('draft')
    expect(await read(ask!)).toMatchObject({ post: { status: 'needs_attention', approval: { kind: 'asked' } } })
    expect((await read(drop!)).post.status).toBe('draft')
    expect((await read(free)).post.status).toBe('published')
  })
}

for (const [language, words] of [
  ['en', { lift: 'Lift the hold…', confirm: 'Lift the hold', kind: 'Deletion', group: 'What becomes of “Deletion · Out and wrong”', does: 'Delete it there', leaves: 'Leave it there', all: 'All posts and replies:', now: 'Publish now' }],
  ['fr', { lift: 'Lever la suspension…', confirm: 'Lever la suspension', kind: 'Suppression', group: 'Ce que devient «\u00a0Suppression · Out and wrong\u00a0»', does: 'La supprimer là-bas', leaves: 'La laisser là-bas', all: 'Pour toutes les publications et réponses\u00a0:', now: 'Publier maintenant' }]
] as const) {
  test(`a deletion that a hold kept is called a deletion, and “publish all” leaves it alone (${language})`, async ({ studio, page }) => {
    await studio.engine.ask('studio.saveSettings', { settings: { language } })
    const { workspaceId, accounts } = await fillClient(studio, language)
    const out = await plan(studio, workspaceId, accounts.bluesky, 'Out and wrong', '2026-11-21T10:01')
    await studio.advance(5 * 60_000)
    await studio.engine.ask('safety.hold', { workspaceId, reason: 'Flood' })
    const { jobs } = await studio.engine.ask('published.remove', { workspaceId, postId: out, accountIds: [accounts.bluesky] })
    for (const [index, text] of ['A free one', 'Another free one'].entries()) await plan(studio, workspaceId, accounts.bluesky, text, `2026-11-21T10:1${index}`)
    await studio.advance(20 * 60_000)
    await studio.open(`#/w/${workspaceId}/calendar`)
    await page.getByRole('button', { name: words.lift }).click()
    const lift = page.getByRole('dialog')
    const line = lift.getByRole('listitem').filter({ hasText: 'Out and wrong' })
    await expect(line.getByText(words.kind, { exact: true })).toBeVisible()
    await expect(line.getByRole('group', { name: words.group }).getByRole('button')).toHaveText([words.does, words.leaves])
    await lift.getByRole('group', { name: words.all }).getByRole('button', { name: words.now }).click()
    await expect(lift.getByRole('button', { name: words.confirm })).toBeDisabled()
    await expectAccessible(page, 'the dialog that lifts a hold over a deletion')
    await line.getByRole('button', { name: words.leaves }).click()
    await lift.getByRole('button', { name: words.confirm }).click()
    await expect(lift).toBeHidden()
    await studio.advance(60_000)
    expect((await studio.engine.ask('outbox.readJob', { workspaceId, jobId: jobs[0]!.id })).job.state).toBe('cancelled')
    await expect.poll(() => studio.bluesky.published.map(({ text }) => text)).toEqual(expect.arrayContaining(['Out and wrong', 'A free one', 'Another free one']))
    expect((await studio.engine.ask('posts.read', { workspaceId, postId: out })).post.status).toBe('published')
  })
}

for (const [language, words] of [
  ['en', { lift: 'Lift the hold…', confirm: 'Lift the hold', all: 'Like (3):', does: 'Do it' }],
  ['fr', { lift: 'Lever la suspension…', confirm: 'Lever la suspension', all: 'J’aime (3)\u00a0:', does: 'Le faire' }]
] as const) {
  test(`likes that a hold kept are decided with one press (${language})`, async ({ studio, page }) => {
    await studio.engine.ask('studio.saveSettings', { settings: { language } })
    const { workspaceId } = await fillClient(studio, language)
    await studio.engine.ask('safety.hold', { workspaceId, reason: 'Flood' })
    const { conversations } = await studio.engine.ask('inbox.page', { workspaceId, view: 'all', kind: 'comment', accountId: null, before: null, limit: 50 })
    const jobIds: string[] = []
    for (const { id } of conversations.slice(0, 3)) {
      const { items } = await studio.engine.ask('inbox.read', { workspaceId, conversationId: id })
      await studio.engine.ask('inbox.like', { workspaceId, itemId: items[0]!.id, liked: true })
    }
    await studio.advance(60_000)
    for (const job of (await studio.engine.ask('outbox.list', { workspaceId, view: 'open', limit: 100 })).jobs) if (job.kind === 'like') jobIds.push(job.id)
    expect(jobIds).toHaveLength(3)
    await studio.open(`#/w/${workspaceId}/calendar`)
    await page.getByRole('button', { name: words.lift }).click()
    const lift = page.getByRole('dialog')
    await lift.getByRole('group', { name: words.all }).getByRole('button', { name: words.does, exact: true }).click()
    await expectAccessible(page, 'the dialog that lifts a hold over likes')
    if (process.env['VIGIE_PICTURES'] !== undefined) await page.screenshot({ path: `${process.env['VIGIE_PICTURES']}/likes-${language}.png` })
    await lift.getByRole('button', { name: words.confirm }).click()
    await expect(lift).toBeHidden()
    await studio.advance(60_000)
    await expect.poll(async () => Promise.all(jobIds.map(async (jobId) => (await studio.engine.ask('outbox.readJob', { workspaceId, jobId })).job.state))).toEqual(['published', 'published', 'published'])
  })
}

test('whoever publishes while a hold stands is told first that it does not leave', async ({ studio, page }) => {
  const { workspaceId, draftIds, texts } = await fillClient(studio, 'en')
  await studio.engine.ask('safety.hold', { workspaceId, reason: '' })
  await studio.open(`#/w/${workspaceId}/compose/${draftIds[0]}`)
  await expect(page.getByText('A hold stands: nothing leaves, now or at its time')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Publish now' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Keep for after the hold' }).click()
  const question = page.getByRole('alertdialog')
  await expect(question).toContainText('A hold stands, so it does not leave now.')
  await expect(question).not.toContainText('at once')
  await question.getByRole('button', { name: 'Keep for after the hold' }).click()
  await studio.advance(2_000)
  expect(studio.bluesky.published.map(({ text }) => text)).not.toContain(texts.drafts[0])
})

test('all clients are held together, and a client made meanwhile says so too', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/calendar`)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('hold everything')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: /^Hold everything/ })
  await dialog.getByRole('radio', { name: 'All clients', exact: true }).click()
  await expect(dialog.getByRole('heading', { name: 'Hold everything?', exact: true })).toBeVisible()
  await dialog.getByRole('button', { name: 'Hold everything' }).click()
  await expect(page.getByText('Nothing leaves, for any client')).toBeVisible()
  const other = studio.engine.random.id()
  await studio.engine.ask('workspaces.create', { id: other, name: 'Atelier Brun', colour: 'brick', timeZone: 'Europe/Paris' })
  await studio.open(`#/w/${other}/calendar`)
  await expect(page.getByText('Nothing leaves, for any client')).toBeVisible()
  await page.getByRole('button', { name: 'Lift the hold…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Lift the hold' }).click()
  await expect(page.getByText('Nothing leaves, for any client')).toBeHidden()
})

test('is found where one looks in a hurry: at the foot, in the outbox, and in the palette by any word for it', async ({ studio, page }) => {
  const { workspaceId, texts } = await fillClient(studio, 'fr')
  await studio.engine.ask('studio.saveSettings', { settings: { language: 'fr' } })
  await studio.open(`#/w/${workspaceId}/outbox`)
  const dialog = page.getByRole('dialog', { name: `Tout suspendre pour ${texts.name}` })
  await page.getByRole('contentinfo').getByRole('button', { name: 'En ligne' }).click()
  await page.getByRole('menuitem', { name: 'Tout suspendre…' }).click()
  await expect(dialog).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  for (const word of ['retenir', 'suspendre', 'stop', 'pause', 'urgence', 'crise', 'bloquer', 'hold', 'freeze']) {
    await page.getByRole('dialog', { name: 'Palette de commandes' }).getByRole('combobox').fill(word)
    await expect(page.getByRole('option').filter({ hasText: 'Tout suspendre…' }), word).toBeVisible()
  }
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.getByRole('main').getByRole('button', { name: 'Tout suspendre…' }).click()
  await dialog.getByRole('button', { name: 'Tout suspendre' }).click()
  await page.getByRole('main').getByRole('button', { name: 'Lever la suspension…' }).click()
  await expect(page.getByRole('dialog', { name: /^Lever la suspension/ })).toBeVisible()
})
