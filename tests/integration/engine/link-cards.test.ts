import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createHttpClient, type ClosableHttpClient } from '../../../electron/engine/http/create-http-client.ts'
import { paintPicture } from '../../../electron/engine/practice/images/paint-picture.ts'
import { createPaperNetwork, type PaperNetwork } from '../../ui/support/paper-network.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'
import { startFeedServer, type FeedServer } from '../watch/feed-server.ts'

const log = { info() {}, warning() {}, error() {} }
const hour = 3_600_000
const html = { 'content-type': 'text/html; charset=utf-8' }

let network: PaperNetwork
let web: FeedServer
let http: ClosableHttpClient
let engine: TestEngine
let workspaceId: string
let isOffline: boolean

async function start(options: { loopbackIsAllowed: boolean }): Promise<void> {
  isOffline = false
  network = createPaperNetwork('bluesky', () => engine.now())
  web = await startFeedServer()
  http = createHttpClient({ log, userAgent: 'Vigie/test', loopbackIsAllowed: options.loopbackIsAllowed, refuse: () => (isOffline ? { code: 'offline', message: 'offline', retryable: true } : null) })
  engine = await startTestEngine({ adapters: [network.adapter], http })
  workspaceId = engine.random.id()
  await engine.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' })
}
afterEach(async () => {
  await engine.stop()
  http.close()
})

const read = (url: string) => engine.ask('linkCards.read', { workspaceId, url })
const pageOf = (title: string, picture?: string) => `<!doctype html><title>${title}</title><meta name="description" content="Samedi, à 9 h">${picture === undefined ? '' : `<meta property="og:image" content="${picture}">`}`
const pathsAsked = () => web.requests.map(({ path }) => path)

