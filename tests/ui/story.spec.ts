import { expect } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient, paragraph } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

const token = 'aBcDeFgHiJkLmNoPqRsTuVwXyZ012345678901234567890123456789abcdefgh'
const webhook = `https://discord.com/api/v10/webhooks/123456789012345678/${token}`

test('the story of a post tells its wait and its refusal, in words first and as it went over the line behind them', async ({ studio, page }) => {
  const workspaceId = studio.engine.random.id()
  await studio.engine.ask('workspaces.create', { id: workspaceId, name: 'Les Amarres', colour: 'moss', timeZone: 'Europe/Paris' })
  studio.web.set(webhook, (request) => (request.method === 'POST' ? { status: 400, json: { code: 50_035, message: `Invalid Form Body for ${token}` } } : { status: 200, json: { id: '123456789012345678', type: 1, name: 'Amarres', token, channel_id: '1' } }))
  const { id: accountId } = await studio.engine.ask('accounts.connectWithAppPassword', { workspaceId, networkId: 'discord', serverUrl: 'https://discord.com', identifier: 'webhook', appPassword: webhook })
  const postId = studio.engine.random.id()
  const content = { title: '', document: { type: 'doc' as const, content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'Marée haute à 9 h' }] }] }, targets: [{ accountId, variant: null }], media: [] }
  const { revision } = await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content })
  await studio.engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'at', localDateTime: '2026-11-21T10:05' } })
  await studio.engine.ask('safety.hold', { workspaceId, reason: 'Storm warning' })
  await studio.advance(10 * 60_000)
  await studio.engine.ask('safety.lift', { workspaceId })
  await studio.engine.ask('safety.decideHeld', { workspaceId, decisions: [{ subject: { kind: 'post', postId }, fate: { kind: 'publish_now' } }] })
  await studio.advance(60_000)
  await studio.open(`#/w/${workspaceId}/outbox`)
  await page.getByText('Marée haute').first().click()
  const story = page.getByRole('article')
  await expect(story).toContainText('Its time came during a hold: it was held back')
  await expect(story).toContainText('Reason of the hold: Storm warning')
  await expect(story).toContainText('Decided here: to send it')
  await expect(story.getByText('discord.com refused it.')).toBeHidden()
  await story.getByText('What was asked, and answered').click()
  await expect(story.getByText('discord.com refused it.')).toBeVisible()
  await expect(story).toContainText('In its words: “50035: Invalid Form Body for [hidden]”')
  await expect(story).toContainText('POST discord.com/api/v10/webhooks/[hidden]/[hidden] → 400')
  expect(await page.content()).not.toContain(token)
  await expectAccessible(page, 'the story with its requests')
})

test('what may be out while the client’s yes is missing says what it would take to send it, and giving it up promises nothing', async ({ studio, page }) => {
  await studio.engine.ask('studio.saveSettings', { settings: { language: 'fr' } })
  const { workspaceId, accounts } = await fillClient(studio, 'fr')
  const postId = studio.engine.random.id()
  const { revision } = await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: paragraph('Peut-être'), targets: [{ accountId: accounts.bluesky, variant: null }], media: [] } })
  // Its key lets it be sent again, until it is too late for that.
  await studio.engine.ask('workspaces.update', { workspaceId, changes: { lateGraceMinutes: 0 } })
  studio.bluesky.nextSends(...Array.from({ length: 12 }, () => 'cut' as const))
  await studio.engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'now' } })
  await studio.advance(10 * 60_000)
  const [job] = (await studio.engine.ask('posts.read', { workspaceId, postId })).jobs
  expect(job).toMatchObject({ state: 'unknown_outcome', nextAttemptAt: null })
  await studio.engine.ask('workspaces.update', { workspaceId, changes: { safety: { approval: 'needed' } } })
  await studio.open(`#/w/${workspaceId}/outbox/${job!.id}`)
  const story = page.getByRole('article')
  await expect(story).toContainText('elle ne peut pas repartir tant que l’accord du client manque')
  await expect(story.getByRole('button', { name: 'Elle n’y est pas\u00a0: envoyer' })).toHaveCount(0)
  await story.getByRole('button', { name: 'Abandonner' }).click()
  const question = page.getByRole('alertdialog')
  await expect(question).toContainText('Elle est peut-être déjà parue')
  await expect(question).not.toContainText('Elle ne sera pas envoyée')
})

