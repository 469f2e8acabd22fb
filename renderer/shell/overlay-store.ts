import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

/** What lies over the whole window; one at a time. */
export type Overlay = 'palette' | 'shortcuts' | 'newClient' | 'hold' | 'lift' | 'searchPosts'

export const overlayStore = createStore<{ readonly open: Overlay | null; readonly text: string }>(() => ({ open: null, text: '' }))

/** `text`: what a search begins with. */
export function openOverlay(overlay: Overlay, text = ''): void {
  overlayStore.setState({ open: overlay, text })
}

export function closeOverlay(): void {
  overlayStore.setState({ open: null })
}

export function useOverlayText(): string {
  return useStore(overlayStore, (state) => state.text)
}

export function useOverlay(): Overlay | null {
  return useStore(overlayStore, (state) => state.open)
}
