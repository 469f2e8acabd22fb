import { useLayoutEffect, useState } from 'react'
import type { SuggestionKeys } from './suggestion-keys.ts'

interface ListActs {
  readonly count: number
  readonly onTake: (place: number) => void
  readonly onClose: () => void
}

/** Goes through a list beside a field by the field's keys; gives the chosen place (-1 while the list is empty), and what chooses another. */
export function useListKeys(keys: SuggestionKeys, { count, onTake, onClose }: ListActs): readonly [number, (place: number) => void] {
  const [place, setPlace] = useState(0)
  const chosen = Math.min(place, count - 1)

  function takeKey(event: KeyboardEvent): boolean {
    const move = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (count === 0 || event.ctrlKey || event.metaKey) return false
    if (move !== 0) setPlace((chosen + move + count) % count)
    else if (event.key === 'Escape') onClose()
    else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey) onTake(chosen)
    else return false
    return true
  }
  // With the list itself, not after it is painted: who sees it may press a key at once.
  useLayoutEffect(() => keys.listen(takeKey))
  return [chosen, setPlace]
}
