import { describe, expect, it } from 'vitest'
import { findFeedLinks } from '../../../electron/engine/watch/find-feed-links.ts'

const page = 'https://blog.example/articles/un'
const link = (attributes: string): string => `<link rel="alternate" ${attributes}>`

describe('findFeedLinks', () => {
  it('finds every way of naming a feed, and nothing else', () => {
    const html = [
      link('type="application/rss+xml" href="/rss"'),
      '<LINK REL=ALTERNATE TYPE=application/atom+xml HREF=atom.xml>',
      '<link rel="feed" href="https://other.example/feed">',
      link('type="application/feed+json; charset=utf-8" href="?feed=json"'),
      link('hreflang="fr" href="/fr"'),
      '<link rel="stylesheet" type="text/css" href="/a.css">',
      link('type="application/rss+xml" href="javascript:alert(1)"')
    ].join('')
    expect(findFeedLinks(html, page).toSorted()).toEqual(
      ['https://blog.example/articles/atom.xml', 'https://blog.example/articles/un?feed=json', 'https://blog.example/rss', 'https://other.example/feed'].toSorted()
    )
  })

  it('puts articles before comments, in the order of the page', () => {
    const html =
      link('type="application/rss+xml" title="Blog » Commentaires" href="/c"') +
      link('type="application/rss+xml" href="/un/comments/feed/"') +
      link('type="application/rss+xml" title="Blog" href="/feed/"') +
      link('type="application/atom+xml" title="Notes" href="/notes"')
    expect(findFeedLinks(html, page)).toEqual(['https://blog.example/feed/', 'https://blog.example/notes', 'https://blog.example/c', 'https://blog.example/un/comments/feed/'])
  })

  it('follows the page’s base address', () => {
    expect(findFeedLinks(`<base href="/fr/">${link('type="application/rss+xml" href="feed"')}`, page)).toEqual(['https://blog.example/fr/feed'])
  })
})
