import { feedValidators, feedXml } from '../entities/feed-xml.ts'
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
  const { etag, lastModified } = feedValidators(found, items)
  const headers = { ETag: etag, 'Last-Modified': lastModified, 'Cache-Control': 'max-age=60' }
  if (request.headers['if-none-match'] === etag) return { status: 304, body: { kind: 'none' }, headers }
  const type = found.format === 'rss' ? 'application/rss+xml' : 'application/atom+xml'
  return text(200, `${type}; charset=utf-8`, feedXml(found, items, request.base), headers)
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
