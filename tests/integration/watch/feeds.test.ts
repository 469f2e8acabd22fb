import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { rss, startFeedServer } from './feed-server.ts'
import { hour, minute, startWatchRig } from './watch-rig.ts'

const at = (hoursAgo: number): string => new Date(Date.UTC(2026, 10, 21, 9) - hoursAgo * hour).toUTCString()

describe('adding a feed', () => {
  it('takes its title and items; all but the newest ten are history', async () => {
    const server = await startFeedServer()
    const rig = await startWatchRig()
    const url = server.serve('/feed', rss(Array.from({ length: 25 }, (_, index) => ({ title: `Titre ${index}`, link: `https://journal.example/${index}`, date: at(index) }))))
    const feed = await rig.ask('watch.addFeed', { feedId: rig.newId(), url, folder: ' Presse ' })
    expect(feed).toMatchObject({ url, title: 'Le journal', siteUrl: 'https://journal.example/', folder: 'Presse', failure: null, unread: 10, lastFetchedAt: rig.clock.now() })
    const items = await rig.items()
    expect(items.map((item) => item.title)).toEqual(Array.from({ length: 25 }, (_, index) => `Titre ${index}`))
    expect(items.filter((item) => !item.isRead)).toHaveLength(10)
    expect(rig.feature.counts?.()).toEqual({ unreadWatch: 10 })
    expect(rig.eventsNamed('alert.raised')).toEqual([])
  })

  it('finds the best feed that a page names', async () => {
    const server = await startFeedServer()
    const rig = await startWatchRig()
    server.serve('/blog/feed.xml', rss([{ title: 'A' }]))
    const page = server.serve(
      '/blog/',
      `<!doctype html><html><head><link rel="alternate" type="application/rss+xml" title="Comments" href="comments/feed"><link rel="alternate" hreflang="fr" href="/fr">
       <link rel="stylesheet alternate" type="text/css" href="x.css"><link rel='alternate' type='application/rss+xml' href='feed.xml'></head><body></body></html>`,
      { 'content-type': 'text/html' }
    )
    const feedId = await rig.follow(page)
    expect((await rig.ask('watch.overview', {})).feeds).toMatchObject([{ id: feedId, url: `${server.origin}/blog/feed.xml` }])
  })

  it('looks at the usual places when the page names none', async () => {
    const server = await startFeedServer()
    const rig = await startWatchRig()
    server.serve('/', '<html><body>Bonjour</body></html>', { 'content-type': 'text/html' })
    server.serve('/rss.xml', rss([{ title: 'A' }]))
    await rig.follow(server.origin)
    expect((await rig.ask('watch.overview', {})).feeds).toMatchObject([{ url: `${server.origin}/rss.xml` }])
  })

  it('says at once what is wrong', async () => {
    const server = await startFeedServer()
    const rig = await startWatchRig()
    server.serve('/page', 'Just text', { 'content-type': 'text/plain' })
    server.at('/forbidden', (_, response) => void response.writeHead(403).end())
    server.at('/broken', (_, response) => void response.writeHead(500).end())
    const codeOf = async (url: string): Promise<string> => {
      const result = await rig.request('watch.addFeed', { feedId: rig.newId(), url, folder: '' })
      return result.ok ? 'ok' : result.error.code
    }
    expect(await codeOf(`${server.origin}/page`)).toBe('not_a_feed')
    expect(await codeOf(`${server.origin}/missing`)).toBe('feed_gone')
    expect(await codeOf(`${server.origin}/forbidden`)).toBe('site_refuses_robots')
    expect(await codeOf(`${server.origin}/broken`)).toBe('server_error')
    expect(await codeOf('http://127.0.0.1:1/feed')).toBe('unreachable')
    expect(await codeOf('not an address')).toBe('address_refused')
    expect(await codeOf('https://192.168.1.1/feed')).toBe('address_refused')
    expect((await rig.ask('watch.overview', {})).feeds).toEqual([])
  })

  it('does not follow the same feed twice, however it is written, and answers a repeated call', async () => {
    const server = await startFeedServer()
    const rig = await startWatchRig()
    const url = server.serve('/feed', rss([]))
    server.at('/old', (_, response) => void response.writeHead(301, { location: '/feed' }).end())
    const feedId = await rig.follow(url)
    for (const again of [`${url}/`, `${url}?utm_source=x`, `${server.origin}/old`]) {
      expect(await rig.request('watch.addFeed', { feedId: rig.newId(), url: again, folder: '' }), again).toMatchObject({ ok: false, error: { code: 'feed_already_followed' } })
    }
    expect(await rig.ask('watch.addFeed', { feedId, url, folder: '' })).toMatchObject({ id: feedId })
  })

  it('keeps the address that a permanent redirect leads to, not that of a temporary one', async () => {
    const server = await startFeedServer()
    const rig = await startWatchRig()
    server.serve('/feed', rss([]))
    server.serve('/other', rss([]))
    server.at('/moved', (_, response) => void response.writeHead(308, { location: '/feed' }).end())
    server.at('/for-now', (_, response) => void response.writeHead(302, { location: '/other' }).end())
    await rig.follow(`${server.origin}/moved`)
    await rig.follow(`${server.origin}/for-now`)
    expect((await rig.ask('watch.overview', {})).feeds.map((feed) => feed.url).toSorted()).toEqual([`${server.origin}/feed`, `${server.origin}/for-now`])
  })

  it('without a network takes the address as it is, and finds its feed later', async () => {
    const server = await startFeedServer()
    const rig = await startWatchRig()
    await server.close()
    rig.connectivity.change(false)
    const feedId = await rig.follow(`${server.origin}/`)
    expect((await rig.ask('watch.overview', {})).feeds).toMatchObject([{ id: feedId, failure: null, lastFetchedAt: null }])
    const again = await startFeedServer()
    rig.database.prepare('UPDATE feeds SET url = ?').run(`${again.origin}/`)
    again.serve('/', '<html><link rel="alternate" type="application/atom+xml" href="/atom"></html>', { 'content-type': 'text/html' })
    again.serve('/atom', '<feed xmlns="http://www.w3.org/2005/Atom"><title>Atom</title><entry><id>1</id><title>A</title></entry></feed>')
    rig.connectivity.change(true)
    await rig.settle()
    expect((await rig.ask('watch.overview', {})).feeds).toMatchObject([{ url: `${again.origin}/atom`, unread: 1 }])
  })
})

