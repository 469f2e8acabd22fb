import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import type { Studio } from '../e2e/support/studio.ts'
import { test } from '../e2e/support/test.ts'
import { addOwnClient, dialogs, saveIdeas, saveSnippets, waitByHand, writeHistory } from './dialogs.ts'
import { findStory, holdClient, startSeries, writeThread } from './own-scenes.ts'

/** The picture that opens the README is that of this page. */
const opening = { page: 'calendar', language: 'en', theme: 'light' } as const

const folder = fileURLToPath(new URL('../../docs/screenshots', import.meta.url))
const size = { width: 1280, height: 800 }

interface PracticeMonth {
  readonly workspaceId: string
  /** A draft with an image, made for the picture. */
  readonly draftId: string
  readonly conversationId: string
  readonly jobId: string
  readonly itemId: string
  /** A draft in several parts for both accounts. */
  readonly threadId: string
  /** The first of a series. */
  readonly seriesId: string
  /** A published job that was cut off and looked for. */
  readonly storyId: string
}

const pages: Readonly<Record<string, (month: PracticeMonth) => string>> = {
  'calendar': ({ workspaceId }) => `#/w/${workspaceId}/calendar`,
  'calendar-week': ({ workspaceId }) => `#/w/${workspaceId}/calendar?view=week`,
  'calendar-list': ({ workspaceId }) => `#/w/${workspaceId}/calendar?view=list`,
  'thread': ({ workspaceId, threadId }) => `#/w/${workspaceId}/compose/${threadId}`,
  'composer': ({ workspaceId, draftId }) => `#/w/${workspaceId}/compose/${draftId}`,
  'series': ({ workspaceId, seriesId }) => `#/w/${workspaceId}/compose/${seriesId}`,
  'inbox': ({ workspaceId, conversationId }) => `#/w/${workspaceId}/inbox/${conversationId}`,
  'watch': ({ workspaceId, itemId }) => `#/w/${workspaceId}/watch/${itemId}`,
  'outbox': ({ workspaceId, jobId }) => `#/w/${workspaceId}/outbox/${jobId}`,
  'outbox-story': ({ workspaceId, storyId }) => `#/w/${workspaceId}/outbox/${storyId}`,
  'accounts': ({ workspaceId }) => `#/w/${workspaceId}/accounts`,
  'settings': ({ workspaceId }) => `#/w/${workspaceId}/settings`
}

for (const language of ['en', 'fr'] as const) {
  test(`every page with the practice month, ${language}`, async ({ launch }) => {
    mkdirSync(folder, { recursive: true })
    const studio = await launch({ words: [`--lang=${language === 'en' ? 'en-GB' : 'fr-FR'}`], environment: { TZ: 'Europe/Paris' } })
    await studio.app.evaluate(({ BrowserWindow }, wanted) => BrowserWindow.getAllWindows()[0]!.setContentSize(wanted.width, wanted.height), size)
    await studio.bridge.ask('studio.saveSettings', { settings: { language } })
    await takeBoth(studio, 'welcome', language, '#/welcome')
    const month = await preparePracticeMonth(studio, language)
    for (const [page, address] of Object.entries(pages)) await takeBoth(studio, page, language, address(month))
    const { workspaceId } = month
    const place = { workspaceId, ownId: await addOwnClient(studio.bridge, language), draftId: month.draftId, language }
    await writeHistory(studio.bridge, place)
    await saveSnippets(studio.bridge, place)
    await saveIdeas(studio.bridge, place)
    await takeBoth(studio, 'ideas', language, `#/w/${workspaceId}/ideas`)
    for (const [name, { hash, open }] of Object.entries(dialogs)) {
      await studio.page.evaluate((address) => (window.location.hash = address), hash(place))
      await rest(studio)
      await open(studio.page, language)
      await takeBoth(studio, name, language, hash(place))
      await close(studio.page)
    }
    await takeBoth(studio, 'by-hand', language, `#/w/${place.ownId}/outbox/${await waitByHand(studio.bridge, place)}`)
    await holdClient({ bridge: studio.bridge, workspaceId, language })
    await takeBoth(studio, 'held', language, `#/w/${workspaceId}/outbox`)
    await studio.page.keyboard.press('Control+Shift+H')
    await studio.page.getByRole('dialog').getByRole('listitem').first().waitFor()
    await takeBoth(studio, 'held-lift', language, `#/w/${workspaceId}/outbox`)
  })
}

