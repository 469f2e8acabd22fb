import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Result } from '../../shared/contract/result.ts'
import type { StudioError } from '../../shared/errors/studio-error.ts'
import { createSaveQueue, type Timers } from './save-queue.ts'
import type { WordsInHand } from './words-in-hand.ts'

/** What is being written, and why it is not stored; null while nothing is wrong with that. */
export interface WrittenState<Words> {
  readonly words: Words
  readonly failure: StudioError | null
}

export interface StoredWords<Words> extends WordsInHand {
  readonly state: StoreApi<WrittenState<Words>>
  write(words: Words): void
  /** These are nothing to be stored: they are so already, or go elsewhere. */
  settle(words: Words): void
  /** Nothing is stored any more, until something is written again. */
  end(): void
}

export interface StoredWordsOptions<Words> {
  readonly first: Words
  readonly store: (words: Words) => Promise<Result<unknown>>
  readonly timers: Timers
}

/** How long a save that failed waits before it is tried again, in ms. */
const retryPause = 2_000

/** Words of a field, stored in pauses while they are typed, and tried again while the disk does not take them. */
export function createStoredWords<Words>({ first, store, timers }: StoredWordsOptions<Words>): StoredWords<Words> {
  const state = createStore<WrittenState<Words>>(() => ({ words: first, failure: null }))
  const queue = createSaveQueue(save, timers)
  let isUnsaved = false

  async function save(): Promise<void> {
    const { words } = state.getState()
    const answer = await store(words)
    if (answer.ok && state.getState().words === words) isUnsaved = false
    // Settled meanwhile: nothing is left to be stored.
    if (answer.ok || !isUnsaved) return state.setState({ failure: null })
    state.setState({ failure: answer.error })
    // A disk that is full or held by another program may have room again without anybody's doing.
    if (answer.error.retryable) timers.setTimeout(retry, retryPause)
  }

  function retry(): void {
    if (state.getState().failure !== null) queue.touch()
  }

  return {
    state,
    write(words) {
      isUnsaved = true
      state.setState({ words })
      queue.resume()
      queue.touch()
    },
    settle(words) {
      isUnsaved = false
      state.setState({ words, failure: null })
    },
    async save() {
      retry()
      await queue.flush()
    },
    isUnsaved: () => isUnsaved,
    end: () => queue.stop()
  }
}
