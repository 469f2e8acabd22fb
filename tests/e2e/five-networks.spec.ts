import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { composer } from '../../renderer/language/fr/composer.ts'
import { people } from '../../renderer/language/fr/people.ts'
import { hasBlueskyServer } from '../servers/start-bluesky-server.ts'
import { hasWordpressServer } from '../servers/start-wordpress-server.ts'
import { startPhotographer } from '../support/photos.ts'
import { startFiveNetworks, type FiveNetworks } from './support/five-networks.ts'
import { scheduleNextMinute } from './support/schedule-next-minute.ts'
import { filesWithSecrets } from './support/search-secrets.ts'
import type { Studio } from './support/studio.ts'
import { expect, test } from './support/test.ts'

test.describe('a post in French for five networks', () => {
  test.skip(!hasBlueskyServer || !hasWordpressServer, 'the modules of the servers were not laid out')
  let networks: FiveNetworks

  test.beforeAll(async () => {
    networks = await startFiveNetworks()
  })
  test.afterAll(() => networks?.stop())

  test('survives a kill in the middle of a word, and each network is sent exactly what its preview showed', async ({ launch, dataFolder }) => {
    test.setTimeout(240_000)
    const environment = { VIGIE_TEST_OPTIONS: JSON.stringify(networks.testOptions) }
    const first = await launch({ environment })
    await first.bridge.ask('studio.saveSettings', { settings: { language: 'fr' } })
    const workspaceId = randomUUID()
    await first.bridge.ask('workspaces.create', { id: workspaceId, name: 'Les Amarres', colour: 'teal', timeZone: 'Europe/Paris' })
    const accounts = await networks.connect(first, workspaceId)
    await first.bridge.ask('people.save', { workspaceId, person: { id: randomUUID(), name: 'Marguerite Vidal', handles: { bluesky: networks.mentioned, mastodon: 'vidal@mamot.example', discourse: 'mvidal', telegram: 'mvidal' } } })

    const address = `#/w/${workspaceId}/compose/${randomUUID()}`
    await first.goTo(address)
    await first.page.getByRole('textbox', { name: composer.titleLabel }).fill('La fête du port')
    await addPhotos(first.page)
    await writeFirstLine(first.page)
    const kept = await typeSteadily(first, 4_000)
    await first.kill()

    const second = await launch({ dataFolder, environment })
    await second.goTo(address)
    const editor = second.page.getByRole('textbox', { name: composer.textLabel })
    await expect(editor).toContainText('Merci @Marguerite Vidal pour la soirée\u202f: on recommence samedi\u202f! 🎉')
    expect((await editor.innerText()).match(/encore/g)?.length ?? 0).toBeGreaterThanOrEqual(kept)
    for (const description of descriptions) await expect(second.page.getByRole('article').getByRole('img', { name: description })).toHaveCount(5)
    const shown = await previewed(second.page)
    expect(Object.keys(shown).toSorted()).toEqual(Object.values(accounts).toSorted())

    const postId = await scheduleNextMinute(second, workspaceId)
    await expect.poll(async () => (await second.bridge.ask('posts.read', { workspaceId, postId })).post.status, { timeout: 120_000, intervals: [1_000] }).toBe('published')
    expect(await sent(networks)).toEqual(shown)
    expect(await networks.pictures()).toEqual({ bluesky: descriptions, wordpress: descriptions, mastodon: descriptions, discourse: descriptions, telegram: descriptions.length })
    expect(second.complaints()).toEqual([])
    await second.close()
    expect(filesWithSecrets(dataFolder, networks.secrets())).toEqual([])
  })
})

const descriptions = ['Le quai, un soir de fête', 'La fanfare sur le môle']

async function addPhotos(page: Page): Promise<void> {
  const photographer = await startPhotographer()
  const files = descriptions.map((_, place) => ({ name: `quai-${place}.jpg`, mimeType: 'image/jpeg', buffer: Buffer.from(photographer.take('jpg', { width: 640, height: 480 + 40 * place })) }))
  photographer.close()
  await page.getByLabel(composer.media.add, { exact: true }).and(page.locator('input')).setInputFiles(files)
  for (const [place, description] of descriptions.entries()) await page.getByRole('textbox', { name: composer.media.picture.altLabel.replace('{{position}}', `${place + 1}`) }).fill(description)
}

/** With a person chosen from the list, an emoji, an address and a tag; the spaces that French wants are the editor’s work. */
async function writeFirstLine(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: composer.textLabel }).click()
  await page.keyboard.type('Merci @marg')
  await page.getByRole('listbox', { name: people.suggested }).getByRole('option', { name: /Marguerite Vidal/ }).waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.type('pour la soirée : on recommence samedi ! 🎉 https://exemple.fr/fete #Nantes')
  await page.keyboard.press('Enter')
}

/** Types the same word again and again; gives back how many of them stood there a second before the end. */
async function typeSteadily({ page }: Studio, duration: number): Promise<number> {
  const typedAt: number[] = []
  const endsAt = Date.now() + duration
  while (Date.now() < endsAt) {
    await page.keyboard.type('encore ', { delay: 40 })
    typedAt.push(Date.now())
  }
  return typedAt.filter((at) => at < Date.now() - 1_000).length
}

/** The lines of each preview, by network. Without the words for screen readers beside them; addresses as long as they are, without what a network hides of them. */
async function previewed(page: Page): Promise<Readonly<Record<string, readonly string[]>>> {
  const texts = await page.locator('section:has(article)').evaluateAll((frames) =>
    frames.map((frame) => {
      const text = frame.querySelector('[data-element="text"]')!.cloneNode(true) as Element
      for (const mark of text.querySelectorAll('[data-confidence]')) mark.remove()
      const blocks = [...text.querySelectorAll('p')].map((block) => block.textContent ?? '')
      return [frame.querySelector('[data-network]')!.getAttribute('data-network')!, blocks.join('\n')] as const
    })
  )
  return Object.fromEntries(texts.map(([network, text]) => [network, linesOf(text)]))
}

/** The same of what the networks were given: exactly one post each. */
async function sent(networks: FiveNetworks): Promise<Readonly<Record<string, readonly string[]>>> {
  const published = Object.entries(await networks.published())
  return Object.fromEntries(published.map(([network, texts]) => [network, texts.flatMap((text) => linesOf(asSeen(network, text)))]))
}

/** What a person sees of the network’s own notation: HTML on WordPress, Markdown on Discourse, where images stand between the words. */
function asSeen(network: string, text: string): string {
  if (network === 'wordpress') return text.replaceAll(/<!--.*?-->|<figure.*?<\/figure>/gs, '').replaceAll(/<\/p>|<br ?\/?>/g, '\n').replaceAll(/<[^>]*>/g, '')
  if (network === 'discourse') return text.replaceAll(/!\[[^\]]*\]\([^)]*\)/g, '').replaceAll(/\\([!-/:-@[-`{-~])/g, '$1')
  return text
}

function linesOf(text: string): readonly string[] {
  return text.split('\n').map((line) => line.trim().replaceAll('https://', '')).filter((line) => line !== '')
}
