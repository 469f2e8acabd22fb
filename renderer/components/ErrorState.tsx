import { CircleAlert, Copy } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { StudioError } from '../../shared/errors/studio-error.ts'
import { useErrorTexts } from '../language/use-error-texts.ts'
import { Button } from './Button.tsx'
import { StateNotice } from './StateNotice.tsx'
import { showToast } from './toaster.ts'

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
  /** `inline` stands in a form: the two sentences, without code and report. What a field can be blamed for belongs to the field (`useFieldError`). */
  readonly size?: 'medium' | 'small' | 'inline'
  /** Stands for a whole screen: its title is the page's heading. */
  readonly fillsScreen?: boolean
  readonly className?: string
}

/** Something failed: what happened, what is safe, what to do; the code can be copied. */
export function ErrorState({ error, title, text, report, onRetry, retryLabel, actions, size = 'medium', fillsScreen, className }: ErrorStateProps) {
  const { t } = useTranslation('components')
  const texts = useErrorTexts(error)
  const code = size === 'inline' ? undefined : error?.code
  const copied = size === 'inline' ? undefined : (report ?? (error === undefined ? undefined : `${error.code}: ${error.message}`))
  const hasActions = onRetry !== undefined || actions !== undefined || copied !== undefined

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
    <StateNotice
      icon={CircleAlert}
      tone="danger"
      role="alert"
      size={size}
      fillsScreen={fillsScreen}
      className={className}
      title={title ?? texts?.what ?? t('somethingFailed')}
      text={text ?? texts?.next}
      actions={
        hasActions ? (
          <>
            {onRetry === undefined ? null : (
              <Button size={size === 'inline' ? 'small' : 'medium'} onClick={onRetry}>
                {retryLabel ?? t('tryAgain')}
              </Button>
            )}
            {actions}
            {copied === undefined ? null : (
              <Button variant="quiet" icon={Copy} onClick={() => void handleCopy()}>
                {t('copyReport')}
              </Button>
            )}
          </>
        ) : undefined
      }
      footnote={code === undefined ? undefined : <code>{code}</code>}
    />
  )
}
