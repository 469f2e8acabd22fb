import { generateOpml, type Opml } from 'feedsmith'
import type { FeedRecord } from './feed-record.ts'

/** The feeds as OPML 2.0, one outline for each folder, so that any reader takes them; `now` in ms since the epoch. */
export function writeOpml(name: string, feeds: readonly FeedRecord[], now: number): string {
  const folders = new Map<string, FeedRecord[]>()
  for (const feed of feeds) folders.set(feed.folder, [...(folders.get(feed.folder) ?? []), feed])
  const outlines = [...folders].flatMap(([folder, inside]): Opml.Outline<string>[] => {
    const own = inside.map(outlineOf)
    return folder === '' ? own : [{ text: folder, title: folder, outlines: own }]
  })
  if (outlines.length === 0) return emptyOpml(name)
  return generateOpml({ head: { title: name, dateCreated: new Date(now) }, body: { outlines } })
}

function outlineOf(feed: FeedRecord): Opml.Outline<string> {
  const text = feed.title === '' ? feed.url : feed.title
  return { type: 'rss', text, title: text, xmlUrl: feed.url, ...(feed.siteUrl === null ? {} : { htmlUrl: feed.siteUrl }) }
}

/** The generator refuses a list without a feed; an empty one is still an answer. */
function emptyOpml(name: string): string {
  const title = name.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `<?xml version="1.0" encoding="utf-8"?>\n<opml version="2.0"><head><title>${title}</title></head><body></body></opml>\n`
}
