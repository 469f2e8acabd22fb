export type KeyTaker = (event: KeyboardEvent) => boolean

/** Through which the editor, which has the focus, hands its keys to a list beside it. */
export interface SuggestionKeys {
  /** Whether the list took this one. */
  readonly offer: KeyTaker
  /** Returns the function that ends it. */
  readonly listen: (taker: KeyTaker) => () => void
}

export function createSuggestionKeys(): SuggestionKeys {
  let current: KeyTaker | null = null
  return {
    offer: (event) => current?.(event) ?? false,
    listen(taker) {
      current = taker
      return () => {
        if (current === taker) current = null
      }
    }
  }
}
