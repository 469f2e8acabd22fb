import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient, type FilledClient } from './support/fill-client.ts'
import { test, type Studio } from './support/studio-test.ts'

const themes = ['light', 'dark'] as const

interface Place {
  readonly name: string
  readonly hash: (client: FilledClient) => string
  /** Opens what lies over the screen. Keys, so that it works in every language. */
  readonly open?: (page: Page) => Promise<void>
}

const screen = (name: string, path: string): Place => ({ name, hash: ({ workspaceId }) => `#/w/${workspaceId}/${path}` })

/** Keys mean a conversation once there is one. */
async function openThread(page: Page): Promise<void> {
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('j')
  await page.locator('article').waitFor()
}

const places: readonly Place[] = [
  screen('the month', 'calendar'),
  screen('the week', 'calendar?view=week'),
  screen('the list', 'calendar?view=list'),
  screen('a new post', 'compose'),
  { name: 'a scheduled post', hash: ({ workspaceId, postIds }) => `#/w/${workspaceId}/compose/${postIds[8]}` },
  { name: 'a published post', hash: ({ workspaceId, postIds }) => `#/w/${workspaceId}/compose/${postIds[0]}` },
  screen('the inbox', 'inbox'),
  screen('the ideas', 'ideas'),
  screen('the library', 'library'),
  screen('the watch', 'watch'),
  screen('the outbox', 'outbox'),
  screen('the accounts', 'accounts'),
  screen('the settings', 'settings'),
  { name: 'the welcome', hash: () => '#/welcome' },
  { ...screen('the palette', 'calendar'), open: (page) => page.keyboard.press('Control+k') },
  { ...screen('the shortcuts', 'inbox'), open: (page) => page.keyboard.press('?') },
  { ...screen('a thread', 'inbox'), open: openThread },
  {
    ...screen('the snooze menu', 'inbox'),
    async open(page) {
      await openThread(page)
      await page.keyboard.press('s')
      await page.getByRole('menu').waitFor()
    }
  },
  { ...screen('connecting an account', 'accounts'), open: (page) => page.locator('main header button').last().click() },
  { ...screen('the rest of a full day', 'calendar'), open: (page) => page.getByRole('button', { name: /^\+\d/ }).click() },
  { ...screen('the list of clients', 'calendar'), open: (page) => page.getByRole('combobox').first().click() },
  {
    name: 'the question before publishing',
    hash: ({ workspaceId, draftIds }) => `#/w/${workspaceId}/compose/${draftIds[0]}`,
    async open(page) {
      await page.getByRole('textbox', { name: 'Text of the post' }).waitFor()
      await page.keyboard.press('Control+Shift+Enter')
      await page.getByRole('alertdialog').waitFor()
    }
  },
  {
    ...screen('what a search has found', 'inbox'),
    async open(page) {
      await page.keyboard.press('/')
      await page.keyboard.type('order')
      await page.locator('mark').first().waitFor()
    }
  },
  {
    ...screen('the saved texts', 'compose'),
    async open(page) {
      await page.locator('.tiptap').waitFor()
      await page.keyboard.press('Control+Shift+S')
      await page.locator('[data-pick]').first().waitFor()
    }
  },
  {
    ...screen('the templates', 'compose'),
    async open(page) {
      await page.locator('.tiptap').waitFor()
      await page.keyboard.press('Control+Shift+M')
      await page.getByRole('dialog').getByRole('button').last().waitFor()
    }
  },
  { name: 'a new client', hash: () => '#/welcome', open: (page) => page.getByRole('button', { name: 'Begin with a client' }).click() }
]

async function setTo(studio: Studio, page: Page, language: 'en' | 'fr', theme: 'light' | 'dark'): Promise<void> {
  await studio.engine.ask('studio.saveSettings', { settings: { language, theme } })
  await expect(page.locator('html')).toHaveAttribute('lang', language)
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
}

test.describe('axe finds nothing, by day and by night, in both languages, on', () => {
  // Few enough for one test that a loaded machine has time for them, many enough that a client is not filled for each.
  for (const part of Array.from({ length: Math.ceil(places.length / 5) }, (_, place) => places.slice(place * 5, place * 5 + 5))) {
    test(part.map(({ name }) => name).join(', '), async ({ studio, page }) => {
      const client = await fillClient(studio, 'en')
      const { workspaceId } = client
      await studio.engine.ask('snippets.save', { workspaceId, snippet: { id: crypto.randomUUID(), kind: 'text', name: 'Opening', text: '{Weekday} at {client}: {link}' } })
      for (const place of part) {
        await studio.engine.ask('studio.saveSettings', { settings: { language: 'en', theme: 'light' } })
        await studio.open(place.hash(client))
        await place.open?.(page)
        for (const theme of themes) {
          await setTo(studio, page, 'en', theme)
          await expectAccessible(page, `${place.name}, en, ${theme}`)
        }
        // Colours do not depend on the words, nor words on the colours: the slow look at every contrast is not taken again.
        await setTo(studio, page, 'fr', 'dark')
        await expectAccessible(page, `${place.name}, fr`, { contrast: false })
      }
    })
  }
})
