import { mentionPattern } from '../record/find-mentions.ts'

let graphemes: Intl.Segmenter | undefined

/**
 * The server's own count of a status, by Mastodon's rule: graphemes of warning and text, each address as 23, names without their server
 * (`StatusLengthValidator`). Written apart from the counter that the composer uses, so that one checks the other.
 */
export function countCharacters(text: string, spoilerText: string, charactersPerUrl: number): number {
  const shortened = text
    .replace(/https?:\/\/[^\s<>"]+/gi, 'x'.repeat(charactersPerUrl))
    .replace(mentionPattern, (_whole, name: string) => `@${name}`)
  graphemes ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  return [...graphemes.segment(spoilerText + shortened)].length
}
