import { createStore } from 'zustand/vanilla'
import { useStore } from 'zustand'
import type { HeldScope } from '../../shared/contract/studio.contract.ts'
import { openOverlay } from './overlay-store.ts'

/** The hold that is about to be lifted. */
const liftStore = createStore<{ readonly hold: HeldScope | null }>(() => ({ hold: null }))

/** Opens the one dialog that lifts this hold and decides what becomes of what it stopped. */
export function askToLift(hold: HeldScope): void {
  liftStore.setState({ hold })
  openOverlay('lift')
}

export function useHoldToLift(): HeldScope | null {
  return useStore(liftStore, ({ hold }) => hold)
}

/** The hold that keeps this client's things from leaving, that of all clients first; null: none. */
export function holdOf(holds: readonly HeldScope[], workspaceId: string | null): HeldScope | null {
  return holds.find((hold) => hold.workspaceId === null) ?? holds.find((hold) => hold.workspaceId === workspaceId) ?? null
}
