import { expect, type Locator, type Page } from '@playwright/test'
import { documentToText } from '../../shared/text/document-to-text.ts'
import { fillClient, type FilledClient } from './support/fill-client.ts'
import { fromGoogleDocs, fromGoogleDocsClean, fromPage, fromPageClean, fromWord, fromWordClean } from '../support/pasted-html.ts'
import { test, type Studio } from './support/studio-test.ts'

interface Pasting { readonly text: Locator; readonly read: () => Promise<string> }

async function openEditor(studio: Studio, page: Page, client: FilledClient, on: readonly ('bluesky' | 'wordpress')[]): Promise<Pasting> {
  const postId = crypto.randomUUID()
  const { workspaceId } = client
  await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: { type: 'doc', content: [{ type: 'paragraph' }] }, targets: on.map((name) => ({ accountId: client.accounts[name], variant: null })), media: [] } })
  await studio.open(`#/w/${workspaceId}/compose/${postId}`)
  const text = page.getByRole('textbox', { name: 'Text of the post' })
  await text.waitFor()
  return {
    text,
    async read() {
      await page.keyboard.press('Control+s')
      await expect(page.getByText(/^Saved at/)).toBeVisible()
      return documentToText((await studio.engine.ask('posts.read', { workspaceId, postId })).post.document)
    }
  }
}

const paste = (text: Locator, html: string, picture = false) =>
  text.evaluate(
    (element, [given, withPicture]) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/html', given)
      clipboardData.setData('text/plain', 'the plain text of it')
      if (withPicture) clipboardData.items.add(new File([new Uint8Array([1])], 'image.png', { type: 'image/png' }))
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    },
    [html, picture] as const
  )

test('what comes from Word, Google Docs and pages is clean text with its lists and addresses', async ({ studio, page }) => {
  const client = await fillClient(studio, 'en')
  for (const [html, clean] of [[fromWord, fromWordClean], [fromGoogleDocs, fromGoogleDocsClean], [fromPage, fromPageClean]] as const) {
    const { text, read } = await openEditor(studio, page, client, ['bluesky'])
    await paste(text, html)
    await expect.poll(read).toBe(clean)
    await expect(text.locator('strong, em, h2')).toHaveCount(0)
    // One step back, and it is gone.
    await page.keyboard.press('Control+z')
    await expect(text).toHaveText('')
  }
})

test('stress stays where a chosen network shows it, and a text that comes with its own picture is the text', async ({ studio, page }) => {
  const client = await fillClient(studio, 'en')
  const { text, read } = await openEditor(studio, page, client, ['wordpress'])
  await paste(text, fromGoogleDocs, true)
  await expect.poll(read).toBe(fromGoogleDocsClean)
  await expect(text.locator('strong')).toHaveText('open')
  await expect(text.getByRole('heading', { level: 2 })).toHaveText('Open day')
  await expect(page.getByRole('region', { name: 'Images' }).getByRole('listitem')).toHaveCount(0)
})

test('plain text keeps its lines and its paragraphs, there and back', async ({ studio, page }) => {
  const client = await fillClient(studio, 'en')
  const { text, read } = await openEditor(studio, page, client, ['bluesky'])
  const given = 'Bread: 1.20\r\nCake: 3\r\n\r\nUntil Saturday!\r\nhttps://tide.example/late\r\n'
  await text.evaluate((element, plain) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', plain)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, given)
  await expect.poll(read).toBe('Bread: 1.20\nCake: 3\n\nUntil Saturday!\nhttps://tide.example/late')
  await expect(text.locator('p')).toHaveCount(2)
  await expect(text.getByRole('link')).toHaveText('https://tide.example/late')
})

test('what was struck out stays behind, and is named', async ({ studio, page }) => {
  const client = await fillClient(studio, 'en')
  const { text, read } = await openEditor(studio, page, client, ['bluesky'])
  await paste(text, '<p>Old price <s>$20</s> $15</p>')
  await expect.poll(read).toBe('Old price $15')
  await expect(page.getByText('Not pasted: $20')).toBeVisible()
})

test('no word is lost of tables that stand in one another deeper than a page can be', async ({ studio, page }) => {
  const client = await fillClient(studio, 'en')
  const { text, read } = await openEditor(studio, page, client, ['bluesky'])
  const words = Array.from({ length: 200 }, (_, depth) => `word${depth}`)
  await paste(text, words.reduceRight((inside, word) => `<table><tbody><tr><td>${word}${inside}</td><td>beside-${word}</td></tr></tbody></table>`, ''))
  const pasted = (await read()).split(/[^\w-]+/)
  expect(words.flatMap((word) => [word, `beside-${word}`]).filter((word) => !pasted.includes(word))).toEqual([])
})
