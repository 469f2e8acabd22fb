import { parseOpml, type Opml } from 'feedsmith'
import { htmlToText } from '../text/html-to-text.ts'
import { decodeText } from './decode-text.ts'
import { repairXml } from './repair-xml.ts'

/** A feed as a list names it; the address is as it stands there. */
export interface ListedFeed {
  readonly title: string
  readonly url: string
  /** Nested folders are joined by ` / `; empty for none. */
  readonly folder: string
}

type Outline = Opml.Outline<string>

const longestFolder = 100
const longestTitle = 300
const deepest = 20

/** The feeds of an OPML file of any version and encoding, in its order; null when it is none. Never throws. */
export function readOpml(bytes: Uint8Array): ListedFeed[] | null {
  const text = unescapeWhole(decodeText(bytes)).replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFEFF]/g, '')
  const document = tryRead(text) ?? tryRead(repairXml(text))
  return document === null ? null : listFeeds(document.body?.outlines ?? [], [], 0)
}

function tryRead(text: string): Opml.Document<string> | null {
  try {
    return parseOpml(text)
  } catch {
    // Not well-formed, or no OPML: the caller tries once more.
    return /<opml[\s/>]/i.test(text) && !/<outline/i.test(text) ? {} : null
  }
}

function listFeeds(outlines: readonly Outline[], folders: readonly string[], depth: number): ListedFeed[] {
  if (depth > deepest) return []
  return outlines.flatMap((outline) => {
    if (outline.isComment === true) return []
    const name = nameOf(outline)
    const url = addressOf(outline)
    const own = url === null ? [] : [{ title: name, url, folder: folderOf(folders, outline) }]
    const inner = url === null && name !== '' ? [...folders, name] : folders
    return [...own, ...listFeeds(outline.outlines ?? [], inner, depth + 1)]
  })
}

/** `xmlUrl`, or in lists older than that `url` of an outline that says it is a feed. Links and includes are no feeds. */
function addressOf(outline: Outline): string | null {
  const isFeed = /^(?:rss|atom|pie|feed)/i.test(outline.type ?? '')
  const address = outline.xmlUrl?.trim() ?? (isFeed ? outline.url?.trim() : undefined)
  return address === undefined || address === '' ? null : address
}

/** Where it stands in the file; for flat lists the first category that it names. */
function folderOf(folders: readonly string[], outline: Outline): string {
  const category = outline.category?.split(',')[0]?.trim() ?? ''
  const path = folders.length > 0 || !category.startsWith('/') ? folders : category.split('/').map((name) => name.trim()).filter((name) => name !== '')
  return path.join(' / ').slice(0, longestFolder).trim()
}

/** Some programs escape twice. */
function nameOf({ title, text }: Outline): string {
  const name = [text, title].find((each) => each !== undefined && each.trim() !== '') ?? ''
  return htmlToText(name, { addresses: 'left_out' }).replaceAll(/\s+/g, ' ').slice(0, longestTitle)
}

/** A file that was copied out of a page: every bracket is escaped. */
function unescapeWhole(text: string): string {
  if (/<opml[\s>]/i.test(text) || !/&lt;opml[\s&]/i.test(text)) return text
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
}