describe('polling feeds', () => {
  it('asks with what it knows, and an unchanged feed changes nothing', async () => {
    const server = await startFeedServer()
    const rig = await startWatchRig()
    const url = server.at('/feed', (request, response) => {
      if (request.headers['if-none-match'] === '"1"') response.writeHead(304).end()
      else response.writeHead(200, { etag: '"1"', 'last-modified': at(1) }).end(rss([{ title: 'A', date: at(1) }]))
    })
    await rig.follow(url)
    rig.events.length = 0
    await rig.ask('watch.refresh', {})
    await rig.ask('watch.refresh', {})
    expect(server.requests.slice(1)).toMatchObject([{ etag: '"1"', since: at(1) }, { etag: '"1"', since: at(1) }])
    expect(rig.events).toEqual([])
    expect(await rig.items()).toHaveLength(1)
  })

  it('comes back by itself, quickly to a busy feed and slowly to a quiet one', async () => {
    const server = await startFeedServer()
    const rig = await startWatchRig()
    const busy = server.serve('/busy', rss(Array.from({ length: 20 }, (_, index) => ({ title: `B ${index}`, guid: `b${index}`, date: at(index / 6) }))))
    const quiet = server.serve('/quiet', rss([{ title: 'Q 1', guid: 'q1', date: at(2000) }, { title: 'Q 2', guid: 'q2', date: at(3000) }]))
    await rig.follow(busy)
    await rig.follow(quiet)
    await rig.advance(24 * hour)
    const count = (path: string): number => server.requests.filter((request) => request.path === path).length - 1
    expect(count('/busy')).toBeGreaterThan(12)
    expect(count('/busy')).toBeLessThan(110)
    expect(count('/quiet')).toBeGreaterThanOrEqual(3)
    expect(count('/quiet')).toBeLessThanOrEqual(5)
  })

  it('keeps at most six fetches open', async () => {
    const server = await startFeedServer()
    const rig = await startWatchRig()
    for (let index = 0; index < 20; index += 1) {
      server.at(`/${index}`, (_, response) => void setTimeout(() => response.writeHead(200).end(rss([{ title: 'A' }])), 20))
    }
    const opml = `<opml version="2.0"><body>${Array.from({ length: 20 }, (_, index) => `<outline type="rss" text="${index}" xmlUrl="${server.origin}/${index}"/>`).join('')}</body></opml>`
    await rig.ask('watch.importOpml', { bytes: new TextEncoder().encode(opml) })
    await rig.settle()
    expect(server.requests).toHaveLength(20)
    expect(server.mostAtOnce()).toBe(6)
  })

  it('waits as long as the server asks, also when refreshed', async () => {
    const server = await startFeedServer()
    const rig = await startWatchRig()
    let isPatient = false
    const url = server.at('/feed', (_, response) => void (isPatient ? response.writeHead(429, { 'retry-after': '7200' }).end() : response.writeHead(200).end(rss([]))))
    await rig.follow(url)
    isPatient = true
    await rig.ask('watch.refresh', {})
    expect((await rig.ask('watch.overview', {})).feeds).toMatchObject([{ failure: { code: 'site_refuses_robots', details: { status: 429 } } }])
    await rig.ask('watch.refresh', {})
    await rig.advance(119 * minute)
    expect(server.requests).toHaveLength(2)
    isPatient = false
    await rig.advance(2 * minute)
    expect(server.requests).toHaveLength(3)
    expect((await rig.ask('watch.overview', {})).feeds).toMatchObject([{ failure: null }])
  })

  it('asks a failing feed ever less often', async () => {
    const server = await startFeedServer()
    const rig = await startWatchRig()
    let isBroken = false
    const url = server.at('/feed', (_, response) => void (isBroken ? response.writeHead(503).end() : response.writeHead(200).end(rss([]))))
    await rig.follow(url)
    isBroken = true
    rig.events.length = 0
    await rig.advance(3 * 24 * hour)
    expect(server.requests.length).toBeLessThan(13)
    expect(rig.eventsNamed('watch.changed')).toHaveLength(1)
  })

  it('rests while there is no network, without blaming the feed', async () => {
    const server = await startFeedServer()
    const rig = await startWatchRig()
    const url = server.serve('/feed', rss([]))
    await rig.follow(url)
    rig.connectivity.change(false)
    await rig.advance(24 * hour)
    expect(server.requests).toHaveLength(1)
    expect((await rig.ask('watch.overview', {})).feeds).toMatchObject([{ failure: null }])
    rig.connectivity.change(true)
    await rig.settle()
    expect(server.requests).toHaveLength(2)
  })

  it('tries those again that could not be reached when the network comes back', async () => {
    const server = await startFeedServer()
    const rig = await startWatchRig()
    const url = server.serve('/feed', rss([]))
    await rig.follow(url)
    rig.database.prepare('UPDATE feeds SET url = ?').run('http://127.0.0.1:1/feed')
    await rig.ask('watch.refresh', {})
    expect((await rig.ask('watch.overview', {})).feeds).toMatchObject([{ failure: { code: 'unreachable' } }])
    rig.database.prepare('UPDATE feeds SET url = ?').run(url)
    rig.connectivity.change(false)
    rig.connectivity.change(true)
    await rig.settle()
    expect((await rig.ask('watch.overview', {})).feeds).toMatchObject([{ failure: null }])
  })

  it('stops: aborts what is under way and leaves no timer', async () => {
    const server = await startFeedServer()
    const rig = await startWatchRig()
    const url = server.serve('/feed', rss([]))
    await rig.follow(url)
    server.at('/feed', () => undefined)
    void rig.ask('watch.refresh', {})
    await new Promise((resolve) => setTimeout(resolve, 50))
    await rig.feature.stop?.()
    expect((await rig.ask('watch.overview', {})).feeds).toMatchObject([{ failure: null }])
    expect(rig.clock.nextDue()).toBeNull()
  })
})

