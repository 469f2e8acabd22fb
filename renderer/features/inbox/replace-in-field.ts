import type { RefObject } from 'react'
import { flushSync } from 'react-dom'
import { findGaps } from '../../../shared/snippets/variables.ts'
import type { SnippetPlace } from '../snippets/SnippetsButton.tsx'

export type TextField = RefObject<HTMLTextAreaElement | null>

/** Puts words in the place of a stretch of a field's text. What they leave open is selected, else the cursor goes behind them; one that is further on stays where it is. */
export function replaceInField(field: TextField, write: (text: string) => void, from: number, until: number, words: string): void {
  const text = field.current?.value ?? ''
  const cursor = field.current?.selectionEnd ?? until
  // At once: the next key may come before the page is drawn.
  flushSync(() => write(text.slice(0, from) + words + text.slice(until)))
  const [gap] = findGaps(words)
  if (gap !== undefined) selectInField(field, from + gap.start, from + gap.end)
  else {
    const place = cursor > until ? cursor + words.length - (until - from) : from + words.length
    selectInField(field, place, place)
  }
}

export function selectInField(field: TextField, from: number, until: number): void {
  field.current?.setSelectionRange(from, until)
  if (document.activeElement === field.current) return
  // Not before the key that chose has been heard: it would be typed. And a panel that closes gives the focus to its button first.
  requestAnimationFrame(() => {
    field.current?.focus()
    field.current?.setSelectionRange(from, until)
  })
}

/** The field as a place that saved texts go into. */
export function fieldAsPlace(field: TextField, write: (text: string) => void): SnippetPlace {
  const selection = (): readonly [number, number] => [field.current?.selectionStart ?? 0, field.current?.selectionEnd ?? 0]
  return {
    insert(kind, text) {
      const [from, until] = selection()
      // A hashtag grown together with the word before it is none.
      const needsSpace = kind === 'hashtags' && /\S$/u.test(field.current?.value.slice(0, from) ?? '')
      replaceInField(field, write, from, until, needsSpace ? ` ${text}` : text)
    },
    selectedText: () => field.current?.value.slice(...selection()) ?? '',
    goToNextGap() {
      const gaps = findGaps(field.current?.value ?? '')
      const [from, until] = selection()
      const isSelected = gaps.some(({ start, end }) => start === from && end === until)
      const next = gaps.find(({ start }) => start >= (isSelected ? until : from)) ?? gaps[0]
      if (next !== undefined) selectInField(field, next.start, next.end)
    }
  }
}
