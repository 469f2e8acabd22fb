import { rememberUndo, type Undoable } from '../../shell/undo-store.ts'
import type { ComposerStore } from './composer-store.ts'

type Composer = Pick<ComposerStore, 'state'>

const offered = new WeakMap<Composer, Set<() => void>>()
const left = new WeakSet<Composer>()

/** Offers the way back for as long as somebody is with the composer: once it was left it stores nothing any more, and to take something back there would be said and not done. Answers what forgets it. */
export function rememberUndoHere(store: Composer, undoable: Undoable): () => void {
  if (left.has(store)) return () => undefined
  const forget = rememberUndo(undoable)
  offered.set(store, (offered.get(store) ?? new Set()).add(forget))
  return forget
}

/** Somebody is with the composer, from here until the function is called that this answers. */
export function offerUndosHere(store: Composer): () => void {
  left.delete(store)
  return () => {
    left.add(store)
    for (const forget of offered.get(store) ?? []) forget()
    offered.delete(store)
  }
}
