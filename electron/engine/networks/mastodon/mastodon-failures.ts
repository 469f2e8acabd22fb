import { studioError } from '../../../../shared/errors/studio-error.ts'
import { reasonOf, type ApiAnswer } from '../api-call.ts'
import type { NetworkFailure } from '../network-failure.ts'

/**
 * What a Mastodon server means by its refusals, where the status alone would not say (https://docs.joinmastodon.org/api/, read on 2026-11-21).
 * 401 and 429 are as everywhere; tokens do not expire, so a 401 is for the user.
 */
export function explainMastodonFailure({ response, json }: ApiAnswer): NetworkFailure | null {
  const { status } = response
  const details = { status, reason: reasonOf(json) }
  switch (status) {
    case 403:
      return { kind: 'rejected', error: studioError('rejected', `the server does not allow it: ${details.reason}`, { details }) }
    case 404:
    case 410:
      // What is not there is said in JSON; a page says that the call itself is unknown.
      if (json === undefined) return { kind: 'rejected', error: studioError('unexpected_answer', 'the server does not know the call', { details: { status } }) }
      return { kind: 'rejected', error: studioError('rejected', `not there: ${details.reason}`, { details: { ...details, reason: details.reason === '' ? 'gone' : details.reason } }) }
    case 422:
      return { kind: 'rejected', error: studioError('rejected', `the server cannot take it: ${details.reason}`, { details }) }
    default:
      return null
  }
}
