import type { NetworkRecord } from './networks/network-orders.ts'
import { networkKinds } from './networks/torture-network.ts'
import { intentSorts, type Intents } from './intents.ts'
import { allAttempts, allJobs, allOccurrences, removedFile, workspaceFile, type LedgerAttempt } from './ledger.ts'
import { askedAfterwards, recoveryOf, takenBackUnderWay, type Recovery } from './recovery.ts'
import type { SkewHistory } from './skew-history.ts'
import { judgeActs } from './tally-acts.ts'
import { bySeen, type AccountsOnNetworks, type TallyFacts, type Verdict } from './tally-facts.ts'
import { judgePosts, outOfOrder, repeatedParts, strangersIn } from './tally-posts.ts'
import { judgeRemovals, type Removals } from './tally-removals.ts'
import { judgeSeries } from './tally-series.ts'

interface Counts {
  readonly posts: number
  readonly published: number
  readonly duplicates: number
  readonly lost: number
  readonly unknown: number
  readonly withdrawn: number
  readonly gone: number
}

export interface Tally {
  /** Intents: one for each post, part, reply, act and day, and account. */
  readonly posts: number
  readonly published: number
  /** Publications beyond the first. */
  readonly duplicates: number
  /** Acknowledged, and neither on the network nor left to the user as unknown; or told as something that is not so. */
  readonly lost: number
  readonly unknown: number
  /** Those where the network offers a key or a look-up: there must be none. */
  readonly unknownNeedlessly: number
  /** Taken back in time by the user, overtaken by a later word, left out or asked about as missed. */
  readonly withdrawn: number
  /** Acknowledged after an older copy was made that was put back: out at most once each, and nobody sees to them. What could not be done without them, too; and what was open when its client was removed. */
  readonly gone: number
  /** Given to a network that publishes by itself, whatever became of it there. */
  readonly handedOver: number
  /** Taken back before anything of it left, and there all the same. */
  readonly ghosts: number
  readonly outOfOrder: number
  readonly wrongParent: number
  readonly wrongAccount: number
  /** On a network, and nobody meant it. */
  readonly strangers: number
  readonly removals: Removals
  readonly byKind: Readonly<Record<string, Counts>>
  readonly bySort: Readonly<Record<string, Counts>>
  readonly recovery: Recovery
  /** What is wrong, the first twenty. */
  readonly complaints: readonly string[]
}

export interface TallyInput {
  readonly dataFolder: string
  readonly workspaceIds: readonly string[]
  readonly intents: Intents
  readonly accountOf: AccountsOnNetworks
  readonly record: NetworkRecord
  readonly skews: SkewHistory
}

/** Compares what the networks show with what was meant, intent by intent. */
export function tally(input: TallyInput): Tally {
  const { intents, accountOf, record, skews } = input
  const files = input.workspaceIds.map((id) => removedFile(input.dataFolder, id) ?? workspaceFile(input.dataFolder, id))
  const jobs = new Map(files.flatMap(allJobs).map((job) => [job.id, job]))
  const attempts = files.flatMap(allAttempts)
  const facts: TallyFacts = { intents, accountOf, record, jobs, seen: bySeen(record.publications), removed: bySeen(record.removed) }
  const verdicts = [...judgePosts(facts), ...judgeActs(facts), ...judgeSeries(facts, files.flatMap(allOccurrences))]
  const { removals, wrong: wrongRemovals } = judgeRemovals(facts)
  const strangers = strangersIn(facts)
  const disordered = outOfOrder(facts)
  const wrong = verdicts.filter(({ complaint }) => complaint !== null)
  return {
    ...countsOf(verdicts),
    gone: sum(verdicts, 'gone') + intents.baseless,
    posts: countsOf(verdicts).posts + intents.baseless,
    unknownNeedlessly: sum(verdicts, 'needless'),
    handedOver: new Set(attempts.flatMap(({ job_id: id, step }) => (step === 'hand_over' ? [id] : []))).size,
    ghosts: sum(verdicts, 'ghosts'),
    outOfOrder: disordered.length,
    wrongParent: sum(verdicts, 'misplaced'),
    wrongAccount: strangers.filter(({ isOurs }) => isOurs).length,
    strangers: strangers.filter(({ isOurs }) => !isOurs).length,
    removals,
    byKind: Object.fromEntries(networkKinds.map((kind) => [kind, countsOf(verdicts.filter((verdict) => verdict.kind === kind))])),
    bySort: Object.fromEntries(intentSorts.map((sort) => [sort, countsOf(verdicts.filter((verdict) => verdict.sort === sort))])),
    recovery: recoveryOf({ attempts, jobs, acknowledged: new Map(intents.all.map(({ jobId, acknowledgedAt }) => [jobId, acknowledgedAt])), skews }),
    complaints: [...explain(record, attempts, [...wrong, ...wrongRemovals].slice(0, 20)), ...strangers.map(({ key }) => `${key}: nobody meant it`), ...disordered, ...repeatedParts(facts), ...askedAfterwards(attempts), ...takenBackUnderWay(attempts, jobs, intents.isDoubted)]
  }
}

function sum(verdicts: readonly Verdict[], field: 'published' | 'duplicates' | 'lost' | 'unknown' | 'withdrawn' | 'gone' | 'needless' | 'ghosts' | 'misplaced'): number {
  return verdicts.reduce((total, verdict) => total + verdict[field], 0)
}

function countsOf(verdicts: readonly Verdict[]): Counts {
  const [published, lost, unknown, withdrawn, gone] = [sum(verdicts, 'published'), sum(verdicts, 'lost'), sum(verdicts, 'unknown'), sum(verdicts, 'withdrawn'), sum(verdicts, 'gone')]
  return { posts: published + lost + unknown + withdrawn + gone, published, duplicates: sum(verdicts, 'duplicates'), lost, unknown, withdrawn, gone }
}

/** With what the network and the ledger remember of each, by the network's time and by the computer's. */
function explain(record: NetworkRecord, attempts: readonly LedgerAttempt[], verdicts: readonly Pick<Verdict, 'key' | 'jobIds' | 'complaint'>[]): readonly string[] {
  const history = new Map(record.history)
  return verdicts.map(({ key, jobIds, complaint }) =>
    [
      complaint,
      ...(history.get(key) ?? []).map((line) => `    network  ${line}`),
      ...attempts.filter(({ job_id: id }) => jobIds.includes(id)).map(({ job_id: id, step, outcome, started_at: at }) => `    computer ${new Date(at).toISOString()} ${step}: ${outcome} (${id.slice(0, 4)})`)
    ].join('\n')
  )
}
