import { z } from 'zod'
import { studioError, studioErrorSchema } from '../../../shared/errors/studio-error.ts'
import { byHandToken } from '../../../shared/outbox/by-hand.ts'
import { cancelReasonSchema } from '../../../shared/outbox/cancel-reason.ts'
import { handOverStates, jobKinds, jobStates, type Job } from '../../../shared/outbox/job.ts'
import { jobPayloadSchema, type JobPayload } from './job-payload.ts'
import { doubtful } from './restored-doubt.ts'

const flag = z.int().transform((value) => value === 1)
const instant = z.int()

/** A row as SQLite gives it. The table's own checks hold everything but the two JSON columns. */
const rowSchema = z.object({
  id: z.string(),
  kind: z.enum(jobKinds),
  state: z.enum(jobStates),
  account_id: z.string(),
  post_id: z.string().nullable(),
  conversation_id: z.string().nullable(),
  item_id: z.string().nullable(),
  idempotency_key: z.string(),
  intent_at: instant,
  payload: z.string(),
  excerpt: z.string(),
  part: z.int(),
  part_count: z.int(),
  after_job_id: z.string().nullable(),
  is_planned: flag,
  due_at: instant,
  next_attempt_at: instant.nullable(),
  undo_until: instant.nullable(),
  promised_until: instant.nullable(),
  before_now: z.string().nullable(),
  attempts: z.int(),
  first_sent_at: instant.nullable(),
  last_sent_at: instant.nullable(),
  looks: z.int(),
  nones: z.int(),
  failed_looks: z.int(),
  awaits_login: flag,
  pending_token: z.string().nullable(),
  hand_over: z.enum(handOverStates).nullable(),
  failure: z.string().nullable(),
  remote_id: z.string().nullable(),
  remote_url: z.string().nullable(),
  cancel_reason: cancelReasonSchema,
  about_job_id: z.string().nullable(),
  about_post_id: z.string().nullable(),
  removed_at: instant.nullable(),
  text_digest: z.string().nullable(),
  created_at: instant,
  doubtful: flag,
  finished_at: instant.nullable()
})

/** A job that asked, and what it asked with; `queued`: one that had an hour before it was moved. */
const beforeNowSchema = z.object({ state: z.enum(['missed', 'held', 'failed', 'queued']), dueAt: instant, intentAt: instant, isPlanned: z.boolean(), attempts: z.int(), awaitsLogin: z.boolean(), isDoubtful: z.boolean(), failure: studioErrorSchema.nullable() })
export type BeforeNow = z.infer<typeof beforeNowSchema>

/** A job with everything that only the outbox itself needs to know. */
export interface JobRecord extends Job {
  readonly itemId: string | null
  readonly idempotencyKey: string
  readonly intentAt: number
  /** null: the stored text cannot be read; `payloadText` is what is there. */
  readonly payload: JobPayload | null
  readonly payloadText: string
  /** The job of the part before it in a thread, which has to be out first; null for a first part and for what is no thread. */
  readonly afterJobId: string | null
  readonly isPlanned: boolean
  /** It waits to be taken back, and nothing of it has left; null once anything has happened to it. */
  readonly undoUntil: number | null
  /** Somebody told it to leave on the return online, and was told until when it does that by itself; null: nobody did. */
  readonly promisedUntil: number | null
  /** What it was when somebody sent it by one press of a button, or moved it, which an undo brings back; null once anything else has happened to it. */
  readonly beforeNow: BeforeNow | null
  readonly firstSentAt: number | null
  readonly lastSentAt: number | null
  readonly looks: number
  readonly nones: number
  readonly failedLooks: number
  readonly awaitsLogin: boolean
  /** What the network calls it that is at work on it, or (while it is sent) that the send has begun there; `nothingBegun`; null: not known. */
  readonly pendingToken: string | null
  readonly remoteId: string | null
  /** It stood open in a file that was put back to an earlier state: it may be out, and does not leave before a person has said what it is. */
  readonly isDoubtful: boolean
  /** Of the text, so that the same text is found again without reading every payload; null where that means nothing. */
  readonly textDigest: string | null
}

