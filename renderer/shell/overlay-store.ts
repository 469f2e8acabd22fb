import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

/** What lies over the whole window; one at a time. */
export type Overlay = 'palette' | 'shortcuts' | 'newClient' | 'hold' | 'lift'

export const overlayStore = createStore<{ readonly open: Overlay | null }>(() => ({ open: null }))

export function openOverlay(overlay: Overlay): void {
  overlayStore.setState({ open: overlay })
}

export function closeOverlay(): void {
  overlayStore.setState({ open: null })
}

export function useOverlay(): Overlay | null {
  return useStore(overlayStore, (state) => state.open)
}
