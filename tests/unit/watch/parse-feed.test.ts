import { describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import { parseFeed } from '../../../electron/engine/watch/parse-feed.ts'
import { mostMarks } from '../../../shared/text/stacked-marks.ts'
import type { ParsedFeed } from '../../../shared/watch/parsed-feed.ts'

const address = 'https://blog.example/feed/'
const rss = (items: string, channel = ''): string => `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel><title>Le blog</title><link>https://blog.example</link>${channel}${items}</channel></rss>`

function parse(text: string): ParsedFeed {
  const feed = parseFeed(text, address)
  if (feed === null) throw new Error('not a feed')
  return feed
}
const first = (text: string) => parse(text).items[0]!

describe('parseFeed', () => {
  it('reads RSS', () => {
    const feed = parse(
      rss(`<item><title>Pain &amp;amp; sel</title><link>/pain?utm_source=rss</link><guid isPermaLink="false">7</guid><pubDate>Sat, 21 Nov 2026 10:00:00 +0100</pubDate>
        <dc:creator>Léa</dc:creator><description>&lt;p&gt;Court&lt;/p&gt;</description><content:encoded><![CDATA[<p>Bien plus long</p><script>x()</script>]]></content:encoded></item>`)
    )
    expect(feed).toEqual({
      title: 'Le blog', siteUrl: 'https://blog.example/', askedIntervalMs: null,
      items: [{ identity: 'guid:7', title: 'Pain & sel', author: 'Léa', summary: 'Court', body: 'Bien plus long', url: 'https://blog.example/pain', publishedAt: Date.UTC(2026, 10, 21, 9) }]
    })
  })

  it('reads Atom, and leaves alone what looks like markup in plain text', () => {
    const item = first(`<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://other.example/"><title>A</title><entry><id>tag:1</id><title>La balise &lt;p&gt;</title>
      <link rel="self" href="self"/><link rel="alternate" type="text/html" href="page"/><updated>2026-11-21T10:00:00Z</updated><published>2026-11-20T10:00:00Z</published>
      <author><name>Hugo</name></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Un <b>mot</b></p></div></content></entry></feed>`)
    expect(item).toMatchObject({ title: 'La balise <p>', url: 'https://other.example/page', author: 'Hugo', summary: 'Un mot', publishedAt: Date.UTC(2026, 10, 20, 10) })
  })

  it('reads RDF', () => {
    const feed = parse(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="https://wiki.example/"><title>Wiki</title><link>https://wiki.example/</link></channel>
      <item rdf:about="https://wiki.example/a"><title>Page A</title><link>https://wiki.example/a</link><dc:date>2026-11-21T10:00:00Z</dc:date></item></rdf:RDF>`)
    expect(feed.items).toMatchObject([{ title: 'Page A', url: 'https://wiki.example/a', identity: 'guid:https://wiki.example/a', publishedAt: Date.UTC(2026, 10, 21, 10) }])
  })

  it('reads JSON Feed, with whatever version', () => {
    for (const version of ['"https://jsonfeed.org/version/1"', '"1.0"', 'null']) {
      const item = first(`{"version":${version},"title":"J","items":[{"id":"1","content_html":"<p>Une note<br>courte</p>","url":"https://j.example/1","date_published":"2026-11-21T10:00:00Z"}]}`)
      expect(item).toMatchObject({ title: 'Une note', summary: 'Une note\ncourte', url: 'https://j.example/1' })
    }
  })

  it('gives an item without title its first line, else its address', () => {
    expect(first(rss('<item><description>Une note.&lt;br&gt;Suite</description><link>/a</link></item>')).title).toBe('Une note.')
    expect(first(rss('<item><link>/a</link></item>')).title).toBe('https://blog.example/a')
    expect(parse(rss('<item></item>')).items).toEqual([])
  })

  it('tells items apart by guid, else by address, else by title and date', () => {
    const items = parse(rss(`<item><title>A</title><link>/a</link><guid>g</guid></item><item><title>B</title><link>/b?utm_source=x</link></item>
      <item><title>C</title><pubDate>2026-01-01</pubDate></item><item><title>C</title><pubDate>2026-01-02</pubDate></item><item><title>A again</title><link>/a</link><guid>g</guid></item>`)).items
    expect(items.map((item) => item.title)).toEqual(['A', 'B', 'C', 'C'])
    expect(items[1]?.identity).toBe('link:https://blog.example/b')
  })

  it('does not believe a guid that all items share', () => {
    const items = parse(rss('<item><title>A</title><link>/a</link><guid>1</guid></item><item><title>B</title><link>/b</link><guid>1</guid></item>')).items
    expect(items.map((item) => item.identity)).toEqual(['link:https://blog.example/a', 'link:https://blog.example/b'])
  })

  it('says nothing of a date that cannot be read', () => {
    expect(first(rss('<item><title>A</title><pubDate>bientôt</pubDate></item>')).publishedAt).toBeNull()
  })

  it('hears how often the publisher wants to be asked', () => {
    expect(parse(rss('', '<ttl>120</ttl>')).askedIntervalMs).toBe(7_200_000)
    expect(parse(rss('', '<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>')).askedIntervalMs).toBe(21_600_000)
  })

  it('keeps texts bounded and whole characters whole', () => {
    const item = first(rss(`<item><title>${'😀'.repeat(400)}</title><description>${'mot '.repeat(9_000)}</description></item>`))
    expect(item.title.length).toBeLessThanOrEqual(300)
    expect(item.title).toMatch(/^(?:😀)+…$/u)
    expect(item.summary.length).toBeLessThanOrEqual(2_000)
    expect(item.body.length).toBeLessThanOrEqual(20_000)
  })

  it('keeps no more signs on a letter than can be drawn', () => {
    const tower = `Z${'\u0301'.repeat(5_000)}algo née`
    const item = first(rss(`<item><title>${tower}</title><description>&lt;b&gt;${tower}&lt;/b&gt;</description><dc:creator>${tower}</dc:creator></item>`))
    expect([item.title, item.summary, item.author]).toEqual(Array.from({ length: 3 }, () => `Z${'\u0301'.repeat(mostMarks)}algo née`))
  })

  it('reads what is not well-formed', () => {
    const broken = [
      `\n\n<br />\n<b>Warning</b>: in /home/blog.php\n${rss('<item><title>A</title></item>')}`,
      rss('<item><title>A</title><description>fish & chips < £5</description></item>'),
      rss('<item><title>A</title>').replace('</channel></rss>', ''),
      rss('<item><title>A</title></item>').replace('<rss', '\u0000\u0008<rss'),
      rss('<item><title>A</title><description><![CDATA[cut in the')
    ]
    for (const text of broken) expect(parseFeed(text, address)?.items[0]?.title, text).toBe('A')
  })

  it('takes a feed in which nothing is written yet', () => {
    expect(parse('<rss version="2.0"><channel></channel></rss>').items).toEqual([])
    expect(parse('<feed xmlns="http://www.w3.org/2005/Atom"></feed>').items).toEqual([])
  })

  it.each(['', 'Hello', '<!DOCTYPE html><html><head><title>x</title></head><body><p>rss feed</p></body></html>', '{}', '{"items":', '[]', '<svg xmlns="http://www.w3.org/2000/svg"/>', '<opml version="2.0"><body/></opml>'])(
    'finds no feed in %j',
    (text) => {
      expect(parseFeed(text, address)).toBeNull()
    }
  )

  it('does not expand entities that a document declares', () => {
    const bomb = `<!DOCTYPE rss [<!ENTITY a "${'x'.repeat(1000)}"><!ENTITY b "${'&a;'.repeat(1000)}"><!ENTITY c "${'&b;'.repeat(1000)}">]>`
    const feed = parseFeed(`${bomb}${rss('<item><title>A&c;</title></item>').replace(/^<\?xml.*?\?>/, '')}`, address)
    expect((feed?.items[0]?.title ?? '').length).toBeLessThan(1_000)
  })

  it('never throws, whatever is cut out of a feed', { timeout: 30_000 }, () => {
    const whole = rss('<item><title>Pain &amp; sel</title><link>/a</link><description><![CDATA[<p>x</p>]]></description></item>'.repeat(3))
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(whole.length), fc.string({ unit: 'binary', maxLength: 8 }), (from, to, put) => {
        expect(() => parseFeed(whole.slice(0, from) + put + whole.slice(to), address)).not.toThrow()
      })
    )
  })
})
