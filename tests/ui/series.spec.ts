import { expect } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

const day = 86_400_000

test('repeats a draft, says in words what that means, and changes this one and the following', async ({ studio, page }) => {
  const { workspaceId, draftIds } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/compose/${draftIds[0]}`)
  await page.getByLabel('Date and time').fill('2026-11-24T09:00')
  await page.getByRole('button', { name: 'Repeat…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Repeat this post' })
  await expect(dialog.getByRole('checkbox', { name: 'Tuesday' })).toBeChecked()
  await dialog.getByRole('checkbox', { name: 'Friday' }).click()
  await dialog.getByRole('button', { name: 'After a number of times' }).click()
  await dialog.getByLabel('Number of times').fill('6')
  await expect(dialog.getByRole('status')).toHaveText('Repeats every Tuesday and Friday at 09:00, 6 times')
  await expect(dialog.getByRole('list', { name: 'The next times' }).getByRole('listitem')).toHaveText([/^Tuesday,? 24 November 2026, 09:00$/, /^Friday,? 27 /, /^Tuesday,? 1 December/, /^and 3 more, the last on Friday,? 11 December 2026, 09:00$/])
  await expectAccessible(page, 'the repetition dialog')
  await dialog.getByRole('button', { name: 'Schedule all' }).click()

  await expect(page.getByText('Repeats every Tuesday and Friday at 09:00, 6 times')).toBeVisible()
  await expect(page.getByText(/This computer must be on .*09:00, with Vigie running\./)).toBeVisible()
  const [series] = (await studio.engine.ask('series.list', { workspaceId, from: 0 })).series
  expect(series?.occurrences.map(({ date }) => date)).toEqual(['2026-11-24', '2026-11-27', '2026-12-01', '2026-12-04', '2026-12-08', '2026-12-11'])

  await page.getByLabel('Date and time').fill('2026-11-24T11:30')
  await page.getByRole('button', { name: 'More about the repetition' }).click()
  await page.getByRole('menuitem', { name: 'Change this and following…' }).click()
  await page.getByRole('button', { name: 'Change this and following', exact: true }).click()
  await expect(page.getByText('Repeats every Tuesday and Friday at 11:30')).toBeVisible()
  const times = (await studio.engine.ask('posts.list', { workspaceId, from: 0, until: 8_640_000_000_000_000, drafts: false })).posts.flatMap(({ schedule }) => schedule?.localDateTime ?? [])
  expect(times.filter((time) => time.endsWith('T11:30') && time >= '2026-11-24' && time < '2026-12-12')).toHaveLength(7)
})

test('repeats every other week, counted from the first day wherever that is moved', async ({ studio, page }) => {
  const { workspaceId, draftIds } = await fillClient(studio, 'fr')
  await studio.engine.ask('studio.saveSettings', { settings: { language: 'fr' } })
  await studio.open(`#/w/${workspaceId}/compose/${draftIds[0]}`)
  await page.getByLabel('Date et heure').fill('2026-11-24T09:00')
  await page.getByRole('button', { name: 'Répéter…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Répéter cette publication' })
  await dialog.getByRole('combobox', { name: 'Répétition' }).click()
  await page.getByRole('option', { name: 'toutes les 2 semaines' }).click()
  await expect(dialog.getByRole('status')).toContainText('toutes les 2 semaines le mardi à 09:00')
  await dialog.getByLabel('Première date').fill('2026-12-02T09:00')
  await dialog.getByLabel('Première date').press('Enter')
  await expect(dialog.getByRole('checkbox', { name: 'mercredi' })).toBeChecked()
  await dialog.getByRole('button', { name: 'Tout programmer' }).click()
  await expect(dialog).toBeHidden()
  const [series] = (await studio.engine.ask('series.list', { workspaceId, from: 0 })).series
  expect(series?.occurrences.slice(0, 3).map(({ date }) => date)).toEqual(['2026-12-02', '2026-12-16', '2026-12-30'])
})

