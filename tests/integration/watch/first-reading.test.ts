import { describe, expect, it } from 'vitest'
import { studioError } from '../../../shared/errors/studio-error.ts'
import { rss, startFeedServer } from './feed-server.ts'
import { startWatchRig } from './watch-rig.ts'

describe('the first reading of a feed', () => {
  it('takes a site without https as it is, and says whether a feed was ever read', async () => {
    const asked: string[] = []
    const rig = await startWatchRig({
      send: async ({ url, plainHttp }) => {
        asked.push(`${plainHttp} ${url}`)
        if (url.startsWith('https:')) return { ok: false, failure: { sent: 'no', error: studioError('unreachable', 'no https', { retryable: true, details: { host: 'petit-site.example' } }) } }
        return { ok: true, response: { status: 200, headers: {}, body: new TextEncoder().encode(rss([{ title: 'A' }])), url } }
      }
    })
    const feed = await rig.ask('watch.addFeed', { feedId: rig.newId(), url: 'petit-site.example/rss', folder: '' })
    expect(feed).toMatchObject({ url: 'http://petit-site.example/rss', firstReadAt: rig.clock.now(), failure: null })
    expect(asked).toEqual(['allowed https://petit-site.example/rss', 'allowed http://petit-site.example/rss'])
    expect(await rig.request('watch.addFeed', { feedId: rig.newId(), url: 'https://autre.example/rss', folder: '' })).toMatchObject({ ok: false, error: { code: 'unreachable' } })
    expect(asked.at(-1)).toBe('allowed https://autre.example/rss')
  })

  it('tells a feed that was never read from one that cannot be read just now', async () => {
    const server = await startFeedServer()
    const rig = await startWatchRig()
    const url = server.serve('/feed', rss([{ title: 'A' }]))
    const readBefore = await rig.follow(url)
    const never = server.origin + '/gone'
    const opml = `<opml version="2.0"><body><outline type="rss" text="Perdu" xmlUrl="${never}"/></body></opml>`
    await rig.ask('watch.importOpml', { bytes: new TextEncoder().encode(opml) })
    server.at('/feed', (_, response) => void response.writeHead(500).end())
    await rig.ask('watch.refresh', {})
    const { feeds } = await rig.ask('watch.overview', {})
    expect(feeds.find((feed) => feed.id === readBefore)).toMatchObject({ firstReadAt: expect.any(Number), failure: { code: 'server_error' } })
    expect(feeds.find((feed) => feed.url === never)).toMatchObject({ firstReadAt: null, lastFetchedAt: expect.any(Number), failure: { code: 'feed_gone' } })
    expect(rig.eventsNamed('watch.changed').length).toBeGreaterThan(1)
  })
})
