import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { htmlToText } from '../../../electron/engine/text/html-to-text.ts'
import { decodeText } from '../../../electron/engine/watch/decode-text.ts'
import { parseFeed } from '../../../electron/engine/watch/parse-feed.ts'
import type { ParsedFeed } from '../../../shared/watch/parsed-feed.ts'

/** What a corpus says about one document, as far as Vigie keeps it: a field of the feed or of its first item, as plain text. */
export interface Expectation {
  readonly path: string
  readonly field: 'feed title' | 'title' | 'link' | 'summary' | 'author' | 'date'
  readonly expected: string
  readonly actual: string
  readonly isMet: boolean
}

export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
}

export function parseFile(path: string, contentType: string | null = null): ParsedFeed | null {
  return parseFeed(decodeText(readFileSync(path), contentType), 'http://127.0.0.1:8097/feed')
}

/** feedparser writes what it expects as a Python expression into a comment at the head of the document. */
export function feedparserExpectations(path: string): Expectation[] {
  const bytes = readFileSync(path)
  const head = decodeText(bytes).slice(0, 2000)
  const header = /Header:\s*Content-type:\s*(.*)/i.exec(head)?.[1] ?? null
  const feed = parseFile(path, header)
  const expect = /^\s*Expect:\s*(.*)$/m.exec(head)?.[1] ?? ''
  const found: Expectation[] = []
  for (const [, object = '', key = '', literal = ''] of expect.matchAll(/(feed|entries\[0\])\['(\w+)'\] == (u?'(?:[^'\\]|\\.)*'|\([\d, ]+\))/g)) {
    const field = fieldOf(object, key)
    if (field !== null) found.push(compare(path, field, pythonValue(literal, field), valueOf(feed, field)))
  }
  return found
}

function fieldOf(object: string, key: string): Expectation['field'] | null {
  if (object === 'feed') return key === 'title' ? 'feed title' : null
  switch (key) {
    case 'title':
    case 'link':
    case 'author':
      return key
    case 'summary':
    case 'description':
      return 'summary'
    case 'published_parsed':
    case 'updated_parsed':
      return 'date'
    default:
      return null
  }
}

function pythonValue(literal: string, field: Expectation['field']): string {
  if (field === 'date') {
    const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = literal.replaceAll(/[()]/g, '').split(',').map(Number)
    return new Date(Date.UTC(year, month - 1, day, hour, minute, second)).toISOString()
  }
  return literal
    .replace(/^u?'|'$/g, '')
    .replaceAll(/\\u([0-9a-f]{4})|\\x([0-9a-f]{2})|\\(.)/gi, (_, long?: string, short?: string, other = '') =>
      long !== undefined || short !== undefined ? String.fromCodePoint(Number.parseInt(long ?? short ?? '', 16)) : other === 'n' ? '\n' : other === 't' ? '\t' : other
    )
}

interface GofeedDocument {
  readonly title?: string
  readonly items?: readonly { readonly title?: string; readonly link?: string; readonly description?: string; readonly publishedParsed?: string; readonly updatedParsed?: string; readonly author?: { readonly name?: string } }[]
}

/** gofeed keeps what it expects in a JSON file beside the document. */
export function gofeedExpectations(path: string): Expectation[] {
  const feed = parseFile(path)
  const document = JSON.parse(readFileSync(path.replace(/\.xml$/, '.json'), 'utf8')) as GofeedDocument
  const item = document.items?.[0]
  const date = item?.publishedParsed ?? item?.updatedParsed
  const expected: readonly [Expectation['field'], string | undefined][] = [
    ['feed title', document.title],
    ['title', item?.title],
    ['link', item?.link],
    ['summary', item?.description],
    ['author', item?.author?.name],
    ['date', date === undefined ? undefined : new Date(date).toISOString()]
  ]
  return expected.flatMap(([field, value]) => (value === undefined || value === '' ? [] : [compare(path, field, value, valueOf(feed, field))]))
}

/** Vigie keeps texts without markup, addresses in the form that browsers give them, and of an author the name. */
function compare(path: string, field: Expectation['field'], expected: string, actual: string): Expectation {
  const isMet = field === 'link' ? sameAddress(expected, actual) : actual === plain(expected) || actual === expected || (field === 'author' && actual !== '' && expected.includes(actual))
  return { path, field, expected, actual, isMet }
}

function sameAddress(expected: string, actual: string): boolean {
  return URL.canParse(expected) && new URL(expected).href === actual
}

function plain(value: string): string {
  return htmlToText(value, { addresses: 'left_out' }).replaceAll(/\s+/g, ' ').trim()
}

function valueOf(feed: ParsedFeed | null, field: Expectation['field']): string {
  const item = feed?.items[0]
  switch (field) {
    case 'feed title':
      return feed?.title ?? ''
    case 'link':
      return item?.url ?? ''
    case 'date':
      return typeof item?.publishedAt === 'number' ? new Date(item.publishedAt).toISOString() : ''
    case 'title':
    case 'summary':
    case 'author':
      return (item?.[field] ?? '').replaceAll(/\s+/g, ' ')
  }
}
