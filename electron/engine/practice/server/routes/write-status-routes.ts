import { z } from 'zod'
import { practiceCapabilities } from '../../../../../shared/networks/practice-capabilities.ts'
import type { MemberRow } from '../../record/members-record.ts'
import { idempotencyWindowMs } from '../../record/practice-record.ts'
import { quotePolicies, visibilities, type NewStatus, type StatusRow } from '../../record/statuses-record.ts'
import { countCharacters } from '../count-characters.ts'
import { placeOf, pollLimits } from '../entities/instance-json.ts'
import { scheduledStatusJson } from '../entities/scheduled-status-json.ts'
import { statusJson } from '../entities/status-json.ts'
import { json, member, ownMember, readParameters, refuse, type PracticeAnswer, type PracticeRequest, type Route, type RouteTools } from '../practice-request.ts'
import { flag, idList, idText, moment } from '../read-parameters.ts'
import { minAheadMs, tooSoon } from './scheduled-statuses-routes.ts'
import { withOwnStatus } from './statuses-routes.ts'

const charactersPerUrl = practiceCapabilities.text.charactersPerUrl.value ?? 23
const maxMedia = practiceCapabilities.images.maxCount.value

const writeInput = z.object({
  status: z.string().nullish().transform((text) => (text ?? '').trim()),
  media_ids: idList.nullish().transform((ids) => ids ?? []),
  quoted_status_id: idText.nullish().transform((id) => (id === undefined || id === '' ? null : id)),
  in_reply_to_id: idText.nullish().transform((id) => (id === undefined || id === '' ? null : id)),
  sensitive: flag.nullish().transform((value) => value ?? false),
  spoiler_text: z.string().nullish().transform((text) => (text ?? '').trim()),
  visibility: z.enum(visibilities).nullish().transform((value) => value ?? 'public'),
  quote_approval_policy: z.enum(quotePolicies).nullish().transform((policy) => policy ?? 'public'),
  language: z.string().max(10).nullish(),
  scheduled_at: moment.nullish(),
  poll: z.object({ options: z.array(z.string().trim()), expires_in: z.coerce.number().int(), multiple: flag.nullish().transform((value) => value ?? false) }).nullish().transform((poll) => poll ?? null)
})
type Written = z.output<typeof writeInput>

/** https://docs.joinmastodon.org/methods/statuses/#create and #edit */
export const writeStatusRoutes: readonly Route[] = [
  { method: 'POST', path: '/api/v1/statuses', access: member('write:statuses'), answer: create },
  { method: 'PUT', path: '/api/v1/statuses/:id', access: member('write:statuses'), answer: (request, tools) => withOwnStatus(request, tools, (status) => edit(request, tools, status)) }
]

function create(request: PracticeRequest, tools: RouteTools): PracticeAnswer {
  const parsed = readParameters(writeInput, request)
  if (!parsed.ok) return parsed.answer
  const { record } = tools
  const own = ownMember(request)
  const key = request.headers['idempotency-key'] ?? null
  const waiting = key === null ? null : record.scheduled.withKey(key, tools.now() - idempotencyWindowMs)
  if (waiting !== null) return json(scheduledStatusJson(record, waiting, request.base))
  const before = key === null ? null : record.publishedWithKey(key, tools.now())
  // The same answer as the first time, whatever the body says now.
  if (before !== null) return json(statusJson(record, before, request.base, own))
  return write(parsed.value, key, request, tools)
}

function write(given: Written, key: string | null, request: PracticeRequest, tools: RouteTools): PracticeAnswer {
  const { record } = tools
  const own = ownMember(request)
  const problem = textProblem(given, placeOf(record).maxCharacters) ?? laterProblem(given, tools.now()) ?? pollProblem(given)
  if (problem !== null) return problem
  const parent = given.in_reply_to_id === null ? null : record.statuses.read(given.in_reply_to_id)
  if (given.in_reply_to_id !== null && parent === null) return refuse(404, 'The post you are trying to reply to does not appear to exist.')
  if (!mayQuote(given, tools)) return refuse(404, 'Record not found')
  const media = readMedia(given.media_ids, tools)
  if (media === null) return refuse(422, 'Validation failed: Media attachments could not be found or belong to another post')
  const content = contentOf(given, parent, own, tools.now())
  if (isForLater(given, tools.now())) {
    return json(scheduledStatusJson(record, record.scheduled.add({ scheduledAt: given.scheduled_at, status: content, mediaIds: media, key, at: tools.now() }), request.base))
  }
  const status = record.publish(content, media, key)
  tools.ownAct()
  return json(statusJson(record, status, request.base, own))
}

