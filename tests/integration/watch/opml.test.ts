import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readOpml } from '../../../electron/engine/watch/read-opml.ts'
import { largestOpml } from '../../../shared/watch/largest-opml.ts'
import { sharedFolder } from '../../support/shared-folder.ts'
import { filesBelow } from './feed-corpora.ts'
import { startWatchRig } from './watch-rig.ts'

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
const opml = (body: string, version = '2.0'): string => `<?xml version="1.0"?><opml version="${version}"><head><title>L</title></head><body>${body}</body></opml>`

describe('readOpml', () => {
  it('reads nested folders, of version 1 and 2, with any spelling', () => {
    const list = readOpml(
      bytes(opml(
        `<outline text="Presse"><outline title="Le Monde &amp;amp; co" type="rss" xmlUrl=" https://a.example/feed "/>
         <outline text="Locale"><outline text="B" XMLURL="https://b.example/feed"/></outline></outline>
         <outline text="C" type="RSS" url="https://c.example/feed"/><outline text="Lien" type="link" url="https://d.example/"/>
         <outline xmlUrl="https://e.example/feed" category="/Tech/Web,/Autre"/><outline text="caché" xmlUrl="https://f.example" isComment="true"/>`,
        '1.0'
      ))
    )
    expect(list).toEqual([
      { title: 'Le Monde & co', url: 'https://a.example/feed', folder: 'Presse' },
      { title: 'B', url: 'https://b.example/feed', folder: 'Presse / Locale' },
      { title: 'C', url: 'https://c.example/feed', folder: '' },
      { title: '', url: 'https://e.example/feed', folder: 'Tech / Web' }
    ])
  })

  it('reads UTF-16, Latin-1, escaped and unfinished files', () => {
    const text = opml('<outline text="Été" xmlUrl="https://a.example/"/>')
    const files = [
      Buffer.from(`\uFEFF${text}`, 'utf16le'),
      Buffer.from(text.replace('version="1.0"', 'version="1.0" encoding="iso-8859-1"'), 'latin1'),
      bytes(text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')),
      bytes(text.replace('</body></opml>', '')),
      bytes(text.replace('Été', 'Été & hiver <b>')),
      bytes(`\n\n${text}`)
    ]
    for (const file of files) expect(readOpml(file)?.[0], Buffer.from(file).toString('utf8')).toMatchObject({ url: 'https://a.example/', title: expect.stringMatching(/^Été/) })
  })

  it('opens no other file, lets nothing grow, and runs nothing', () => {
    const declared = (entities: string, title: string): string => `<?xml version="1.0"?><!DOCTYPE opml [${entities}]>${opml(`<outline text="${title}" type="rss" xmlUrl="https://a.example/feed"/>`).replace(/^<\?xml[^>]*>/, '')}`
    const laughs = ['<!ENTITY a "aaaaaaaaaa">', ...[...'bcdefghi'].map((name, place) => `<!ENTITY ${name} "${`&${'abcdefgh'[place]!};`.repeat(10)}">`)].join('')
    for (const text of [declared('<!ENTITY x SYSTEM "file:///etc/passwd">', '&x;'), declared('<!ENTITY % p SYSTEM "http://127.0.0.1:1/"> %p;', '&p;'), declared(laughs, '&i;')]) {
      const [feed] = readOpml(bytes(text)) ?? []
      expect(feed?.title.length ?? 0).toBeLessThan(10)
      expect(feed?.url ?? 'https://a.example/feed').toBe('https://a.example/feed')
    }
    expect(readOpml(bytes(opml('<outline text="&lt;script&gt;alert(1)&lt;/script&gt;Port" xmlUrl="https://a.example/"/>')))?.[0]?.title).toBe('Port')
    expect(readOpml(bytes(opml(`${'<outline text="x">'.repeat(5_000)}<outline xmlUrl="https://a.example/"/>${'</outline>'.repeat(5_000)}`))) ?? []).toEqual([])
  })

  it.each(['', 'bonjour', '<html><body>x</body></html>', '<rss version="2.0"/>', '{"a":1}'])('finds no list in %j', (text) => {
    expect(readOpml(bytes(text))).toBeNull()
  })

  it('takes an empty list', () => {
    expect(readOpml(bytes('<opml version="2.0"><head/><body/></opml>'))).toEqual([])
    expect(readOpml(bytes('<opml version="1.0"></opml>'))).toEqual([])
  })
})

describe('watch.importOpml and watch.exportOpml', () => {
  it('adds what is new, counts what is known, and says what was left out', async () => {
    const rig = await startWatchRig({ isStarted: false })
    const list = opml(`<outline text="A" xmlUrl="https://a.example/feed"/><outline text="A again" xmlUrl="http://www.a.example/feed/"/><outline text="B" xmlUrl="feed://b.example/rss"/>
      <outline text="Nulle part" xmlUrl="about:blank"/><outline text="Local" xmlUrl="domain/feed"/>`)
    expect(await rig.ask('watch.importOpml', { bytes: bytes(list) })).toEqual({
      added: 2,
      alreadyFollowed: 1,
      skipped: [{ title: 'Nulle part', url: 'about:blank', reason: 'not_an_address' }, { title: 'Local', url: 'domain/feed', reason: 'not_an_address' }],
      skippedCount: 2
    })
    expect((await rig.ask('watch.overview', {})).feeds.map((feed) => [feed.title, feed.url])).toEqual([['A', 'https://a.example/feed'], ['B', 'https://b.example/rss']])
    expect(await rig.ask('watch.importOpml', { bytes: bytes(list) })).toMatchObject({ added: 0, alreadyFollowed: 3 })
    expect(await rig.request('watch.importOpml', { bytes: new Uint8Array(largestOpml + 1) })).toMatchObject({ ok: false, error: { code: 'opml_too_large' } })
    expect(await rig.request('watch.importOpml', { bytes: bytes('<html/>') })).toMatchObject({ ok: false, error: { code: 'opml_unreadable' } })
  })

  it('takes ten thousand of a list, and says which it left', async () => {
    const rig = await startWatchRig({ isStarted: false })
    const list = opml(Array.from({ length: 10_002 }, (_, place) => `<outline text="${place}" xmlUrl="https://${place}.example/feed"/>`).join(''))
    expect(await rig.ask('watch.importOpml', { bytes: bytes(list) })).toEqual({
      added: 10_000,
      alreadyFollowed: 0,
      skipped: [10_000, 10_001].map((place) => ({ title: String(place), url: `https://${place}.example/feed`, reason: 'too_many' })),
      skippedCount: 2
    })
  })

  it('names a hundred of what it left, and counts the rest', async () => {
    const rig = await startWatchRig({ isStarted: false })
    const { skipped, skippedCount } = await rig.ask('watch.importOpml', { bytes: bytes(opml('<outline xmlUrl="about:blank"/>'.repeat(30_000))) })
    expect([skipped.length, skippedCount]).toEqual([100, 30_000])
  })

  it('gives back what it took', async () => {
    const rig = await startWatchRig({ isStarted: false })
    const list = opml(`<outline text="Presse &quot;libre&quot; &amp; &lt;co&gt;"><outline text="L’Été «&#160;54&#160;»" xmlUrl="https://a.example/feed?a=1&amp;b=2" htmlUrl="https://a.example/"/></outline><outline text="B" xmlUrl="https://b.example/feed"/>`)
    await rig.ask('watch.importOpml', { bytes: bytes(list) })
    const { opml: exported } = await rig.ask('watch.exportOpml', {})
    expect(exported).toContain('Café « Bonjour »')
    const other = await startWatchRig({ isStarted: false })
    await other.ask('watch.importOpml', { bytes: bytes(exported) })
    const simple = async (from: typeof rig) => (await from.ask('watch.overview', {})).feeds.map(({ title, url, folder }) => ({ title, url, folder }))
    expect(await simple(other)).toEqual(await simple(rig))
    expect(await simple(rig)).toContainEqual({ title: 'L’Été « 54 »', url: 'https://a.example/feed?a=1&b=2', folder: 'Presse "libre" &' })
  })
})

const corpus = `${sharedFolder}/feeds/listparser-opml/tests/files`
if (!existsSync(corpus)) console.log(`OPML corpus: skipped, ${corpus} is not there (VIGIE_SHARED names the folder)`)

describe.skipIf(!existsSync(corpus))('lists of another project', () => {
  const files = existsSync(corpus) ? filesBelow(`${corpus}/opml`) : []

  it('are all read', () => {
    expect(files.length).toBeGreaterThan(40)
    const unread = filesBelow(corpus).filter((path) => path.endsWith('.xml') && readOpml(readFileSync(path)) === null)
    expect(unread.filter((path) => path.includes('/opml/'))).toEqual([])
  })

  it('give the feeds and titles that listparser expects', () => {
    // A "source" has an xmlUrl like any feed; what it is nobody knows any more.
    expect(files.filter((path) => !path.includes('outline_type-source')).flatMap(differencesIn)).toEqual([])
  })
})

/** listparser writes what it expects as Python expressions into a comment at the head of the file. */
function differencesIn(path: string): string[] {
  const list = readOpml(readFileSync(path)) ?? []
  const text = readFileSync(path, 'utf8')
  const expectations: [RegExp, string | undefined][] = [
    [/len\(result\['feeds'\]\) == (\d+)/, String(new Set(list.map((feed) => feed.url)).size)],
    [/result\['feeds'\]\[0\]\['title'\] == '([^']*)'/, list[0]?.title],
    [/result\['feeds'\]\[0\]\['url'\] == '([^']*)'/, list[0]?.url]
  ]
  return expectations.flatMap(([pattern, actual]) => {
    const expected = pattern.exec(text)?.[1]
    return expected === undefined || expected === actual ? [] : [`${path}: ${String(actual)}, not ${expected}`]
  })
}
