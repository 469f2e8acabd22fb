import { CircleAlert, Copy } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { StudioError } from '../../shared/errors/studio-error.ts'
import { useErrorTexts } from '../language/use-error-texts.ts'
import { Button } from './Button.tsx'
import { joinClassNames } from './join-class-names.ts'
import { showToast } from './toaster.ts'
import styles from './ErrorState.module.css'

export interface ErrorStateProps {
  /** Fills in what happened, what to do and the code; each text may be given by hand instead. */
  readonly error?: StudioError
  readonly title?: string
  /** What is safe and what to do next. */
  readonly text?: ReactNode
  /** Code and details for a report; copied, never shown in full. */
  readonly report?: string
  readonly onRetry?: () => void
  readonly retryLabel?: string
  readonly actions?: ReactNode
  readonly size?: 'medium' | 'small'
  readonly className?: string
}

/** Something failed: what happened, what is safe, what to do; the code can be copied. */
export function ErrorState({ error, title, text, report, onRetry, retryLabel, actions, size = 'medium', className }: ErrorStateProps) {
  const { t } = useTranslation('components')
  const texts = useErrorTexts(error)
  const copied = report ?? (error === undefined ? undefined : `${error.code}: ${error.message}`)

  async function handleCopy() {
    if (copied === undefined) return
    try {
      await navigator.clipboard.writeText(copied)
      showToast({ kind: 'success', title: t('reportCopied') })
    } catch {
      // The clipboard may be refused to an unfocused window; the text is then shown to be copied by hand.
      showToast({ kind: 'warning', title: t('copyFailed'), detail: copied, duration: 0 })
    }
  }

  return (
    <div className={joinClassNames(styles.error, className)} data-size={size} role="alert">
      <span className={styles.picture} aria-hidden>
        <CircleAlert size={size === 'small' ? 20 : 26} strokeWidth={1.5} />
      </span>
      <p className={styles.title}>{title ?? texts?.what ?? t('somethingFailed')}</p>
      <p className={styles.text}>{text ?? texts?.next}</p>
      <div className={styles.actions}>
        {onRetry === undefined ? null : <Button onClick={onRetry}>{retryLabel ?? t('tryAgain')}</Button>}
        {actions}
        {copied === undefined ? null : (
          <Button variant="quiet" icon={Copy} onClick={() => void handleCopy()}>
            {t('copyReport')}
          </Button>
        )}
      </div>
      {error === undefined ? null : <code className={styles.code}>{error.code}</code>}
    </div>
  )
}
