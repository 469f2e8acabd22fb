import type { NetworkRecord } from './networks/network-orders.ts'
import type { NetworkKind, Publication } from './networks/torture-network.ts'
import { markOf, networkKinds } from './networks/torture-network.ts'
import { allAttempts, allJobs, workspaceFile, type LedgerAttempt, type LedgerJob } from './ledger.ts'
import type { SkewHistory } from './skew-history.ts'
import type { Intent } from './user.ts'

export interface Tally {
  /** Intents: one for each post and account. */
  readonly posts: number
  readonly published: number
  /** Publications beyond the first. */
  readonly duplicates: number
  /** Acknowledged, and neither on the network nor left to the user as unknown; or told as something that is not so. */
  readonly lost: number
  readonly unknown: number
  /** Those where the network offers a key or a look-up: there must be none. */
  readonly unknownNeedlessly: number
  /** On a network, and nobody meant it. */
  readonly strangers: number
  readonly byKind: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** From the first trouble of a post until it is confirmed, in s of the networks' time, without the hours asleep. */
  readonly recovery: { readonly troubled: number; readonly medianSeconds: number; readonly worstSeconds: number }
  /** What is wrong, the first twenty. */
  readonly complaints: readonly string[]
}

/** What an account of ours is called on its network, and which kind that is. */
export type AccountsOnNetworks = ReadonlyMap<string, { readonly kind: NetworkKind; readonly account: string }>

export interface TallyInput {
  readonly dataFolder: string
  readonly intents: readonly Intent[]
  readonly accountOf: AccountsOnNetworks
  readonly record: NetworkRecord
  readonly skews: SkewHistory
}

type Outcome = 'published' | 'lost' | 'unknown'

/** Compares what the networks show with what was meant, intent by intent. */
export function tally(input: TallyInput): Tally {
  const seen = countPublications(input.record.publications)
  const jobs = jobsById(input)
  const verdicts = input.intents.map((intent) => judge(intent, input.accountOf, seen, jobs))
  const meant = new Set(verdicts.map(({ key }) => key))
  const strangers = [...seen.keys()].filter((key) => !meant.has(key))
  const byKind = Object.fromEntries(networkKinds.map((kind) => [kind, sumOf(verdicts.filter((verdict) => verdict.kind === kind))]))
  const complaints = verdicts.flatMap(({ complaint }) => complaint ?? []).slice(0, 20)
  return {
    posts: verdicts.length,
    ...sumOf(verdicts),
    strangers: strangers.length,
    unknownNeedlessly: verdicts.filter(({ isNeedless }) => isNeedless).length,
    byKind,
    recovery: recoveryOf(input, jobs),
    complaints: [...explain(input, complaints), ...strangers.slice(0, 20)]
  }
}

interface Verdict {
  readonly kind: NetworkKind
  readonly key: string
  readonly outcome: Outcome
  readonly extra: number
  /** Unknown although the network could tell. */
  readonly isNeedless: boolean
  readonly complaint: Complaint | null
}

function judge({ accountId, text, jobId }: Intent, accountOf: AccountsOnNetworks, seen: ReadonlyMap<string, number>, jobs: ReadonlyMap<string, LedgerJob>): Verdict {
  const place = accountOf.get(accountId)
  if (place === undefined) throw new Error('an intent for an account that does not exist')
  const { kind } = place
  const key = keyOf(kind, place.account, text)
  const times = seen.get(key) ?? 0
  const job = jobs.get(jobId)
  const outcome = outcomeOf(job, times)
  const extra = Math.max(0, times - 1)
  const isNeedless = outcome === 'unknown' && kind !== 'none'
  const isWrong = outcome === 'lost' || extra > 0 || isNeedless
  return { kind, key, outcome, extra, isNeedless, complaint: isWrong ? { key, jobId, text: `${key}: ${times} times there, the ledger says ${job?.state ?? 'nothing'}` } : null }
}

function sumOf(verdicts: readonly Verdict[]): Pick<Tally, 'published' | 'duplicates' | 'lost' | 'unknown'> {
  const count = (outcome: Outcome): number => verdicts.filter((verdict) => verdict.outcome === outcome).length
  return { published: count('published'), duplicates: verdicts.reduce((sum, { extra }) => sum + extra, 0), lost: count('lost'), unknown: count('unknown') }
}

interface Complaint {
  readonly key: string
  readonly jobId: string
  readonly text: string
}

/** With what the network and the ledger remember of each, by the network's time and by the computer's. */
function explain(input: TallyInput, complaints: readonly Complaint[]): readonly string[] {
  if (complaints.length === 0) return []
  const history = new Map(input.record.history)
  const attempts = filesOf(input).flatMap(allAttempts)
  return complaints.map(({ key, jobId, text }) =>
    [
      text,
      ...(history.get(key) ?? []).map((line) => `    network  ${line}`),
      ...attempts.filter((attempt) => attempt.job_id === jobId).map(({ step, outcome, started_at: at }) => `    computer ${new Date(at).toISOString()} ${step}: ${outcome}`)
    ].join('\n')
  )
}

function outcomeOf(job: LedgerJob | undefined, times: number): Outcome {
  if (job?.state === 'published' && times > 0) return 'published'
  return job?.state === 'unknown_outcome' ? 'unknown' : 'lost'
}

function countPublications(publications: readonly Publication[]): ReadonlyMap<string, number> {
  const seen = new Map<string, number>()
  for (const { kind, account, text } of publications) {
    const key = keyOf(kind, account, text)
    seen.set(key, (seen.get(key) ?? 0) + 1)
  }
  return seen
}

/** A post at its account, as the networks write it down too. */
export function keyOf(kind: NetworkKind, account: string, text: string): string {
  return `${kind} ${account} ${markOf(text)}`
}

function filesOf({ dataFolder, intents }: TallyInput): readonly string[] {
  return [...new Set(intents.map(({ workspaceId }) => workspaceId))].map((id) => workspaceFile(dataFolder, id))
}

function jobsById(input: TallyInput): ReadonlyMap<string, LedgerJob> {
  return new Map(filesOf(input).flatMap(allJobs).map((job) => [job.id, job]))
}

const good = ['published', 'running', 'pending']

function recoveryOf(input: TallyInput, jobs: ReadonlyMap<string, LedgerJob>): Tally['recovery'] {
  const firstTrouble = new Map<string, LedgerAttempt>()
  for (const attempt of filesOf(input).flatMap(allAttempts)) {
    if (!good.includes(attempt.outcome) && !firstTrouble.has(attempt.job_id)) firstTrouble.set(attempt.job_id, attempt)
  }
  const seconds = input.intents.flatMap(({ jobId, acknowledgedAt }) => {
    const trouble = firstTrouble.get(jobId)
    const finishedAt = jobs.get(jobId)?.finished_at ?? null
    if (trouble === undefined || finishedAt === null) return []
    const from = input.skews.trueTimeOf(trouble.started_at, acknowledgedAt)
    return [input.skews.awakeBetween(from, input.skews.trueTimeOf(finishedAt, from)) / 1000]
  })
  const sorted = seconds.toSorted((a, b) => a - b)
  return { troubled: sorted.length, medianSeconds: Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0), worstSeconds: Math.round(sorted.at(-1) ?? 0) }
}
