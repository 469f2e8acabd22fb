import type { SpellingMark } from './spelling-source.ts'

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

export function spanOf(mirror: HTMLElement | null, mark: SpellingMark): HTMLElement | null {
  return mirror?.querySelector<HTMLElement>(`[data-start="${mark.start}"]`) ?? null
}

/** The remark that stands under the pointer. */
export function markUnder(mirror: HTMLElement | null, marks: readonly SpellingMark[], { clientX, clientY }: { readonly clientX: number; readonly clientY: number }): SpellingMark | undefined {
  return marks.find((mark) => [...(spanOf(mirror, mark)?.getClientRects() ?? [])].some(({ left, right, top, bottom }) => left <= clientX && clientX <= right && top <= clientY && clientY <= bottom))
}
