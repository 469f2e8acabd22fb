// Graphemes do not depend on the language; a fixed one makes the same text count the same on every machine.
let segmenter: Intl.Segmenter | undefined

/** Made when it is first needed: the first one of a process costs ten milliseconds, which no start has to wait for. */
function graphemesOf(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  return segmenter.segment(text)
}

/** Number of characters as people see them (extended grapheme clusters of Unicode). */
export function countGraphemes(text: string): number {
  if (isPlainAscii(text)) return text.length
  let count = 0
  const segments = graphemesOf(text)[Symbol.iterator]()
  while (segments.next().done !== true) count += 1
  return count
}

/** The characters as people see them, in order. */
export function splitGraphemes(text: string): readonly string[] {
  return [...graphemesOf(text)].map(({ segment }) => segment)
}

/** One code unit is one grapheme then; CR is left out because CR LF is a single one. */
function isPlainAscii(text: string): boolean {
  return /^[\n\x20-\x7e]*$/.test(text)
}
