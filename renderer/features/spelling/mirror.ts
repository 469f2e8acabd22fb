import type { SpellingMark } from './spelling-source.ts'

export function spanOf(mirror: HTMLElement | null, mark: SpellingMark): HTMLElement | null {
  return mirror?.querySelector<HTMLElement>(`[data-start="${mark.start}"]`) ?? null
}

/** The remark that stands under the pointer. */
export function markUnder(mirror: HTMLElement | null, marks: readonly SpellingMark[], { clientX, clientY }: { readonly clientX: number; readonly clientY: number }): SpellingMark | undefined {
  return marks.find((mark) => [...(spanOf(mirror, mark)?.getClientRects() ?? [])].some(({ left, right, top, bottom }) => left <= clientX && clientX <= right && top <= clientY && clientY <= bottom))
}
