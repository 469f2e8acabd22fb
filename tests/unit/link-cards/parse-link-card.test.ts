import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseLinkCard } from '../../../electron/engine/link-cards/parse-link-card.ts'

const page = 'https://marees.example/2026/grande-maree'
const read = (head: string) => parseLinkCard(`<!doctype html><html><head>${head}</head><body><p>…</p></body></html>`, page)

describe('what a page says of itself', () => {
  it('is taken from Open Graph before X’s cards, and from those before plain HTML', () => {
    const plain = '<title>Titre &amp; suite</title><meta name="description" content="Simple">'
    expect(read(plain)).toEqual({ title: 'Titre & suite', description: 'Simple', siteName: '', pictureUrl: null })
    const x = '<meta name="twitter:title" content="De X"><meta name="twitter:description" content="Pour X"><meta name="twitter:image" content="/x.jpg">'
    expect(read(plain + x)).toMatchObject({ title: 'De X', description: 'Pour X', pictureUrl: 'https://marees.example/x.jpg' })
    const graph = '<meta property="og:title" content="La grande marée"><meta property="og:description" content="Samedi, à 9 h"><meta property="og:site_name" content="Marées"><meta property="og:image" content="https://cdn.example/a.jpg?w=1200&amp;h=630">'
    expect(read(plain + x + graph)).toEqual({ title: 'La grande marée', description: 'Samedi, à 9 h', siteName: 'Marées', pictureUrl: 'https://cdn.example/a.jpg?w=1200&h=630' })
  })

  it('counts at its first place, in whatever case, under `name` as well as under `property`', () => {
    expect(read('<META NAME="OG:TITLE" CONTENT="un"><meta property="og:title" content="deux">')).toMatchObject({ title: 'un' })
    expect(read('<meta property="og:title" content="  "><title>Titre</title>')).toMatchObject({ title: 'Titre' })
  })

  it('follows the base of the page for a picture, and takes none that is no web address', () => {
    expect(read('<base href="https://autre.example/x/"><title>t</title><meta property="og:image" content="a.png">')?.pictureUrl).toBe('https://autre.example/x/a.png')
    for (const address of ['javascript:alert(1)', 'data:image/png;base64,AAAA', 'file:///etc/passwd', 'http://[', '']) {
      expect(read(`<title>t</title><meta property="og:image" content="${address}">`)?.pictureUrl).toBeNull()
    }
  })

  it('is one line of text without signs that hide others, and no longer than a card shows', () => {
    expect(read('<title>un\n  deux\u202Etrois\u0000 👩‍👩‍👧</title>')?.title).toBe('un deuxtrois 👩‍👩‍👧')
    expect([...(read(`<title>${'é'.repeat(5_000)}</title>`)?.title ?? '')]).toHaveLength(300)
    expect(read('<meta property="og:title" content="&lt;script&gt;alert(1)&lt;/script&gt;">')?.title).toBe('<script>alert(1)</script>')
  })

  it('is no card without a title', () => {
    expect(read('<meta property="og:description" content="seul">')).toBeNull()
    expect(parseLinkCard('', page)).toBeNull()
    expect(parseLinkCard('%PDF-1.7', page)).toBeNull()
  })

  it('is read from anything without an error', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (html) => void parseLinkCard(`<title>${html}`, page)))
  })

  it.each([['a hundred thousand open quotes', `<title>${'<meta content="'.repeat(100_000)}`], ['a million open brackets', '<'.repeat(1_000_000)]])('is read in time from %s', (_, html) => {
    parseLinkCard(html, page)
  })
})
