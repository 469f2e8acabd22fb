import { useTranslation } from 'react-i18next'
import type { StudioError } from '../../shared/errors/studio-error.ts'
import { currentInstant } from '../bridge/system-clock.ts'
import { errorDetails, errorPlace, hourOrDay } from './error-details.ts'
import { useFormats } from './use-formats.ts'

export interface ErrorTexts {
  /** What happened. */
  readonly what: string
  /** What is safe, and what to do next. */
  readonly next: string
}

/** The two sentences for an error, in the language of the moment; null without an error. */
export function useErrorTexts(error: StudioError): ErrorTexts
export function useErrorTexts(error: StudioError | null | undefined): ErrorTexts | null
export function useErrorTexts(error: StudioError | null | undefined): ErrorTexts | null {
  const { t } = useTranslation(['errors', 'reasons'])
  const formats = useFormats()
  if (error === null || error === undefined) return null
  const details = errorDetails(error, hourOrDay(formats, currentInstant()))
  const place = errorPlace(error)
  return { what: t(`${place}.what`, details), next: t(`${place}.next`, details) }
}
