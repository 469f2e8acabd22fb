import { Parser } from 'htmlparser2'
import { htmlToText } from '../text/html-to-text.ts'
import { bounded, momentOf, nameOfFile, webAddress, wordsIn, type ReadArchived } from './archived-post.ts'

/** What of the page is read, by its class; a part within a part belongs to the outer one. */
type Part = 'author' | 'time' | 'main' | 'visibility' | 'comments'

interface Read {
  readonly parts: Map<Part, string>
  readonly media: { fileName: string; altText: string }[]
  url: string
  link: string
  /** The line that says from whom it was passed on, and what of the page is theirs. */
  attribution: string
  shared: string
}

interface Open {
  readonly part: Part | null
  readonly from: number
  /** The line of the attribution itself. */
  readonly isAttribution: boolean
  /** Everything from here to its end was written by somebody else. */
  sharedFrom: number | null
}

/** The parser's time grows with the square of the nesting: what is nested so deep was written by nobody. */
const deepest = 200
const mostMedia = 100
const chunk = 4096

/** `Posts/20180805 - ….html` of a Google Takeout of Google+: Google's own page, of which only words, names of files and addresses are taken. */
export function readGooglePlusHtml(html: string): ReadArchived {
  if (!/class="[^"]*\b(?:main-content|post-activity|visibility)\b/.test(html) || !/plus\.google\.com/.test(html)) return 'other'
  const read = readParts(html)
  if (read === null) return 'unreadable'
  const line = (written: string): string => bounded(htmlToText(written, { addresses: 'left_out' }), 200)
  const publishedAt = momentOf(line(read.parts.get('time') ?? ''))
  if (publishedAt === null || read.url === '') return 'unreadable'
  return {
    key: read.url,
    publishedAt,
    author: line(read.parts.get('author') ?? ''),
    text: wordsIn((read.parts.get('main') ?? '').replace(read.shared, '')),
    shared: { author: line(read.attribution).replace(/^.*?\b(?:shared by|geteilt von|partagé par)\s+/i, ''), text: wordsIn(read.shared.replace(read.attribution, '')) },
    link: webAddress(read.link),
    url: webAddress(read.url),
    // “Shared with: Public”, in the languages in which it is told apart from a circle's name.
    isPublic: /:\s*(?:public|öffentlich|público|pubblico|openbaar)$/i.test(line(read.parts.get('visibility') ?? '')),
    media: read.media.slice(0, mostMedia)
  }
}

/** null: nested too deep. */
function readParts(html: string): Read | null {
  const read: Read = { parts: new Map(), media: [], url: '', link: '', attribution: '', shared: '' }
  const open: Open[] = []
  let isTooDeep = false
  const parser = new Parser({
    onopentag(name, attributes) {
      const within = open.find(({ part }) => part !== null)?.part ?? null
      const isAttribution = hasClass(attributes, 'reshare-attribution') && within !== 'comments'
      const parent = open.at(-1)
      // In a frame of its own all of it is theirs, else what follows.
      if (isAttribution && parent !== undefined) parent.sharedFrom = parent.part === 'main' ? parser.startIndex : parent.from
      if (!voids.has(name)) open.push({ part: within === null ? partOf(name, attributes, read) : null, from: parser.endIndex + 1, isAttribution, sharedFrom: null })
      isTooDeep ||= open.length > deepest
      if (within !== 'comments') noteOf(name, attributes, read, open.some(({ sharedFrom }) => sharedFrom !== null))
    },
    onclosetag(name) {
      if (!voids.has(name)) close(open.pop(), parser.startIndex, html, read)
    }
  })
  for (let at = 0; at < html.length && !isTooDeep; at += chunk) parser.write(html.slice(at, at + chunk))
  if (!isTooDeep) parser.end()
  return isTooDeep ? null : read
}

const voids: ReadonlySet<string> = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr'])

function close(closed: Open | undefined, at: number, html: string, read: Read): void {
  if (closed === undefined) return
  const { part, from, isAttribution, sharedFrom } = closed
  if (part !== null && !read.parts.has(part)) read.parts.set(part, html.slice(from, at))
  if (isAttribution && read.attribution === '') read.attribution = html.slice(from, at)
  if (sharedFrom !== null && read.shared === '') read.shared = html.slice(sharedFrom, at)
}

type Attributes = Readonly<Record<string, string>>

function hasClass(attributes: Attributes, name: string): boolean {
  return (attributes['class'] ?? '').split(/\s+/).includes(name)
}

const classes: readonly (readonly [string, Part])[] = [['main-content', 'main'], ['visibility', 'visibility'], ['comments', 'comments'], ['comment', 'comments']]
const addressOfPost = /^https:\/\/plus\.google\.com\/.*\/posts\/[^/]+$/

function partOf(name: string, attributes: Attributes, read: Read): Part | null {
  const known = classes.find(([className]) => hasClass(attributes, className))?.[1]
  if (known !== undefined) return known
  if (name !== 'a') return null
  if (hasClass(attributes, 'author')) return 'author'
  // The time of the post is the way to it.
  return read.url === '' && addressOfPost.test(attributes['href'] ?? '') ? 'time' : null
}

/** Addresses and names of files, which stand in attributes. Pictures of somebody else stay theirs. */
function noteOf(name: string, attributes: Attributes, read: Read, isShared: boolean): void {
  const href = attributes['href'] ?? ''
  if (name === 'a' && read.url === '' && addressOfPost.test(href)) read.url = href
  if (name === 'a' && read.link === '' && hasClass(attributes, 'link-embed')) read.link = href
  if (name === 'img' && hasClass(attributes, 'media') && !isShared) read.media.push(...mediaOf(attributes))
}

function mediaOf(attributes: Attributes): readonly { fileName: string; altText: string }[] {
  const fileName = nameOfFile(attributes['src'] ?? '')
  return fileName === '' ? [] : [{ fileName, altText: bounded(attributes['alt'] ?? '', 2000) }]
}
