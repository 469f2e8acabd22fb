import type { TextRange } from '../find-web-addresses.ts'
import { accentedLatin, asciiPunctuation, directionMarks, forbidden, spaces } from './x-characters.ts'
import { topLevelDomainPattern } from './x-top-level-domains.ts'

export interface XLink extends TextRange {
  /** As written, with or without `https://`. */
  readonly address: string
}

/** X's own limits of an address (twitter-text, read on 2026-11-21). */
const longestAddress = 4096
const longestShortLinkName = 40

const hostCharacter = `[^${asciiPunctuation}${spaces}${forbidden}${directionMarks}]`
// No part of a name is longer than 63 characters, and no name has more than 127 parts; with that said, a long text without spaces is not read again from each of its characters.
const subdomain = `(?:(?:${hostCharacter}(?:[_-]|${hostCharacter}){0,61})?${hostCharacter}\\.)`
const domainName = `(?:(?:${hostCharacter}(?:-|${hostCharacter}){0,61})?${hostCharacter}\\.)`
const punycode = String.raw`xn--[\-0-9a-z]+`
const ending = `(?:(?:${topLevelDomainPattern})(?=[^0-9a-zA-Z@+-]|$)|${punycode})`
const domain = `${subdomain}{0,126}${domainName}${ending}`

const pathCharacter = String.raw`[a-z\u0400-\u04FF0-9!*';:=+,.$/%#[\]\-\u2013_~@|&${accentedLatin}]`
// Brackets belong to a path in pairs, at most two deep: (like_(this)_one).
const brackets = String.raw`\((?:${pathCharacter}+|${pathCharacter}*\(${pathCharacter}+\)${pathCharacter}*)\)`
const pathEnd = String.raw`(?:[+\-a-z\u0400-\u04FF0-9=_#/${accentedLatin}]|${brackets})`
const path = `(?:(?:${pathCharacter}*(?:${brackets}${pathCharacter}*)*${pathEnd})|(?:@${pathCharacter}+/))`
const query = String.raw`\?[a-z0-9!?*'@();:&=+$/%#[\]\-_.,~|]*[a-z0-9\-_&=#/]`

const link = new RegExp(
  `(?<before>[^A-Za-z0-9@＠$#＃${forbidden}]|[${directionMarks}]|^)` +
    `(?<address>(?<protocol>https?://)?(?<domain>${domain})(?::[0-9]+)?(?<path>/${path}*)?(?:${query})?)`,
  'giu'
)
const asciiDomain = new RegExp(String.raw`(?:[\-a-z0-9${accentedLatin}]+\.)+${ending}`, 'giu')
const shortLink = /^https?:\/\/t\.co\/([a-z0-9]+)(?:\?[a-z0-9!?*'@();:&=+$/%#[\]\-_.,~|]*[a-z0-9\-_&=#/])?/i

const word = new RegExp(`[^${spaces}]+`, 'gu')

/** The addresses that X turns into links, with and without `https://`, in order. */
export function findXLinks(text: string): readonly XLink[] {
  // No link goes over a space, and none is without a dot: most of a text need not be looked at any closer.
  return [...text.matchAll(word)]
    .filter((match) => match[0].includes('.'))
    .flatMap((match) => linksWithin(match[0]).map(({ address, start, end }) => ({ address, start: match.index + start, end: match.index + end })))
}

function linksWithin(text: string): readonly XLink[] {
  const found: XLink[] = []
  for (const match of text.matchAll(link)) {
    const { before = '', address = '', protocol, domain: host = '', path: way } = match.groups ?? {}
    const start = match.index + match[0].length - address.length
    if (!isPossible(address, host)) continue
    if (protocol !== undefined) found.push(...withProtocol(address, start))
    else if (!/[-_./]$/.test(before)) found.push(...withoutProtocol(address, host, way, start))
  }
  return found
}

/** X's own short links are one name long, whatever follows. */
function withProtocol(address: string, start: number): readonly XLink[] {
  const short = shortLink.exec(address)
  if (short === null) return [{ address, start, end: start + address.length }]
  if ((short[1] ?? '').length > longestShortLinkName) return []
  return [{ address: short[0], start, end: start + short[0].length }]
}

/** Without `https://` only what is written in Latin letters counts: in other scripts words stand side by side without spaces. */
function withoutProtocol(address: string, host: string, way: string | undefined, start: number): readonly XLink[] {
  const found: XLink[] = []
  for (const match of host.matchAll(asciiDomain)) {
    found.push({ address: match[0], start: start + match.index, end: start + match.index + match[0].length })
  }
  const last = found.at(-1)
  if (last === undefined || way === undefined) return found
  return [...found.slice(0, -1), { ...last, address: address.replace(host, last.address), end: start + address.length }]
}

/** Whether the name can exist: each part of it at most 63 characters in the form that the network of names knows. */
function isPossible(address: string, host: string): boolean {
  try {
    const { hostname } = new URL(`http://${host}`)
    return hostname.split('.').every((part) => part.length <= 63) && 'https://'.length + address.length + hostname.length - host.length <= longestAddress
  } catch {
    return false
  }
}
