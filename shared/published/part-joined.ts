import type { RichDocument, RichNode } from '../posts/rich-document.ts'

/**
 * Parts that went out as one text, after that text was changed: what each says now, which together are that text. A block belongs to the part where it stood; what came new, to the part around it. null:
 * a part would be left without a word.
 */
export function partJoined(parts: readonly RichDocument[], text: RichDocument): readonly RichDocument[] | null {
  if (parts.length === 1) return [text]
  const before = parts.flatMap(({ content }, part) => content.map((block) => ({ block: JSON.stringify(block), part })))
  const after = text.content.map((block) => JSON.stringify(block))
  const from = countWhile(Math.min(before.length, after.length), (place) => before[place]?.block === after[place])
  const to = countWhile(Math.min(before.length, after.length) - from, (place) => before.at(-1 - place)?.block === after.at(-1 - place))
  const shares: RichNode[][] = parts.map(() => [])
  for (const [place, block] of text.content.entries()) shares[partAt(place)]?.push(block)
  return shares.some((share, part) => share.length === 0 && parts[part]?.content.length !== 0) ? null : shares.map((content) => ({ ...text, content }))

  /** What was changed goes to the parts of what it replaces, one for one; what is more of it, to the last of these. */
  function partAt(place: number): number {
    if (place >= after.length - to) return before[before.length - (after.length - place)]?.part ?? 0
    const last = Math.max(from, before.length - to - 1)
    return before[place < from ? place : Math.min(place, last)]?.part ?? before[from - 1]?.part ?? 0
  }
}

function countWhile(most: number, fits: (place: number) => boolean): number {
  let count = 0
  while (count < most && fits(count)) count += 1
  return count
}
