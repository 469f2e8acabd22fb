import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import { reasonOf, type ApiAnswer } from '../api-call.ts'
import type { NetworkFailure } from '../network-failure.ts'

/** WordPress's own name for an error, such as `rest_cannot_publish`; empty when there is none. */
export function wordpressErrorName(json: unknown): string {
  if (typeof json !== 'object' || json === null || !('code' in json)) return ''
  return typeof json.code === 'string' ? json.code : ''
}

/** The name behind a failure of an ordinary call; empty when there is none. */
export function wordpressErrorOf(failure: NetworkFailure): string {
  const name = failure.error.details?.['name']
  return typeof name === 'string' ? name : ''
}

/**
 * A file that the site does not keep: of a kind that it does not allow (networks of sites allow few, and no subtitles), or where there is no room. WordPress says 500, as if it were trouble that passes:
 * https://developer.wordpress.org/reference/classes/wp_rest_attachments_controller/upload_from_data/ (read on 2026-11-23).
 */
const fileRefused = 'rest_upload_sideload_error'

/** Of the tag that is there already. */
function termIdIn(json: unknown): number | null {
  const parsed = z.looseObject({ data: z.looseObject({ term_id: z.number() }) }).safeParse(json)
  return parsed.success ? parsed.data.data.term_id : null
}

/** https://developer.wordpress.org/rest-api/ (read on 2026-11-21). Keeps the error's name, which says more than the status. */
export function explainWordpressFailure({ response, json }: ApiAnswer): NetworkFailure | null {
  const { status } = response
  const name = wordpressErrorName(json)
  const termId = name === 'term_exists' ? termIdIn(json) : null
  const details = { status, name, reason: reasonOf(json), ...(termId === null ? {} : { termId }) }
  if (status === 401) return { kind: 'auth_revoked', error: studioError('auth_revoked', `the site does not accept the application password: ${name}`, { details }) }
  if (name === fileRefused) return { kind: 'rejected', error: studioError('rejected', `the site keeps no such file: ${details.reason}`, { details: { ...details, status: 415 } }) }
  if (name === 'rest_no_route') return { kind: 'rejected', error: studioError('unexpected_answer', 'the site does not know the call', { details: { status, name } }) }
  if (status >= 400 && status < 500 && ![405, 408, 413, 426, 429].includes(status)) {
    return { kind: 'rejected', error: studioError('rejected', `the site refused: ${name}: ${details.reason}`, { details }) }
  }
  return null
}
