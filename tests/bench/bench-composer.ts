import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from '@playwright/test'
import { build } from 'vite'
import type { PostContent } from '../../shared/posts/post.ts'
import { startTestEngine, type TestEngine } from '../integration/support/start-test-engine.ts'
import { joinPage } from '../ui/support/join-page.ts'
import { createPaperNetwork } from '../ui/support/paper-network.ts'
import { servePage } from '../ui/support/serve-page.ts'
import { cost, type BenchResult } from './bench-result.ts'
import { median, percentile } from './statistics.ts'

const keys = 200
const openings = 15
const byHand = ['instagram', 'tiktok', 'linkedin', 'youtube', 'pinterest', 'threads', 'reddit', 'snapchat', 'x_by_hand'] as const

/** From a key until counters and all previews of ten networks are painted, on a text of 5,000 characters, against an empty editor of the same library. */
export async function benchComposer(): Promise<readonly BenchResult[]> {
  // Frames come as soon as they are ready: the wait for the next one of sixty a second would hide what a key costs.
  const browser = await chromium.launch({ args: ['--disable-frame-rate-limit', '--disable-gpu-vsync'], ...(process.env['VIGIE_CHROMIUM'] === undefined ? {} : { executablePath: process.env['VIGIE_CHROMIUM'] }) })
  try {
    const bare = await measureBare(browser)
    const composer = await measureComposer(browser)
    return [
      cost('key until ten previews are painted, 5,000 characters, p95 (floor: bare tiptap)', percentile(composer.keys, 0.95), percentile(bare, 0.95), 'ms'),
      cost('the same, median', median(composer.keys), median(bare), 'ms'),
      cost('composer opens on that post, median (goal: 100 ms)', median(composer.openings), 100, 'ms')
    ]
  } finally {
    await browser.close()
  }
}

const line = 'Samedi, la mer se retire très loin : venez à neuf heures avec @comptoir.example, des bottes et un seau #marée #nantes 🎉 '
const lines = Array.from({ length: 42 }, (_, place) => `${String(place)} ${line}`.slice(0, 119))

async function measureBare(browser: Browser): Promise<readonly number[]> {
  const built = await build({ configFile: false, logLevel: 'error', build: { write: false, lib: { entry: join(import.meta.dirname, 'bare-editor/bare-editor.ts'), formats: ['iife'], name: 'bare' } } })
  const [first] = Array.isArray(built) ? built : [built]
  const code = first !== undefined && 'output' in first ? first.output[0].code : ''
  const server = createServer((request, response) => void response.writeHead(200, { 'content-type': request.url === '/code.js' ? 'text/javascript' : 'text/html' }).end(request.url === '/code.js' ? code : '<!doctype html><meta charset="utf-8"><title>bare</title><body><script src="/code.js"></script>'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  await page.evaluate((all) => window.fillBareEditor(all), lines)
  const times = await typeAndMeasure(page, '.tiptap')
  await page.close()
  server.close()
  return times
}

async function measureComposer(browser: Browser): Promise<{ readonly keys: readonly number[]; readonly openings: readonly number[] }> {
  const network = createPaperNetwork('bluesky', () => engine.now())
  // Its clock stands still: at a time after the page's, else what is saved would be taken for older than the page.
  const engine = await startTestEngine({ adapters: [network.adapter], startAt: Date.now() + 3_600_000 })
  const { workspaceId, postId } = await seed(engine, (handle) => network.invite(handle, { displayName: 'Lune', handle, serverUrl: 'https://server.example' }))
  const served = await servePage(async () => null)
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })
  await joinPage(page, (name, input) => Promise.resolve(mainAnswers[name] ?? engine.requestAnything(name, input)))
  await page.goto(`${served.origin}/index.html#/w/${workspaceId}/compose/${postId}`)
  await page.locator('article').nth(9).waitFor()
  await page.locator('.tiptap').press('Control+End')
  const typed = await typeAndMeasure(page, 'article')
  const opened = await measureOpenings(page, workspaceId, postId)
  await page.close()
  await served.close()
  await engine.stop()
  return { keys: typed, openings: opened }
}

