import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { currentWorkspaceId, useCurrentWorkspaceId } from './route-store.ts'

/** Which page of the practice network is looked at, and from which client: each has a network of its own. */
export const practicePageStore = createStore<{ readonly shown: { readonly workspaceId: string; readonly url: string } | null }>(() => ({ shown: null }))

export function openPracticePage(url: string): void {
  const workspaceId = currentWorkspaceId()
  if (workspaceId !== null) practicePageStore.setState({ shown: { workspaceId, url } })
}

export function closePracticePage(): void {
  practicePageStore.setState({ shown: null })
}

/** The page to show at the client on screen. */
export function usePracticePage(): { readonly workspaceId: string; readonly url: string } | null {
  const shown = useStore(practicePageStore, (state) => state.shown)
  return shown?.workspaceId === useCurrentWorkspaceId() ? shown : null
}
