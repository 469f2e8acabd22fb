import { findXLinks } from '../../../../shared/text/x/find-x-links.ts'
import { findXMentions } from '../../../../shared/text/x/find-x-mentions.ts'
import { findXCashtags, findXHashtags } from '../../../../shared/text/x/find-x-tags.ts'
import type { PreviewSegment } from './split-preview-text.ts'

/** Cuts a text into what X will show as plain text, link, mention and tag, by X's own rules; joined again it is the very same text. */
export function splitXText(text: string): readonly PreviewSegment[] {
  const links = findXLinks(text).map((range) => ({ ...range, kind: 'link' as const }))
  const inLink = ({ start, end }: { readonly start: number; readonly end: number }): boolean => links.some((link) => link.start < end && start < link.end)
  const mentions = findXMentions(text).map(({ start, end }) => ({ start, end, kind: 'mention' as const }))
  const tags = [...findXHashtags(text), ...findXCashtags(text)].map(({ start, end }) => ({ start, end, kind: 'hashtag' as const }))
  const found = [...links, ...[...mentions, ...tags].filter((range) => !inLink(range))].toSorted((a, b) => a.start - b.start)
  const segments: PreviewSegment[] = []
  let end = 0
  for (const range of found) {
    if (range.start < end) continue
    if (range.start > end) segments.push({ kind: 'text', text: text.slice(end, range.start) })
    segments.push({ kind: range.kind, text: text.slice(range.start, range.end) })
    ;({ end } = range)
  }
  if (end < text.length) segments.push({ kind: 'text', text: text.slice(end) })
  return segments
}