/** Each key waits for the one before it. What is watched has to have changed everywhere (every preview), and been painted. */
async function typeAndMeasure(page: Page, watched: string): Promise<readonly number[]> {
  await page.evaluate((selector) => {
    const times: number[] = []
    Object.assign(window, { typedTimes: times })
    addEventListener('keydown', () => {
      const began = performance.now()
      const shown = [...document.querySelectorAll(selector)].map((node) => node.textContent)
      const look = (): void => {
        const isAllThere = [...document.querySelectorAll(selector)].every((node, place) => node.textContent !== shown[place])
        if (!isAllThere) return
        watching.disconnect()
        // The frame that shows it has been painted when the task after its last callback runs.
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.addEventListener('message', () => times.push(performance.now() - began))
          port1.start()
          port2.postMessage(null)
        })
      }
      const watching = new MutationObserver(look)
      watching.observe(document.body, { subtree: true, childList: true, characterData: true })
    }, { capture: true })
  }, watched)
  for (let key = 0; key < keys; key += 1) {
    await page.keyboard.press('abcdefghij'.charAt(key % 10))
    await page.waitForFunction((count) => (window as unknown as { typedTimes: number[] }).typedTimes.length === count, key + 1, { polling: 5 })
  }
  // The first keys warm the page up.
  return page.evaluate(() => (window as unknown as { typedTimes: number[] }).typedTimes.slice(20))
}

/** From the click on the calendar's post, as far as the page has it in hand, until editor and previews are painted. */
async function measureOpenings(page: Page, workspaceId: string, postId: string): Promise<readonly number[]> {
  const times: number[] = []
  for (let opening = 0; opening < openings; opening += 1) {
    await page.evaluate((hash) => void (location.hash = hash), `#/w/${workspaceId}/ideas`)
    await page.locator('article').first().waitFor({ state: 'detached' })
    times.push(await page.evaluate((hash) => new Promise<number>((resolve) => {
      const began = performance.now()
      const watching = new MutationObserver(() => {
        if (document.querySelectorAll('article').length < 10 || document.querySelector('.tiptap') === null) return
        watching.disconnect()
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)))
      })
      watching.observe(document.body, { subtree: true, childList: true })
      location.hash = hash
    }), `#/w/${workspaceId}/compose/${postId}`))
  }
  return times.slice(3)
}

async function seed(engine: TestEngine, invite: (handle: string) => void): Promise<{ readonly workspaceId: string; readonly postId: string }> {
  const [workspaceId, postId] = [engine.random.id(), engine.random.id()]
  await engine.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' })
  invite('lune')
  await engine.ask('accounts.connectWithAppPassword', { workspaceId, networkId: 'bluesky', serverUrl: 'https://server.example', identifier: 'lune', appPassword: 'paper' })
  for (const assistedId of byHand) await engine.ask('accounts.addAssisted', { workspaceId, assistedId, networkName: assistedId, address: `https://${assistedId.replaceAll('_', '-')}.example`, handle: '@lune' })
  const { accounts } = await engine.ask('accounts.list', { workspaceId })
  const content: PostContent = { title: '', document: { type: 'doc', content: lines.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })) }, targets: accounts.map(({ id }) => ({ accountId: id, variant: null })), media: [] }
  await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content })
  return { workspaceId, postId }
}

const mainAnswers: Readonly<Record<string, unknown>> = {
  'studio.environment': { ok: true, value: { version: '0.1.0', electron: '45.4.1', platform: 'linux', systemLanguage: 'en', dataFolder: '/home/lea/.config/Vigie', secretStore: { state: 'ready', backend: 'keytar' }, engine: 'ready', isDevelopment: false } },
  'studio.checkSecretStore': { ok: true, value: { state: 'ready', backend: 'keytar' } },
  'studio.interactive': { ok: true, value: {} }
}
