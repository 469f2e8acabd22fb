import type { PinThere } from '../../../shared/published/pin-there.ts'

/** What can be done about a post that stands so, the likelier one last: to be pinned (true), or unpinned. Both where its network does not tell how it stands. */
export function pinChoices({ isPinned, hindrance }: PinThere): readonly boolean[] {
  if (hindrance === 'no_right') return []
  if (isPinned === true) return [false]
  const mayPin = hindrance === null ? [true] : []
  return isPinned === null ? [false, ...mayPin] : mayPin
}
