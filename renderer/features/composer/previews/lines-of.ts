/** Previews of several networks, with other folds, ask for the lines of a few texts again and again. */
const known = new Map<string, readonly string[]>()
const mostKnown = 32

/** Each with the line feeds that follow it; joined again they are the very same text. */
export function linesOf(text: string): readonly string[] {
  const before = known.get(text)
  if (before !== undefined) return before
  const lines = text.split(/(?<=\n)(?=[^\n])/)
  for (const oldest of known.keys()) if (known.size >= mostKnown) known.delete(oldest)
  known.set(text, lines)
  return lines
}
