import type { FeedItemRow, FeedRow } from '../../record/feeds-record.ts'
import { escapeHtml } from '../entities/text-to-html.ts'
import { anyone, recordNotFound, text, type PracticeAnswer, type PracticeRequest, type Route, type RouteTools } from '../practice-request.ts'

/** The local press and blogs around the business, as the watch reads them. */
export const feedsRoutes: readonly Route[] = [
  { method: 'GET', path: '/feeds/:file', access: anyone, answer: feed },
  { method: 'GET', path: '/news/:slug/:number', access: anyone, answer: article },
  { method: 'GET', path: '/news/:slug', access: anyone, answer: frontPage }
]

function feed(request: PracticeRequest, tools: RouteTools): PracticeAnswer {
  const found = tools.record.feeds.read((request.captures['file'] ?? '').replace(/\.xml$/, ''))
  if (found === null) return recordNotFound
  const items = tools.record.feeds.items(found.slug, tools.now())
  const newest = items[0]?.publishedAt ?? 0
  const version = `"${found.slug}-${items.length}-${newest}"`
  const headers = { ETag: version, 'Last-Modified': new Date(newest).toUTCString(), 'Cache-Control': 'max-age=60' }
  if (request.headers['if-none-match'] === version) return { status: 304, body: { kind: 'none' }, headers }
  return found.format === 'rss'
    ? text(200, 'application/rss+xml; charset=utf-8', rss(found, items, request.base), headers)
    : text(200, 'application/atom+xml; charset=utf-8', atom(found, items, request.base), headers)
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

function frontPage(request: PracticeRequest, tools: RouteTools): PracticeAnswer {
  const found = tools.record.feeds.read(request.captures['slug'] ?? '')
  if (found === null) return recordNotFound
  const items = tools.record.feeds.items(found.slug, tools.now())
  const links = items.map((item) => `<li><a href="/news/${found.slug}/${item.number}">${escapeHtml(item.title)}</a></li>`).join('')
  const type = found.format === 'rss' ? 'application/rss+xml' : 'application/atom+xml'
  const head = `<link rel="alternate" type="${type}" title="${escapeHtml(found.title)}" href="${request.base}/feeds/${found.slug}.xml">`
  return page(found.title, `<h1>${escapeHtml(found.title)}</h1><p>${escapeHtml(found.description)}</p><ul>${links}</ul>`, head)
}

function article(request: PracticeRequest, tools: RouteTools): PracticeAnswer {
  const found = tools.record.feeds.read(request.captures['slug'] ?? '')
  const item = found === null ? undefined : tools.record.feeds.items(found.slug, tools.now()).find((one) => String(one.number) === request.captures['number'])
  if (found === null || item === undefined) return recordNotFound
  return page(item.title, `<article><h1>${escapeHtml(item.title)}</h1><p>${escapeHtml(item.author)}, ${escapeHtml(found.title)}</p><p>${escapeHtml(item.summary)}</p></article>`)
}

export function page(title: string, content: string, head = ''): PracticeAnswer {
  const html = `<!doctype html><html><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>${head}</head><body>${content}</body></html>`
  return text(200, 'text/html; charset=utf-8', html, { 'Content-Security-Policy': "default-src 'none'; img-src 'self'" })
}
