import type Database from 'better-sqlite3'
import { followsFilm } from '../../../shared/outbox/job-nature.ts'
import type { FeatureCounts, PendingWork } from '../workspaces/feature.ts'
import { recordOf, type JobRecord } from './job-record.ts'
import { absenceSql, awaitingLoginSql, bringForwardSql, countUntilSql, countsSql, dueOrWaitingSql, hoursSql, nextDueQueuedSql, nextDueSql, nextWakeSql, pendingWorkSql, promisedSql, scheduledAsSql, soughtSql, waitingSql } from './outbox-statements.ts'

/** Of what waits, or waited, with its network. */
export interface HoursThere {
  /** It may still go at this hour, although another one is wished. */
  readonly stillAt: number | null
  /** It went so. */
  readonly oldHour: number | null
  /** What follows once it is back; null while it is not called back. */
  readonly afterReturn: 'wait_here' | 'edit' | 'discard' | null
}

/** A job's row: read and written whole. Every change goes through `save`, which refuses to act on a state that is no longer there. */
export interface OutboxRepository {
  insert(record: JobRecord): void
  read(jobId: string): JobRecord | null
  /** Throws when the row is not in the state of `before` any more: somebody decided on an old view. */
  save(before: JobRecord, changes: Partial<JobRecord>): JobRecord
  listOpen(limit: number): readonly JobRecord[]
  listFinished(limit: number): readonly JobRecord[]
  /** Those that publish them, or what follows their films (covers, lists); in the order in which they were recorded. */
  ofPosts(postIds: readonly string[], which?: 'posts' | 'covers'): readonly JobRecord[]
  /** In the order in which they were recorded. */
  ofItem(itemId: string): readonly JobRecord[]
  /** The jobs of the parts that answer this one, cancelled ones too. */
  followersOf(jobId: string): readonly JobRecord[]
  openOfConversation(conversationId: string): readonly JobRecord[]
  /** What changes that which is out of a post, oldest first. */
  aboutPost(postId: string): readonly JobRecord[]
  /** The newest confirmed edit of what this job published; null: it stands as it was sent. */
  newestEdit(jobId: string): JobRecord | null
  openOfAccount(accountId: string): readonly JobRecord[]
  /** Posts of the account that are not finished and due from `from` to `until`. */
  openDueBetween(accountId: string, from: number, until: number): readonly JobRecord[]
  /** The newest ones, whatever their state. */
  ofAccount(accountId: string, limit: number): readonly JobRecord[]
  ofRemote(accountId: string, remoteId: string): JobRecord | null
  /** Posts whose identifier there begins so, the newest first. */
  postsBeginning(accountId: string, beginning: string): readonly { readonly remoteId: string; readonly postId: string }[]
  /** Whether the network works on this for another job, or publishes it for another one at its time: it will be out under the same name. */
  isPromised(accountId: string, jobId: string, remoteId: string): boolean
  /** It may be with its network from a time that a restored file forgot: nothing here says that it was ever given to it. */
  isSought(jobId: string): boolean
  hoursThere(jobId: string): HoursThere
  /** Under which name it is, or was last until it came out, with a network that publishes by itself; null: it is with none. */
  scheduledAs(jobId: string): string | null
  nextDue(accountId: string, now: number, only?: 'queued'): JobRecord | null
  nextWake(accountId: string, now: number): number | null
  /** How many jobs of the account will be looked at by then, a thousand at most. */
  countUntil(accountId: string, until: number): number
  /** Those of which something may have arrived, and that have no answer yet. */
  onTheirWay(): readonly JobRecord[]
  waiting(accountId: string, limit: number): readonly JobRecord[]
  /** What would leave by itself and whose time has come, or that waits for the network. */
  dueOrWaiting(accountId: string, now: number, limit: number): readonly JobRecord[]
  awaitingLogin(accountId: string): readonly JobRecord[]
  sending(): readonly JobRecord[]
  /** Those that can be taken back before anything of them leaves. */
  leaving(): readonly JobRecord[]
  /** The clock went back by `by` ms: what waits for a retry or a look does not wait longer for that. */
  bringForward(by: number, now: number): void
  counts(): Counts
  pendingWork(dayEnd: number): Omit<PendingWork, 'isHeld'>
  /** Of what came due in that span: what is out, and what asks. Posts count once. */
  duringAbsence(since: number, until: number): { readonly out: number; readonly asking: number }
}

type OutboxCount = 'needsAttention' | 'waiting' | 'atNetwork' | 'soughtThere' | 'movingThere' | 'outAtOldHour' | 'nextDueAt'
type Counts = Required<Pick<FeatureCounts, OutboxCount>>

const noCounts: Counts = { needsAttention: 0, waiting: 0, atNetwork: 0, soughtThere: 0, movingThere: 0, outAtOldHour: 0, nextDueAt: null }

