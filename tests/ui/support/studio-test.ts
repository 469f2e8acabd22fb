import { expect, test as base } from '@playwright/test'
import type { MainRequestName, RequestName, RequestOutput } from '../../../shared/contract/request-map.ts'
import { requestMap } from '../../../shared/contract/request-map.ts'
import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import { studioError, type StudioErrorCode } from '../../../shared/errors/studio-error.ts'
import { startTestEngine, type TestEngine } from '../../integration/support/start-test-engine.ts'
import type { HttpClient, HttpRequest } from '../../../electron/engine/http/http-client.ts'
import type { NetworkAdapter } from '../../../electron/engine/networks/network-adapter.ts'
import { joinPage, type JoinedPage } from './join-page.ts'
import { goToAddress, openPage, watchAsking } from './page-at-rest.ts'
import { createPaperNetwork, type PaperNetwork } from './paper-network.ts'
import { servePage } from './serve-page.ts'
import { shareImageWork } from './share-image-work.ts'

/** Saturday, 21 November 2026, 10:00 in Paris. */
export const startAt = Date.UTC(2026, 10, 21, 9)

/** Answers as a server would. */
export type PaperServer = (request: HttpRequest) => { readonly status: number; readonly json: unknown } | { readonly status: number; readonly body: Uint8Array; readonly headers: Readonly<Record<string, string>> }

export interface Studio {
  readonly engine: TestEngine
  readonly bluesky: PaperNetwork
  readonly mastodon: PaperNetwork
  readonly wordpress: PaperNetwork
  /** What main would say; a test may change it before the page is opened. */
  readonly environment: { -readonly [Key in keyof RequestOutput<'studio.environment'>]: RequestOutput<'studio.environment'>[Key] }
  /** Opens the page at an address such as `#/w/…/inbox`, and waits for its heading and for what it reads: keys work from then on. */
  open(hash?: string): Promise<void>
  /** Goes to another address of the page that is open, as a link does; what stood there before is gone then. */
  goTo(hash: string): Promise<void>
  /** Waits until the page has the answers to all it asked: what the engine has done already, it knows then too. */
  atRest(): Promise<void>
  push: JoinedPage['push']
  /** Moves time on, for the engine and for the page, once the page has asked for all that the last key or click leads to. */
  advance(ms: number): Promise<void>
  /** From now on this request fails (after `moment`), or never comes back (`'hangs'`); `null` lets it through again. */
  disturb(name: RequestName, how: StudioErrorCode | 'hangs' | null, moment?: Promise<unknown>): void
  /** From now on the page is told of this client that it cannot be opened: of disks that no test can pull out. */
  readonly unavailable: Map<string, RequestOutput<'studio.read'>['unavailable'][number]['reason']>
  /** What lies at an address of the web: feeds, or a server that answers; at its root, for all addresses there. Everything else cannot be reached. */
  readonly web: Map<string, string | PaperServer>
  /** Addresses that the page asked to open in the browser. */
  readonly opened: readonly string[]
  /** Logins that the page began in the browser, and addresses that it handed over for one. */
  readonly loginIds: readonly string[]
  /** Accounts that those logins were to connect again; `null` for a new one. */
  readonly loginsFor: readonly (string | null)[]
  /** Whose login each was begun as, in the words of the person; `null` where nobody was asked. */
  readonly loginsAs: readonly (string | null)[]
  readonly pasted: readonly string[]
  /** Pages that were to be printed. */
  readonly printed: readonly string[]
}

interface Fixtures {
  readonly studio: Studio
  /** Errors of the console, of scripts and of the content security policy; empty at the end of every test. */
  readonly complaints: string[]
  /** Networks beside Bluesky, Mastodon and WordPress; Playwright takes a bare list for something else. */
  readonly moreAdapters: { readonly list: readonly NetworkAdapter[] }
}

const isMainRequest = (name: string): name is MainRequestName => name in requestMap && requestMap[name as RequestName].handledBy === 'main'

