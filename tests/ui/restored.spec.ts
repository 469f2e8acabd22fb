import { truncateSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient, paragraph } from './support/fill-client.ts'
import { test, type Studio } from './support/studio-test.ts'

const minute = 60_000

async function plan(studio: Studio, workspaceId: string, accountId: string, text: string, localDateTime: string): Promise<string> {
  const postId = studio.engine.random.id()
  const content = { title: '', document: paragraph(text), targets: [{ accountId, variant: null }], media: [] }
  const { revision } = await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content })
  await studio.engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'at', localDateTime } })
  return postId
}

/** A copy is made; then the disk damages the file, and the copy takes its place. */
async function restore(studio: Studio, workspaceId: string): Promise<void> {
  await studio.engine.advance(3 * minute)
  await studio.engine.restart({ crash: false, meanwhile: () => truncateSync(join(studio.engine.folder, 'workspaces', workspaceId, 'workspace.db'), 5000) })
}

test('what a copy calls planned is looked through on its network before anything leaves, and then goes on', async ({ studio, page }) => {
  const { workspaceId, accounts, texts } = await fillClient(studio, 'en')
  const postId = await plan(studio, workspaceId, accounts.bluesky, 'Concert at six', '2026-11-21T18:00')
  await restore(studio, workspaceId)
  await studio.open(`#/w/${workspaceId}/calendar`)
  await expect(page.getByText(`Nothing leaves for ${texts.name}`)).toBeVisible()
  await expect(page.getByText(/The data were put back to the copy of .* Look through what waits; nothing leaves before\./)).toBeVisible()
  await page.getByRole('button', { name: 'Look through…' }).click()
  const dialog = page.getByRole('dialog', { name: `Look through what waits for ${texts.name}` })
  const line = dialog.getByRole('listitem').filter({ hasText: 'Concert at six' })
  await expect(line).toContainText('Not there: nothing with these words since the copy.')
  const fate = line.getByRole('group', { name: /^What becomes of “Concert at six” on/ })
  await expect(fate.getByRole('button', { name: 'Goes at its time' })).toHaveAttribute('aria-pressed', 'true')
  await expectAccessible(page, 'the dialog that looks through a restored client')
  await dialog.getByRole('button', { name: 'Lift the hold' }).click()
  await expect(page.getByText('The hold is lifted')).toBeVisible()
  await expect(page.getByText('Nothing leaves for')).toBeHidden()
  await studio.advance(9 * 60 * minute)
  expect((await studio.engine.ask('posts.read', { workspaceId, postId })).jobs[0]?.state).toBe('published')
})

test('in French, what is out and not in the copy is listed, what is only looked for says so and can be given up', async ({ studio, page }) => {
  const { workspaceId, accounts, texts } = await fillClient(studio, 'fr')
  await studio.engine.ask('studio.saveSettings', { settings: { language: 'fr' } })
  const postId = await plan(studio, workspaceId, accounts.mastodon, 'Marché de Noël', '2026-11-21T18:00')
  await studio.engine.advance(3 * minute)
  const extra = studio.engine.random.id()
  const { revision } = await studio.engine.ask('posts.saveDraft', { workspaceId, postId: extra, revision: 0, content: { title: '', document: paragraph('Parue après la copie'), targets: [{ accountId: accounts.bluesky, variant: null }], media: [] } })
  await studio.engine.ask('posts.schedule', { workspaceId, postId: extra, revision, when: { kind: 'now' } })
  await studio.advance(3_000)
  await studio.engine.restart({ crash: false, meanwhile: () => truncateSync(join(studio.engine.folder, 'workspaces', workspaceId, 'workspace.db'), 5000) })
  await studio.open(`#/w/${workspaceId}/outbox`)
  await expect(page.getByRole('contentinfo').getByText(/recherchées? chez le réseau/)).toBeVisible()
  await page.getByRole('button', { name: 'Passer en revue…' }).click()
  const dialog = page.getByRole('dialog', { name: `Passer en revue ce qui attend pour ${texts.name}` })
  const there = dialog.getByRole('region', { name: 'Une publication est sur le réseau et pas dans cette copie' })
  await expect(there.getByRole('listitem')).toHaveText([/^Parue après la copie/])
  await expectAccessible(page, 'the review of a copy with what is not in it')
  const line = dialog.getByRole('listitem').filter({ hasText: 'Marché de Noël' })
  await expect(line).toContainText('Vigie vérifie encore qu’elle n’attend pas chez son réseau')
  await expect(line).not.toContainText('rappel en cours')
  await line.getByRole('button', { name: 'Ne pas publier' }).click()
  await dialog.getByRole('button', { name: 'Lever la suspension' }).click()
  await expect(page.getByText('La suspension est levée')).toBeVisible()
  await studio.advance(10 * minute)
  expect((await studio.engine.ask('posts.read', { workspaceId, postId })).jobs[0]?.state).not.toBe('queued')
  expect(studio.mastodon.published.map(({ text }) => text)).not.toContain('Marché de Noël')
})