export function createOutboxRepository(database: Database.Database): OutboxRepository {
  const records = (rows: readonly unknown[]): readonly JobRecord[] => rows.map(recordOf)
  const one = (row: unknown): JobRecord | null => (row === undefined ? null : recordOf(row))
  const select = (rest: string): Database.Statement => database.prepare(`SELECT * FROM outbox_jobs ${rest}`)

  const insert = database.prepare(`INSERT INTO outbox_jobs (${columns.join(', ')}) VALUES (${columns.map((name) => `@${name}`).join(', ')})`)
  const update = database.prepare(`UPDATE outbox_jobs SET ${changing.map((name) => `${name} = @${name}`).join(', ')} WHERE id = @id AND state = @stateBefore`)
  const byId = select('WHERE id = ?')
  const lists = { open: select('WHERE finished_at IS NULL ORDER BY due_at, id LIMIT ?'), finished: select('WHERE finished_at IS NOT NULL ORDER BY finished_at DESC, id LIMIT ?') }
  const byPosts = { of: select('WHERE post_id IS NOT NULL AND post_id IN (SELECT value FROM json_each(?)) ORDER BY rowid'), about: select('WHERE about_post_id IS NOT NULL AND about_post_id = ? ORDER BY rowid'), edit: select(newestEditRest) }
  const behind = { item: select('WHERE item_id IS NOT NULL AND item_id = ? ORDER BY rowid'), predecessor: select('WHERE after_job_id IS NOT NULL AND after_job_id = ? ORDER BY rowid'), conversation: select('WHERE conversation_id IS NOT NULL AND conversation_id = ? AND finished_at IS NULL ORDER BY rowid') }
  const ofAccounts = { open: select('WHERE finished_at IS NULL AND account_id = ?'), all: select('WHERE account_id = ? ORDER BY created_at DESC LIMIT ?') }
  const openDueBetween = select(`WHERE finished_at IS NULL AND due_at BETWEEN ? AND ? AND account_id = ? AND kind = 'publish_post'`)
  const byRemote = { known: select('WHERE account_id = ? AND remote_id IS NOT NULL AND remote_id = ? LIMIT 1'), beginning: database.prepare<[{ accountId: string; beginning: string }], { remoteId: string; postId: string }>(beginningSql), promised: database.prepare(promisedSql), sought: database.prepare<[string]>(soughtSql), hours: database.prepare<[string], HoursThere>(hoursSql), scheduledAs: database.prepare<[string], string | null>(scheduledAsSql).pluck() }
  const inState = { sending: select(`WHERE state = 'sending'`), leaving: select(`WHERE undo_until IS NOT NULL AND state = 'queued' ORDER BY next_attempt_at, rowid`) }
  const due = { any: database.prepare(nextDueSql).pluck(), queued: database.prepare(nextDueQueuedSql).pluck(), count: database.prepare(countUntilSql).pluck(), wake: database.prepare(nextWakeSql).pluck() }
  const idsOf = { waiting: database.prepare(waitingSql).pluck(), dueOrWaiting: database.prepare(dueOrWaitingSql).pluck(), awaitingLogin: database.prepare(awaitingLoginSql).pluck() }
  const bringForward = database.prepare(bringForwardSql)
  const onTheirWay = database.prepare("SELECT * FROM outbox_jobs WHERE finished_at IS NULL AND state IN ('sending', 'unknown_outcome', 'pending_at_network')")
  const sums = { counts: database.prepare<[], Counts>(countsSql), absence: database.prepare<[{ since: number; until: number }], { out: number; asking: number }>(absenceSql), pending: database.prepare<[{ dayEnd: number }], Omit<PendingWork, 'isHeld'>>(pendingWorkSql) }

  function read(jobId: unknown): JobRecord | null {
    return one(byId.get(jobId))
  }
  const readAll = (ids: readonly unknown[]): readonly JobRecord[] => ids.flatMap((id) => read(id) ?? [])

  return {
    insert: (record) => void insert.run(rowOf(record)),
    read,
    save(before, changes) {
      const after = { ...before, ...changes }
      const { changes: changed } = update.run({ ...rowOf(after), stateBefore: before.state })
      if (changed !== 1) throw new Error(`job ${before.id} is no longer ${before.state}`)
      return after
    },
    listOpen: (limit) => records(lists.open.all(limit)),
    listFinished: (limit) => records(lists.finished.all(limit)),
    ofPosts: (postIds, which = 'posts') => records(byPosts.of.all(JSON.stringify(postIds))).filter(({ kind }) => followsFilm(kind) === (which === 'covers')),
    ofItem: (itemId) => records(behind.item.all(itemId)),
    followersOf: (jobId) => records(behind.predecessor.all(jobId)),
    newestEdit: (jobId) => one(byPosts.edit.get(jobId)),
    aboutPost: (postId) => records(byPosts.about.all(postId)),
    openOfConversation: (conversationId) => records(behind.conversation.all(conversationId)),
    openOfAccount: (accountId) => records(ofAccounts.open.all(accountId)),
    openDueBetween: (accountId, from, until) => records(openDueBetween.all(from, until, accountId)),
    ofAccount: (accountId, limit) => records(ofAccounts.all.all(accountId, limit)),
    postsBeginning: (accountId, beginning) => beginning === '' ? [] : byRemote.beginning.all({ accountId, beginning }),
    ofRemote: (accountId, remoteId) => one(byRemote.known.get(accountId, remoteId)),
    isSought: (jobId) => byRemote.sought.get(jobId) !== undefined,
    hoursThere: (jobId) => byRemote.hours.get(jobId) ?? { stillAt: null, oldHour: null, afterReturn: null },
    scheduledAs: (jobId) => byRemote.scheduledAs.get(jobId) ?? null,
    isPromised: (accountId, jobId, remoteId) => byRemote.promised.get({ accountId, jobId, remoteId }) !== undefined,
    nextDue: (accountId, now, only) => read((only === 'queued' ? due.queued : due.any).get({ accountId, now }) ?? null),
    countUntil: (accountId, until) => Number(due.count.get({ accountId, until })),
    nextWake: (accountId, now) => {
      const at = due.wake.get({ accountId, now })
      return typeof at === 'number' ? at : null
    },
    onTheirWay: () => onTheirWay.all().map(recordOf),
    waiting: (accountId, limit) => readAll(idsOf.waiting.all(accountId, limit)),
    dueOrWaiting: (accountId, now, limit) => readAll(idsOf.dueOrWaiting.all({ accountId, now, limit })),
    awaitingLogin: (accountId) => readAll(idsOf.awaitingLogin.all(accountId)),
    sending: () => records(inState.sending.all()),
    leaving: () => records(inState.leaving.all()),
    bringForward: (by, now) => void bringForward.run({ by, now }),
    counts: () => sums.counts.get() ?? noCounts,
    duringAbsence: (since, until) => sums.absence.get({ since, until }) ?? { out: 0, asking: 0 },
    pendingWork: (dayEnd) => sums.pending.get({ dayEnd }) ?? { sending: 0, leaving: 0, dueToday: 0, nextDueAt: null }
  }
}

