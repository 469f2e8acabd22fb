import { groupBy } from './group-by.ts'
import type { NetworkRecord } from './networks/network-orders.ts'
import type { NetworkKind, Publication } from './networks/torture-network.ts'
import type { Intent, Intents, IntentSort } from './intents.ts'
import type { LedgerJob } from './ledger.ts'
import { markOf } from './marks.ts'

/** What an account of ours is called on its network, and which kind that is. */
export type AccountsOnNetworks = ReadonlyMap<string, { readonly kind: NetworkKind; readonly account: string }>

/** A text at its account, as the networks write it down too. */
export function keyOf(accountOf: AccountsOnNetworks, accountId: string, mark: string): string {
  const place = accountOf.get(accountId)
  if (place === undefined) throw new Error('an intent for an account that does not exist')
  return `${place.kind} ${place.account} ${mark}`
}

export function kindOf(accountOf: AccountsOnNetworks, accountId: string): NetworkKind {
  return accountOf.get(accountId)?.kind ?? 'none'
}

/** Everything that is held against each other. */
export interface TallyFacts {
  readonly intents: Intents
  readonly accountOf: AccountsOnNetworks
  readonly record: NetworkRecord
  readonly jobs: ReadonlyMap<string, LedgerJob>
  /** What stands at the networks, by `keyOf`. */
  readonly seen: ReadonlyMap<string, readonly Publication[]>
  /** What stood there and was deleted, by `keyOf`. */
  readonly removed: ReadonlyMap<string, readonly Publication[]>
}

export type Outcome = 'published' | 'unknown' | 'withdrawn' | 'gone' | 'lost'

/** What became of the intents with one key: a single one, or twins, or the days of a series. */
export interface Verdict {
  readonly key: string
  readonly kind: NetworkKind
  readonly sort: IntentSort
  readonly published: number
  /** Publications beyond what was meant. */
  readonly duplicates: number
  /** Acknowledged, and neither on the network nor left to the user; or told as something that is not so. */
  readonly lost: number
  readonly unknown: number
  readonly withdrawn: number
  /** Gone with an older copy. */
  readonly gone: number
  /** Unknown although the network could tell. */
  readonly needless: number
  /** There although it had been taken back before anything of it left. */
  readonly ghosts: number
  readonly misplaced: number
  readonly jobIds: readonly string[]
  readonly complaint: string | null
}

export const nothing = { published: 0, duplicates: 0, lost: 0, unknown: 0, withdrawn: 0, gone: 0, needless: 0, ghosts: 0, misplaced: 0 }

export function bySeen(publications: readonly Publication[]): ReadonlyMap<string, readonly Publication[]> {
  return groupBy(publications, ({ kind, account, text }) => `${kind} ${account} ${markOf(text)}`)
}

/** What the ledger says of a job that was meant. `isAllowed`: the user gave it up, or a later word took its place. */
export function outcomeIn({ jobs, intents }: Pick<TallyFacts, 'jobs' | 'intents'>, jobId: string, isAllowed: boolean): Outcome {
  if (intents.isGone(jobId)) return 'gone'
  const outcome = outcomeOf(jobs.get(jobId), isAllowed)
  // Taken back since the copy was made, and in doubt in the copy.
  return outcome === 'unknown' && isAllowed && intents.isDoubted(jobId) ? 'withdrawn' : outcome
}

/** It may have left before it was withdrawn. */
export function mayHaveLeft(intents: Intents, job: LedgerJob | undefined): boolean {
  return job !== undefined && (job.first_sent_at !== null || intents.isDoubted(job.id))
}

export function outcomeOf(job: LedgerJob | undefined, isAllowed: boolean): Outcome {
  switch (job?.state) {
    case 'published':
      return 'published'
    case 'unknown_outcome':
      return 'unknown'
    case 'cancelled':
      return isAllowed ? 'withdrawn' : 'lost'
    default:
      return 'lost'
  }
}

/** By what the ledger says of each of them, and how often it is there. What is gone with a copy may be there once. */
export function compare(intents: Intents, members: readonly { readonly outcome: Outcome; readonly job: LedgerJob | undefined }[], times: number, canTell: boolean): Omit<Verdict, 'key' | 'kind' | 'sort' | 'jobIds' | 'complaint' | 'misplaced'> {
  const count = (outcome: Outcome): number => members.filter((member) => member.outcome === outcome).length
  const [published, unknown, withdrawn, gone] = [count('published'), count('unknown'), count('withdrawn'), count('gone')]
  const mayBeThere = members.filter(({ outcome, job }) => outcome === 'gone' && !(job !== undefined && intents.isKeptBack(job.id))).length
  const onTheWire = members.filter(({ outcome, job }) => outcome === 'withdrawn' && mayHaveLeft(intents, job)).length
  const missing = Math.max(0, published - times)
  const extra = Math.max(0, times - published - unknown - mayBeThere - onTheWire)
  const ghosts = Math.min(extra, withdrawn - onTheWire + gone - mayBeThere)
  return { published: published - missing, duplicates: extra - ghosts, lost: count('lost') + missing, unknown, withdrawn, gone, needless: canTell ? members.filter(({ outcome, job }) => outcome === 'unknown' && job !== undefined && !intents.isDoubted(job.id)).length : 0, ghosts }
}

/** Of a part that was given up: those behind it went with it. */
export function isGivenUp(intents: Intents, thread: ReadonlyMap<string, readonly Intent[]>, intent: Intent): boolean {
  if (intents.isWithdrawn(intent.jobId)) return true
  const before = thread.get(threadKey(intent) ?? '') ?? []
  return before.some((other) => (other.thread?.part ?? 0) < (intent.thread?.part ?? 0) && intents.isWithdrawn(other.jobId))
}

export function threadKey({ thread, accountId }: Intent): string | null {
  return thread === undefined ? null : `${thread.post} ${accountId}`
}