describe('servers that misbehave', () => {
  it('become a failure of their feed, and nothing else', async () => {
    const server = await startFeedServer()
    const rig = await startWatchRig()
    const good = rss([{ title: 'Bon', guid: 'good', date: at(1) }])
    const behaviours: Record<string, [Parameters<typeof server.at>[1], string]> = {
      '/cut': [(_, response) => {
        response.writeHead(200, { 'content-length': '5000' })
        response.write(good.slice(0, 100))
        setTimeout(() => response.destroy(), 10)
      }, 'unreachable'],
      '/500': [(_, response) => void response.writeHead(500).end(good), 'server_error'],
      '/html': [(_, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<html><body>Maintenance</body></html>'), 'not_a_feed'],
      '/huge': [(_, response) => {
        response.writeHead(200)
        response.write(`<rss version="2.0"><channel>${'<item><title>x</title></item>'.repeat(400_000)}`)
        response.end()
      }, 'unexpected_answer'],
      '/bomb': [(_, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(30_000_000, 'a'))), 'unexpected_answer'],
      '/loop': [(_, response) => void response.writeHead(302, { location: '/loop' }).end(), 'unexpected_answer'],
      '/inside': [(_, response) => void response.writeHead(302, { location: 'https://10.0.0.1/feed' }).end(), 'address_refused'],
      '/plain': [(_, response) => void response.writeHead(301, { location: 'http://192.168.1.1/feed' }).end(), 'address_refused'],
      '/not-gzip': [(_, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end(good), 'unexpected_answer']
    }
    for (const path of Object.keys(behaviours)) server.serve(path, good)
    const ids = new Map<string, string>()
    for (const path of Object.keys(behaviours)) ids.set(path, await rig.follow(server.origin + path))
    for (const [path, [answer]] of Object.entries(behaviours)) server.at(path, answer)
    await rig.ask('watch.refresh', {})
    await rig.settle()
    const { feeds } = await rig.ask('watch.overview', {})
    expect(Object.fromEntries(feeds.map((feed) => [new URL(feed.url).pathname, feed.failure?.code]))).toEqual(
      Object.fromEntries(Object.entries(behaviours).map(([path, [, code]]) => [path, code]))
    )
    expect(await rig.items()).toHaveLength(Object.keys(behaviours).length)
  }, 20_000)

  it('or that are only odd are read all the same', async () => {
    const server = await startFeedServer()
    const rig = await startWatchRig()
    const text = rss([{ title: 'L’été', guid: '1' }])
    const odd = {
      '/gzip': server.serve('/gzip', gzipSync(text), { 'content-encoding': 'gzip' }),
      '/type': server.serve('/type', text, { 'content-type': 'image/png' }),
      '/latin': server.serve('/latin', Buffer.from(text.replace('UTF-8', 'ISO-8859-1').replace('’', "'"), 'latin1'), { 'content-type': 'text/xml' }),
      '/utf16': server.serve('/utf16', Buffer.from(`\uFEFF${text.replace('UTF-8', 'UTF-16')}`, 'utf16le'), { 'content-type': 'text/xml' }),
      '/slow': server.at('/slow', (_, response) => {
        response.writeHead(200)
        for (const [index, part] of [text.slice(0, 60), text.slice(60, 120), text.slice(120)].entries()) setTimeout(() => response.write(part), index * 30)
        setTimeout(() => response.end(), 100)
      })
    }
    for (const url of Object.values(odd)) await rig.follow(url)
    expect((await rig.items()).map((item) => item.title.replace("'", '’'))).toEqual(Array.from({ length: 5 }, () => 'L’été'))
  })

  it('on this computer are refused where strangers may choose the address', async () => {
    const server = await startFeedServer()
    const rig = await startWatchRig({ loopbackIsAllowed: false })
    const result = await rig.request('watch.addFeed', { feedId: rig.newId(), url: server.serve('/feed', rss([])), folder: '' })
    expect(result).toMatchObject({ ok: false, error: { code: 'address_refused' } })
    expect(server.requests).toEqual([])
  })
})
