import { studioError } from '../../../shared/errors/studio-error.ts'
import type { MediaToSend } from './network-media.ts'
import type { NetworkFailure, NetworkResult } from './network-failure.ts'

/** What came of handing over one file: a refusal names the file and the rule, so that the user knows which image to change. Other failures stay as they are. */
export function aboutFile<Value>(result: NetworkResult<Value>, file: Pick<MediaToSend, 'fileName'>): NetworkResult<Value> {
  if (result.ok || !isAboutTheFile(result.failure)) return result
  return { ok: false, failure: mediaRefused(result.failure, file.fileName) }
}

/** The same where the network looks at the files only with the post: `fileName` is null when it may have been any of several. */
export function mediaRefused({ error }: NetworkFailure, fileName: string | null): NetworkFailure {
  const { host, status, reason } = error.details ?? {}
  const rule = status === 413 ? 'too_large' : reason
  const details = { ...(host === undefined ? {} : { host }), ...(fileName === null ? {} : { fileName }), ...(rule === undefined ? {} : { reason: rule }) }
  return { kind: 'rejected', error: studioError('media_refused', `a file was refused: ${error.message}`, { details }) }
}

/** The answers that speak of what was handed over, not of who did, or whether they may. */
const statusesAboutFiles: ReadonlySet<unknown> = new Set([400, 413, 415, 422])

function isAboutTheFile({ kind, error }: NetworkFailure): boolean {
  return kind === 'rejected' && statusesAboutFiles.has(error.details?.['status'])
}
