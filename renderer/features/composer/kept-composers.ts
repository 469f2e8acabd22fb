import { holdWords } from '../../bridge/words-in-hand.ts'
import type { ComposerState } from './composer-state.ts'
import type { ComposerStore } from './composer-store.ts'

/** Composers that were left while their words could not be saved. They go on trying; whoever comes back to the post finds the words. */
const kept = new Map<string, ComposerStore>()
const held = new Map<ComposerStore, () => void>()

export interface LeaveNeeds {
  readonly workspaceId: string
  readonly postId: string
  /** The words are not stored; `isBack` is told when somebody is with them again, or they are stored after all. */
  readonly onUnsaved: () => { readonly isBack: () => void }
}

const keyOf = ({ workspaceId, postId }: Pick<LeaveNeeds, 'workspaceId' | 'postId'>): string => `${workspaceId} ${postId}`

/** The composer with words of this post that are not stored; null: there is none. */
export function keptComposer(post: Pick<LeaveNeeds, 'workspaceId' | 'postId'>): ComposerStore | null {
  return kept.get(keyOf(post)) ?? null
}

/** Somebody is with it again. */
export function comeBackTo(post: Pick<LeaveNeeds, 'workspaceId' | 'postId'>): void {
  kept.delete(keyOf(post))
}

/** From here until its words are stored, or not wanted, the window does not close over them without a question. */
export function holdComposer(store: ComposerStore): void {
  if (held.has(store)) return
  held.set(store, holdWords({ save: () => store.retrySave(), isUnsaved: () => hasWordsOfItsOwn(store.state.getState()) }))
}

/** Saves what is in hand, and ends the composer once that is stored, however long it takes. */
export async function leaveComposer(store: ComposerStore, needs: LeaveNeeds): Promise<void> {
  const key = keyOf(needs)
  kept.set(key, store)
  await store.flush()
  const isKept = (): boolean => kept.get(key) === store
  if (!isKept()) return
  if (!isUnsaved(store.state.getState())) return end()
  const { isBack } = needs.onUnsaved()
  const stop = store.state.subscribe((now) => {
    if (isKept() && isUnsaved(now)) return
    stop()
    isBack()
    if (isKept()) end()
  })

  function end(): void {
    kept.delete(key)
    held.get(store)?.()
    held.delete(store)
    store.dispose()
  }
}

/** Words that only this page has. Of a post that went on elsewhere they are nothing to be saved any more. */
function isUnsaved(state: ComposerState): boolean {
  return hasWordsOfItsOwn(state) && state.kind === 'ready' && state.post.overtaken === null
}

/** Words that are in the page and nowhere else, of a post that went on elsewhere too: whoever is with them can still take them along. */
function hasWordsOfItsOwn(state: ComposerState): boolean {
  return state.kind === 'ready' && (state.post.save.kind === 'failed' || state.post.save.kind === 'waiting' || state.post.save.kind === 'saving')
}
