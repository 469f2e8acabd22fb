import { studioError } from '../../../../shared/errors/studio-error.ts'
import { redactText } from '../../http/redact.ts'
import { reasonOf, type ApiAnswer } from '../api-call.ts'
import type { NetworkFailure } from '../network-failure.ts'

/** Discourse writes its reasons into a list: https://docs.discourse.org/ (read on 2026-11-21). */
export function explainDiscourseFailure({ response: { status }, json }: ApiAnswer): NetworkFailure | null {
  if (![400, 403, 404, 409, 422].includes(status)) return null
  const reason = reasonsOf(json)
  return { kind: 'rejected', error: studioError('rejected', `the forum refused (${status}): ${reason}`, { details: { status, reason } }) }
}

function reasonsOf(json: unknown): string {
  const errors: unknown = typeof json === 'object' && json !== null ? Reflect.get(json, 'errors') : null
  const texts = Array.isArray(errors) ? errors.filter((each) => typeof each === 'string') : []
  return texts.length > 0 ? redactText(texts.join(' ')).slice(0, 300) : reasonOf(json)
}

export function statusOf(failure: NetworkFailure): unknown {
  return failure.error.details?.['status']
}
