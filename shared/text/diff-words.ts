/** A run of text that both have, or only one of them. */
export interface DiffPiece {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/** Changes that are followed word by word; beyond them the two texts have so little in common that showing it would only confuse. */
const mostSteps = 800

let segmenter: Intl.Segmenter | undefined

/** Words, spaces and signs; a joined emoji or a letter with its accent is never cut in two. Made when it is first needed, as in graphemes.ts. */
function wordsOf(text: string): readonly string[] {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'word' })
  return [...segmenter.segment(text)].map(({ segment }) => segment)
}

/**
 * What has to be removed from one text and added to get the other, by words: the shortest way (Myers, "An O(ND) Difference Algorithm", 1986).
 * The same and removed pieces together are `before`, the same and added ones `after`, to the letter.
 */
export function diffWords(before: string, after: string): readonly DiffPiece[] {
  const [from, to] = [wordsOf(before), wordsOf(after)]
  const start = commonStart(from, to)
  const end = commonStart(from.slice(start).toReversed(), to.slice(start).toReversed())
  const [left, right] = [from.slice(start, from.length - end), to.slice(start, to.length - end)]
  return joined([
    ...same(from.slice(0, start)),
    ...(shortestWay(left, right) ?? [...left.map((text): DiffPiece => ({ kind: 'removed', text })), ...right.map((text): DiffPiece => ({ kind: 'added', text }))]),
    ...same(from.slice(from.length - end))
  ])
}

/** How many words were removed and added; spaces and signs are none. */
export function countChangedWords(pieces: readonly DiffPiece[]): { readonly removed: number; readonly added: number } {
  const count = (kind: DiffPiece['kind']): number => pieces.filter((piece) => piece.kind === kind).reduce((sum, { text }) => sum + wordsOf(text).filter((word) => /[\p{L}\p{N}\p{S}]/u.test(word)).length, 0)
  return { removed: count('removed'), added: count('added') }
}

function commonStart(a: readonly string[], b: readonly string[]): number {
  const differs = a.findIndex((word, index) => word !== b[index])
  return differs === -1 ? a.length : differs
}

function same(words: readonly string[]): readonly DiffPiece[] {
  return words.map((text) => ({ kind: 'same', text }))
}

/** Null when more steps are needed than are followed. */
function shortestWay(from: readonly string[], to: readonly string[]): readonly DiffPiece[] | null {
  const trace: (readonly number[])[] = []
  // By diagonal (place in `from` less place in `to`), how far `from` was read; diagonals are negative too, so they are shifted.
  const middle = Math.min(mostSteps, from.length + to.length) + 1
  let furthest: number[] = Array.from({ length: 2 * middle + 1 }, () => 0)
  for (let step = 0; step < middle; step += 1) {
    trace.push(furthest)
    furthest = [...furthest]
    for (let diagonal = -step; diagonal <= step; diagonal += 2) {
      let x = isFromAbove(furthest, middle, diagonal, step) ? at(furthest, middle + diagonal + 1) : at(furthest, middle + diagonal - 1) + 1
      while (x < from.length && x - diagonal < to.length && from[x] === to[x - diagonal]) x += 1
      furthest[middle + diagonal] = x
      if (x >= from.length && x - diagonal >= to.length) return wayBack(trace, middle, from, to)
    }
  }
  return null
}

/** Whether the way to this diagonal came by adding a word, not by removing one. */
function isFromAbove(furthest: readonly number[], middle: number, diagonal: number, step: number): boolean {
  return diagonal === -step || (diagonal !== step && at(furthest, middle + diagonal - 1) < at(furthest, middle + diagonal + 1))
}

function wayBack(trace: readonly (readonly number[])[], middle: number, from: readonly string[], to: readonly string[]): readonly DiffPiece[] {
  const pieces: DiffPiece[] = []
  let [x, y] = [from.length, to.length]
  for (let step = trace.length - 1; step > 0; step -= 1) {
    const furthest = trace[step] ?? []
    const isAdded = isFromAbove(furthest, middle, x - y, step)
    const before = isAdded ? x - y + 1 : x - y - 1
    const startX = at(furthest, middle + before)
    const startY = startX - before
    pieces.push(...same(from.slice(isAdded ? startX : startX + 1, x)).toReversed())
    pieces.push(isAdded ? { kind: 'added', text: to[startY] ?? '' } : { kind: 'removed', text: from[startX] ?? '' })
    x = startX
    y = startY
  }
  pieces.push(...same(from.slice(0, x)).toReversed())
  return pieces.toReversed()
}

function at(numbers: readonly number[], place: number): number {
  return numbers[place] ?? 0
}

/** Neighbours of one kind as one piece; between two unchanged runs what was removed stands before what was added. */
function joined(pieces: readonly DiffPiece[]): readonly DiffPiece[] {
  const runs: DiffPiece[] = []
  let [removed, added] = ['', '']
  const settle = (): void => {
    if (removed !== '') runs.push({ kind: 'removed', text: removed })
    if (added !== '') runs.push({ kind: 'added', text: added })
    removed = ''
    added = ''
  }
  let common = ''
  for (const { kind, text } of pieces) {
    if (kind === 'same') {
      settle()
      common += text
      continue
    }
    if (common !== '') runs.push({ kind: 'same', text: common })
    common = ''
    if (kind === 'removed') removed += text
    else added += text
  }
  settle()
  if (common !== '') runs.push({ kind: 'same', text: common })
  return runs
}
