import { studioError, type StudioError } from '../../../shared/errors/studio-error.ts'

/** Said of what waits for a person: what they did in the span that a restored database forgot, only they know. */
export const lostInRestoration = studioError('engine_stopped', 'the database was put back to before this was said to be out', { retryable: true, details: { reason: 'restored' } })

export function isLostInRestoration(failure: StudioError | null): boolean {
  return failure?.code === lostInRestoration.code && failure.details?.['reason'] === 'restored'
}
