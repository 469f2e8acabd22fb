import { AlertDialog } from '@base-ui/react/alert-dialog'
import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import styles from './Dialog.module.css'

export interface ConfirmDialogProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  /** The question: “Remove this account?” */
  readonly title: string
  /** What happens, what stays safe. */
  readonly text: ReactNode
  /** What is to be said or chosen with the answer. */
  readonly children?: ReactNode
  /** The verb on the button: “Remove account”. */
  readonly confirmLabel: string
  readonly cancelLabel?: string
  readonly tone?: 'plain' | 'danger'
  readonly busy?: boolean
  /** Something deserves a second look: the safe answer has the focus, also where that is found out while the dialog stands. Default: where the act is dangerous. */
  readonly cautious?: boolean
  /** Called once; closing is the caller's, so that a failure can stay in sight. */
  readonly onConfirm: () => void
}

/** Asks before something that cannot be undone. Where undo is possible, do it and show a toast instead. */
export function ConfirmDialog({ open, onOpenChange, title, text, confirmLabel, cancelLabel, tone = 'plain', busy = false, cautious = tone === 'danger', onConfirm, children }: ConfirmDialogProps) {
  const { t } = useTranslation('components')
  const cancel = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    // A second press of the key that brought the question must not answer it.
    if (open && cautious) cancel.current?.focus()
  }, [open, cautious])
  return (
    <AlertDialog.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={styles.backdrop} />
        <AlertDialog.Viewport className={styles.viewport}>
          <AlertDialog.Popup data-modal className={styles.popup} data-size="small" {...(cautious ? { initialFocus: cancel } : {})}>
            <header className={styles.header} data-no-close>
              <div className={styles.headings}>
                <AlertDialog.Title className={styles.title}>{title}</AlertDialog.Title>
                <AlertDialog.Description className={styles.description} render={<div />}>
                  {text}
                </AlertDialog.Description>
              </div>
            </header>
            {children !== undefined && children !== false && <div className={styles.body}>{children}</div>}
            <footer className={styles.footer}>
              <AlertDialog.Close render={<Button ref={cancel} disabled={busy}>{cancelLabel ?? t('cancel')}</Button>} />
              <Button variant={tone === 'danger' ? 'danger' : 'primary'} busy={busy} onClick={onConfirm}>
                {confirmLabel}
              </Button>
            </footer>
          </AlertDialog.Popup>
        </AlertDialog.Viewport>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
