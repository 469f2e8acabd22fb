import domains from 'tlds' with { type: 'json' }
import { commonTopLevelDomains } from './common-top-level-domains.ts'
import { findWebAddresses, trimAddress } from './find-web-addresses.ts'

/** What a network makes clickable in a plain text. Positions in UTF-16 code units; ascending, never overlapping. */
export type TextEntity =
  | { readonly kind: 'link'; readonly start: number; readonly end: number; readonly address: string }
  /** `handle` without the `@`. */
  | { readonly kind: 'mention'; readonly start: number; readonly end: number; readonly handle: string }
  /** `tag` without the `#`. */
  | { readonly kind: 'tag'; readonly start: number; readonly end: number; readonly tag: string }

/** Links, mentions by domain name (`@lea.bsky.social`) and hashtags, by the rules of Bluesky's own client. */
export function findEntities(text: string): readonly TextEntity[] {
  const entities: TextEntity[] = []
  // A mark for each code unit: a pasted list may hold very many of them.
  const taken = new Uint8Array(text.length)
  const addUnlessTaken = (entity: TextEntity): void => {
    if (taken.subarray(entity.start, entity.end).includes(1)) return
    taken.fill(1, entity.start, entity.end)
    entities.push(entity)
  }
  for (const { start, end, address } of findWebAddresses(text)) addUnlessTaken({ kind: 'link', start, end, address })
  for (const entity of findMentions(text)) addUnlessTaken(entity)
  for (const entity of findBareAddresses(text)) addUnlessTaken(entity)
  for (const entity of findTags(text)) addUnlessTaken(entity)
  return entities.toSorted((a, b) => a.start - b.start)
}

/** A handle is a domain name: https://atproto.com/specs/handle (read on 2026-11-21). */
export function isHandle(word: string): boolean {
  return word.length <= 253 && /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/i.test(word)
}

function findMentions(text: string): readonly TextEntity[] {
  const found: TextEntity[] = []
  for (const match of text.matchAll(/(?<=^|[\s(\p{Pi}"'])@([a-z0-9.-]+)/giu)) {
    const handle = withoutEnd(match[1] ?? '', /[.-]/)
    if (isHandle(handle)) found.push({ kind: 'mention', start: match.index, end: match.index + 1 + handle.length, handle })
  }
  return found
}

function findBareAddresses(text: string): readonly TextEntity[] {
  const found: TextEntity[] = []
  for (const match of text.matchAll(/(?<=^|[\s(])([a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)*\.([a-z]{2,}))(?![a-z0-9@-])([/?#:][^\s<>"«»“”]*)?/giu)) {
    if (!isEnding((match[2] ?? '').toLowerCase(), match[3] ?? '')) continue
    const written = trimAddress(match[0])
    if (URL.canParse(`https://${written}`)) found.push({ kind: 'link', start: match.index, end: match.index + written.length, address: `https://${written}` })
  }
  return found
}

const allTopLevelDomains: ReadonlySet<string> = new Set(domains)

/** With a path behind it (`bit.ly/2x`, `linktr.ee/lea`) any ending that exists is an address; alone it may be the name of a file. */
function isEnding(ending: string, rest: string): boolean {
  return commonTopLevelDomains.has(ending) || (/^\/[^/]/.test(rest) && allTopLevelDomains.has(ending))
}

/** At most 64 graphemes by the network's rule; code units are a stricter bound and enough for a hashtag. A number alone is none. */
function findTags(text: string): readonly TextEntity[] {
  const found: TextEntity[] = []
  for (const match of text.matchAll(/(?<=^|\s)[#＃]((?!\u{FE0F})[^\u20E2\s#\uFF03\u00AD\u2060\u200A-\u200D]+)/gu)) {
    const tag = withoutEnd(match[1] ?? '', /\p{P}/u)
    if (tag === '' || tag.length > 64 || /^[\d\p{P}]+$/u.test(tag)) continue
    found.push({ kind: 'tag', start: match.index, end: match.index + 1 + tag.length, tag })
  }
  return found
}

/** Without the characters of that kind at its end; `+$` would look again from each of them when something else follows. */
function withoutEnd(word: string, kind: RegExp): string {
  const characters = [...word]
  while (kind.test(characters.at(-1) ?? '')) characters.pop()
  return characters.join('')
}
