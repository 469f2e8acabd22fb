import { Toast } from '@base-ui/react/toast'

export type ToastKind = 'info' | 'success' | 'warning' | 'danger'

export interface ToastAction {
  readonly label: string
  /** Names it for `Toaster`'s `keyedAction`, when Ctrl/⌘ Z may do the same. */
  readonly keyId?: string
  /** Runs at most once; the toast closes. */
  readonly onAction: () => void
}

export interface ToastOptions {
  readonly kind?: ToastKind
  /** What happened, in the past tense: “Moved to Thursday”. */
  readonly title: string
  readonly detail?: string
  /** Usually undo. */
  readonly action?: ToastAction
  /** Whose message it is: it is shown while that client is on screen. Default: the client on screen now; null: everybody's. */
  readonly workspaceId?: string | null
  /** Milliseconds; 0 stays until closed. Default: 5 s, 10 s with an action, 15 s for `danger`. */
  readonly duration?: number
  /** It left, by itself or not. */
  readonly onClose?: () => void
}

export interface ToastData {
  readonly kind: ToastKind
  /** null: everybody's. */
  readonly workspaceId: string | null
  readonly keyId: string | null
}

/** The one queue of toasts, so that stores can speak as well as components. */
export const toastManager = Toast.createToastManager<ToastData>()

let readOwner: () => string | null = () => null

/** Tells the queue how to find out which client is on screen. */
export function readToastOwnerFrom(read: () => string | null): void {
  readOwner = read
}

/** Troubles that are being said, by what they say: the same trouble again takes the place of its message instead of standing beside it. */
const troubles = new Map<string, string>()

/** Takes the earlier message away. With a button each stands for something of its own: null. */
function replaceTrouble({ kind, title, detail, action }: ToastOptions, workspaceId: string | null): string | null {
  if ((kind !== 'danger' && kind !== 'warning') || action !== undefined) return null
  const trouble = JSON.stringify([workspaceId, title, detail])
  const earlier = troubles.get(trouble)
  if (earlier !== undefined) toastManager.close(earlier)
  return trouble
}

function endTrouble(trouble: string | null, id: string): void {
  if (trouble !== null && troubles.get(trouble) === id) troubles.delete(trouble)
}

/** Shows a toast and returns the function that takes it away again. */
export function showToast(options: ToastOptions): () => void {
  const { kind = 'info', title, detail, action, workspaceId = readOwner(), duration, onClose } = options
  let hasRun = false
  const trouble = replaceTrouble(options, workspaceId)

  function handleAction() {
    if (hasRun) return
    hasRun = true
    toastManager.close(id)
    action?.onAction()
  }

  const id: string = toastManager.add({
    type: kind,
    title,
    data: { kind, workspaceId, keyId: action?.keyId ?? null },
    timeout: duration ?? defaultDuration(kind, action !== undefined),
    priority: kind === 'danger' ? 'high' : 'low',
    ...(detail === undefined ? {} : { description: detail }),
    onClose: () => {
      endTrouble(trouble, id)
      onClose?.()
    },
    ...(action === undefined ? {} : { actionProps: { children: action.label, onClick: handleAction } })
  })
  if (trouble !== null) troubles.set(trouble, id)
  return () => toastManager.close(id)
}

function defaultDuration(kind: ToastKind, hasAction: boolean): number {
  if (kind === 'danger') return 15_000
  return hasAction ? 10_000 : 5_000
}