/** The first Escape may only empty a field. */
async function close(page: Page): Promise<void> {
  for (let times = 0; times < 3 && (await page.getByRole('dialog').count()) > 0; times += 1) {
    await page.keyboard.press('Escape')
    await page.waitForTimeout(400)
  }
}

/** One page by day and by night. */
async function takeBoth(studio: Studio, page: string, language: 'en' | 'fr', hash: string): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await studio.bridge.ask('studio.saveSettings', { settings: { theme } })
    await studio.page.evaluate((address) => (window.location.hash = address), hash)
    await rest(studio)
    const picture = await studio.page.screenshot({ path: `${folder}/${page}-${language}-${theme}.png` })
    if (page === opening.page && language === opening.language && theme === opening.theme) writeFileSync(`${folder}/studio.png`, picture)
  }
}

/** Fonts are there, pictures are drawn, nothing moves and nothing is being loaded. */
async function rest({ page }: Studio): Promise<void> {
  await page.mouse.move(size.width - 1, size.height / 2)
  // By its tag: behind a dialog it has no role.
  await page.locator('h1').first().waitFor()
  await page.waitForLoadState('networkidle')
  await page.evaluate(async () => {
    await document.fonts.ready
    await Promise.allSettled([...document.images].map((image) => image.decode()))
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished))
    await new Promise((resolve) => setTimeout(resolve, 300))
  })
}

async function preparePracticeMonth({ bridge }: Studio, language: 'en' | 'fr'): Promise<PracticeMonth> {
  const { workspaceId } = await bridge.ask('practice.start', { workspaceId: crypto.randomUUID(), language, timeZone: 'Europe/Paris' })
  await bridge.ask('practice.addAccount', { workspaceId })
  // Nobody answers while the pictures are taken.
  await bridge.ask('practice.setPace', { workspaceId, pace: 'paused' })
  const { posts } = await bridge.ask('posts.list', { workspaceId, from: 0, until: 8_640_000_000_000_000, drafts: true })
  const withImage = posts.filter(({ mediaIds }) => mediaIds.length > 0)
  const original = withImage.find(({ status }) => status === 'draft') ?? withImage.at(-1) ?? posts[0]!
  const draftId = original.status === 'draft' ? original.id : crypto.randomUUID()
  if (original.status !== 'draft') await bridge.ask('posts.copy', { workspaceId, postId: original.id, newPostId: draftId })
  await bridge.ask('inbox.refresh', { workspaceId })
  const { conversations } = await bridge.ask('inbox.page', { workspaceId, view: 'open', kind: null, accountId: null, before: null, limit: 100 })
  const threads = await Promise.all(conversations.slice(0, 40).map((conversation) => bridge.ask('inbox.read', { workspaceId, conversationId: conversation.id })))
  // The one that shows most: several messages, our post above them.
  const wealth = ({ items, post }: (typeof threads)[number]): number => items.length + (post === null ? 0 : 2)
  const longest = threads.toSorted((one, other) => wealth(other) - wealth(one))[0]
  const { jobs } = await bridge.ask('outbox.list', { workspaceId, view: 'open', limit: 50 })
  const own = { bridge, workspaceId, language }
  const { items } = await bridge.ask('watch.page', { workspaceId, source: { kind: 'all' }, unreadOnly: false, before: null, limit: 10 })
  return { workspaceId, draftId, conversationId: longest?.conversation.id ?? '', jobId: jobs[0]?.id ?? '', itemId: items[0]?.id ?? '', storyId: await findStory(own), threadId: await writeThread(own), seriesId: await startSeries(own) }
}
