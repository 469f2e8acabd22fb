import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import { goneThere, type EditTarget } from '../network-edit.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed, isNotThere, mapValue } from '../network-results.ts'
import type { MastodonApi } from './mastodon-api.ts'
import { remoteIdSchema } from './mastodon-schemas.ts'
import { toldTime } from '../server-clock.ts'

const attachmentSchema = z.looseObject({ id: remoteIdSchema })
const pollSchema = z.looseObject({ options: z.array(z.looseObject({ title: z.string() })), expires_at: z.string().nullish(), expired: z.boolean().nullish(), multiple: z.boolean().nullish() })
/** https://docs.joinmastodon.org/entities/Status/ (read on 2026-11-22). What cannot be read here would be taken away, so it must not pass for none. */
const keptSchema = z.looseObject({
  media_attachments: z.array(attachmentSchema),
  poll: pollSchema.nullish(),
  sensitive: z.boolean().nullish(),
  spoiler_text: z.string().nullish(),
  language: z.string().nullish(),
  quote_approval: z.looseObject({ automatic: z.array(z.string()) }).nullish().catch(null)
})
type Kept = z.infer<typeof keptSchema>
const sourceSchema = z.looseObject({ spoiler_text: z.string().nullish() })

/** A poll is given a new end with each edit, and Mastodon takes none that is nearer than this, in seconds. */
const shortestPoll = 300
/** For the way there, in seconds. */
const margin = 30

/**
 * https://docs.joinmastodon.org/methods/statuses/#edit (read on 2026-11-22). What is not sent again is taken away: pictures, the poll, the warning, who may quote it. So all of it is read and
 * said again. A picture that stays keeps its description, unless another is sent for it; the same choices keep their votes.
 */
export async function editStatus(api: MastodonApi, now: () => number, { remoteId, text }: Pick<EditTarget, 'remoteId' | 'text'>): Promise<NetworkResult<null>> {
  const path = `/api/v1/statuses/${encodeURIComponent(remoteId)}`
  const kept = await readKept(api, path, now)
  if (!kept.ok) return kept
  const poll = pollAgain(kept.value.status.poll ?? null, kept.value.serverTime)
  if (!poll.ok) return poll
  const warning = await readWarning(api, path, kept.value.status)
  if (!warning.ok) return warning
  return mapValue(await api.put(path, { status: text, ...rest(kept.value.status, warning.value), ...poll.value }, z.looseObject({ id: remoteIdSchema }), 'visible'), () => null)
}

async function readKept(api: MastodonApi, path: string, now: () => number): Promise<NetworkResult<{ readonly status: Kept; readonly serverTime: number }>> {
  const answer = await api.getAnswer(path, {})
  if (!answer.ok) return isNotThere(answer.failure) ? failed('rejected', goneThere) : answer
  const status = keptSchema.safeParse(answer.value.json)
  if (!status.success) return failed('rejected', studioError('unexpected_answer', 'what stands in the post beside its words cannot be read, and would be lost'))
  return done({ status: status.data, serverTime: toldTime(answer.value.response) ?? now() })
}

/** As it was written, where the server keeps that. */
async function readWarning(api: MastodonApi, path: string, { spoiler_text: shown }: Kept): Promise<NetworkResult<string>> {
  const source = await api.get(`${path}/source`, {}, sourceSchema)
  if (!source.ok && source.failure.kind !== 'rejected' && source.failure.kind !== 'bug') return source
  return done((source.ok ? source.value.spoiler_text : null) ?? shown ?? '')
}

/** Not said again, it would be as the account has it set: https://docs.joinmastodon.org/client/quotes/ (read on 2026-11-23). What none of the three says cannot be said. */
function policyAgain({ quote_approval: approval }: Pick<Kept, 'quote_approval'>): object {
  if (approval === null || approval === undefined) return {}
  const { automatic } = approval
  const policy = automatic.length === 0 ? 'nobody' : ['public', 'followers'].find((who) => automatic.includes(who))
  return policy === undefined ? {} : { quote_approval_policy: policy }
}

function rest({ media_attachments: media, sensitive, language, ...kept }: Kept, warning: string): object {
  return {
    spoiler_text: warning,
    sensitive: sensitive === true,
    ...(language === null || language === undefined ? {} : { language }),
    ...policyAgain(kept),
    ...(media.length === 0 ? {} : { media_ids: media.map(({ id }) => id) })
  }
}

/** The same choices, and the same end as near as seconds go. */
function pollAgain(poll: NonNullable<Kept['poll']> | null, now: number): NetworkResult<object> {
  if (poll === null) return done({})
  const endsAt = Date.parse(poll.expires_at ?? '')
  const left = Number.isNaN(endsAt) ? 0 : Math.round((endsAt - now) / 1000)
  if (poll.expired === true || left < shortestPoll + margin) return failed('rejected', studioError('rejected', 'the poll is over, or about to be: an edit would open it again', { details: { reason: 'poll_over' } }))
  return done({ poll: { options: poll.options.map(({ title }) => title), expires_in: left, multiple: poll.multiple === true } })
}
