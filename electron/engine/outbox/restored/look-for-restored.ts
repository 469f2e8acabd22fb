import { capabilitiesOf } from '../../../../shared/networks/capabilities-of.ts'
import { isByHand } from '../../../../shared/networks/is-by-hand.ts'
import type { LastPost } from '../../../../shared/outbox/last-posts.ts'
import { alikeFrom, hasWords, likeness } from '../../../../shared/outbox/same-to-a-reader.ts'
import type { OnlyThere, RestoredFinding } from '../../../../shared/safety/restored-entry.ts'
import type { Account } from '../../../../shared/accounts/account.ts'
import type { AccountsService } from '../../accounts/accounts-service.ts'
import type { MediaService } from '../../media/media-service.ts'
import type { LookedAt, Published, Publisher } from '../../networks/network-publisher.ts'
import type { AccountSession } from '../../networks/network-session.ts'
import type { NetworkResult } from '../../networks/network-failure.ts'
import type { WaitingPosts } from '../../networks/network-scheduler.ts'
import { runWithDeadline } from '../../time/run-with-deadline.ts'
import type { WorkspaceContext } from '../../workspaces/workspace-context.ts'
import { unseenClockMs } from '../clock-doubts.ts'
import { idempotencyOf } from '../idempotency-of.ts'
import type { JobRecord } from '../job-record.ts'
import type { OutboxRepository } from '../outbox-repository.ts'
import type { CreatePayload } from '../job-payload.ts'
import { draftOf } from '../perform-attempt.ts'
import { findWaiting, listWaitingThere, mayWaitThere, type WaitingNeeds } from './waiting-there.ts'

export interface LookNeeds extends Pick<WaitingNeeds, 'isKnownThere'> {
  readonly context: WorkspaceContext
  readonly accounts: AccountsService
  readonly media: MediaService
  readonly repository: OutboxRepository
  /** Aborted when the engine stops. */
  readonly signal: AbortSignal
  canReach(account: Account): boolean
}

/** Somebody waits in front of it. */
const longestMs = 45_000
/** So many are looked for one by one. */
const mostSingly = 100
/** Clocks differ, and the copy is a little older than its name. */
const marginMs = 10 * 60_000

type Findings = ReadonlyMap<string, RestoredFinding>

/** What each account's network shows of these since the copy: first by what it published last, then, where that list may not reach back so far, one by one. Changes nothing. */
export async function lookForRestored(needs: LookNeeds, jobs: readonly JobRecord[], restoredTo: number | null): Promise<Findings> {
  const accountIds = [...new Set(jobs.map(({ accountId }) => accountId))]
  const all = await Promise.all(accountIds.map((accountId) => lookOrSay(needs, accountId, jobs.filter((job) => job.accountId === accountId), restoredTo)))
  return new Map(all.flatMap((findings) => [...findings]))
}

