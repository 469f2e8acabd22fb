import type { StoreApi } from 'zustand/vanilla'
import { holdWords, type WordsInHand } from './words-in-hand.ts'

/** What a field has in hand, stored by itself (`stored-words.ts`). */
export interface KeepableWords extends WordsInHand {
  readonly state: Pick<StoreApi<unknown>, 'subscribe'>
  end(): void
}

export interface WordsKeeper<Place, Words> {
  /** Those of this place: what the page has itself is newer than what was read. */
  open(place: Place, make: () => Words): Words
  find(place: Place): Words | null
  /** Somebody is with them, perhaps in the very moment in which they were let go. */
  attend(place: Place, words: Words): void
  /** Stores what is in hand, and lets go of it once that is stored, however long it takes. `onUnsaved` says meanwhile that it is not; returns the end of that. */
  leave(place: Place, onUnsaved?: (words: Words) => () => void): Promise<void>
  /** Saved, sent or given up from here: what was read of them before is older. */
  end(place: Place): void
  isOver(place: Place): boolean
  all(): readonly (readonly [Place, Words])[]
}

interface Kept<Place, Words> {
  readonly place: Place
  readonly words: Words
  /** From its beginning to its end, the window does not close over it without a question. */
  readonly letGo: () => void
  isAttended: boolean
}

export interface KeeperOptions<Place, Words> {
  readonly keyOf: (place: Place) => string
  /** Whether nothing is kept in the page of what is stored. */
  readonly isDone: (words: Words) => boolean
}

/** Words of fields by where they are written: whoever left them while they could not be stored, and comes back, finds them. */
export function createWordsKeeper<Place, Words extends KeepableWords>({ keyOf, isDone }: KeeperOptions<Place, Words>): WordsKeeper<Place, Words> {
  const kept = new Map<string, Kept<Place, Words>>()
  const over = new Set<string>()

  function attend(place: Place, words: Words): void {
    const one = kept.get(keyOf(place))
    if (one === undefined) kept.set(keyOf(place), { place, words, letGo: holdWords(words), isAttended: true })
    else one.isAttended = true
  }

  function drop({ place, words, letGo }: Kept<Place, Words>): void {
    kept.delete(keyOf(place))
    letGo()
    words.end()
  }

  return {
    open(place, make) {
      const words = kept.get(keyOf(place))?.words ?? make()
      attend(place, words)
      return words
    },
    find: (place) => kept.get(keyOf(place))?.words ?? null,
    attend,
    async leave(place, onUnsaved = () => () => undefined) {
      const one = kept.get(keyOf(place))
      if (one === undefined) return
      one.isAttended = false
      await one.words.save()
      const isLeft = (): boolean => !one.isAttended && kept.get(keyOf(place)) === one
      if (!isLeft()) return
      if (!one.words.isUnsaved()) return isDone(one.words) ? drop(one) : undefined
      const takeAway = onUnsaved(one.words)
      const stop = one.words.state.subscribe(() => {
        if (isLeft() && one.words.isUnsaved()) return
        stop()
        takeAway()
        if (isLeft() && isDone(one.words)) drop(one)
      })
    },
    end(place) {
      const one = kept.get(keyOf(place))
      over.add(keyOf(place))
      if (one !== undefined) drop(one)
    },
    isOver: (place) => over.has(keyOf(place)),
    all: () => [...kept.values()].map(({ place, words }) => [place, words])
  }
}
