import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, type Page } from '@playwright/test'
import type { Stars } from '../../shared/inbox/stars.ts'
import { expectAccessible } from './support/check-accessibility.ts'
import { startAt, test, type Studio } from './support/studio-test.ts'

const minute = 60_000
const words = {
  en: {
    kind: 'Kind', reviews: 'Reviews', which: 'Which reviews', few: '3 stars or fewer', unanswered: 'Without an answer', all: 'All', one: '1 star out of 5', five: '5 stars out of 5', none: 'Stars without words', reply: 'Reply', change: 'Change the answer',
    changedSince: /^Changed since your answer/, before: 'What this review said before', gone: 'Deleted on the network since', over: /nothing left to answer/, more: 'More for this message', remove: 'Delete it from the network', confirm: 'Delete it', replyGone: 'No longer on the network',
    bad: 'Forty minutes for a cold coffee.', better: 'They called me and made it good. Thank you.', answer: 'We are sorry. Come back for one on us.', other: 'We are sorry, Bernard. Come back for one on us.'
  },
  fr: {
    kind: 'Type', reviews: 'Avis', which: 'Quels avis', few: '3 étoiles ou moins', unanswered: 'Sans réponse', all: 'Toutes', one: '1 étoile sur 5', five: '5 étoiles sur 5', none: 'Des étoiles, sans texte', reply: 'Répondre', change: 'Modifier la réponse',
    changedSince: /^Modifié depuis votre réponse/, before: 'Ce que disait cet avis auparavant', gone: 'Supprimé du réseau depuis', over: /plus rien à quoi répondre/, more: 'Autres actions sur ce message', remove: 'Supprimer du réseau', confirm: 'Supprimer', replyGone: 'N’est plus sur le réseau',
    bad: 'Quarante minutes pour un café froid.', better: 'On m’a rappelé et tout est arrangé. Merci.', answer: 'Nous sommes désolés. Le prochain est pour nous.', other: 'Nous sommes désolés, Bernard. Le prochain est pour nous.'
  }
} as const

interface OnTheNetwork {
  say(place: number, stars: Stars, text: string, at: number): void
  remove(place: number): void
  replies(): (string | null)[]
}

/** The practice network's reviews, answered in its place: no page test opens a connection, and this one stands where its server listens. */
function paperReviews(studio: Studio, workspaceId: string): OnTheNetwork {
  const database = new Database(join(studio.engine.folder, 'workspaces', workspaceId, 'practice.db'), { readonly: true })
  const port = database.prepare<[], string>("SELECT value FROM facts WHERE key = 'port'").pluck().get()
  database.close()
  const there = new Map<string, { readonly stars: Stars; readonly text: string; readonly at: number; readonly editedAt: number | null; changes: number; reply: string | null }>()
  let changes = 0
  const moment = (at: number): string => new Date(at).toISOString()
  const shape = (id: string) => {
    const { stars, text, at, editedAt, changes: position, reply } = there.get(id)!
    const account = { acct: `guest${id}`, display_name: `Bernard ${id}`, url: `http://practice.localhost/@guest${id}` }
    return { id, stars, text, created_at: moment(at), edited_at: editedAt === null ? null : moment(editedAt), position: String(position), account, reply: reply === null ? null : { id: `${id}-reply`, text: reply, written_at: moment(studio.engine.now()) } }
  }
  studio.web.set(`http://127.0.0.1:${port ?? ''}`, ({ method, url, body }) => {
    const { pathname, searchParams } = new URL(url)
    if (!pathname.startsWith('/api/practice/v1/reviews')) return { status: 200, json: [] }
    const id = pathname.split('/')[5]
    if (id === undefined) return { status: 200, json: [...there].filter(([, review]) => review.changes > Number(searchParams.get('after') ?? 0)).toSorted(([, a], [, b]) => a.changes - b.changes).map(([each]) => shape(each)) }
    const review = there.get(id)
    if (review === undefined) return { status: 404, json: { error: 'Record not found' } }
    if (method === 'PUT') review.reply = (JSON.parse(typeof body === 'string' ? body : '') as { text: string }).text
    if (method === 'DELETE') review.reply = null
    return { status: 200, json: shape(id) }
  })
  return {
    say(place, stars, text, at) {
      changes += 1
      const before = there.get(String(place))
      there.set(String(place), { stars, text, at: before?.at ?? at, editedAt: before === undefined ? null : at, changes, reply: before?.reply ?? null })
    },
    remove: (place) => void there.delete(String(place)),
    replies: () => [...there.values()].map(({ reply }) => reply)
  }
}