/** Throws for a row that the table's checks should have refused. */
export function recordOf(stored: unknown): JobRecord {
  const row = rowSchema.parse(stored)
  const payload = jobPayloadSchema.safeParse(parseJson(row.payload)).data ?? null
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    accountId: row.account_id,
    postId: row.post_id,
    conversationId: row.conversation_id,
    itemId: row.item_id,
    idempotencyKey: row.idempotency_key,
    intentAt: row.intent_at,
    payload,
    payloadText: row.payload,
    excerpt: row.excerpt,
    ...(row.part_count === 1 ? {} : { part: { number: row.part, of: row.part_count, ...(payload?.effect === 'create' && payload.hasComment === true ? { hasComment: true as const } : {}) } }),
    afterJobId: row.after_job_id,
    isPlanned: row.is_planned,
    dueAt: row.due_at,
    nextAttemptAt: row.next_attempt_at,
    undoUntil: row.undo_until,
    promisedUntil: row.promised_until,
    beforeNow: row.before_now === null ? null : (beforeNowSchema.safeParse(parseJson(row.before_now)).data ?? null),
    attempts: row.attempts,
    firstSentAt: row.first_sent_at,
    lastSentAt: row.last_sent_at,
    looks: row.looks,
    nones: row.nones,
    failedLooks: row.failed_looks,
    awaitsLogin: row.awaits_login,
    pendingToken: row.pending_token,
    handOver: row.hand_over,
    failure: readFailure(row.failure),
    remoteId: row.remote_id,
    remoteUrl: row.remote_url,
    cancelReason: row.cancel_reason,
    ...aboutOf(row),
    ...(row.removed_at === null ? {} : { removedAt: row.removed_at }),
    textDigest: row.text_digest,
    isDoubtful: row.doubtful,
    createdAt: row.created_at,
    finishedAt: row.finished_at
  }
}

function aboutOf({ about_job_id: jobId, about_post_id: postId }: z.infer<typeof rowSchema>): Pick<Job, 'about'> {
  return jobId === null || postId === null ? {} : { about: { jobId, postId } }
}

/** What the page sees of a job. */
export function jobOf(record: JobRecord): Job {
  const { id, kind, state, accountId, postId, conversationId, excerpt, part, dueAt, nextAttemptAt, attempts, handOver, remoteUrl, cancelReason, createdAt, finishedAt, about, removedAt } = record
  // Missed in a copy that was put back, it may be out since: no decision about many may send it.
  const failure = record.isDoubtful && state === 'missed' ? doubtful : record.failure
  return { id, kind, state, accountId, postId, conversationId, excerpt, ...(part === undefined ? {} : { part }), dueAt, nextAttemptAt, attempts, failure, handOver, remoteUrl, cancelReason, createdAt, finishedAt, ...(isByHand(record) ? { byHand: true } : {}), ...(isPrivate(record) ? { isPrivate: true } : {}), ...formatIn(record), ...(about === undefined ? {} : { about }), ...(removedAt === undefined ? {} : { removedAt }), ...leavesUntil(record) }
}

function leavesUntil({ state, promisedUntil }: JobRecord): Pick<Job, 'leavesUntil'> {
  return promisedUntil !== null && (state === 'queued' || state === 'waiting_for_network') ? { leavesUntil: promisedUntil } : {}
}

/** Its time has come, and it waits for the person. */
export function isByHand({ state, pendingToken }: Pick<JobRecord, 'state' | 'pendingToken'>): boolean {
  return state === 'pending_at_network' && pendingToken === byHandToken
}

/** As the page has it. */
export function formatIn({ payload }: Pick<JobRecord, 'payload'>): Pick<Job, 'format' | 'quotes' | 'forFew'> {
  if (payload?.effect !== 'create') return {}
  return { ...(payload.format === undefined ? {} : { format: payload.format }), ...(payload.quote === undefined ? {} : { quotes: true }), ...(payload.terms?.film !== undefined && payload.terms.audience !== 'everyone' ? { forFew: true } : {}) }
}

function isPrivate({ payload }: Pick<JobRecord, 'payload'>): boolean {
  return payload?.effect === 'create' && payload.audience === 'message'
}

/** A failure that cannot be read any more is still a failure. */
export function readFailure(text: string | null): Job['failure'] {
  if (text === null) return null
  return studioErrorSchema.safeParse(parseJson(text)).data ?? studioError('bug', 'the stored reason cannot be read')
}

/** undefined for text that is no JSON; never throws. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Damaged text is as good as none: the schema refuses it next.
    return undefined
  }
}

/** The send has begun nothing yet that the network could make public without being told once more. */
export const nothingBegun = ''

/** What was kept, as adapters are told it; nothing at all where it is not known. */
export function begunOf(kept: string | null): { readonly begun?: string | null } {
  return kept === null ? {} : { begun: kept === nothingBegun ? null : kept }
}
