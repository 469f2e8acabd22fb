import { htmlToText } from '../text/html-to-text.ts'

/** A post as a file of an archive tells it, before it is kept. */
export interface ArchivedPost {
  /** The same post always has the same: its address there, where the file has one. */
  readonly key: string
  readonly publishedAt: number
  readonly author: string
  readonly text: string
  readonly shared: { readonly author: string; readonly text: string }
  readonly link: string
  readonly url: string
  readonly isPublic: boolean
  /** Files that belong to it, by name or by the way to them from the post. */
  readonly media: readonly { readonly fileName: string; readonly altText: string }[]
}

/** A post; `other`: another kind of file; `unreadable`: one that should be a post. */
export type ReadArchived = ArchivedPost | 'other' | 'unreadable'

const longestText = 20_000

/** As much of a text as is kept. */
export function bounded(text: string, most: number = longestText): string {
  return text.trim().slice(0, most)
}

/** What a person read there. Names that led to a profile or a search of the network stay as words: what they led to is gone. */
export function wordsIn(html: string): string {
  return bounded(htmlToText(html.replaceAll(/<a\b[^<>]*\bhref\s*=\s*["']?https?:\/\/plus\.google\.com\b[^<>]*>/gi, '<a>')))
}

/** `2011-08-14 20:39:28-0700`, and the same with a T, a colon or a Z; null: no moment. */
export function momentOf(written: string): number | null {
  const [, day, time, sign, hours, minutes] = /^\s*(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})(?:\.\d+)?\s*(?:Z|([+-])(\d{2}):?(\d{2}))?\s*$/.exec(written) ?? []
  if (day === undefined || time === undefined) return null
  const at = Date.parse(`${day}T${time}${sign === undefined ? 'Z' : `${sign}${hours ?? '00'}:${minutes ?? '00'}`}`)
  return Number.isNaN(at) || at < 0 ? null : at
}

/** An address of the web that can be shown and linked to; empty: none. */
export function webAddress(written: string | undefined): string {
  const address = written?.trim() ?? ''
  return /^https?:\/\/[^\s]+$/i.test(address) && address.length <= 2048 ? address : ''
}

/** The name that a file of the archive has which stands at this address or path; the ways that lead out of the archive lead nowhere. */
export function nameOfFile(written: string): string {
  const path = decoded(written.replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/[?#].*$/, ''))
  return (path.split(/[\\/]/).at(-1) ?? '').replaceAll(/\p{Cc}/gu, '').slice(0, 300)
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    // A per cent sign that means itself.
    return path
  }
}
