import type { SpellingMark } from './spelling-mark.ts'

export interface MirrorPiece {
  readonly key: string
  readonly words: string
  /** null: nothing to remark on. */
  readonly mark: SpellingMark | null
}

/** A text in pieces, each remark one of its own. The last line is never empty: it would have no height. */
export function asMirror(text: string, marks: readonly SpellingMark[]): readonly MirrorPiece[] {
  let at = 0
  const pieces: MirrorPiece[] = []
  for (const mark of marks) {
    if (mark.start < at) continue
    pieces.push({ key: `before ${mark.start}`, words: text.slice(at, mark.start), mark: null }, { key: `mark ${mark.start}`, words: text.slice(mark.start, mark.end), mark })
    at = mark.end
  }
  return [...pieces, { key: 'rest', words: `${text.slice(at)}\u200B`, mark: null }]
}
