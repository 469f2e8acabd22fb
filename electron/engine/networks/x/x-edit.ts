import { z } from 'zod'
import { studioError, type StudioError } from '../../../../shared/errors/studio-error.ts'
import type { Clock } from '../../time/clock.ts'
import { goneThere, readBeforeWriting, type EditTarget } from '../network-edit.ts'
import type { Published } from '../network-publisher.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed } from '../network-results.ts'
import { toldTime } from '../server-clock.ts'
import { asXId, type XApi } from './x-api.ts'
import { isDuplicate } from './x-failures.ts'
import { framingStill } from './x-framing.ts'
import { publishedOf, textOf } from './x-mapping.ts'
import { readNewest, type Newest } from './x-newest.ts'
import { postFields, xId, type XPost } from './x-schemas.ts'
import { isSameBesideAddresses } from './x-words.ts'

const createdSchema = z.looseObject({ data: z.looseObject({ id: xId }) })

/**
 * https://docs.x.com/x-api/fundamentals/edit-posts (read on 2026-11-23), `edit_options` of `POST /2/tweets` in its description: a change is another post, which takes the place of the newest one. What
 * stands there is read first, whatever number it has by now, so that a change whose answer was lost is met again and never made twice.
 */
export async function editOnX(api: XApi, clock: Clock, { remoteId, text, was, seen = was?.text }: Pick<EditTarget, 'remoteId' | 'text' | 'was' | 'seen'>): Promise<NetworkResult<Published | null>> {
  const id = asXId(remoteId)
  if (!id.ok) return id
  const read = await readNewest(api, id.value, [...postFields, 'edit_controls', 'reply_settings', 'paid_partnership'])
  if (!read.ok) return readBeforeWriting(read)
  if (read.value === 'gone') return failed('rejected', goneThere)
  const { post } = read.value
  if (says(post, text)) return done(publishedOf(post.id))
  // Nobody looked before: a reading costs.
  if (seen !== undefined && !says(post, seen)) return failed('rejected', studioError('changed_there', 'somebody changed it there in the meantime', { details: { there: textOf(post), seen } }))
  const refusal = refusalOf(read.value, clock.now())
  if (refusal !== null) return failed('rejected', refusal)
  const created = await api.post('/2/tweets', { text, edit_options: { previous_post_id: post.id }, ...framingStill(post, was) }, createdSchema, 'visible')
  if (created.ok) return done(publishedOf(created.value.data.id))
  return isDuplicate(created.failure) ? orThereByNow(api, post.id, text, created) : created
}

function says(post: XPost, text: string): boolean {
  return isSameBesideAddresses(textOf(post), text)
}

/** The same words are refused: they may be of this very change, which X showed too late. */
async function orThereByNow(api: XApi, id: string, text: string, refused: NetworkResult<never>): Promise<NetworkResult<Published | null>> {
  const read = await readNewest(api, id, postFields)
  return read.ok && read.value !== 'gone' && says(read.value.post, text) ? done(publishedOf(read.value.post.id)) : refused
}

/** Why X would not take a change, by its own word and its own clock; null: it would, or does not say. */
function refusalOf({ post: { edit_controls: controls }, response }: Newest, now: number): StudioError | null {
  const until = Date.parse(controls?.editable_until ?? '')
  if (!Number.isNaN(until) && (toldTime(response) ?? now) >= until) return studioError('rejected', 'X lets it be changed no longer', { details: { reason: 'edit_too_late' } })
  if ((controls?.edits_remaining ?? 1) <= 0) return studioError('rejected', 'it was changed as often as X lets it be', { details: { reason: 'no_edits_left' } })
  return controls?.is_edit_eligible === false ? studioError('rejected', 'X lets this post not be changed', { details: { reason: 'not_editable_there' } }) : null
}