export const test = base.extend<Fixtures>({
  viewport: { width: 1440, height: 900 },
  locale: 'en-GB',
  timezoneId: 'Europe/Paris',
  colorScheme: 'light',
  contextOptions: { reducedMotion: 'reduce' },
  moreAdapters: [{ list: [] }, { option: true }],

  complaints: async ({ page }, use) => {
    const complaints: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(`console: ${message.text()}`)
    })
    page.on('pageerror', (error) => complaints.push(`script: ${error.message}`))
    await page.exposeFunction('noteViolation', (text: string) => void complaints.push(`policy: ${text}`))
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
        ;(window as unknown as { noteViolation(text: string): void }).noteViolation(`${effectiveDirective} ${blockedURI}`)
      })
    })
    await use(complaints)
    expect(complaints).toEqual([])
  },

  studio: async ({ page, moreAdapters, complaints: _complaints }, use) => {
    let joined: JoinedPage | null = null
    let engine: TestEngine | null = null
    const now = (): number => engine?.now() ?? startAt
    const [bluesky, mastodon, wordpress] = [createPaperNetwork('bluesky', now), createPaperNetwork('mastodon', now), createPaperNetwork('wordpress', now)]
    const web = new Map<string, string | PaperServer>()
    const running = await startTestEngine({ startAt, images: shareImageWork, http: createPaperWeb(web), adapters: [bluesky.adapter, mastodon.adapter, wordpress.adapter, ...moreAdapters.list], onEvent: (event) => joined?.push(event.name, event.payload) })
    engine = running
    const disturbed = new Map<string, { readonly how: StudioErrorCode | 'hangs'; readonly moment: Promise<unknown> }>()
    const unavailable: Studio['unavailable'] = new Map()
    const opened: string[] = []
    const loginIds: string[] = []
    const loginsFor: (string | null)[] = []
    const loginsAs: (string | null)[] = []
    const pasted: string[] = []
    const printed: string[] = []
    const environment: Studio['environment'] = {
      version: '0.1.0', electron: '45.4.1', platform: 'linux', systemLanguage: 'en', dataFolder: '/home/lea/.config/Vigie',
      secretStore: { state: 'ready', backend: 'keytar' }, engine: 'ready', isDevelopment: false
    }

    const asking = watchAsking(page)

    async function answer(name: string, input: unknown): Promise<Result<unknown>> {
      const trouble = disturbed.get(name)
      await trouble?.moment
      if (trouble?.how === 'hangs') return new Promise(() => undefined)
      if (trouble !== undefined) return fail(studioError(trouble.how, 'said by the test', { retryable: true }))
      if (name === 'studio.read' && unavailable.size > 0) {
        const read = await running.request('studio.read', {})
        return read.ok ? succeed({ ...read.value, unavailable: [...unavailable].map(([workspaceId, reason]) => ({ workspaceId, reason })) }) : read
      }
      return isMainRequest(name) ? answerAsMain(name, input, environment, { opened, loginIds, loginsFor, loginsAs, pasted, printed }) : running.requestAnything(name, input)
    }

    const served = await servePage(async (workspaceId, mediaId, size) => {
      const located = await running.askAsMain('media.locate', { workspaceId, mediaId, size })
      return located.ok ? located.value : null
    })
    joined = await joinPage(page, asking.watch(answer))
    // As main does, which alone knows what became of a file; the system's dialog of a browser in a test says yes.
    page.on('download', (download) => {
      const tell = (failure: string | null) => joined?.push('studio.fileSaved', { address: download.url(), outcome: failure === null ? 'saved' : failure === 'canceled' ? 'cancelled' : 'failed' })
      // Whoever closes the page meanwhile is told nothing.
      void download.failure().then(tell, () => undefined)
    })
    await page.clock.setFixedTime(startAt)
    await use({
      engine: running, bluesky, mastodon, wordpress, environment, opened, loginIds, loginsFor, loginsAs, pasted, printed, web, unavailable,
      async open(hash = '') {
        await openPage(page, `${served.origin}/index.html${hash}`)
        await asking.atRest()
      },
      async goTo(hash) {
        await goToAddress(page, hash)
        await asking.atRest()
      },
      atRest: () => asking.atRest(),
      push: joined.push,
      async advance(ms) {
        await asking.atRest()
        await running.advance(ms)
        await page.clock.setFixedTime(running.now())
      },
      disturb: (name, how, moment = Promise.resolve()) => void (how === null ? disturbed.delete(name) : disturbed.set(name, { how, moment }))
    })
    await page.goto('about:blank')
    await running.stop()
    await served.close()
  }
})

async function answerAsMain(name: MainRequestName, input: unknown, environment: Studio['environment'], { opened, loginIds, loginsFor, loginsAs, pasted, printed }: Record<'opened' | 'loginIds' | 'pasted' | 'printed', string[]> & Record<'loginsFor' | 'loginsAs', (string | null)[]>): Promise<Result<unknown>> {
  switch (name) {
    case 'studio.environment':
      return succeed(environment)
    case 'studio.checkSecretStore':
      return succeed(environment.secretStore)
    case 'studio.openExternal':
      opened.push((input as { url: string }).url)
      return succeed({})
    case 'accounts.beginBrowserLogin':
      loginIds.push((input as { loginId: string }).loginId)
      loginsFor.push((input as { accountId?: string }).accountId ?? null)
      loginsAs.push((input as { identifier?: string }).identifier ?? null)
      return succeed({ loginId: loginIds.at(-1) })
    case 'accounts.finishBrowserLogin':
      pasted.push((input as { address: string }).address)
      return succeed({})
    case 'approvalPack.print':
      printed.push((input as { page: string }).page)
      return succeed({ pdf: new TextEncoder().encode('%PDF-1.7') })
    case 'outbox.layOutByHandFile':
    case 'outbox.dragByHandFile':
    case 'studio.restartEngine':
    case 'studio.openDataFolder':
    case 'studio.interactive':
    case 'studio.answerEnding':
    case 'accounts.cancelBrowserLogin':
      return succeed({})
  }
}

function createPaperWeb(web: ReadonlyMap<string, string | PaperServer>): HttpClient {
  return {
    async send(request) {
      const { url } = request
      const there = web.get(url) ?? web.get(url.replace(/\?.*$/, '')) ?? web.get(new URL(url).origin)
      if (there === undefined) return { ok: false, failure: { sent: 'no', error: studioError('unreachable', 'nothing lies there in this test', { retryable: true, details: { host: new URL(url).host, reason: 'name_not_found' } }) } }
      if (typeof there === 'string') return { ok: true, response: { status: 200, headers: { 'content-type': there.startsWith('<!doctype html') ? 'text/html' : 'application/rss+xml' }, body: new TextEncoder().encode(there), url } }
      const answer = there(request)
      if ('body' in answer) return { ok: true, response: { ...answer, url } }
      const { status, json } = answer
      return { ok: true, response: { status, headers: { 'content-type': 'application/json' }, body: new TextEncoder().encode(JSON.stringify(json)), url } }
    }
  }
}
