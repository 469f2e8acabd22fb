import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { LastPost } from '../../../../shared/outbox/last-posts.ts'
import { htmlToText } from '../../text/html-to-text.ts'
import type { Published, SentIntent } from '../network-publisher.ts'
import type { Draft } from '../network-draft.ts'
import type { AccountSession } from '../network-session.ts'
import { instantOf, lastOnes } from '../last-posts.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed, mapValue } from '../network-results.ts'
import type { MastodonApi } from './mastodon-api.ts'
import { publishedOf } from './mastodon-mapping.ts'
import { compareMedia } from './compare-media.ts'
import { hasQuoted, withoutQuoteLine } from './mastodon-quote.ts'
import { statusSchema, type Status } from './mastodon-schemas.ts'
import { clockOf } from '../server-clock.ts'

const sourceSchema = z.looseObject({ text: z.string() })
const pageSize = 40
/** So many for a person to look through. */
/** A thousand statuses: an account may have gone on publishing while this one was not known. */
const mostPages = 25
/** A request that was cut off may still be at work on the server for this long, in ms. */
const settled = 5000

export interface LookedFor extends Pick<SentIntent, 'sentAt' | 'since'> {
  /** What the server's own clock calls older than this cannot be it: for a moment that was told to the server. Instead of `since`. */
  readonly serverSince?: number
  /** What it calls younger than this cannot be it. Left out: no end. */
  readonly serverUntil?: number
  /** Its pictures have to bear the same descriptions: one with others is left to a person. */
  readonly isExact?: boolean
  isAnothers?(remoteId: string, publishedAt: number): boolean
}

/** Looks through our own newest statuses for one that says what the draft says, written since the attempt began. */
export async function findOwnStatus(api: MastodonApi, session: AccountSession, draft: Draft, intent: LookedFor, now: number): Promise<NetworkResult<Published | 'none' | 'cannot_tell'>> {
  const { sentAt } = intent
  let maxId: string | null = null
  for (let pages = 0; pages < mostPages; pages += 1) {
    const page: NetworkResult<OwnStatuses> = await readOwnStatuses(api, session.account.remoteId, maxId, now)
    if (!page.ok) return page
    const { statuses, clockOffset, skew } = page.value
    const since = intent.serverSince ?? (intent.since ?? sentAt) + clockOffset - skew
    const recent = statuses.filter((status) => Date.parse(status.created_at) >= since)
    const found = await findAmong(api, recent.filter((status) => couldBeIt(status, intent)), draft, intent)
    if (!found.ok) return found
    if (found.value !== null) return done(found.value)
    maxId = statuses.at(-1)?.id ?? null
    if (maxId === null || recent.length < statuses.length) return done(now - sentAt < settled ? 'cannot_tell' : 'none')
  }
  return done('cannot_tell')
}

function couldBeIt({ id, created_at }: Status, { serverUntil, isAnothers }: LookedFor): boolean {
  const publishedAt = Date.parse(created_at)
  return (serverUntil === undefined || publishedAt <= serverUntil) && isAnothers?.(id, publishedAt) !== true
}

async function findAmong(api: MastodonApi, statuses: readonly Status[], draft: Draft, { isExact }: LookedFor): Promise<NetworkResult<Published | 'cannot_tell' | null>> {
  let hasAlike = false
  for (const status of statuses) {
    const isIt = await isSameStatus(api, status, draft)
    if (!isIt.ok) return isIt
    if (!isIt.value) continue
    if (isExact !== true || compareMedia(status.media_attachments, draft.media) === 'same') return done(publishedOf(status))
    hasAlike = true
  }
  return done(hasAlike ? 'cannot_tell' : null)
}

/** Answers among them: they are statuses like any other. */
export async function listLastStatuses(api: MastodonApi, { account }: Pick<AccountSession, 'account'>): Promise<NetworkResult<readonly LastPost[]>> {
  const listed = await api.get(`/api/v1/accounts/${encodeURIComponent(account.remoteId)}/statuses`, { limit: lastOnes, exclude_reblogs: true }, z.array(statusSchema))
  return mapValue(listed, (statuses) => statuses.map((status) => ({ ...publishedOf(status), text: htmlToText(status.content), publishedAt: instantOf(Date.parse(status.created_at)) })))
}

interface OwnStatuses {
  readonly statuses: readonly Status[]
  /** Server's time minus ours, in ms. */
  readonly clockOffset: number
  readonly skew: number
}

async function readOwnStatuses(api: MastodonApi, accountId: string, maxId: string | null, now: number): Promise<NetworkResult<OwnStatuses>> {
  const answered = await api.getAnswer(`/api/v1/accounts/${encodeURIComponent(accountId)}/statuses`, { limit: pageSize, exclude_reblogs: true, max_id: maxId })
  if (!answered.ok) return answered
  const listed = z.array(statusSchema).safeParse(answered.value.json)
  // A list that is not understood must not pass for an empty one: that would say "not there, send again".
  if (!listed.success) return failed('bug', studioError('unexpected_answer', 'the list of own statuses has another shape'))
  return done({ statuses: listed.data, ...clockOf(answered.value.response, now) })
}

async function isSameStatus(api: MastodonApi, status: Status, draft: Draft): Promise<NetworkResult<boolean>> {
  if (status.in_reply_to_id !== (draft.replyTo?.remoteId ?? null) || status.media_attachments.length !== draft.media.length || !hasChoices(status, draft) || !hasQuoted(status, draft) || !hasWarning(status, draft)) return done(false)
  // Cheap first: the words have to be the same whatever the server made of them.
  if (!endsAlike(wordsOf(htmlToText(withoutQuoteLine(status.content), { addresses: 'left_out' })), wordsOf(draft.text))) return done(false)
  const source = await api.get(`/api/v1/statuses/${encodeURIComponent(status.id)}/source`, {}, sourceSchema)
  if (source.ok) return done(endsAlike(plain(source.value.text), plain(draft.text)))
  // Servers before 3.5 do not give the text as it was written; the words have to do.
  return source.failure.kind === 'rejected' || source.failure.kind === 'bug' ? done(true) : source
}

/** The same words under another warning are another post. Some servers put the warning of what is answered above an answer. */
function hasWarning({ spoiler_text: there, in_reply_to_id: parent }: Status, { framing }: Draft): boolean {
  return wordsOf(there) === wordsOf(framing?.warning ?? '') || (parent !== null && framing?.warning === undefined)
}

/** The same question may have been asked with other choices. Where they cannot be read, the words have to do. */
function hasChoices({ poll }: Status, draft: Draft): boolean {
  if (poll === 'unreadable') return draft.poll !== undefined
  const there = poll?.options.map(({ title }) => plain(title)) ?? []
  return JSON.stringify(there) === JSON.stringify((draft.poll?.choices ?? []).map(plain))
}

/** The name of the person answered may have been put in front. */
function endsAlike(there: string, wanted: string): boolean {
  return there === wanted || (there.endsWith(wanted) && /^@\S+\s*$/.test(there.slice(0, there.length - wanted.length)))
}

function plain(text: string): string {
  return text.replaceAll('\r\n', '\n').trim()
}

/** Without white space, the servers in mentions, and the schemes that servers hide. */
function wordsOf(text: string): string {
  return text
    .replaceAll(/(@[\p{L}\p{N}_]+(?:[.-]+[\p{L}\p{N}_]+)*)@[\p{L}\p{N}_.-]+[\p{L}\p{N}_]/gu, '$1 ')
    .replaceAll(/https?:\/\//g, '')
    .replaceAll(/\s+/gu, '')
}
