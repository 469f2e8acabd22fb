import { Toast } from '@base-ui/react/toast'

export type ToastKind = 'info' | 'success' | 'warning' | 'danger'

export interface ToastAction {
  readonly label: string
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
  /** Milliseconds; 0 stays until closed. Default: 5 s, 10 s with an action, 15 s for `danger`. */
  readonly duration?: number
}

/** The one queue of toasts, so that stores can speak as well as components. */
export const toastManager = Toast.createToastManager<{ readonly kind: ToastKind }>()

/** Shows a toast and returns the function that takes it away again. */
export function showToast({ kind = 'info', title, detail, action, duration }: ToastOptions): () => void {
  let hasRun = false

  function handleAction() {
    if (hasRun) return
    hasRun = true
    toastManager.close(id)
    action?.onAction()
  }

  const id: string = toastManager.add({
    type: kind,
    title,
    data: { kind },
    timeout: duration ?? defaultDuration(kind, action !== undefined),
    priority: kind === 'danger' ? 'high' : 'low',
    ...(detail === undefined ? {} : { description: detail }),
    ...(action === undefined ? {} : { actionProps: { children: action.label, onClick: handleAction } })
  })
  return () => toastManager.close(id)
}

function defaultDuration(kind: ToastKind, hasAction: boolean): number {
  if (kind === 'danger') return 15_000
  return hasAction ? 10_000 : 5_000
}
