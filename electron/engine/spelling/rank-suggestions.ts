/** The nearest first, whichever dictionary they come from; equally near ones as the dictionaries put them. Case counts for nothing, an accent for half a letter. */
export function rankSuggestions(word: string, suggestions: readonly string[]): readonly string[] {
  return [...new Set(suggestions)].map((suggestion) => ({ suggestion, distance: distanceBetween(word, suggestion) })).toSorted((one, other) => one.distance - other.distance).map(({ suggestion }) => suggestion)
}

/** Letters that were put in, left out, taken for another or swapped with their neighbour (the optimal string alignment distance). */
function distanceBetween(one: string, other: string): number {
  const [left, right] = [plain(one), plain(other)]
  let before: readonly number[] = []
  let above: readonly number[] = Array.from({ length: right.length + 1 }, (_, column) => column)
  for (const [row, letter] of left.entries()) {
    const current = [row + 1]
    for (const [column, opposite] of right.entries()) {
      const isSwapped = row > 0 && column > 0 && letter === right[column - 1] && left[row - 1] === opposite
      current.push(Math.min((above[column] ?? 0) + costOf(letter, opposite), (above[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1, isSwapped ? (before[column - 1] ?? 0) + 1 : Infinity))
    }
    before = above
    above = current
  }
  return above[right.length] ?? 0
}

function plain(word: string): readonly string[] {
  return [...word.toLowerCase().replaceAll('’', "'")]
}

function costOf(letter: string, opposite: string): number {
  if (letter === opposite) return 0
  return letter.normalize('NFD').charAt(0) === opposite.normalize('NFD').charAt(0) ? 0.5 : 1
}
