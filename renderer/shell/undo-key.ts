import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { Leaving } from '../../shared/outbox/undo-window.ts'
import { leavingByKey, leavingStore, leavingWords, takeBack } from './leaving-store.ts'
import { currentPlace, currentWorkspaceId, useCurrentPlace, useCurrentWorkspaceId } from './route-store.ts'
import { stepAt, takeStep, undoStore, type UndoStep } from './undo-store.ts'

/** What Ctrl/⌘ Z takes back now: what is about to leave comes before everything else, for there every second counts. */
export type UndoTarget = { readonly kind: 'leaving'; readonly entry: Leaving } | { readonly kind: 'step'; readonly step: UndoStep }

function targetOf(leaving: readonly Leaving[], step: UndoStep | null, workspaceId: string | null, place: string | null): UndoTarget | null {
  const entry = leavingByKey(leaving, workspaceId)
  const here = stepAt(step, workspaceId, place)
  if (entry !== null && !(here !== null && entry.jobIds.some((id) => here.covers?.has(id) === true))) return { kind: 'leaving', entry }
  return here === null ? null : { kind: 'step', step: here }
}

function targetNow(): UndoTarget | null {
  return targetOf(leavingStore.getState().leaving, undoStore.getState().step, currentWorkspaceId(), currentPlace())
}

/** Whether the key would take anything back at this moment. */
export function isUndoneByKey(): boolean {
  return targetNow() !== null
}

/** Takes back what the key promises at this moment. */
export async function undoByKey(): Promise<void> {
  const target = targetNow()
  if (target?.kind === 'leaving') await takeBack(target.entry)
  if (target?.kind === 'step') await takeStep(target.step)
}

export function useUndoTarget(): UndoTarget | null {
  const leaving = useStore(leavingStore, (state) => state.leaving)
  const step = useStore(undoStore, (state) => state.step)
  return targetOf(leaving, step, useCurrentWorkspaceId(), useCurrentPlace())
}

/** What will be once the key was pressed, in words; null when it does nothing. */
export function useUndoLabel(): string | null {
  useTranslation()
  const target = useUndoTarget()
  if (target === null) return null
  return target.kind === 'step' ? target.step.will : leavingWords(target.entry, 'will')
}

/** The button that may show the key, by its `keyId`; null when the key belongs to something else, or to nothing. */
export function useKeyedAction(): string | null {
  const target = useUndoTarget()
  return target?.kind === 'step' ? target.step.id : null
}
