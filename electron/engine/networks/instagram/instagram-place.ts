import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { Place } from '../../../../shared/posts/place.ts'
import { failed } from '../network-results.ts'
import type { NetworkResult } from '../network-failure.ts'

/** What a Page is refused with that is of no place, or not there: https://developers.facebook.com/documentation/instagram-platform/instagram-graph-api/reference/ig-user/media (read on 2026-11-23). Meta names it in words alone. */
const refusal = /INVALID_LOCATION_ID|location_id/i

/** What came of a container that names a place: a refusal for its sake says so. Nothing was published. */
export function aboutPlace<Value>(result: NetworkResult<Value>, place: Place | undefined): NetworkResult<Value> {
  if (result.ok || place === undefined || result.failure.kind !== 'rejected' || !refusal.test(result.failure.error.message)) return result
  const { error } = result.failure
  return failed('rejected', studioError('rejected', `the place was refused: ${error.message}`, { details: { ...error.details, reason: 'place_refused', said: place.name === '' ? place.id : place.name } }))
}
