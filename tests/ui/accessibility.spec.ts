import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient, type FilledClient } from './support/fill-client.ts'
import { test, type Studio } from './support/studio-test.ts'

const languages = ['en', 'fr'] as const
const themes = ['light', 'dark'] as const

interface Place {
  readonly name: string
  readonly hash: (client: FilledClient) => string
  /** Opens what lies over the screen. Keys, so that it works in every language. */
  readonly open?: (page: Page) => Promise<void>
}

const screen = (name: string, path: string): Place => ({ name, hash: ({ workspaceId }) => `#/w/${workspaceId}/${path}` })

const places: readonly Place[] = [
  screen('the month', 'calendar'),
  screen('the week', 'calendar?view=week'),
  screen('the list', 'calendar?view=list'),
  screen('a new post', 'compose'),
  { name: 'a scheduled post', hash: ({ workspaceId, postIds }) => `#/w/${workspaceId}/compose/${postIds[8]}` },
  { name: 'a published post', hash: ({ workspaceId, postIds }) => `#/w/${workspaceId}/compose/${postIds[0]}` },
  screen('the inbox', 'inbox'),
  screen('the watch', 'watch'),
  screen('the outbox', 'outbox'),
  screen('the accounts', 'accounts'),
  screen('the settings', 'settings'),
  { name: 'the welcome', hash: () => '#/welcome' },
  { ...screen('the palette', 'calendar'), open: (page) => page.keyboard.press('Control+k') },
  { ...screen('the shortcuts', 'inbox'), open: (page) => page.keyboard.press('?') },
  { ...screen('a thread', 'inbox'), open: (page) => page.keyboard.press('j') },
  {
    ...screen('the snooze menu', 'inbox'),
    async open(page) {
      await page.keyboard.press('j')
      await page.locator('article').waitFor()
      await page.keyboard.press('s')
      await page.getByRole('menu').waitFor()
    }
  },
  { ...screen('connecting an account', 'accounts'), open: (page) => page.locator('main header button').last().click() }
]

async function setTo(studio: Studio, page: Page, language: 'en' | 'fr', theme: 'light' | 'dark'): Promise<void> {
  await studio.engine.ask('studio.saveSettings', { settings: { language, theme } })
  await expect(page.locator('html')).toHaveAttribute('lang', language)
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
}

test.describe('axe finds nothing, by day and by night, in both languages, on', () => {
  for (const part of [places.slice(0, 6), places.slice(6, 12), places.slice(12)]) {
    test(part.map(({ name }) => name).join(', '), async ({ studio, page }) => {
      const client = await fillClient(studio, 'en')
      for (const place of part) {
        await studio.engine.ask('studio.saveSettings', { settings: { language: 'en', theme: 'light' } })
        await studio.open(place.hash(client))
        await place.open?.(page)
        for (const language of languages) {
          for (const theme of themes) {
            await setTo(studio, page, language, theme)
            await expectAccessible(page, `${place.name}, ${language}, ${theme}`);
          }
        }
      }
    })
  }
})
