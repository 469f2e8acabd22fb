/** Two texts that people would call the same: case, spaces, typographic quotes and invisible signs aside. Empty when there is nothing to compare. */
export function comparableText(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\u200B-\u200D\u2060\uFEFF\u00AD]/g, '')
    .replaceAll(/[‘’ʼ]/g, "'")
    .replaceAll(/[“”«»„]/g, '"')
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/** Within this time of each other, before or after, the same text on the same account is taken for an accident, ms. */
export const repeatSpanMs = 24 * 60 * 60_000
