import i18next from 'i18next'
import type { StudioError } from '../../shared/errors/studio-error.ts'
import { errorDetails } from '../language/error-details.ts'
import { showToast } from './toaster.ts'

/** Says in a toast that something failed: what happened, and what to do next. For a failure that fills a screen use `ErrorState`. */
export function showFailure(error: StudioError): void {
  const details = errorDetails(error)
  showToast({ kind: 'danger', title: i18next.t(`errors:${error.code}.what`, details), detail: i18next.t(`errors:${error.code}.next`, details) })
}