describe('the card of a link', () => {
  beforeEach(() => start({ loopbackIsAllowed: true }))

  it('is asked of its page once a day, its picture made small, and is still there without a connection, with its day', async () => {
    web.serve('/image.jpg', paintPicture('harbour'), { 'content-type': 'image/jpeg' })
    const url = web.serve('/maree', pageOf('La grande marée', '/image.jpg'), html)
    const first = await read(url)
    expect(first).toMatchObject({ problem: null, card: { url, title: 'La grande marée', description: 'Samedi, à 9 h', siteName: new URL(url).host, readAt: engine.now() } })
    expect(first.card?.picture?.address).toMatch(/^data:image\/jpeg;base64,/)
    expect(Math.max(first.card?.picture?.width ?? 0, first.card?.picture?.height ?? 0)).toBeLessThanOrEqual(1_200)
    expect(await read(url)).toEqual(first)
    expect(pathsAsked()).toEqual(['/maree', '/image.jpg'])

    await engine.advance(25 * hour)
    isOffline = true
    expect(await read(url)).toEqual({ card: first.card, problem: expect.objectContaining({ code: 'offline' }) })
    isOffline = false
    web.serve('/maree', pageOf('Reportée'), html)
    expect(await read(url)).toMatchObject({ problem: null, card: { title: 'Reportée', picture: null, readAt: engine.now() } })
  })

  it('is asked for once, however many previews want it at the same moment', async () => {
    const url = web.serve('/maree', pageOf('La grande marée'), html)
    await Promise.all([read(url), read(url), read(url)])
    expect(pathsAsked()).toEqual(['/maree'])
  })

  it('is none for what is no page, and a page that failed is left alone for a while', async () => {
    const picture = web.serve('/photo.jpg', 'no page', { 'content-type': 'image/jpeg' })
    expect(await read(picture)).toEqual({ card: null, problem: null })
    const missing = `${web.origin}/nowhere`
    for (let asked = 0; asked < 3; asked += 1) expect((await read(missing)).problem).toMatchObject({ code: 'unexpected_answer', details: { status: 404 } })
    expect(pathsAsked()).toEqual(['/photo.jpg', '/nowhere'])
    await engine.advance(6 * 60_000)
    await read(missing)
    expect(pathsAsked()).toHaveLength(3)
  })

  it('survives a page without end, a redirect in a circle and a picture that is none', async () => {
    const endless = web.at('/endless', (_request, response) => {
      response.writeHead(200, html)
      const more = (): void => void (response.destroyed || response.write('<p>x</p>'.repeat(10_000), more))
      more()
    })
    const circle = web.at('/circle', (_request, response) => void response.writeHead(302, { location: '/circle' }).end())
    web.serve('/not-a.jpg', 'MZ…', { 'content-type': 'image/jpeg' })
    const withoutPicture = web.serve('/page', pageOf('Sans image', '/not-a.jpg'), html)
    expect((await read(endless)).problem).not.toBeNull()
    expect((await read(circle)).problem).toMatchObject({ code: 'unexpected_answer' })
    expect(await read(withoutPicture)).toMatchObject({ problem: null, card: { title: 'Sans image', picture: null } })
  })

  describe('on a network whose clients build it', () => {
    const paragraph = (text: string) => ({ type: 'doc' as const, content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }] })
    async function publish(text: string, localDateTime = '2026-11-21T11:00'): Promise<void> {
      network.invite('lune', { displayName: 'Lune', handle: '@lune', serverUrl: web.origin })
      const { id } = await engine.ask('accounts.connectWithAppPassword', { workspaceId, networkId: 'bluesky', serverUrl: web.origin, identifier: 'lune', appPassword: 'paper' })
      await engine.ask('workspaces.update', { workspaceId, changes: { safety: { undoSeconds: 0 } } })
      const postId = engine.random.id()
      const { revision } = await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: paragraph(text), targets: [{ accountId: id, variant: null }], media: [] } })
      await engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'at', localDateTime } })
    }

    it('goes out as the preview showed it when the post was scheduled, whatever the page says later', async () => {
      web.serve('/image.jpg', paintPicture('harbour'), { 'content-type': 'image/jpeg' })
      const url = web.serve('/maree', pageOf('La grande marée', '/image.jpg'), html)
      const shown = (await read(url)).card
      await publish(`À lire : ${url}`, '2026-11-22T12:00')
      web.serve('/maree', pageOf('Tout autre chose'), html)
      await engine.advance(25 * hour)
      expect((await read(url)).card?.title).toBe('Tout autre chose')
      await engine.advance(2 * hour)
      await engine.until(() => network.published.length === 1)
      const { card } = network.published[0]!
      expect(card).toMatchObject({ url, title: 'La grande marée', description: 'Samedi, à 9 h' })
      expect(`data:image/jpeg;base64,${Buffer.from(card!.picture!).toString('base64')}`).toBe(shown?.picture?.address)
    })

    it('is no reason to wait: a post whose page nobody has read goes without', async () => {
      await publish(`À lire : ${web.origin}/nowhere`)
      await engine.advance(2 * hour)
      await engine.until(() => network.published.length === 1)
      expect(network.published[0]!.card).toBeUndefined()
      expect(pathsAsked()).toEqual([])
    })
  })
})

describe('a link that a stranger chose', () => {
  beforeEach(() => start({ loopbackIsAllowed: false }))

  it.each(['http://localhost/', 'http://127.0.0.1:1/', 'http://[::1]/', 'http://169.254.169.254/latest/meta-data/', 'http://192.168.1.1/', 'http://10.0.0.1/', 'http://0.0.0.0/', 'http://[::ffff:192.168.1.1]/', 'https://2130706433/'])(
    'never leads into the user’s own network: %s',
    async (url) => {
      expect(await read(url)).toMatchObject({ card: null, problem: { code: 'address_refused' } })
    }
  )

  it('is asked of no page that lies on this computer', async () => {
    const url = web.serve('/maree', pageOf('La grande marée'), html)
    expect((await read(url)).problem).toMatchObject({ code: 'address_refused' })
    expect(pathsAsked()).toEqual([])
  })
})
