import { t } from 'i18next'
import { createStore } from 'zustand/vanilla'
import type { StudioError } from '../../shared/errors/studio-error.ts'
import { currentInstant } from '../bridge/system-clock.ts'
import { showFailure } from '../components/show-failure.ts'
import { showToast, type ToastKind } from '../components/toaster.ts'
import { keepToPost, showPostToast } from './post-toasts.ts'
import { currentPlace } from './route-store.ts'

/** Something that was done and can be taken back. Nothing may go out by taking it back: for that there is `offerToSend`. */
export interface Undoable {
  /** Where it was done: it is only taken back while that client is on screen. */
  readonly workspaceId: string
  /** The post whose state or time it changed: once that is another one, there is nothing left to say or to take back. */
  readonly postId?: string
  /** What happened, with the name of the thing: “‘Low tide…’ moved to Thursday”. The toast's title. */
  readonly label: string
  readonly detail?: string
  readonly kind?: ToastKind
  /** What will be once it is undone: “‘Low tide…’ back to Wednesday”. The command's name. */
  readonly will: string
  /** What is once it was undone, as a state: “‘Low tide…’ is scheduled for Wednesday”. A function, where only the answer tells; it is asked after `undo`. */
  readonly undone: string | (() => string)
  /** Jobs about to leave that it takes back together: the key means all of them, not the newest. */
  readonly covers?: ReadonlySet<string>
  /** The screen or conversation on which the key takes it back (see `currentPlace`); the one on screen unless told otherwise. */
  readonly place?: string | null
  /** Takes it back; answers what went wrong, null when nothing did. */
  readonly undo: () => Promise<StudioError | null>
}

export interface UndoStep extends Omit<Undoable, 'place'> {
  /** The toast's button carries it, so that it can show the key while the key means the same. */
  readonly id: string
  readonly place: string | null
  readonly madeAt: number
  readonly closeToast: () => void
}

/** So long the key remembers, in ms: nobody who comes back to a screen later expects it to move things. */
export const keyLasts = 30_000

/** The one thing that the key would take back; the next undoable act takes its place. Nothing of it outlives the window. */
export const undoStore = createStore<{ readonly step: UndoStep | null }>(() => ({ step: null }))

let expiry: ReturnType<typeof setTimeout> | undefined
let made = 0

/**
 * Says what was done and offers the way back: by the toast's button while it stands, and for half a minute, on the same screen, by
 * Ctrl/⌘ Z and the palette. Call it after the engine has confirmed. Returns the function that forgets it, for what can no longer be taken back.
 */
export function rememberUndo({ place, ...undoable }: Undoable): () => void {
  const { label, detail, kind, workspaceId } = undoable
  made += 1
  const id = `undo-${String(made)}`
  let isTaken = false
  let isClosed = false
  const take = async (): Promise<void> => {
    // Two ways lead here; the second one finds nothing left to do.
    if (isTaken) return
    isTaken = true
    forget(step)
    step.closeToast()
    const error = await step.undo()
    if (error === null) return say(typeof step.undone === 'string' ? step.undone : step.undone(), step)
    isTaken = !error.retryable
    if (error.retryable && undoStore.getState().step === null) keep(step)
    showFailure(whyNotUndone(error), workspaceId)
  }
  const closeToast = showToast({
    title: label,
    workspaceId,
    ...(detail === undefined ? {} : { detail }),
    ...(kind === undefined ? {} : { kind }),
    action: { label: t('components:undo'), keyId: id, onAction: () => void take() },
    onClose: () => (isClosed = true)
  })
  const step: UndoStep = { ...undoable, id, place: place === undefined ? currentPlace() : place, madeAt: currentInstant(), closeToast, undo: undoable.undo }
  takers.set(step, take)
  const close = (): void => {
    forget(step)
    closeToast()
  }
  if (step.postId !== undefined) keepToPost({ workspaceId, postId: step.postId }, { close, isOver: () => isClosed && undoStore.getState().step !== step })
  keep(step)
  return close
}

function say(title: string, { workspaceId, postId }: Pick<Undoable, 'workspaceId' | 'postId'>): void {
  if (postId === undefined) showToast({ title, workspaceId })
  else showPostToast({ workspaceId, postId }, { title })
}

/** How each step is taken, once. */
const takers = new WeakMap<UndoStep, () => Promise<void>>()

export async function takeStep(step: UndoStep): Promise<void> {
  await takers.get(step)?.()
}

/** What an act has put off and could be sent after all. */
export interface Resendable extends Pick<Undoable, 'workspaceId' | 'label' | 'detail'> {
  readonly postId: string
  /** Exactly what the button does: “Schedule again for Fri 27 Nov, 18:00”. */
  readonly action: string
  /** What is once that was done. */
  readonly done: string
  readonly send: () => Promise<StudioError | null>
}

/**
 * Says what was done, with a button that makes something go out after all. Only that button does: no key and no command leads here,
 * so that nothing is ever sent by going back a step too far. Like any act it ends what the key could take back before.
 */
export function offerToSend({ workspaceId, postId, label, detail, action, done, send }: Resendable): void {
  forget(undoStore.getState().step)
  showPostToast({ workspaceId, postId }, {
    title: label,
    ...(detail === undefined ? {} : { detail }),
    action: {
      label: action,
      onAction: () =>
        void send().then((error) => {
          if (error === null) showPostToast({ workspaceId, postId }, { title: done })
          else showFailure(whyNotUndone(error), workspaceId)
        })
    }
  })
}

/** The step that the key takes back there and then; null when it is over, or was made elsewhere. */
export function stepAt(step: UndoStep | null, workspaceId: string | null, place: string | null): UndoStep | null {
  if (step === null || step.workspaceId !== workspaceId || step.place !== place) return null
  // A computer that slept ran no timers.
  return currentInstant() - step.madeAt < keyLasts ? step : null
}

/** Nobody else touched it: it went on being written. */
function whyNotUndone(error: StudioError): StudioError {
  return error.code === 'conflict' && error.details?.['reason'] !== 'delivered_before' ? { ...error, details: { ...error.details, reason: 'edited_since' } } : error
}

function keep(step: UndoStep): void {
  clearTimeout(expiry)
  expiry = setTimeout(() => forget(step), Math.max(0, step.madeAt + keyLasts - currentInstant()))
  undoStore.setState({ step })
}

function forget(step: UndoStep | null): void {
  if (step !== null && undoStore.getState().step === step) undoStore.setState({ step: null })
}
