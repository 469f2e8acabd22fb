import { studioError } from '../../../../shared/errors/studio-error.ts'
import { middleOfPicture } from '../../../../shared/posts/focal-point.ts'
import type { MediaToSend } from '../network-media.ts'
import { failed } from '../network-results.ts'
import type { NetworkResult } from '../network-failure.ts'

type Shown = Pick<MediaToSend, 'people'>

/**
 * Who is shown in one file: `user_tags` of https://developers.facebook.com/documentation/instagram-platform/instagram-graph-api/reference/ig-user/media (read on 2026-11-23), of specs/meta/IGUserForIGOnlyAPI.json.
 * A picture has a place for each, which is asked for; a reel has none, and in a story it may be left out: there it would be a place on the whole screen, and not on the picture.
 */
export function userTags({ people = [] }: Shown, isPlaced: boolean): object {
  if (people.length === 0) return {}
  return { user_tags: people.map(({ name, at }) => (isPlaced ? { username: name, ...(at ?? middleOfPicture) } : { username: name })) }
}

/** "Cannot use more than {max} tags per created media": https://developers.facebook.com/documentation/instagram-platform/instagram-graph-api/reference/error-codes (read on 2026-11-23). */
const tooManySubcode = 2_207_040
/** "Invalid user id", for a name that nobody has, a private account, or one that lets nobody tag it. Meta's page of codes leaves it out; those who publish by program meet it. */
const unknownCode = 110
const unknownSubcode = 2_207_018

/** What came of a container that names people: a refusal for their sake says whom it is about. Instagram does not say which of them. Nothing was published. */
export function aboutPeople<Value>(result: NetworkResult<Value>, shown: readonly Shown[]): NetworkResult<Value> {
  const names = shown.flatMap(({ people = [] }) => people.map(({ name }) => `@${name}`))
  if (result.ok || result.failure.kind !== 'rejected' || names.length === 0) return result
  const { code, subcode } = result.failure.error.details ?? {}
  const reason = subcode === tooManySubcode ? 'people_too_many' : code === unknownCode || subcode === unknownSubcode ? 'people_refused' : null
  return reason === null ? result : failed('rejected', studioError('rejected', `people were refused: ${result.failure.error.message}`, { details: { ...result.failure.error.details, reason, names: [...new Set(names)].join(', ') } }))
}