/** Whatever an adapter makes of one account: the others are looked through all the same. */
async function lookOrSay(needs: LookNeeds, accountId: string, jobs: readonly JobRecord[], restoredTo: number | null): Promise<Findings> {
  try {
    return await lookOnAccount(needs, accountId, jobs, restoredTo)
  } catch (error) {
    if (!needs.signal.aborted) needs.context.log.error(`looking for what is out of account ${accountId} threw: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    return new Map(jobs.map(({ id }) => [id, { kind: 'not_asked' }]))
  }
}

async function lookOnAccount(needs: LookNeeds, accountId: string, jobs: readonly JobRecord[], restoredTo: number | null): Promise<Findings> {
  const { accounts, context } = needs
  const account = accounts.read(accountId)
  const all = (kind: 'only_you' | 'not_asked' | 'cannot_tell'): Findings => new Map(jobs.map(({ id }) => [id, { kind }]))
  if (account === null) return all('cannot_tell')
  if (isByHand(account.networkId)) return all('only_you')
  if (account.state !== 'connected' || !needs.canReach(account)) return all('not_asked')
  // A copy of later than now: the clock was set back since, and nobody knows from when on to look.
  if (restoredTo === null || restoredTo > context.clock.now()) return all('cannot_tell')
  const since = restoredTo - marginMs
  const findings = new Map<string, RestoredFinding>()
  await runWithDeadline(context.clock, longestMs, needs.signal, async (signal) => {
    // The same words from before the copy are shown, not taken for it, and nothing is called missing that was not looked for there: the clock that it was made by may have been ahead, and set right since.
    const posts = await listSince(needs, account, jobs, since - unseenClockMs, signal)
    const waiting = await listWaitingThere(needs, account, jobs, signal)
    if (posts === 'not_asked' || !waiting.ok) return jobs.forEach(({ id }) => void findings.set(id, { kind: 'not_asked' }))
    const taken = new Set<string>()
    const takenThere = new Set<string>()
    let singly = mostSingly
    for (const job of jobs) {
      const among = findAmong(needs, job, posts, { since, taken })
      const isUnsure = among.kind === 'cannot_tell' && singly > 0 && !signal.aborted
      if (isUnsure) singly -= 1
      const out = isUnsure ? await findSingly(needs, account, job, { since, taken, signal }) : among
      const found = unlessWaiting(job, out, waiting.value, takenThere)
      if (found.kind === 'there') taken.add(found.remoteId)
      if (found.kind === 'waits_there') takenThere.add(found.scheduledId)
      findings.set(job.id, found)
    }
  })
  return findings
}

/** What is out is out; what else is said of it counts only where it does not wait there. */
function unlessWaiting(job: JobRecord, out: RestoredFinding, waiting: WaitingPosts, taken: ReadonlySet<string>): RestoredFinding {
  if (out.kind === 'there' || out.kind === 'not_asked') return out
  const isUntold = out.kind === 'not_there' && mayWaitThere(job) && !waiting.isComplete
  return findWaiting(job, waiting, taken) ?? (isUntold ? { kind: 'cannot_tell' } : out)
}

/** More than a person reads through. */
const mostOnlyThere = 100

/** What is out since the copy and stands neither in its ledger nor among `found`, the latest first; as far back as each network lists, and not where a reading costs. Changes nothing. */
export async function listOnlyThere(needs: LookNeeds, restoredTo: number | null, found: Findings): Promise<OnlyThere[]> {
  const { accounts, repository, context, signal: ending } = needs
  if (restoredTo === null || restoredTo > context.clock.now()) return []
  const known = new Set([...found.values()].flatMap((finding) => (finding.kind === 'there' ? [finding.remoteId] : finding.kind === 'waits_there' ? [finding.scheduledId] : [])))
  const asked = accounts.list().filter((account) => account.state === 'connected' && !isByHand(account.networkId) && capabilitiesOf(account.networkId).price === undefined && needs.canReach(account))
  const lists = await Promise.all(asked.map(async (account): Promise<OnlyThere[]> => {
    const { id, networkId } = account
    const { publisher } = accounts.adapterFor(networkId)
    let listed: Listed = nothingListed
    let waiting: WaitingPosts['posts'] = []
    await runWithDeadline(context.clock, longestMs, ending, async (signal) => {
      const answer = await accounts.withSession(id, signal, (session) => listWith(publisher, session, { isAnswer: false, isMessage: false }, restoredTo))
      if (answer.ok) listed = answer.value
      const there = await listWaitingThere(needs, account, 'any', signal)
      if (there.ok) waiting = there.value.posts
    }).catch(() => context.log.warning(`what account ${id} published since the copy could not be listed`))
    // Without a date it is since then only where the network was asked for just that.
    const isSince = ({ publishedAt }: LastPost): boolean => (publishedAt === null ? listed.isComplete : publishedAt >= restoredTo)
    const out = listed.posts.filter((post) => isSince(post)).filter((post) => !idsOf(post).some((remoteId) => known.has(remoteId) || repository.ofRemote(id, remoteId) !== null)).map(({ remoteId, text, url, publishedAt }) => ({ accountId: id, remoteId, text, url, publishedAt }))
    return [...out, ...waiting.filter(({ scheduledId }) => !known.has(scheduledId)).map(({ scheduledId, text, url, dueAt }) => ({ accountId: id, remoteId: scheduledId, text, url, publishedAt: null, waitsUntil: dueAt }))]
  }))
  return lists.flat().toSorted((one, other) => timeOf(other) - timeOf(one)).slice(0, mostOnlyThere)
}

function timeOf({ publishedAt, waitsUntil }: OnlyThere): number {
  return publishedAt ?? waitsUntil ?? 0
}

/** All that it has been called: a copy of before a change knows the old name alone. */
function idsOf({ remoteId, earlierIds = [] }: LastPost): readonly string[] {
  return [remoteId, ...earlierIds]
}

interface Listed {
  readonly posts: readonly LastPost[]
  /** All that is out since then is among them. */
  readonly isComplete: boolean
}

const nothingListed: Listed = { posts: [], isComplete: false }

/** Of each of the two kinds, answers and posts, what is out since then. */
async function listSince({ accounts }: LookNeeds, account: Account, jobs: readonly JobRecord[], since: number, signal: AbortSignal): Promise<readonly [Listed, Listed] | 'not_asked'> {
  const { publisher } = accounts.adapterFor(account.networkId)
  const list = async (isAnswer: boolean): Promise<NetworkResult<Listed>> => {
    if (!jobs.some((job) => isOfKind(job, isAnswer))) return { ok: true, value: nothingListed }
    return accounts.withSession(account.id, signal, (session) => listWith(publisher, session, { isAnswer, isMessage: false }, since))
  }
  const posts = await list(false)
  const answers = await list(true)
  return posts.ok && answers.ok ? [posts.value, answers.value] : 'not_asked'
}

async function listWith(publisher: Publisher, session: AccountSession, what: LookedAt, since: number): Promise<NetworkResult<Listed>> {
  if (publisher.listSince !== undefined) return publisher.listSince(session, since)
  const listed = (await publisher.listLast?.(session, what)) ?? { ok: true as const, value: null }
  if (!listed.ok) return listed
  // Some networks have changed ones first: even an old one at the end does not say that none is missing.
  return { ok: true, value: { posts: (listed.value ?? []).filter(({ publishedAt, notOut }) => notOut === undefined && (publishedAt === null || publishedAt >= since)), isComplete: false } }
}

function isOfKind({ payload }: JobRecord, isAnswer: boolean): boolean {
  return payload?.effect === 'create' && payload.audience === 'public' && (payload.replyTo !== null) === isAnswer
}

interface Sought {
  /** What came out before may be it only if the clock was wrong. */
  readonly since: number
  readonly taken: ReadonlySet<string>
}

/** What the ledger knows as another one's cannot be it, and one publication is one job's. */
function findAmong({ repository }: LookNeeds, job: JobRecord, [ofPosts, ofAnswers]: readonly [Listed, Listed], { since, taken }: Sought): RestoredFinding {
  const { payload } = job
  if (payload?.effect !== 'create' || payload.audience === 'message') return { kind: 'cannot_tell' }
  const { posts, isComplete } = payload.replyTo === null ? ofPosts : ofAnswers
  const others = posts.filter((post) => !idsOf(post).some((remoteId) => taken.has(remoteId) || repository.ofRemote(job.accountId, remoteId) !== null))
  const isSince = ({ publishedAt }: LastPost): boolean => publishedAt === null || publishedAt >= since
  const best = others.filter((post) => isSince(post)).map((post) => ({ post, likeness: likenessTo(payload, post) })).toSorted((a, b) => b.likeness - a.likeness)[0]
  if (best !== undefined && best.likeness === 1) return { kind: 'there', remoteId: best.post.remoteId, url: best.post.url, publishedAt: best.post.publishedAt }
  if (best !== undefined && best.likeness >= alikeFrom) return { kind: 'alike', remoteId: best.post.remoteId, text: best.post.text, url: best.post.url, publishedAt: best.post.publishedAt }
  const before = others.find((post) => !isSince(post) && likenessTo(payload, post) === 1)
  if (before !== undefined) return { kind: 'alike', remoteId: before.remoteId, text: before.text, url: before.url, publishedAt: before.publishedAt }
  // Without words there is nothing to compare.
  return { kind: isComplete && hasWords(payload.text) ? 'not_there' : 'cannot_tell' }
}

function likenessTo({ title, text }: CreatePayload, post: LastPost): number {
  return Math.max(likeness(text, post.text), likeness(`${title} ${text}`, post.text))
}

/** As after a send whose end nobody knows. Only where that goes by the words: by a key alone, one that left at another time is not found. */
async function findSingly({ accounts, media, repository, context }: LookNeeds, account: Account, job: JobRecord, { since, taken, signal }: Sought & { readonly signal: AbortSignal }): Promise<RestoredFinding> {
  const draft = job.payload?.effect === 'create' && isFoundByWords(job, account) ? draftOf(media, job.payload, capabilitiesOf(account.networkId)) : null
  if (draft === null || typeof draft === 'string') return { kind: 'cannot_tell' }
  const isAnothers = (remoteId: string): boolean => taken.has(remoteId) || repository.ofRemote(job.accountId, remoteId) !== null || repository.isPromised(job.accountId, job.id, remoteId)
  const lookFrom = (from: number): ReturnType<Publisher['findPublished']> => {
    const intent = { idempotencyKey: job.idempotencyKey, intentAt: job.intentAt, sentAt: Math.min(since, context.clock.now()), since: from, isAnothers }
    return accounts.withSession(account.id, signal, (session, { publisher }) => publisher.findPublished(session, draft, intent))
  }
  const any = await lookFrom(since - unseenClockMs)
  if (!any.ok) return { kind: 'not_asked' }
  if (typeof any.value === 'string') return { kind: any.value === 'none' ? 'not_there' : 'cannot_tell' }
  const found = await lookFrom(since)
  if (!found.ok) return { kind: 'not_asked' }
  if (isHidden(any.value)) return { kind: 'cannot_tell' }
  if (typeof found.value === 'object') return { kind: 'there', remoteId: found.value.remoteId, url: found.value.url, publishedAt: null }
  return { kind: 'alike', remoteId: any.value.remoteId, text: draft.text, url: any.value.url, publishedAt: null }
}

function isFoundByWords(job: JobRecord, { networkId }: Account): boolean {
  const idempotency = idempotencyOf(job, networkId)
  return idempotency !== 'client_chosen_id' && idempotency !== 'ask' && job.afterJobId === null
}

/** Its network waits for a person to make it public: nobody sees it. */
function isHidden({ pending }: Published): boolean {
  return pending?.waitsForPerson === true
}