function contentOf(given: Written, parent: StatusRow | null, own: MemberRow, now: number): NewStatus {
  return {
    authorId: own.id,
    text: given.status,
    createdAt: now,
    inReplyToId: parent?.id ?? null,
    reblogOfId: null,
    quotedId: given.quoted_status_id,
    quotePolicy: given.quote_approval_policy,
    visibility: given.visibility,
    spoilerText: given.spoiler_text,
    sensitive: given.sensitive || given.spoiler_text !== '',
    language: given.language ?? own.language,
    poll: given.poll === null ? null : { choices: given.poll.options, endsAt: now + given.poll.expires_in * 1000, isMultiple: given.poll.multiple, votes: {} }
  }
}

/** Private messages are quoted by nobody: https://docs.joinmastodon.org/client/quotes/ */
function mayQuote({ quoted_status_id: quotedId }: Pick<Written, 'quoted_status_id'>, { record }: RouteTools): boolean {
  const quoted = quotedId === null ? null : record.statuses.read(quotedId)
  return quotedId === null || (quoted !== null && ['public', 'unlisted'].includes(quoted.visibility))
}

/** What is not in the future any more is published at once, as Mastodon does. */
function isForLater(given: Written, now: number): given is Written & { scheduled_at: number } {
  return typeof given.scheduled_at === 'number' && given.scheduled_at > now
}

function textProblem(given: Pick<Written, 'status' | 'spoiler_text' | 'media_ids'>, maxCharacters: number): PracticeAnswer | null {
  if (given.status === '' && given.media_ids.length === 0) return refuse(422, "Validation failed: Text can't be blank")
  if (countCharacters(given.status, given.spoiler_text, charactersPerUrl) > maxCharacters) {
    return refuse(422, `Validation failed: Text character limit of ${maxCharacters} exceeded`)
  }
  if (given.media_ids.length > maxMedia) return refuse(422, `Validation failed: Cannot attach more than ${maxMedia} files`)
  return null
}

function laterProblem(given: Written, now: number): PracticeAnswer | null {
  const later = given.scheduled_at ?? null
  if (later !== null && later > now && later < now + minAheadMs) return refuse(422, tooSoon)
  return null
}

/** As Mastodon's own PollValidator has it. */
function pollProblem({ poll, media_ids: mediaIds, status }: Pick<Written, 'poll' | 'media_ids' | 'status'>): PracticeAnswer | null {
  if (poll === null) return null
  const { options, expires_in: seconds } = poll
  if (mediaIds.length > 0) return refuse(422, 'Validation failed: Cannot attach files to a status with a poll')
  if (status === '') return refuse(422, "Validation failed: Text can't be blank")
  if (options.length < 2 || options.length > pollLimits.max_options || options.some((option) => option === '' || [...option].length > pollLimits.max_characters_per_option)) return refuse(422, 'Validation failed: Options are too few, too many, empty or too long')
  if (new Set(options).size < options.length) return refuse(422, 'Validation failed: Options contains duplicate items')
  return seconds < pollLimits.min_expiration || seconds > pollLimits.max_expiration ? refuse(422, 'Validation failed: Expires at is too soon or too late') : null
}

/** null when one is not there or stands under another status already. */
function readMedia(ids: readonly string[], { record }: RouteTools): readonly number[] | null {
  const found = ids.map((id) => record.media.read(Number(id)))
  return found.every((media) => media !== null && media.statusId === null) ? ids.map(Number) : null
}

function edit(request: PracticeRequest, tools: RouteTools, status: StatusRow): PracticeAnswer {
  const parsed = readParameters(writeInput, request)
  if (!parsed.ok) return parsed.answer
  const given = { ...parsed.value, media_ids: tools.record.media.ofStatus(status.id).map((media) => String(media.id)) }
  const problem = textProblem(given, placeOf(tools.record).maxCharacters)
  if (problem !== null) return problem
  const { status: text, spoiler_text: spoilerText } = given
  // Left out, it is as the account has it set, as on Mastodon.
  tools.record.statuses.setQuotePolicy(status.id, given.quote_approval_policy)
  tools.record.statuses.edit(status.id, { text, spoilerText, sensitive: given.sensitive || spoilerText !== '', at: tools.now() })
  return json(statusJson(tools.record, tools.record.statuses.read(status.id) ?? status, request.base, ownMember(request)))
}
