import { useAfterPaint } from '../../components/use-after-paint.ts'
import type { ReadyState } from './composer-state.ts'
import { isSameButWords } from './same-but-words.ts'

/**
 * The state for all that stands around the text in the editor. Where nothing but words were written since, it is the one of before, and the new one
 * follows in the next free moment: a letter is drawn first, then what it may mean for pictures, fields and hints (measured, npm run bench).
 * Anything else is there at once: a field must never fall back behind what was typed into it.
 */
export function useAroundWords(state: ReadyState): ReadyState {
  const later = useAfterPaint(state)
  return isSameButWords(later, state) ? later : state
}