test('in French, what nobody decides about stays held and says so', async ({ studio, page }) => {
  const { workspaceId, accounts, texts } = await fillClient(studio, 'fr')
  await studio.engine.ask('studio.saveSettings', { settings: { language: 'fr' } })
  const postId = await plan(studio, workspaceId, accounts.bluesky, 'Concert à dix-huit heures', '2026-11-21T18:00')
  await restore(studio, workspaceId)
  await studio.open(`#/w/${workspaceId}/outbox`)
  await page.getByRole('button', { name: 'Passer en revue…' }).click()
  const dialog = page.getByRole('dialog', { name: `Passer en revue ce qui attend pour ${texts.name}` })
  const line = dialog.getByRole('listitem').filter({ hasText: 'Concert à dix-huit heures' })
  await line.getByRole('button', { name: 'Demander plus tard' }).click()
  await expect(dialog.getByText(/posera la question à son heure|poseront la question à leur heure/)).toBeVisible()
  await dialog.getByRole('button', { name: 'Lever la suspension' }).click()
  await expect(page.getByText('La suspension est levée')).toBeVisible()
  await studio.advance(9 * 60 * minute)
  expect((await studio.engine.ask('posts.read', { workspaceId, postId })).jobs[0]).toMatchObject({ state: 'held', failure: { code: 'restored_doubt' } })
})

for (const [language, words] of [
  ['en', { open: 'Look through…', title: 'Look through what waits for', finding: 'Not out yet: it waits there for its time,', leave: 'Leave it there', callBack: 'Call it back', lift: 'Lift the hold' }],
  ['fr', { open: 'Passer en revue…', title: 'Passer en revue ce qui attend pour', finding: 'Elle n’est pas encore parue : elle y attend son heure, le', leave: 'La laisser là-bas', callBack: 'La rappeler', lift: 'Lever la suspension' }]
] as const) {
  test(`what waits at its network since the copy is not called out, and is left there or called back: ${language}`, async ({ studio, page }) => {
    const { workspaceId, accounts, texts } = await fillClient(studio, language)
    await studio.engine.ask('studio.saveSettings', { settings: { language } })
    const postId = await plan(studio, workspaceId, accounts.mastodon, 'Marché de Noël', '2026-11-21T18:00')
    await studio.engine.advance(3 * minute)
    await studio.engine.ask('posts.reschedule', { workspaceId, postId, localDateTime: '2026-11-22T18:00' })
    await studio.engine.ask('handOver.start', { workspaceId, postId })
    await studio.advance(3_000)
    await studio.engine.restart({ crash: false, meanwhile: () => truncateSync(join(studio.engine.folder, 'workspaces', workspaceId, 'workspace.db'), 5000) })
    // It is made sure first that it does not wait there at the hour that the copy knows.
    await studio.advance(5 * minute)
    await studio.open(`#/w/${workspaceId}/outbox`)
    await page.getByRole('button', { name: words.open }).click()
    const dialog = page.getByRole('dialog', { name: `${words.title} ${texts.name}` })
    const line = dialog.getByRole('listitem').filter({ hasText: 'Marché de Noël' })
    await expect(line).toContainText(words.finding)
    await expect(line.getByRole('button', { name: words.leave })).toHaveAttribute('aria-pressed', 'true')
    await expect(line.getByRole('button', { name: words.callBack })).toBeVisible()
    await expectAccessible(page, 'the review of what waits at its network')
    await dialog.getByRole('button', { name: words.lift }).click()
    await expect(dialog).toBeHidden()
    expect((await studio.engine.ask('posts.read', { workspaceId, postId })).jobs[0]).toMatchObject({ state: 'pending_at_network', handOver: 'with_network', dueAt: Date.UTC(2026, 10, 22, 17) })
  })
}

for (const [language, words] of [
  ['en', { open: 'Look through…', title: 'Look through what waits for', release: /^Let go .* not there and still to come$/, past: '1 past its hour is not among them; decide about it on its line.', later: 'Ask me later', goes: 'Goes at its time', lift: 'Lift the hold' }],
  ['fr', { open: 'Passer en revue…', title: 'Passer en revue ce qui attend pour', release: /^Libérer .* pas et reste(nt)? à venir$/, past: /1 dont l’heure est passée n’en fait pas partie.; décidez-en sur sa ligne\./, later: 'Demander plus tard', goes: 'Part à son heure', lift: 'Lever la suspension' }]
] as const) {
  test(`one press lets go what is still to come, and what is past its hour is decided on its line: ${language}`, async ({ studio, page }) => {
    const { workspaceId, accounts, texts } = await fillClient(studio, language)
    await studio.engine.ask('studio.saveSettings', { settings: { language, workOffline: true } })
    const pastId = await plan(studio, workspaceId, accounts.bluesky, 'Brunch de dimanche', '2026-11-21T11:00')
    await plan(studio, workspaceId, accounts.bluesky, 'Concert at six', '2026-11-22T18:00')
    await studio.engine.advance(6 * 60 * minute)
    await restore(studio, workspaceId)
    await studio.engine.ask('studio.saveSettings', { settings: { workOffline: false } })
    await studio.advance(5 * minute)
    await studio.open(`#/w/${workspaceId}/outbox`)
    await page.getByRole('button', { name: words.open }).click()
    const dialog = page.getByRole('dialog', { name: `${words.title} ${texts.name}` })
    const past = dialog.getByRole('listitem').filter({ hasText: 'Brunch de dimanche' })
    await expect(dialog.getByText(words.past)).toBeVisible()
    await dialog.getByRole('button', { name: words.release }).click()
    await expect(past.getByRole('button', { name: words.later })).toHaveAttribute('aria-pressed', 'true')
    await expect(dialog.getByRole('listitem').filter({ hasText: 'Concert at six' }).getByRole('button', { name: words.goes })).toHaveAttribute('aria-pressed', 'true')
    await expectAccessible(page, 'the review with one that is past its hour')
    await dialog.getByRole('button', { name: words.lift }).click()
    await expect(dialog).toBeHidden()
    await studio.advance(5 * minute)
    expect((await studio.engine.ask('posts.read', { workspaceId, postId: pastId })).jobs[0]?.state).toMatch(/missed|held/)
  })
}
