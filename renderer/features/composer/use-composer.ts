import { useLayoutEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { StudioBridge } from '../../../shared/contract/bridge.ts'
import { createComposerStore, type ComposerStore } from './composer-store.ts'
import { comeBackTo, holdComposer, keptComposer, leaveComposer } from './kept-composers.ts'
import { sayUnsaved } from './say-unsaved.ts'
import { offerUndosHere } from './undo-here.ts'
import type { ComposerState } from './composer-state.ts'
import { newId } from '../../bridge/system-random.ts'

export interface OpenComposer {
  readonly store: ComposerStore
  readonly state: ComposerState
}

/** Opens one post for as long as the screen shows it; whatever is unsaved when it leaves is saved first, and kept in hand while it cannot be. */
export function useComposer(bridge: StudioBridge, workspaceId: string, postId: string, initialPlan: string | null): OpenComposer {
  const [store] = useState(() =>
    keptComposer({ workspaceId, postId }) ?? createComposerStore({ bridge, workspaceId, postId, initialTargets: 'all', initialPlan, timers: window, newId: newId })
  )
  const state = useStore(store.state)

  // Before the loading state is painted: the engine answers meanwhile.
  useLayoutEffect(() => {
    comeBackTo({ workspaceId, postId })
    holdComposer(store)
    const forgetUndos = offerUndosHere(store)
    if (store.state.getState().kind !== 'ready') void store.load()
    const flush = (): void => void store.flush()
    // The window loses the focus before anything else can go wrong with it.
    window.addEventListener('blur', flush)
    window.addEventListener('pagehide', flush)
    return () => {
      forgetUndos()
      window.removeEventListener('blur', flush)
      window.removeEventListener('pagehide', flush)
      void leaveComposer(store, { workspaceId, postId, onUnsaved: () => sayUnsaved(store, { workspaceId, postId }) })
    }
  }, [store, workspaceId, postId])

  return { store, state }
}
