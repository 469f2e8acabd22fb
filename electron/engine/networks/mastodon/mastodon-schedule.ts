import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { CannotTell, GoneThere, NativeScheduler, PublishedThere, ScheduledPlace, WaitingPosts, WaitingThere } from '../network-scheduler.ts'
import type { Draft } from '../network-draft.ts'
import type { AccountSession } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed, mapValue } from '../network-results.ts'
import { compareMedia } from './compare-media.ts'
import { openMastodonApi, type MastodonApi } from './mastodon-api.ts'
import { findOwnStatus } from './mastodon-find.ts'
import { publishedOf } from './mastodon-mapping.ts'
import type { MastodonOptions } from './mastodon-options.ts'
import { createStatus } from './mastodon-publish.ts'
import { remoteIdSchema, statusSchema } from './mastodon-schemas.ts'

/** https://docs.joinmastodon.org/entities/ScheduledStatus/ (read on 2026-11-21), as much of it as Vigie reads. */
const scheduledSchema = z.looseObject({
  id: remoteIdSchema,
  scheduled_at: z.string(),
  params: z.looseObject({ text: z.string().nullish(), spoiler_text: z.string().nullish(), poll: z.looseObject({ options: z.array(z.string()) }).nullish() }).optional(),
  media_attachments: z.array(z.unknown()).nullish()
})
type Scheduled = z.infer<typeof scheduledSchema>
type There = WaitingThere | PublishedThere | GoneThere | CannotTell

/** A server publishes at once what is no longer in the future: the answer is a status then. */
const createdSchema = z.union([scheduledSchema, statusSchema.pick({ id: true, url: true, uri: true })])

const pageSize = 40
/** A server keeps 300 of them at most (ScheduledStatus::TOTAL_LIMIT). */
const mostPages = 8
/** A request that was cut off may still be at work on the server for this long, in ms. */
const settled = 5000
/** Published earlier than this before its time, it is another one that says the same (a series does). */
const mostEarly = 60_000
/** A server whose workers stood still publishes late; later than this, the user is asked. The next day of a series lies beyond it. */
const mostLate = 12 * 60 * 60_000

/** https://docs.joinmastodon.org/methods/scheduled_statuses/ (read on 2026-11-21). */
export function createMastodonScheduler(options: MastodonOptions): NativeScheduler {
  async function withApi<Value>(session: AccountSession, work: (api: MastodonApi) => Promise<NetworkResult<Value>>): Promise<NetworkResult<Value>> {
    const api = openMastodonApi(options, session)
    return api.ok ? work(api.value) : api
  }

  /** It does not wait there: published, or gone. Looked for also when its time has not come by our clock: the server goes by its own. */
  async function afterwards(api: MastodonApi, session: AccountSession, draft: Draft, { dueAt, dueUntil, isAnothers }: ScheduledPlace): Promise<NetworkResult<PublishedThere | GoneThere | CannotTell>> {
    const now = options.clock.now()
    const serverSince = dueAt - mostEarly
    const window = { serverSince, serverUntil: Math.max(dueAt, dueUntil ?? dueAt) + mostLate }
    const found = await findOwnStatus(api, session, draft, { sentAt: Math.min(serverSince, now - settled), ...window, isExact: true, ...(isAnothers === undefined ? {} : { isAnothers }) }, now)
    if (!found.ok) return found
    if (found.value === 'none') return done({ kind: 'gone' })
    return done(found.value === 'cannot_tell' ? { kind: 'cannot_tell' } : { kind: 'published', ...found.value })
  }

  return {
    handOver: (session, draft, { idempotencyKey, dueAt }) =>
      withApi<WaitingThere | PublishedThere>(session, async (api) => {
        const created = await createStatus(api, options, session, draft, { idempotencyKey, more: { scheduled_at: new Date(dueAt).toISOString() }, schema: createdSchema })
        if (!created.ok) return created
        return done(isScheduled(created.value) ? waitingThere(created.value) : { kind: 'published', ...publishedOf(created.value) })
      }),
    find: (session, draft, intent) =>
      withApi<There>(session, async (api) => {
        const waiting = await findScheduled(api, draft, intent)
        if (!waiting.ok) return waiting
        if (waiting.value === 'cannot_tell') return done({ kind: 'cannot_tell' })
        if (waiting.value !== null) return done(waitingThere(waiting.value))
        return options.clock.now() - intent.sentAt < settled ? done({ kind: 'cannot_tell' }) : afterwards(api, session, draft, intent)
      }),
    listWaiting: (session) => withApi(session, listWaiting),
    read: (session, draft, place) =>
      withApi<There>(session, async (api) => {
        const there = await api.get(pathOf(place.scheduledId), {}, scheduledSchema)
        if (there.ok) return done(waitingThere(there.value))
        return isNotFound(there) ? afterwards(api, session, draft, place) : there
      }),
    move: (session, draft, there, dueAt) =>
      withApi<There>(session, async (api) => {
        const moved = await api.put(pathOf(there.scheduledId), { scheduled_at: new Date(dueAt).toISOString() }, scheduledSchema)
        if (moved.ok) return done(waitingThere(moved.value))
        return isNotFound(moved) ? afterwards(api, session, draft, there) : moved
      }),
    cancel: (session, draft, place) =>
      withApi(session, async (api) => {
        const { scheduledId } = place
        const removed = await api.delete(pathOf(scheduledId))
        if (!removed.ok && !isNotFound(removed)) return removed
        // Asked again before it is believed: something else may have answered (the page of a hotel's network), and from here it would go a second time.
        const there = await api.get(pathOf(scheduledId), {}, scheduledSchema)
        if (there.ok) return done({ kind: 'cannot_tell' })
        if (!isNotFound(there)) return there
        return removed.ok ? done({ kind: 'gone' }) : afterwards(api, session, draft, place)
      })
  }
}

