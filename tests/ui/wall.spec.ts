import { expect } from '@playwright/test'
import { fillClient } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

declare global {
  interface Window {
    /** Frames in which a text of the other client was seen. */
    mixedFrames?: string[]
  }
}

test('never shows a frame with another client’s data, however one changes between them', async ({ studio, page }) => {
  const tideline = await fillClient(studio, 'en', 'ocean')
  const comptoir = await fillClient(studio, 'fr', 'brick')
  const wordsOf = ({ texts }: typeof tideline): string[] => [...texts.posts.map(({ text }) => text.slice(0, 24)), ...texts.talks.map(({ from }) => from), ...texts.drafts, ...Object.values(texts.handles), ...texts.feed.items.map(({ title }) => title)]
  await studio.open(`#/w/${tideline.workspaceId}/calendar`)
  await page.evaluate(
    ([first, second]) => {
      window.mixedFrames = []
      const look = (): void => {
        // The client in sight is the one whose colour the frame has.
        const others = document.documentElement.dataset['client'] === 'ocean' ? second : first
        // Everything but the list of clients: screen, messages, status bar, dialogs.
        const shown = document.body.textContent
        const stray = others.find((word) => shown.includes(word))
        if (stray !== undefined) window.mixedFrames!.push(`${document.documentElement.dataset['client']}: ${stray}`)
        requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
    },
    // The same spam reaches both.
    [wordsOf(tideline).filter((word) => !wordsOf(comptoir).includes(word)), wordsOf(comptoir).filter((word) => !wordsOf(tideline).includes(word))] as const
  )
  // Ctrl+1 and Ctrl+2 go by the order of the list.
  const { workspaces } = await studio.engine.ask('studio.read', {})
  const keyOf = (id: string): string => `Control+${workspaces.findIndex((workspace) => workspace.id === id) + 1}`
  for (const screen of ['c', 'i', 'w', 'o', 'a']) {
    await page.keyboard.press('g')
    await page.keyboard.press(screen)
    await page.keyboard.press(keyOf(comptoir.workspaceId))
    await expect(page.locator('html')).toHaveAttribute('data-client', 'brick')
    await page.keyboard.press(keyOf(tideline.workspaceId))
    await expect(page.locator('html')).toHaveAttribute('data-client', 'ocean')
  }
  for (const [path, word] of [['calendar', 'leek and haddock'], ['inbox', 'John Pascoe']] as const) {
    await page.evaluate((hash) => (window.location.hash = hash), `#/w/${comptoir.workspaceId}/${path}`)
    await page.evaluate((hash) => (window.location.hash = hash), `#/w/${tideline.workspaceId}/${path}`)
    await expect(page.getByText(word)).toBeVisible()
  }
  expect(await page.evaluate(() => window.mixedFrames)).toEqual([])
})

test('leaves messages and “saved” at the client they are about', async ({ studio, page }) => {
  const tideline = await fillClient(studio, 'en', 'ocean')
  const comptoir = await fillClient(studio, 'fr', 'brick')
  await studio.open(`#/w/${tideline.workspaceId}/compose`)
  await page.getByRole('textbox', { name: 'Text of the post' }).click()
  await page.keyboard.type('Low water at noon')
  // The composer says it at its top, every other screen at its foot.
  await expect(page.getByRole('main').getByText(/^Saved/)).toBeVisible()
  const footer = page.getByRole('contentinfo')
  await expect(footer.getByText(/^Saved/)).toBeHidden()
  await studio.goTo(`#/w/${tideline.workspaceId}/accounts`)
  await page.getByRole('button', { name: `Actions for ${tideline.texts.handles.bluesky}` }).click()
  await page.getByRole('menuitem', { name: 'Check now' }).click()
  const message = page.getByText(`${tideline.texts.handles.bluesky} answers`)
  await expect(message).toBeVisible()
  await studio.goTo(`#/w/${comptoir.workspaceId}/accounts`)
  await expect(message).toBeHidden()
  await expect(footer.getByText(/^Saved/)).toBeHidden()
  await studio.goTo(`#/w/${tideline.workspaceId}/accounts`)
  await expect(footer.getByText(/^Saved/)).toBeVisible()
})

test('answers for another client’s conversation as for one that never was', async ({ studio, page }) => {
  const tideline = await fillClient(studio, 'en', 'ocean')
  const comptoir = await fillClient(studio, 'fr', 'brick')
  const { conversations } = await studio.engine.ask('inbox.page', { workspaceId: comptoir.workspaceId, view: 'all', kind: null, accountId: null, before: null, limit: 1 })
  await studio.open(`#/w/${tideline.workspaceId}/inbox/${conversations[0]!.id}`)
  await expect(page.getByRole('main').getByRole('button', { name: 'Try again' })).toBeVisible()
  await expect(page.getByText(conversations[0]!.authorName)).toBeHidden()
})
