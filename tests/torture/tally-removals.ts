import { groupBy } from './group-by.ts'
import type { RemovalIntent } from './intents.ts'
import { bySeen, keyOf, mayHaveLeft, outcomeIn, type TallyFacts } from './tally-facts.ts'

/** What became of the wishes to delete what is out. */
export interface Removals {
  readonly asked: number
  readonly gone: number
  readonly takenBack: number
  /** Asked for after an older copy was made that was put back. */
  readonly goneWithCopy: number
  /** Only a person can tell. */
  readonly unknown: number
  /** Acknowledged, and neither done nor told. */
  readonly lost: number
  /** Said to be gone, and it still stands there. */
  readonly stillThere: number
  /** Deleted, and nobody asked for it. */
  readonly uncalled: number
}

export interface JudgedRemovals {
  readonly removals: Removals
  readonly wrong: readonly WrongRemoval[]
}

export interface WrongRemoval {
  readonly key: string
  readonly jobIds: readonly string[]
  readonly complaint: string
}

const none: Removals = { asked: 0, gone: 0, takenBack: 0, goneWithCopy: 0, unknown: 0, lost: 0, stillThere: 0, uncalled: 0 }

/** Holds what the networks deleted against what was asked for, text by text: of twins any one may be it. */
export function judgeRemovals(facts: TallyFacts): JudgedRemovals {
  const { intents, accountOf, record } = facts
  const asked = groupBy(intents.removals, ({ accountId, mark }) => keyOf(accountOf, accountId, mark))
  const done = bySeen(record.removed)
  const givenUp = new Set(intents.removals.filter(({ jobId }) => intents.isWithdrawn(jobId)).map(({ chain }) => chain))
  const judged = [...new Set([...asked.keys(), ...done.keys()])].map((key) => judge(facts, key, asked.get(key) ?? [], done.get(key)?.length ?? 0, givenUp))
  return { removals: judged.map(({ counts }) => counts).reduce(add, none), wrong: judged.flatMap(({ wrong }) => wrong ?? []) }
}

function judge(facts: TallyFacts, key: string, group: readonly RemovalIntent[], times: number, givenUp: ReadonlySet<string>): { readonly counts: Removals; readonly wrong: WrongRemoval | null } {
  const { jobs, intents } = facts
  const words = group.map(({ jobId, chain }) => {
    const job = jobs.get(jobId)
    const isAllowed = intents.isWithdrawn(jobId) || givenUp.has(chain)
    // Those in front of it go after it: with one that was given up they are given up.
    return { job, outcome: outcomeIn(facts, jobId, isAllowed) }
  })
  const count = (outcome: string): number => words.filter((word) => word.outcome === outcome).length
  const onTheWire = words.filter(({ job, outcome }) => outcome === 'withdrawn' && mayHaveLeft(intents, job)).length
  const [gone, unknown, lost, withCopy] = [count('published'), count('unknown'), count('lost'), count('gone')]
  const counts = { asked: group.length, gone, takenBack: count('withdrawn'), goneWithCopy: withCopy, unknown, lost, stillThere: Math.max(0, gone - times), uncalled: Math.max(0, times - gone - unknown - lost - withCopy - onTheWire) }
  const isWrong = counts.lost + counts.stillThere + counts.uncalled + counts.unknown > 0
  const complaint = `${key}: deleted ${times} times there, the ledger says of its deletions ${words.map(({ job }) => job?.state ?? 'nothing').join(', ')}`
  return { counts, wrong: isWrong ? { key, jobIds: group.map(({ jobId }) => jobId), complaint } : null }
}

function add(one: Removals, other: Removals): Removals {
  return Object.fromEntries(Object.entries(one).map(([name, count]) => [name, count + other[name as keyof Removals]])) as unknown as Removals
}
