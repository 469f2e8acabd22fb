import type { Editor } from '@tiptap/core'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

/** What can be read at the side of the text in hand. */
export type Beside = { readonly kind: 'post'; readonly id: string } | { readonly kind: 'idea'; readonly id: string }

/** Of one post of one client: at another one's side nothing of it is shown, not for a moment. */
interface Pair {
  readonly workspaceId: string
  readonly postId: string
  readonly shown: Beside
}

const besideStore = createStore<{ readonly pair: Pair | null; readonly isChoosing: boolean }>(() => ({ pair: null, isChoosing: false }))

/** The editor that is written in now; null where nothing can be written. */
const placeStore = createStore<{ readonly editor: Editor | null }>(() => ({ editor: null }))

export function setBeside(workspaceId: string, postId: string, shown: Beside): void {
  besideStore.setState({ pair: { workspaceId, postId, shown }, isChoosing: false })
}

export function closeBeside(): void {
  besideStore.setState({ pair: null, isChoosing: false })
}

export function chooseBeside(isChoosing: boolean): void {
  besideStore.setState({ isChoosing })
}

/** What stands beside this post; null: nothing. */
export function useBeside(workspaceId: string, postId: string): Beside | null {
  return useStore(besideStore, ({ pair }) => (pair?.workspaceId === workspaceId && pair.postId === postId ? pair.shown : null))
}

export function useIsChoosing(): boolean {
  return useStore(besideStore, ({ isChoosing }) => isChoosing)
}

/** Says which editor takes what is put in from the side. Returns the function that ends it. */
export function offerPlace(editor: Editor): () => void {
  placeStore.setState({ editor })
  return () => {
    if (placeStore.getState().editor === editor) placeStore.setState({ editor: null })
  }
}

export function usePlace(): Editor | null {
  return useStore(placeStore, ({ editor }) => editor)
}

export function placeNow(): Editor | null {
  return placeStore.getState().editor
}
