import type { FeedItemRow, FeedRow } from '../../record/feeds-record.ts'
import { escapeHtml } from './text-to-html.ts'

/** A feed as a document: RSS 2.0 (https://www.rssboard.org/rss-specification) or Atom (RFC 4287). `items` newest first. */
export function feedXml(feed: FeedRow, items: readonly FeedItemRow[], base: string): string {
  return feed.format === 'rss' ? rss(feed, items, base) : atom(feed, items, base)
}

/** Change when an item comes out. */
export function feedValidators(feed: FeedRow, items: readonly FeedItemRow[]): { readonly etag: string; readonly lastModified: string } {
  const newest = items[0]?.publishedAt ?? 0
  return { etag: `"${feed.slug}-${items.length}-${newest}"`, lastModified: new Date(newest).toUTCString() }
}

function rss(found: FeedRow, items: readonly FeedItemRow[], base: string): string {
  const entries = items.map((item) => {
    const address = `${base}/news/${found.slug}/${item.number}`
    return `<item><title>${escapeHtml(item.title)}</title><link>${address}</link><guid isPermaLink="false">${found.slug}-${item.number}</guid>` +
      `<pubDate>${new Date(item.publishedAt).toUTCString()}</pubDate><dc:creator>${escapeHtml(item.author)}</dc:creator>` +
      `<description>${escapeHtml(`<p>${escapeHtml(item.summary)}</p>`)}</description></item>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>${escapeHtml(found.title)}</title>` +
    `<link>${base}/news/${found.slug}</link><description>${escapeHtml(found.description)}</description>${entries.join('')}</channel></rss>`
}

function atom(found: FeedRow, items: readonly FeedItemRow[], base: string): string {
  const entries = items.map((item) => {
    const time = new Date(item.publishedAt).toISOString()
    return `<entry><title>${escapeHtml(item.title)}</title><link href="${base}/news/${found.slug}/${item.number}"/><id>urn:practice:${found.slug}:${item.number}</id>` +
      `<published>${time}</published><updated>${time}</updated><author><name>${escapeHtml(item.author)}</name></author><summary>${escapeHtml(item.summary)}</summary></entry>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><title>${escapeHtml(found.title)}</title><subtitle>${escapeHtml(found.description)}</subtitle>` +
    `<id>urn:practice:${found.slug}</id><link href="${base}/news/${found.slug}"/><updated>${new Date(items[0]?.publishedAt ?? 0).toISOString()}</updated>${entries.join('')}</feed>`
}
