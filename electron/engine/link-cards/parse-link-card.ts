import { Parser } from 'htmlparser2'
import { cleanWebAddress } from '../../../shared/watch/canonical-url.ts'

/** What a page says of itself in its head: Open Graph first (https://ogp.me, read on 2026-11-21), then X's cards, then plain HTML. */
export interface PageCard {
  readonly title: string
  readonly description: string
  readonly siteName: string
  /** Where the page's picture lies; null when it names none. */
  readonly pictureUrl: string | null
}

/** Longest taken, in characters: what a card shows is far shorter. */
const longest = { title: 300, description: 1_000, siteName: 100 }
const sources = {
  title: ['og:title', 'twitter:title', 'title'],
  description: ['og:description', 'twitter:description', 'description'],
  siteName: ['og:site_name', 'application-name'],
  picture: ['og:image:secure_url', 'og:image', 'og:image:url', 'twitter:image', 'twitter:image:src']
} as const

/** Null for a page that has no title under any name: no network makes a card of it. Never throws. */
export function parseLinkCard(html: string, pageAddress: string): PageCard | null {
  const { found, base } = readHead(html, pageAddress)
  const textOf = (part: 'title' | 'description' | 'siteName'): string => sources[part].map((name) => tidy(found.get(name) ?? '', longest[part])).find((text) => text !== '') ?? ''
  const title = textOf('title')
  if (title === '') return null
  const pictures = sources.picture.flatMap((name) => cleanOf(found.get(name), base) ?? [])
  return { title, description: textOf('description'), siteName: textOf('siteName'), pictureUrl: pictures[0] ?? null }
}

/** The first of each name counts: what stands further down is of embedded things. */
function readHead(html: string, pageAddress: string): { readonly found: ReadonlyMap<string, string>; readonly base: string } {
  const found = new Map<string, string>()
  let base = pageAddress
  let title: string | null = null
  const note = (name: string, value: string): void => void (found.has(name) || value.trim() === '' || found.set(name, value))
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === 'base') base = cleanWebAddress(attributes['href'] ?? '', pageAddress) ?? base
        if (name === 'meta') note((attributes['property'] ?? attributes['name'] ?? '').trim().toLowerCase(), attributes['content'] ?? '')
        if (name === 'title' && !found.has('title')) title = ''
      },
      ontext: (text) => void (title !== null && (title += text)),
      onclosetag(name) {
        if (name !== 'title' || title === null) return
        note('title', title)
        title = null
      }
    },
    { lowerCaseTags: true, lowerCaseAttributeNames: true, decodeEntities: true }
  )
  parser.end(html)
  return { found, base }
}

function cleanOf(address: string | undefined, base: string): string | null {
  return address === undefined ? null : cleanWebAddress(address, base)
}

/** One line without signs that no card shows, cut between characters. */
function tidy(text: string, most: number): string {
  const line = text.replaceAll(/(?![\u200C\u200D])\p{Cf}/gu, '').replaceAll(/[\s\p{Cc}]+/gu, ' ').trim()
  const characters = [...line]
  return characters.length <= most ? line : `${characters.slice(0, most - 1).join('').trimEnd()}…`
}
