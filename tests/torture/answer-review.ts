import { isOfWords } from '../../shared/outbox/job-nature.ts'
import type { OnlyThere, RestoredDecision, RestoredEntry, RestoredFinding } from '../../shared/safety/restored-entry.ts'
import { groupBy } from './group-by.ts'
import { markOf } from './marks.ts'

/** What the review shows, and what the person who answers remembers. */
export interface ReviewShown {
  readonly entries: readonly RestoredEntry[]
  readonly onlyThere: readonly OnlyThere[]
  /** They took it back, or had it deleted, since the copy was made. */
  isUnwanted(jobId: string): boolean
}

/**
 * The answers of a sensible person: what is shown to be there is out, what certainly is not there goes, and what nobody can tell is put away. They know no more
 * of the networks than they are shown. Of what says the same, what is there is what they still want.
 */
export function answerReview({ entries, onlyThere, isUnwanted }: ReviewShown): readonly RestoredDecision[] {
  const groups = groupBy(entries.filter(({ isWithNetwork }) => !isWithNetwork), ({ jobId, kind, accountId, excerpt }) => (isOfWords(kind) ? `${accountId} ${kind} ${excerpt}` : jobId))
  return [...groups.values()].flatMap((group) => answerTwins(group, onlyThere, isUnwanted))
}

type There = Extract<RestoredFinding, { kind: 'there' }>
const isThere = (finding: RestoredFinding): finding is There => finding.kind === 'there'

function answerTwins(group: readonly RestoredEntry[], onlyThere: readonly OnlyThere[], isUnwanted: ReviewShown['isUnwanted']): readonly RestoredDecision[] {
  const found = group.map(({ finding }) => finding).filter(isThere)
  const isCertain = group.every(({ finding: { kind } }) => kind === 'there' || kind === 'not_there' || kind === 'new')
  const wanted = group.filter(({ jobId }) => !isUnwanted(jobId))
  return [
    ...wanted.map((entry, index): RestoredDecision => ({ jobId: entry.jobId, fate: fateOf(entry, found[index], isCertain, onlyThere) })),
    ...group.filter((entry) => !wanted.includes(entry)).map(({ jobId }): RestoredDecision => ({ jobId, fate: { kind: 'drop' } }))
  ]
}

function fateOf({ kind, accountId, excerpt, finding }: RestoredEntry, found: There | undefined, isCertain: boolean, onlyThere: readonly OnlyThere[]): RestoredDecision['fate'] {
  if (found !== undefined) return { kind: 'out', remoteId: found.remoteId, url: found.url }
  // To delete or to like twice is to do it once; a report counts each time.
  if (!isOfWords(kind)) return { kind: kind === 'report' ? 'drop' : 'goes' }
  const mark = markOf(excerpt)
  const seen = finding.kind === 'alike' && markOf(finding.text) === mark ? finding : onlyThere.find((other) => other.accountId === accountId && markOf(other.text) === mark)
  if (seen !== undefined) return { kind: 'out', remoteId: null, url: seen.url }
  return { kind: isCertain ? 'goes' : 'drop' }
}
