import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { ActTarget } from '../network-publisher.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed, mapValue } from '../network-results.ts'
import type { DiscourseApi } from './discourse-api.ts'
import { statusOf } from './discourse-failures.ts'
import { isOurs, publishedOf } from './discourse-find.ts'
import { postSchema } from './discourse-schemas.ts'

/** Where nobody chose a length. */
const usualMinutes = 60
/** A suspension has to have an end; one so far away is for good. */
const yearsForGood = 100

const silencedSchema = z.looseObject({ silence: z.looseObject({}) })
const suspendedSchema = z.looseObject({ suspension: z.looseObject({}) })
const speakingSchema = z.looseObject({ unsilence: z.looseObject({}) })

/**
 * Keeps the author of a post from writing for a time (`silence`), or out of the forum (`suspend`), and ends it; staff alone may, and none of themselves: https://docs.discourse.org/#tag/Users/operation/silenceUser
 * and suspendUser (read on 2026-11-23). Both want a reason, which the person is shown: the address of what they wrote. It is done once: 409 says that it is so already
 * (https://github.com/discourse/discourse/blob/main/app/controllers/admin/users_controller.rb, where `unsilence` and `unsuspend` stand too, which the description leaves out: they want nothing, and change nothing a second time). Nothing becomes of the post (`post_action`), and no mail is sent (`message`).
 */
export async function keepOutOfDiscourse(api: DiscourseApi, { act, remoteId, minutes }: Pick<ActTarget, 'remoteId' | 'minutes'> & { readonly act: 'mute' | 'unmute' | 'block' | 'unblock' }): Promise<NetworkResult<null>> {
  const read = await api.get(`/posts/${remoteId}.json`, postSchema)
  if (!read.ok) return read
  const post = read.value
  if (isOurs(api, post)) return failed('rejected', studioError('rejected', 'this account wrote it'))
  if (post.user_id === undefined) return failed('rejected', studioError('rejected', 'who wrote it is not told', { details: { reason: 'author_gone' } }))
  const person = `/admin/users/${post.user_id}`
  if (act === 'unmute') return mapValue(await api.put(`${person}/unsilence.json`, {}, speakingSchema), () => null)
  if (act === 'unblock') return mapValue(await api.put(`${person}/unsuspend.json`, {}, suspendedSchema), () => null)
  const ordered = await keepOut(api, person, { act, minutes, reason: (publishedOf(api, post).url ?? api.root).slice(0, 300) })
  return !ordered.ok && statusOf(ordered.failure) === 409 ? done(null) : mapValue(ordered, () => null)
}

async function keepOut(api: DiscourseApi, person: string, { act, minutes, reason }: Pick<ActTarget, 'minutes'> & { readonly act: 'mute' | 'block'; readonly reason: string }): Promise<NetworkResult<unknown>> {
  const now = api.now() + api.clockOffset()
  return act === 'mute'
    ? api.put(`${person}/silence.json`, { silenced_till: new Date(now + (minutes ?? usualMinutes) * 60_000).toISOString(), reason }, silencedSchema)
    : api.put(`${person}/suspend.json`, { suspend_until: afterYears(now).toISOString().slice(0, 10), reason }, suspendedSchema)
}

function afterYears(now: number): Date {
  const time = new Date(now)
  time.setUTCFullYear(time.getUTCFullYear() + yearsForGood)
  return time
}
