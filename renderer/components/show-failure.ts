import i18next, { t } from 'i18next'
import type { StudioError } from '../../shared/errors/studio-error.ts'
import { currentInstant } from '../bridge/system-clock.ts'
import { errorDetails, errorPlace, hourOrDay } from '../language/error-details.ts'
import { formatsFor } from '../language/use-formats.ts'
import { showToast } from './toaster.ts'

/**
 * Says in a toast that something failed: what happened, and what to do next. For a failure that fills a screen use `ErrorState`.
 * `workspaceId` as in `showToast`: give it where the failure may come after the user has gone on to another client.
 */
export function showFailure(error: StudioError, workspaceId?: string | null): void {
  const details = errorDetails(error, hourOrDay(formatsFor(i18next.resolvedLanguage === 'fr' ? 'fr' : 'en'), currentInstant()))
  const place = errorPlace(error)
  showToast({ kind: 'danger', title: t(`${place}.what`, details), detail: t(`${place}.next`, details), ...(workspaceId === undefined ? {} : { workspaceId }) })
}