// A range of the index, whatever signs an identifier has.
const beginningSql = `SELECT remote_id AS remoteId, post_id AS postId FROM outbox_jobs
  WHERE account_id = @accountId AND remote_id >= @beginning AND remote_id < @beginning || char(1114111) AND post_id IS NOT NULL AND kind = 'publish_post' ORDER BY rowid DESC`

const newestEditRest = "WHERE about_job_id IS NOT NULL AND about_job_id = ? AND kind = 'edit' AND state = 'published' ORDER BY rowid DESC LIMIT 1"

/** Fixed when the intent is recorded, except `intent_at`, `due_at` and `is_planned`, which the user may change while nothing can have arrived. */
const fixed = ['id', 'kind', 'account_id', 'post_id', 'conversation_id', 'item_id', 'idempotency_key', 'payload', 'excerpt', 'text_digest', 'part', 'part_count', 'after_job_id', 'about_job_id', 'about_post_id', 'created_at'] as const
const changing = [
  'state', 'intent_at', 'is_planned', 'due_at', 'next_attempt_at', 'undo_until', 'promised_until', 'before_now', 'attempts', 'first_sent_at', 'last_sent_at', 'looks', 'nones',
  'failed_looks', 'awaits_login', 'pending_token', 'hand_over', 'failure', 'remote_id', 'remote_url', 'cancel_reason', 'doubtful', 'removed_at', 'finished_at'
] as const
const columns = [...fixed, ...changing]

function aboutColumns({ about, removedAt }: JobRecord): { readonly about_job_id: string | null; readonly about_post_id: string | null; readonly removed_at: number | null } {
  return { about_job_id: about?.jobId ?? null, about_post_id: about?.postId ?? null, removed_at: removedAt ?? null }
}

function rowOf(record: JobRecord): Readonly<Record<(typeof columns)[number], string | number | null>> {
  return {
    id: record.id,
    kind: record.kind,
    state: record.state,
    account_id: record.accountId,
    post_id: record.postId,
    conversation_id: record.conversationId,
    item_id: record.itemId,
    idempotency_key: record.idempotencyKey,
    intent_at: record.intentAt,
    payload: record.payloadText,
    excerpt: record.excerpt,
    text_digest: record.textDigest,
    part: record.part?.number ?? 1,
    part_count: record.part?.of ?? 1,
    after_job_id: record.afterJobId,
    ...aboutColumns(record),
    is_planned: record.isPlanned ? 1 : 0,
    due_at: record.dueAt,
    next_attempt_at: record.nextAttemptAt,
    undo_until: record.undoUntil,
    promised_until: record.promisedUntil,
    before_now: record.beforeNow === null ? null : JSON.stringify(record.beforeNow),
    attempts: record.attempts,
    first_sent_at: record.firstSentAt,
    last_sent_at: record.lastSentAt,
    looks: record.looks,
    nones: record.nones,
    failed_looks: record.failedLooks,
    awaits_login: record.awaitsLogin ? 1 : 0,
    pending_token: record.pendingToken,
    hand_over: record.handOver,
    failure: record.failure === null ? null : JSON.stringify(record.failure),
    remote_id: record.remoteId,
    remote_url: record.remoteUrl,
    cancel_reason: record.cancelReason,
    doubtful: record.isDoubtful ? 1 : 0,
    created_at: record.createdAt,
    finished_at: record.finishedAt
  }
}
