import { t } from 'i18next'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { StudioError } from '../../shared/errors/studio-error.ts'
import { showFailure } from '../components/show-failure.ts'
import { showToast, type ToastKind } from '../components/toaster.ts'
import { currentWorkspaceId, useCurrentWorkspaceId } from './route-store.ts'

/** Something that was done and can be taken back. */
export interface Undoable {
  /** Where it was done: it is only taken back while that client is on screen. */
  readonly workspaceId: string
  /** What happened, in the past tense: “Moved to Thursday”. The toast's title and the command's name. */
  readonly label: string
  readonly detail?: string
  readonly kind?: ToastKind
  /** Takes it back; answers what went wrong, null when nothing did. */
  readonly undo: () => Promise<StudioError | null>
}

interface UndoStep extends Undoable {
  readonly closeToast: () => void
}

/** Far more than anybody goes back by one key at a time. */
const longest = 30

/** Newest last, of all clients; nothing of it outlives the window. */
export const undoStore = createStore<{ readonly steps: readonly UndoStep[] }>(() => ({ steps: [] }))

/**
 * Says what was done and offers the way back: by the toast's button while it stands, afterwards still by Ctrl/⌘ Z and the palette.
 * Call it after the engine has confirmed. Returns the function that forgets it, for what can no longer be taken back.
 */
export function rememberUndo(undoable: Undoable): () => void {
  const { label, detail, kind, workspaceId } = undoable
  const closeToast = showToast({
    title: label,
    workspaceId,
    ...(detail === undefined ? {} : { detail }),
    ...(kind === undefined ? {} : { kind }),
    action: { label: t('components:undo'), onAction: () => void undoStep(step) }
  })
  const step: UndoStep = { ...undoable, closeToast }
  undoStore.setState(({ steps }) => ({ steps: [...steps, step].slice(-longest) }))
  return () => {
    forget(step)
    closeToast()
  }
}

/** The way back of something that says by itself what was done, with a button of its own. */
export interface OfferedUndo {
  /** Takes it back; once. */
  readonly take: () => Promise<void>
  readonly forget: () => void
}

/** As `rememberUndo`, without a toast. */
export function offerUndo(undoable: Undoable): OfferedUndo {
  const step: UndoStep = { ...undoable, closeToast: () => undefined }
  undoStore.setState(({ steps }) => ({ steps: [...steps, step].slice(-longest) }))
  return { take: () => undoStep(step), forget: () => void forget(step) }
}

/** Takes back the last thing done at the client on screen. */
export async function undoLast(): Promise<void> {
  const step = newestOf(undoStore.getState().steps, currentWorkspaceId())
  if (step !== undefined) await undoStep(step)
}

/** What Ctrl/⌘ Z would take back now, in words; null when there is nothing. */
export function useUndoLabel(): string | null {
  const workspaceId = useCurrentWorkspaceId()
  return useStore(undoStore, ({ steps }) => newestOf(steps, workspaceId)?.label ?? null)
}

function newestOf(steps: readonly UndoStep[], workspaceId: string | null): UndoStep | undefined {
  return steps.findLast((step) => step.workspaceId === workspaceId)
}

async function undoStep(step: UndoStep): Promise<void> {
  // Two ways lead here; the second one finds nothing left to do.
  if (!forget(step)) return
  step.closeToast()
  const error = await step.undo()
  if (error === null) return void showToast({ title: t('shell:undo.done', { label: step.label }), workspaceId: step.workspaceId })
  if (error.retryable) undoStore.setState(({ steps }) => ({ steps: [...steps, step] }))
  showFailure(error, step.workspaceId)
}

function forget(step: UndoStep): boolean {
  const { steps } = undoStore.getState()
  undoStore.setState({ steps: steps.filter((known) => known !== step) })
  return steps.includes(step)
}
