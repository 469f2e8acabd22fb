import type { StudioError } from '../errors/studio-error.ts'

/** What every call between processes answers: expected failures are values, only bugs are thrown. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: StudioError }

export function succeed<T>(value: T): Result<T> {
  return { ok: true, value }
}

export function fail(error: StudioError): { readonly ok: false; readonly error: StudioError } {
  return { ok: false, error }
}
