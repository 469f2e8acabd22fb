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
  // CR LF is a single one; any other line feed stands alone, so lines can be counted apart, and most of them were a key ago.
  return text.includes('\r') ? countAnew(text) : text.split('\n').reduce((count, line) => count + 1 + countLine(line), -1)
}

/** The lines that were counted last. */
const counted = new Map<string, number>()
const mostLines = 1_000
/** A longer one is rare, and would keep much in memory. */
const longestLine = 2_000

function countLine(line: string): number {
  if (isPlainAscii(line)) return line.length
  const known = counted.get(line)
  if (known !== undefined) return known
  const count = countAnew(line)
  if (line.length > longestLine) return count
  // The oldest ones go, all but a half at once.
  if (counted.size >= mostLines) for (const old of [...counted.keys()].slice(0, mostLines / 2)) counted.delete(old)
  counted.set(line, count)
  return count
}

function countAnew(text: string): number {
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
