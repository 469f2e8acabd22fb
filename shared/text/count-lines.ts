/** How many lines are remembered for a way of counting. */
const mostLines = 1_000
/** A longer one is rare, and would keep much in memory. */
const longestLine = 2_000

export interface LineCounter {
  count(text: string): number
}

/** Counts a text as the sum of its lines, and remembers them. For what does not look over the end of a line: the line feed counts as it would alone. */
export function createLineCounter(countLine: (line: string) => number): LineCounter {
  const known = new Map<string, number>()
  const feed = countLine('\n')

  function countKnown(line: string): number {
    const before = known.get(line)
    if (before !== undefined) return before
    const count = countLine(line)
    if (line.length > longestLine) return count
    // The oldest ones go, all but a half at once.
    if (known.size >= mostLines) for (const old of [...known.keys()].slice(0, mostLines / 2)) known.delete(old)
    known.set(line, count)
    return count
  }

  return {
    count(text) {
      // CR LF is a single character as people see them.
      if (text.includes('\r')) return countLine(text)
      return linesOf(text).reduce((count, line) => count + (line === '' ? 0 : countKnown(line)) + feed, -feed)
    }
  }
}

/** All accounts of a post ask for the lines of the same text, one after the other. */
let last: { readonly text: string; readonly lines: readonly string[] } = { text: '', lines: [''] }

function linesOf(text: string): readonly string[] {
  if (text !== last.text) last = { text, lines: text.split('\n') }
  return last.lines
}