for (const language of ['en', 'fr'] as const) {
  test(`a question that stood open while the post was moved elsewhere drops nothing, and says so (${language})`, async ({ studio, page }) => {
    await studio.engine.ask('studio.saveSettings', { settings: { language, theme: language === 'fr' ? 'dark' : 'light' } })
    const { workspaceId, accounts } = await fillClient(studio, language)
    const postId = studio.engine.random.id()
    const { revision } = await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: paragraph('Kept'), targets: [{ accountId: accounts.bluesky, variant: null }], media: [] } })
    await studio.engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'at', localDateTime: '2026-11-22T10:00' } })
    const jobId = (await studio.engine.ask('posts.read', { workspaceId, postId })).jobs[0]!.id
    await studio.open(`#/w/${workspaceId}/outbox/${jobId}`)
    const drop = language === 'en' ? 'Give it up' : 'Abandonner'
    await page.getByRole('article').getByRole('button', { name: drop }).click()
    const question = page.getByRole('alertdialog')
    await expect(question).toBeVisible()
    await studio.engine.ask('posts.reschedule', { workspaceId, postId, localDateTime: '2026-11-23T18:00' })
    await question.getByRole('button', { name: drop }).click()
    await expect(page.getByRole('region', { name: 'Messages' }).getByText(language === 'en' ? 'This is no longer as it was when you were asked' : 'La situation a changé depuis la question')).toBeVisible()
    await page.screenshot({ path: test.info().outputPath('changed-since.png') })
    expect((await studio.engine.ask('posts.read', { workspaceId, postId })).post.status).toBe('scheduled')
  })
}

for (const [language, words] of [
  ['en', { section: 'To go out, or being looked for', next: 'Next look:', looking: 'Vigie looks for it on the network', reached: 'cannot be reached' }],
  ['fr', { section: 'À envoyer, ou à retrouver sur le réseau', next: 'Prochaine vérification\u00a0:', looking: 'Vigie la cherche sur le réseau', reached: 'injoignable' }]
] as const) {
  test(`what is looked for after a lost answer is not called unreachable, nor about to be sent (${language})`, async ({ studio, page }) => {
    await studio.engine.ask('studio.saveSettings', { settings: { language } })
    const { workspaceId, accounts } = await fillClient(studio, language)
    const postId = studio.engine.random.id()
    const { revision } = await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: paragraph('Marée basse'), targets: [{ accountId: accounts.bluesky, variant: null }], media: [] } })
    studio.bluesky.nextSends('cut')
    await studio.engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'now' } })
    await studio.advance(1000)
    const [job] = (await studio.engine.ask('posts.read', { workspaceId, postId })).jobs
    expect(job).toMatchObject({ state: 'unknown_outcome' })
    expect(job!.nextAttemptAt).not.toBeNull()
    await studio.open(`#/w/${workspaceId}/outbox/${job!.id}`)
    const story = page.getByRole('article')
    await expect(story).toContainText(words.looking)
    await expect(story).toContainText(words.next)
    await expect(story).not.toContainText(words.reached)
    await expect(page.getByRole('heading', { name: words.section })).toBeVisible()
    await expectAccessible(page, `a post that is looked for (${language})`)
    if (process.env['VIGIE_PICTURES'] !== undefined) await page.screenshot({ path: `${process.env['VIGIE_PICTURES']}/looked-for-${language}.png` })
  })
}

for (const [language, words] of [
  ['en', { recorded: 'Recorded, to go out Sat 21 Nov, 18:00' }],
  ['fr', { recorded: 'Enregistrée, pour partir le sam. 21 nov., 18:00' }]
] as const) {
  test(`the story of a post names the day it was meant for, and not one that moves with today (${language})`, async ({ studio, page }) => {
    await studio.engine.ask('studio.saveSettings', { settings: { language } })
    const { workspaceId, accounts } = await fillClient(studio, language)
    const postId = studio.engine.random.id()
    const { revision } = await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: paragraph('Marée basse'), targets: [{ accountId: accounts.mastodon, variant: null }], media: [] } })
    await studio.engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'at', localDateTime: '2026-11-21T18:00' } })
    await studio.engine.ask('handOver.start', { workspaceId, postId })
    await studio.advance(2000)
    const [job] = (await studio.engine.ask('posts.read', { workspaceId, postId })).jobs
    await studio.open(`#/w/${workspaceId}/outbox/${job!.id}`)
    await expect(page.getByRole('article')).toContainText(words.recorded)
  })
}
