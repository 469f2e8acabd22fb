import type { TextRange } from '../find-web-addresses.ts'
import { findXLinks } from './find-x-links.ts'
import { asciiPunctuation, spaces, tagCharacters, tagLetters } from './x-characters.ts'

export interface XTag extends TextRange {
  /** Without its mark. */
  readonly tag: string
}

// The variation selectors belong to the sign before them, so a tag may follow.
const hashtag = new RegExp(`(?<before>^|\\uFE0E|\\uFE0F|[^&${tagCharacters}])[#＃](?!\\uFE0F|\\u20E3)(?<tag>[${tagCharacters}]*[${tagLetters}][${tagCharacters}]*)`, 'giu')
const cashtag = new RegExp(`(?<before>^|[${spaces}]|[\\u202A-\\u202E\\u061C\\u200E\\u200F\\u2066-\\u2069])\\$(?<tag>[a-z]{1,6}(?:[._][a-z]{1,2})?)(?=$|\\s|[${asciiPunctuation}])`, 'giu')

/** Hashtags as X finds them: with at least one letter, and not within a link (twitter-text, read on 2026-11-21). */
export function findXHashtags(text: string): readonly XTag[] {
  const links = findXLinks(text)
  return findMarked(text, hashtag).filter(({ start, end }) => !/^(?:[#＃]|:\/\/)/.test(text.slice(end)) && !links.some((link) => link.start < end && start < link.end))
}

/** Share symbols such as `$ABC`. */
export function findXCashtags(text: string): readonly XTag[] {
  return findMarked(text, cashtag)
}

function findMarked(text: string, pattern: RegExp): readonly XTag[] {
  return [...text.matchAll(pattern)].map((match) => {
    const { before = '', tag = '' } = match.groups ?? {}
    return { tag, start: match.index + before.length, end: match.index + match[0].length }
  })
}
