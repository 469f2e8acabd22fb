import type { SpellingMark } from './spelling-mark.ts'

/** Marks of an earlier text where they stand in the text of now. What was written anew, or touches that, is underlined no longer until somebody has looked at it. */
export function moveMarks(marks: readonly SpellingMark[], before: string, now: string): readonly SpellingMark[] {
  if (before === now || marks.length === 0) return marks
  const shorter = Math.min(before.length, now.length)
  let same = 0
  while (same < shorter && before[same] === now[same]) same += 1
  let sameAtEnd = 0
  while (sameAtEnd < shorter - same && before[before.length - 1 - sameAtEnd] === now[now.length - 1 - sameAtEnd]) sameAtEnd += 1
  const by = now.length - before.length
  return marks.flatMap((mark) => {
    if (mark.end < same) return [mark]
    return mark.start > before.length - sameAtEnd ? [{ ...mark, start: mark.start + by, end: mark.end + by }] : []
  })
}
