import { randomUUID } from 'node:crypto'
import { expect } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient, paragraph } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

test('each element of a preview says how far it can be believed, and the legend where that was read', async ({ studio, page }) => {
  const { workspaceId, texts } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/compose`)
  await page.getByRole('textbox', { name: 'Text of the post' }).fill('High tide at nine.')
  const [bluesky, mastodon] = [page.getByRole('region', { name: texts.handles.bluesky }), page.getByRole('region', { name: texts.handles.mastodon })]
  await expect(bluesky.getByText('Text: exact')).toHaveCount(1)
  await expect(mastodon.getByText('Text: approximate')).toHaveCount(1)
  await expect(mastodon.getByText('Time: decided by the network')).toHaveCount(1)
  await page.getByRole('button', { name: 'How far can it be believed?' }).press('Enter')
  const legend = page.getByRole('dialog', { name: 'How far the previews can be believed' })
  await expect(legend.getByRole('region', { name: 'Mastodon' })).toContainText('Fold: after about 22 lines')
  await expect(legend.getByRole('region', { name: 'Mastodon' })).toContainText('docs.joinmastodon.org, read on')
  await expectAccessible(page, 'the legend of the previews')
  await page.keyboard.press('Escape')
  await expect(legend).toBeHidden()
})

test('a long text is folded where the network folds it, and all of it can be read', async ({ studio, page }) => {
  const { workspaceId, texts } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/compose`)
  const [bluesky, mastodon] = [page.getByRole('region', { name: texts.handles.bluesky }), page.getByRole('region', { name: texts.handles.mastodon })]
  await page.getByRole('textbox', { name: 'Text of the post' }).fill(Array.from({ length: 14 }, (_, line) => `line ${String(line)}`).join('\n'))
  await expect(mastodon).toContainText('line 13')
  // Each of these is a paragraph, with an empty line between two: more than the 22 lines that Mastodon shows.
  await expect(mastodon.getByText('See more')).toBeVisible()
  await expect(bluesky.getByText('See more')).toHaveCount(0)
})

test('light, dark and the width of a phone concern the previews alone', async ({ studio, page }) => {
  const { workspaceId, texts } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/compose`)
  await page.getByRole('textbox', { name: 'Text of the post' }).fill('High tide at nine.')
  const article = page.getByRole('region', { name: texts.handles.mastodon }).getByRole('article')
  const ground = () => article.evaluate((node) => getComputedStyle(node).backgroundColor)
  await page.getByRole('button', { name: 'Light', exact: true }).click()
  await expect.poll(ground).toBe('rgb(255, 255, 255)')
  await page.getByRole('button', { name: 'Dark', exact: true }).press('Enter')
  await expect.poll(ground).toBe('rgb(24, 24, 32)')
  expect(await page.evaluate(() => document.documentElement.dataset['theme'])).not.toBe('dark')
  await expectAccessible(page, 'dark previews in a light studio')
  await page.getByRole('button', { name: 'On a phone' }).click()
  await expect.poll(async () => (await article.boundingBox())?.width ?? 0).toBeLessThanOrEqual(375)
})

test('the card of a link is read from its page, and a page that cannot be read is said to be', async ({ studio, page }) => {
  const { workspaceId, texts } = await fillClient(studio, 'en')
  const url = 'https://tides.example/spring'
  studio.web.set(url, '<!doctype html><title>Spring tide</title><meta name="description" content="Saturday at nine">')
  await studio.open(`#/w/${workspaceId}/compose`)
  const text = page.getByRole('textbox', { name: 'Text of the post' })
  const [bluesky, mastodon] = [page.getByRole('region', { name: texts.handles.bluesky }), page.getByRole('region', { name: texts.handles.mastodon })]
  await text.fill(`To read: ${url}`)
  await expect(bluesky.getByText('Spring tide')).toBeVisible()
  await expect(bluesky.getByText('Saturday at nine')).toBeVisible()
  await expect(bluesky.getByText('Link card: exact')).toHaveCount(1)
  await expect(mastodon.getByText('Link card: decided by the network')).toHaveCount(1)
  await expectAccessible(page, 'a link card')
  await text.fill('To read: https://nowhere.example/')
  await expect(bluesky.getByText('No link card: nowhere.example/ could not be read.')).toBeVisible()
  await expect(mastodon.getByText('The network tries for itself.')).toBeVisible()
})

test('a post that has its hour shows the card that goes out, and says that its page says something else since', async ({ studio, page }) => {
  const { workspaceId, texts, accounts } = await fillClient(studio, 'fr')
  await studio.engine.ask('studio.saveSettings', { settings: { language: 'fr', theme: 'light' } })
  const url = 'https://tides.example/spring'
  const says = (title: string) => studio.web.set(url, `<!doctype html><title>${title}</title>`)
  says('La grande marée')
  await studio.engine.ask('linkCards.read', { workspaceId, url })
  const postId = randomUUID()
  const document = paragraph(`À lire\u00A0: ${url}`)
  await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document, targets: [{ accountId: accounts.bluesky, variant: null }], media: [] } })
  await studio.engine.ask('posts.schedule', { workspaceId, postId, revision: 1, when: { kind: 'at', localDateTime: '2026-12-20T09:00' } })
  says('Reportée')
  await studio.advance(25 * 3_600_000)
  await studio.open(`#/w/${workspaceId}/compose/${postId}`)
  const bluesky = page.getByRole('region', { name: texts.handles.bluesky })
  await expect(bluesky.getByText('La grande marée')).toBeVisible()
  await expect(bluesky.getByText('La page dit autre chose depuis\u00A0: «\u00A0Reportée\u00A0».')).toBeVisible()
  await expect(bluesky.getByText('Carte du lien\u00A0: exact')).toHaveCount(1)
  await expectAccessible(page, 'a card that was fixed')
})

test('two frames after the last key every preview says what will be sent', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/compose`)
  const text = page.getByRole('textbox', { name: 'Text of the post' })
  await text.fill('High tide at nine.')
  await text.press('Control+End')
  // What stood in the previews two frames after each key: the answer for the last key is waited for, however soon its words are seen.
  await page.evaluate(() => {
    const afterTwoFrames = () => new Promise<readonly string[]>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done([...document.querySelectorAll('article [data-element="text"]')].map((node) => node.textContent)))))
    addEventListener('input', () => Object.assign(window, { shownAfterLastKey: afterTwoFrames() }), { capture: true })
  })
  await page.keyboard.type(' Bring boots')
  await expect(text).toContainText('Bring boots')
  const shown = await page.evaluate(() => (window as unknown as { shownAfterLastKey: Promise<readonly string[]> }).shownAfterLastKey)
  expect(shown.length).toBeGreaterThan(1)
  expect(shown.filter((words) => !words.includes('High tide at nine. Bring boots'))).toEqual([])
})
