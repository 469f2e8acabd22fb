import type { StudioError, StudioErrorCode } from '../../shared/errors/studio-error.ts'
import { useErrorTexts } from './use-error-texts.ts'

export interface FieldError {
  /** For the field: what is wrong with what was typed, and how to put it right. */
  readonly fieldError: string | undefined
  /** For an `ErrorState` below the fields: what no field can be blamed for. */
  readonly formError: StudioError | null
}

/** Parts the failures of a form: those with one of `codes` are mistakes in one field. */
export function useFieldError(error: StudioError | null, codes: readonly StudioErrorCode[]): FieldError {
  const texts = useErrorTexts(error)
  if (error === null || texts === null) return { fieldError: undefined, formError: null }
  return codes.includes(error.code) ? { fieldError: `${texts.what} ${texts.next}`, formError: null } : { fieldError: undefined, formError: error }
}
