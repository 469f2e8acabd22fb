/**
 * What stands behind the last white space of a text, `''` after one. Walks back from the end: the pattern `\S*$` tries every place of a long word
 * again, which a paragraph in Japanese is.
 */
export function lastWord(text: string): string {
  let start = text.length
  while (start > 0 && !/\s/u.test(text.charAt(start - 1))) start -= 1
  return text.slice(start)
}