for (const language of ['en', 'fr'] as const) {
  test(`reviews are found by their stars, answered, changed and taken away by keyboard, in ${language}`, async ({ studio, page }, info) => {
    const t = words[language]
    const workspaceId = studio.engine.random.id()
    await studio.engine.ask('practice.start', { workspaceId, language, timeZone: 'Europe/Paris' })
    await studio.engine.ask('studio.saveSettings', { settings: { language } })
    await studio.engine.ask('workspaces.update', { workspaceId, changes: { safety: { undoSeconds: 0 } } })
    const network = paperReviews(studio, workspaceId)
    network.say(1, 1, t.bad, startAt - 30 * minute)
    network.say(2, 5, '', startAt - 20 * minute)
    await studio.engine.ask('inbox.refresh', { workspaceId })
    await studio.open(`#/w/${workspaceId}/inbox`)

    await page.getByRole('combobox', { name: t.kind }).press('Enter')
    await page.getByRole('option', { name: t.reviews, exact: true }).press('Enter')
    const rows = page.getByRole('listbox').getByRole('option')
    await expect(rows).toHaveCount(2)
    await expect(rows.first()).toContainText(t.none)
    await expect(rows.first().getByRole('img', { name: t.five })).toBeVisible()
    await page.getByRole('combobox', { name: t.which }).press('Enter')
    await page.getByRole('option', { name: t.few }).press('Enter')
    await expect(rows).toHaveCount(1)
    await rows.first().click()
    const said = page.getByRole('article').getByRole('listitem')
    await expect(said.first().getByRole('img', { name: t.one })).toBeVisible()
    await page.getByRole('textbox', { name: t.reply }).fill(t.answer)
    await page.keyboard.press('Control+Enter')
    await expect.poll(() => network.replies()).toEqual([t.answer, null])

    await changeAndLose({ studio, page, network, workspaceId, language, picture: (name) => info.outputPath(name) })
  })
}

interface Answered {
  readonly studio: Studio
  readonly page: Page
  readonly network: OnTheNetwork
  readonly workspaceId: string
  readonly language: 'en' | 'fr'
  picture(name: string): string
}

/** One review is open, and answered. */
async function changeAndLose({ studio, page, network, workspaceId, language, picture }: Answered): Promise<void> {
  const t = words[language]
  const rows = page.getByRole('listbox').getByRole('option')
  const said = page.getByRole('article').getByRole('listitem')
  // What was answered is changed by answering anew.
  await page.getByRole('button', { name: t.change }).press('Enter')
  await expect(page.getByRole('textbox', { name: t.reply })).toHaveValue(t.answer)
  await page.getByRole('textbox', { name: t.reply }).fill(t.other)
  await page.keyboard.press('Control+Enter')
  await expect.poll(() => network.replies()).toEqual([t.other, null])
  await expect(said.filter({ hasText: t.other })).toBeVisible()

  // The person thinks better of it.
  await studio.advance(5 * minute)
  network.say(1, 5, t.better, studio.engine.now())
  await studio.engine.ask('inbox.refresh', { workspaceId })
  await expect(said.first()).toContainText(t.better)
  await expect(page.getByText(t.changedSince)).toBeVisible()
  await expect(page.getByRole('list', { name: t.before })).toContainText(t.bad)
  await page.getByRole('combobox', { name: t.which }).press('Enter')
  await page.getByRole('option', { name: t.unanswered }).press('Enter')
  await expect(rows).toHaveCount(1)
  // A narrow window hides nothing of what became of it.
  for (const [colorScheme, width] of [['light', 1440], ['dark', 1024]] as const) {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width, height: 800 })
    await expect.poll(() => said.first().locator('header').evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0)
    await expect.poll(() => said.first().locator('header strong').evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0)
    await expectAccessible(page, `a review, ${colorScheme}`)
    await page.screenshot({ path: picture(`review-${colorScheme}-${language}.png`) })
  }

  await page.getByRole('button', { name: t.more }).last().press('Enter')
  await page.getByRole('menuitem', { name: t.remove }).press('Enter')
  await page.getByRole('alertdialog').getByRole('button', { name: t.confirm }).press('Enter')
  await expect.poll(() => network.replies()).toEqual([null, null])
  await expect(page.getByText(t.replyGone)).toBeVisible()
  await expect(rows).toHaveCount(2)

  // Deleted by whoever wrote it: it stays here, with what it said.
  network.remove(1)
  await studio.advance(2 * 60 * minute)
  await studio.engine.ask('inbox.refresh', { workspaceId })
  await expect(page.getByText(t.gone)).toBeVisible()
  // Nothing can be answered there.
  await expect(rows).toHaveCount(1)
  await expect(said.first()).toContainText(t.better)
  await expect(page.getByText(t.over)).toBeVisible()
  await expect(page.getByRole('textbox', { name: t.reply })).toHaveCount(0)
  await expectAccessible(page, 'a review that is gone')
  await page.screenshot({ path: picture(`review-gone-${language}.png`) })
}
