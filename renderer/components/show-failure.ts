import { t } from 'i18next'
import type { StudioError } from '../../shared/errors/studio-error.ts'
import { errorDetails } from '../language/error-details.ts'
import { showToast } from './toaster.ts'

/** Says in a toast that something failed: what happened, and what to do next. For a failure that fills a screen use `ErrorState`. */
export function showFailure(error: StudioError): void {
  const details = errorDetails(error)
  showToast({ kind: 'danger', title: t(`errors:${error.code}.what`, details), detail: t(`errors:${error.code}.next`, details) })
}
