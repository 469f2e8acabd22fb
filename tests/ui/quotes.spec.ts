import { expect } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

const pictures = process.env['VIGIE_PICTURES']

test('a comment is quoted in a post of our own, which opens with it, and goes out with it or with its address', async ({ studio, page }) => {
  const { workspaceId, texts } = await fillClient(studio, 'en')
  const talk = texts.talks[0]!
  await studio.open(`#/w/${workspaceId}/inbox`)
  await page.getByRole('option').filter({ hasText: talk.from }).click()
  await page.getByRole('button', { name: 'More for this message' }).first().click()
  if (pictures !== undefined) await page.screenshot({ path: `${pictures}/quote-menu-en.png` })
  await page.getByRole('menuitem', { name: 'Quote in a post' }).click()
  const quoted = page.getByRole('region', { name: 'Quoted post' })
  await expect(quoted).toContainText(talk.texts[0]!)
  await expect(quoted).toContainText(`${talk.from} (${talk.handle}), Bluesky`)
  await expect(quoted).toContainText('Authors choose who may quote them')
  await page.getByRole('textbox', { name: 'Text of the post' }).fill('Every day from Tuesday on!')
  const bluesky = page.getByRole('region', { name: /@tideline\.bsky\.social/ })
  await expect(bluesky.getByRole('blockquote')).toContainText(talk.texts[0]!)
  await page.locator('button[aria-pressed]').filter({ hasText: '@tideline@mastodon.example' }).click()
  await expect(page.getByText('The quoted post is on another network or server: the post goes to Mastodon with its address')).toBeVisible()
  const mastodon = page.getByRole('region', { name: /@tideline@mastodon\.example/ })
  await expect(mastodon).toContainText('bluesky.example/talk-0')
  await expectAccessible(page, 'a post that quotes')
  if (pictures !== undefined) await page.screenshot({ path: `${pictures}/quote-en.png` })

  await quoted.getByRole('button', { name: 'Take the quoted post out' }).click()
  await expect(quoted).toHaveCount(0)
  await expect(mastodon).not.toContainText('bluesky.example/talk-0')
  await page.getByRole('button', { name: 'Put it back' }).click()
  await expect(quoted).toBeVisible()
  const postId = /compose\/([^/?]+)/.exec(page.url())?.[1] ?? ''
  await expect.poll(async () => (await studio.engine.ask('posts.read', { workspaceId, postId })).post.quote?.remoteId).toBe('talk-0-0')
  const { post } = await studio.engine.ask('posts.read', { workspaceId, postId })
  await studio.engine.ask('posts.schedule', { workspaceId, postId, revision: post.revision, when: { kind: 'now' } })
  await studio.advance(60_000)
  const newest = (network: typeof studio.bluesky): unknown => network.published.slice(-1).map(({ text, quote }) => [text, quote])
  await expect.poll(() => newest(studio.bluesky)).toEqual([['Every day from Tuesday on!', 'talk-0-0']])
  await expect.poll(() => newest(studio.mastodon)).toEqual([['Every day from Tuesday on!\n\nhttps://bluesky.example/talk-0', undefined]])
})

test('what is private is quoted by nobody, and in French the composer says whom it quotes', async ({ studio, page }) => {
  const { workspaceId, texts } = await fillClient(studio, 'fr')
  await studio.engine.ask('studio.saveSettings', { settings: { language: 'fr' } })
  await page.emulateMedia({ colorScheme: 'dark' })
  await studio.open(`#/w/${workspaceId}/inbox`)
  await page.getByRole('option').filter({ hasText: texts.talks[1]!.from }).click()
  await expect(page.getByRole('listitem').filter({ hasText: texts.talks[1]!.texts[0]! })).toBeVisible()
  await page.getByRole('button', { name: 'Autres actions sur ce message' }).first().click()
  await expect(page.getByRole('menuitem').first()).toBeVisible()
  await expect(page.getByRole('menuitem', { name: 'Citer dans une publication' })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await page.getByRole('option').filter({ hasText: texts.talks[3]!.from }).click()
  await page.getByRole('button', { name: 'Autres actions sur ce message' }).first().click()
  await page.getByRole('menuitem', { name: 'Citer dans une publication' }).click()
  await expect(page.getByRole('region', { name: 'Publication citée' })).toContainText(texts.talks[3]!.texts[0]!)
  await page.getByRole('textbox', { name: 'Texte de la publication' }).fill('Nous rouvrons mardi.')
  if (pictures !== undefined) await page.screenshot({ path: `${pictures}/quote-fr-dark.png` })
})

test('a post that a feed brought is quoted from the watch, what is no post is not', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'en')
  const items = [['A walk on the mole', 'https://bsky.app/profile/mole.example/post/3kabc'], ['The Gazette', 'https://gazette.example/3']].map(([title, link]) => `<item><title>${title}</title><link>${link}</link><guid>${link}</guid><description>${title}, this morning.</description><pubDate>Sat, 21 Nov 2026 08:00:00 GMT</pubDate></item>`)
  studio.web.set('https://bsky.example/rss', `<rss version="2.0"><channel><title>The mole</title>${items.join('')}</channel></rss>`)
  await studio.engine.ask('watch.addFeed', { workspaceId, feedId: studio.engine.random.id(), url: 'https://bsky.example/rss', folder: '' })
  await studio.advance(5_000)
  await studio.open(`#/w/${workspaceId}/watch`)
  await page.getByRole('option', { name: /The Gazette/ }).click()
  await expect(page.getByRole('button', { name: /^Make a post of it/ }).first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Quote in a post' })).toHaveCount(0)
  await page.getByRole('option', { name: /A walk on the mole/ }).click()
  if (pictures !== undefined) await page.screenshot({ path: `${pictures}/quote-watch-en.png` })
  await page.getByRole('button', { name: 'Quote in a post' }).click()
  await expect(page.getByRole('region', { name: 'Quoted post' })).toContainText('A walk on the mole, this morning.')
  await expect(page.getByRole('region', { name: 'Quoted post' })).toContainText('@mole.example, Bluesky')
})
