import type { SpellingMark } from './spelling-mark.ts'

export type Field = HTMLInputElement | HTMLTextAreaElement

export function fieldIn(place: HTMLElement | null): Field | null {
  return place?.querySelector<Field>('input, textarea') ?? null
}

/** Puts the mirror behind its field: same place, same letters, scrolled alike. */
export function putBehind(place: HTMLElement | null, mirror: HTMLElement | null): void {
  const field = fieldIn(place)
  if (place === null || field === null || mirror === null) return
  const { font, letterSpacing, lineHeight, padding, borderWidth } = getComputedStyle(field)
  const [at, from] = [field.getBoundingClientRect(), place.getBoundingClientRect()]
  const isLine = field instanceof HTMLInputElement
  // Without the bar to scroll with, beside which no letter stands.
  const barWidth = field.offsetWidth - field.clientWidth - 2 * Number.parseFloat(borderWidth)
  Object.assign(mirror.style, {
    font, letterSpacing, padding, borderWidth,
    lineHeight: isLine ? `${field.clientHeight}px` : lineHeight,
    whiteSpace: isLine ? 'pre' : 'pre-wrap',
    left: `${at.left - from.left}px`,
    top: `${at.top - from.top}px`,
    width: `${at.width - barWidth}px`,
    height: `${at.height}px`
  })
  mirror.scrollTop = field.scrollTop
  mirror.scrollLeft = field.scrollLeft
}

export function spanOf(mirror: HTMLElement | null, mark: SpellingMark): HTMLElement | null {
  return mirror?.querySelector<HTMLElement>(`[data-start="${mark.start}"]`) ?? null
}

/** The remark that stands under the pointer. */
export function markUnder(mirror: HTMLElement | null, marks: readonly SpellingMark[], { clientX, clientY }: { readonly clientX: number; readonly clientY: number }): SpellingMark | undefined {
  return marks.find((mark) => [...(spanOf(mirror, mark)?.getClientRects() ?? [])].some(({ left, right, top, bottom }) => left <= clientX && clientX <= right && top <= clientY && clientY <= bottom))
}