function isScheduled(created: z.infer<typeof createdSchema>): created is Scheduled {
  return typeof created['scheduled_at'] === 'string'
}

function pathOf(scheduledId: string): string {
  return `/api/v1/scheduled_statuses/${encodeURIComponent(scheduledId)}`
}

function waitingThere({ id, scheduled_at }: Scheduled): WaitingThere {
  // Its text cannot be changed there.
  return { kind: 'waiting', scheduledId: id, dueAt: Date.parse(scheduled_at), isChanged: false }
}

type Sought = Parameters<NativeScheduler['find']>[2]

/** The one with this text, these pictures and this time that no other job has: a series waits there many times with one text. */
async function findScheduled(api: MastodonApi, draft: Draft, { dueAt, isAnothersThere }: Sought): Promise<NetworkResult<Scheduled | 'cannot_tell' | null>> {
  let hasAlike = false
  const looked = await readScheduled(api, (page) => {
    const alike = page.filter((one) => Math.abs(Date.parse(one.scheduled_at) - dueAt) < 60_000 && isAlike(one, draft) && isAnothersThere?.(one.id) !== true)
    hasAlike ||= alike.length > 0
    return alike.find(({ params, media_attachments }) => isTold(params, draft) && compareMedia(media_attachments ?? [], draft.media) === 'same') ?? null
  })
  if (!looked.ok) return looked
  return done(looked.value ?? (hasAlike ? 'cannot_tell' : null))
}

/** Page by page, until `look` has what it wants; null: it is not among them. */
async function readScheduled(api: MastodonApi, look: (page: readonly Scheduled[]) => Scheduled | null): Promise<NetworkResult<Scheduled | null>> {
  let maxId: string | null = null
  for (let pages = 0; pages < mostPages; pages += 1) {
    const page: NetworkResult<Scheduled[]> = await api.get('/api/v1/scheduled_statuses', { limit: pageSize, max_id: maxId }, z.array(scheduledSchema))
    if (!page.ok) return page
    const found = look(page.value)
    if (found !== null) return done(found)
    maxId = page.value.at(-1)?.id ?? null
    if (maxId === null) return done(null)
  }
  return failed('rejected', studioError('unexpected_answer', 'the list of scheduled posts has no end'))
}

async function listWaiting(api: MastodonApi): Promise<NetworkResult<WaitingPosts>> {
  const all: Scheduled[] = []
  const looked = await readScheduled(api, (page) => {
    all.push(...page)
    return null
  })
  return mapValue(looked, () => ({ posts: all.map(({ id, scheduled_at, params }) => ({ scheduledId: id, text: params?.text ?? '', dueAt: Date.parse(scheduled_at), url: null })), isComplete: true }))
}

/** As far as the server tells: one that leaves its words or its choices out may be it. */
function isAlike({ params, media_attachments }: Scheduled, draft: Draft): boolean {
  return plain(params?.text ?? draft.text) === plain(draft.text) && hasWarning(params, draft) && (media_attachments ?? draft.media).length === draft.media.length && hasChoices(params, draft)
}

function isTold(params: Scheduled['params'], { text, poll }: Draft): boolean {
  return params !== undefined && (typeof params.text === 'string' || plain(text) === '') && (poll === undefined || params.poll !== undefined)
}

function hasChoices(params: Scheduled['params'], { poll }: Draft): boolean {
  const choices = poll?.choices ?? []
  return params?.poll === undefined || JSON.stringify((params.poll?.options ?? []).map(plain)) === JSON.stringify(choices.map(plain))
}

/** The same words under another warning are another post. A server that tells of none leaves the words to decide. */
function hasWarning(params: Scheduled['params'], { framing }: Draft): boolean {
  return params?.spoiler_text === undefined || plain(params.spoiler_text ?? '') === plain(framing?.warning ?? '')
}

function plain(text: string): string {
  return text.replaceAll('\r\n', '\n').trim()
}

function isNotFound(result: NetworkResult<unknown>): boolean {
  return !result.ok && result.failure.kind === 'rejected' && result.failure.error.details?.['status'] === 404
}
