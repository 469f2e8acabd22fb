import { detectAtomFeed, detectRdfFeed, detectRssFeed } from 'feedsmith'
import type { ParsedFeed } from '../../../shared/watch/parsed-feed.ts'
import type { RawFeed } from './raw-feed.ts'
import { readFeedFormats } from './read-feed-formats.ts'
import { repairXml } from './repair-xml.ts'
import { toParsedFeed } from './to-parsed-feed.ts'

/**
 * Reads a feed in RSS, Atom, RDF or JSON Feed; null when it is none. `address` is where it came from and completes relative addresses.
 * Documents that are not well-formed are repaired and read again. Never throws.
 */
export function parseFeed(text: string, address: string): ParsedFeed | null {
  const raw = readRaw(tidy(text))
  return raw === null ? null : toParsedFeed(raw, address)
}

function readRaw(text: string): RawFeed | null {
  const asItIs = tryRead(text)
  if (asItIs !== null || !text.startsWith('<')) return asItIs
  return tryRead(repairXml(text)) ?? emptyIfFeed(text)
}

function tryRead(text: string): RawFeed | null {
  try {
    return readFeedFormats(text)
  } catch {
    // None of the formats, or not well-formed: the caller tries the next thing.
    return null
  }
}

/** A feed in which nothing has been written yet. */
function emptyIfFeed(text: string): RawFeed | null {
  const isFeed = !/<html[\s>]/i.test(text) && (detectRssFeed(text) || detectAtomFeed(text) || detectRdfFeed(text))
  return isFeed ? { titles: [], site: undefined, base: undefined, items: [], askedIntervalMs: null } : null
}

/**
 * What stands before the first tag is no part of it (warnings of the server's software, blank lines), nor are control characters. Those of
 * the upper range are Windows-1252 that somebody took for Latin-1: quotation marks, dashes, the euro.
 */
function tidy(text: string): string {
  const withoutControls = text
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFEFF]/g, '')
    .replaceAll(/[\u0080-\u009F]/g, (control) => new TextDecoder('windows-1252').decode(Uint8Array.of(control.charCodeAt(0))))
  const start = withoutControls.search(/[<{]/)
  return start === -1 ? '' : withoutControls.slice(start)
}