test('takes the rule along to another first day, and schedules nothing that is unreadable or cancelled', async ({ studio, page }) => {
  const { workspaceId, draftIds } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/compose/${draftIds[0]}`)
  await page.getByLabel('Date and time').fill('2026-11-24T09:00')
  await page.getByRole('button', { name: 'Repeat…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Repeat this post' })
  const first = dialog.getByLabel('First time')
  await first.fill('some day')
  await expect(dialog.getByRole('status')).toHaveText('Choose the day and the time of the first one.')
  await expect(dialog.getByRole('button', { name: 'Schedule all' })).toBeDisabled()
  await first.fill('26 November 10:30')
  await dialog.getByLabel('Last day').fill('some day')
  await expect(dialog.getByRole('status')).toHaveText('Say when it ends.')
  await dialog.getByLabel('Last day').fill('20 November 2026')
  await expect(dialog.getByRole('status')).toHaveText('No day fits between the first day and the last.')
  await expect(dialog.getByRole('button', { name: 'Schedule all' })).toBeDisabled()
  await dialog.getByLabel('Last day').fill('20 February 2027')
  await first.fill('26 November 10:30')
  await expect(dialog.getByRole('checkbox', { name: 'Thursday' })).toBeChecked()
  await expect(dialog.getByRole('status')).toHaveText(/^Repeats every Thursday at 10:30 until/)
  await dialog.getByRole('checkbox', { name: 'Friday' }).click()
  await first.fill('25 November 10:30')
  await expect(dialog.getByRole('listitem').first()).toHaveText(/^Thursday,? 26 November 2026, 10:30$/)

  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog).toHaveCount(0)
  expect((await studio.engine.ask('series.list', { workspaceId, from: 0 })).series).toEqual([])
})

test('shows on the calendar what repeats, and asks once about what was missed', async ({ studio, page }) => {
  const { workspaceId, draftIds } = await fillClient(studio, 'en')
  const { post } = await studio.engine.ask('posts.read', { workspaceId, postId: draftIds[0]! })
  const seriesId = crypto.randomUUID()
  await studio.engine.ask('series.start', { workspaceId, seriesId, postId: post.id, revision: post.revision, localDateTime: '2026-11-22T09:00', rule: { every: 'day' }, end: { kind: 'count', count: 12 } })
  await studio.open(`#/w/${workspaceId}/calendar`)
  await expect(page.getByText('Part of a series').first()).toBeAttached()

  // Five days without a network.
  await studio.engine.ask('studio.saveSettings', { settings: { workOffline: true } })
  await studio.advance(5 * day)
  await expect(page.getByText(/was missed [2-5] times/)).toBeVisible()
  await expectAccessible(page, 'the question about missed times')
  await page.getByRole('button', { name: 'Leave them' }).click()
  await expect(page.getByText(/was missed/)).toHaveCount(0)
})

test('asks once what a new zone of the client means for what waits', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'en')
  await studio.engine.ask('workspaces.update', { workspaceId, changes: { timeZone: 'America/New_York' } })
  await studio.open(`#/w/${workspaceId}/settings`)
  await expect(page.getByText('Scheduled in the time of Paris, and this client now goes by New York')).toBeVisible()
  await studio.goTo(`#/w/${workspaceId}/calendar`)
  await page.getByRole('button', { name: 'Keep the hour, in New York time' }).click()
  await expect(page.getByText('Scheduled in the time of Paris')).toHaveCount(0)
  const { question } = await studio.engine.ask('zones.question', { workspaceId })
  expect(question).toBeNull()
})

test('hands a post over to its network, and shows where it waits', async ({ studio, page }) => {
  const { workspaceId, draftIds } = await fillClient(studio, 'en')
  const postId = draftIds[0]!
  await studio.open(`#/w/${workspaceId}/compose/${postId}`)
  await page.getByLabel('Date and time').fill('2026-11-25T08:30')
  await page.getByRole('button', { name: 'Schedule', exact: false }).last().click()
  await page.getByRole('button', { name: 'Hand over to Mastodon' }).click()
  await expect(page.getByText('Waits with Mastodon: it goes with this computer off.')).toBeVisible()
  await expect(page.getByText(/For Bluesky, this computer must be on .*08:30\./)).toBeVisible()
  await expectAccessible(page, 'the place where a post waits')
  await page.getByRole('button', { name: 'Take back and edit' }).click()
  await expect(page.getByRole('textbox', { name: 'Text of the post' })).toHaveAttribute('contenteditable', 'true')
  expect((await studio.engine.ask('posts.read', { workspaceId, postId })).post).toMatchObject({ status: 'draft', plan: { localDateTime: '2026-11-25T08:30' } })
})
