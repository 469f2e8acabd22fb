import type { Result } from '../../../shared/contract/result.ts'
import { fail } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import type { StreamedBody } from '../http/http-client.ts'

export interface HostedFile {
  /** Ours alone: nobody can guess it, and nothing else bears it. */
  readonly name: string
  readonly mediaType: string
  /** A video is never whole in memory. */
  readonly bytes: Uint8Array | StreamedBody
}

/** One way to have files lie where anybody can fetch them. Errors are `media_host_failed`; `retryable` says that they may pass. */
export interface FilePlace {
  put(file: HostedFile, signal: AbortSignal): Promise<Result<{ readonly handle: string; readonly url: string }>>
  /** `handle` is null where the answer to `put` was never heard: then the file is found by its name. What is not there is a success. */
  remove(file: { readonly name: string; readonly handle: string | null }, signal: AbortSignal): Promise<Result<null>>
}

export type HostReason = 'unreachable' | 'server' | 'keys_refused' | 'keys_missing' | 'no_bucket' | 'wrong_region' | 'clock_is_off' | 'account_gone' | 'account_refused' | 'not_public' | 'other_content' | 'not_removed' | 'refused' | 'not_converted'

/** Reasons that may pass by themselves. */
const passing: ReadonlySet<HostReason> = new Set(['unreachable', 'server'])

export function hostFailed(reason: HostReason, message: string, details: Readonly<Record<string, string | number>> = {}): { readonly ok: false; readonly error: ReturnType<typeof studioError> } {
  return fail(studioError('media_host_failed', message, { retryable: passing.has(reason), details: { reason, ...details } }))
}
