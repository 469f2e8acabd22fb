import type { TextRange } from '../find-web-addresses.ts'
import { accentedLatin, spaces } from './x-characters.ts'

export interface XMention extends TextRange {
  /** Without the `@`. */
  readonly handle: string
  /** `/name` of a list of that account; empty for the account itself. */
  readonly list: string
}

const mention = new RegExp(
  String.raw`(?<before>^|[^a-zA-Z0-9_!#$%&*@＠]|(?:^|[^a-zA-Z0-9_+~.\-])(?:rt|RT|rT|Rt):?)[@＠](?<handle>[a-zA-Z0-9_]{1,20})(?<list>/[a-zA-Z][a-zA-Z0-9_\-]{0,24})?`,
  'gu'
)
const goesOn = new RegExp(`^(?:[@＠${accentedLatin}]|://)`, 'u')
const reply = new RegExp(`^[${spaces}]*[@＠](?<handle>[a-zA-Z0-9_]{1,20})`, 'u')

/** The accounts and lists that X tells of a post, in order (twitter-text, read on 2026-11-21). */
export function findXMentions(text: string): readonly XMention[] {
  const found: XMention[] = []
  for (const match of text.matchAll(mention)) {
    const end = match.index + match[0].length
    if (goesOn.test(text.slice(end))) continue
    const { before = '', handle = '', list = '' } = match.groups ?? {}
    found.push({ handle, list, start: match.index + before.length, end })
  }
  return found
}

/** The account that a post is addressed to because it begins with its name: shown to fewer people. Null when there is none. */
export function findXReplyTarget(text: string): string | null {
  const match = reply.exec(text)
  if (match === null || goesOn.test(text.slice(match[0].length))) return null
  return match.groups?.['handle'] ?? null
}
