import { Dialog as BaseDialog } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { useRef, type ReactNode, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from './IconButton.tsx'
import styles from './Dialog.module.css'

export interface DialogProps {
  readonly open: boolean
  /** Called with `false` by Escape, the close button and a press outside. */
  readonly onOpenChange: (open: boolean) => void
  readonly title: ReactNode
  readonly description?: ReactNode
  readonly children?: ReactNode
  /** Buttons, the affirmative one last. */
  readonly footer?: ReactNode
  /** 400, 560 or 800 px. Default `medium`. */
  readonly size?: 'small' | 'medium' | 'large'
  /** Where the focus starts; by default the first control of the body, or of the footer while the body has none; never the close button. */
  readonly initialFocus?: RefObject<HTMLElement | null>
  /** Default true; false for what takes long to type. */
  readonly closesOnPressOutside?: boolean
}

/** A modal dialog. Keep the question or task in the title, in a verb. */
export function Dialog({ open, onOpenChange, title, description, children, footer, size = 'medium', initialFocus, closesOnPressOutside = true }: DialogProps) {
  const { t } = useTranslation('components')
  const body = useRef<HTMLDivElement | null>(null)
  const foot = useRef<HTMLElement | null>(null)
  const firstControl = (): HTMLElement | null => body.current?.querySelector<HTMLElement>('input:not([type="hidden"]), textarea, select, button, [tabindex="0"]') ?? foot.current?.querySelector('button') ?? null
  return (
    <BaseDialog.Root open={open} disablePointerDismissal={!closesOnPressOutside} onOpenChange={(next) => onOpenChange(next)}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className={styles.backdrop} />
        <BaseDialog.Viewport className={styles.viewport}>
          <BaseDialog.Popup data-modal className={styles.popup} data-size={size} initialFocus={initialFocus ?? (() => firstControl() ?? true)}>
            <header className={styles.header}>
              <div className={styles.headings}>
                <BaseDialog.Title className={styles.title}>{title}</BaseDialog.Title>
                {description === undefined ? null : <BaseDialog.Description className={styles.description}>{description}</BaseDialog.Description>}
              </div>
              <BaseDialog.Close render={<IconButton icon={X} label={t('close')} size="small" />} />
            </header>
            {children === undefined ? null : <div ref={body} className={styles.body}>{children}</div>}
            {footer === undefined ? null : <footer ref={foot} className={styles.footer}>{footer}</footer>}
          </BaseDialog.Popup>
        </BaseDialog.Viewport>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  )
}
