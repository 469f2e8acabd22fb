import { isOfWords } from '../../shared/outbox/job-nature.ts'
import type { OnlyThere, PlaceThere, RestoredDecision, RestoredEntry, RestoredFinding } from '../../shared/safety/restored-entry.ts'
import { groupBy } from './group-by.ts'
import { markOf } from './marks.ts'

interface Spoken {
  readonly accountId: string
  readonly kind: string
  readonly excerpt: string
}

/** What the review shows, and what the person who answers remembers. */
export interface ReviewShown {
  readonly entries: readonly RestoredEntry[]
  readonly onlyThere: readonly OnlyThere[]
  /** What the ledger calls out by now, and they took back or had deleted since the copy was made: what stands there is one that says the same. */
  readonly standing?: readonly Spoken[]
  /** They took it back, or had it deleted, since the copy was made. */
  isUnwanted(jobId: string): boolean
}

/**
 * The answers of a sensible person: what is shown to be there is out, what certainly is not there goes, and what nobody can tell is put away. They know no more
 * of the networks than they are shown. Of what says the same, what is there is what they still want; and one publication is one of them, not two.
 */
export function answerReview({ entries, onlyThere, standing = [], isUnwanted }: ReviewShown): readonly RestoredDecision[] {
  const groups = groupBy(entries.filter(({ isWithNetwork }) => !isWithNetwork), ({ jobId, kind, accountId, excerpt }) => (isOfWords(kind) ? `${accountId} ${kind} ${excerpt}` : jobId))
  const seen = createSeen(onlyThere, standing)
  return [...groups.values()].flatMap((group) => answerTwins(group, seen, isUnwanted))
}

/** A publication that is shown, and that nobody has called one of theirs yet: beside what is looked for, or elsewhere in the list. */
type Seen = (entry: RestoredEntry) => { readonly remoteId: string | null; readonly url: string | null } | undefined

function createSeen(onlyThere: readonly OnlyThere[], standing: readonly Spoken[]): Seen {
  const called = new Set<string>()
  const left = [...standing]
  return ({ accountId, kind, excerpt, finding }) => {
    const beside = finding.kind === 'alike' ? [{ accountId, ...finding }] : []
    const shown = [...beside, ...onlyThere.filter(({ waitsUntil }) => waitsUntil === undefined)].find((other) => other.accountId === accountId && markOf(other.text) === markOf(excerpt) && !called.has(nameOf(other)))
    if (shown === undefined) return takeStanding(left, { accountId, kind, excerpt })
    called.add(nameOf(shown))
    return shown
  }
}

function takeStanding(left: Spoken[], sought: Spoken): ReturnType<Seen> {
  const place = left.findIndex(({ accountId, kind, excerpt }) => accountId === sought.accountId && kind === sought.kind && excerpt === sought.excerpt)
  return left.splice(place, place < 0 ? 0 : 1).length === 0 ? undefined : { remoteId: null, url: null }
}

function nameOf({ accountId, text, url, publishedAt }: OnlyThere): string {
  return [accountId, url ?? text, publishedAt].join(' ')
}

type There = Extract<RestoredFinding, { kind: 'there' }>
const isThere = (finding: RestoredFinding): finding is There => finding.kind === 'there'

function answerTwins(group: readonly RestoredEntry[], seen: Seen, isUnwanted: ReviewShown['isUnwanted']): readonly RestoredDecision[] {
  const found = group.map(({ finding }) => finding).filter(isThere)
  const isCertain = group.every(({ finding: { kind } }) => kind === 'there' || kind === 'waits_there' || kind === 'not_there' || kind === 'new')
  const wanted = group.filter(({ jobId }) => !isUnwanted(jobId))
  const [waiting, others] = [wanted.filter((entry) => placeThere(entry) !== undefined), wanted.filter((entry) => placeThere(entry) === undefined)]
  return [
    // What waits there goes out from there: it is left to.
    ...waiting.map((entry): RestoredDecision => ({ jobId: entry.jobId, fate: { kind: 'goes', ...placeThere(entry) } })),
    ...others.map((entry, index): RestoredDecision => ({ jobId: entry.jobId, fate: fateOf(entry, found[index], isCertain, seen) })),
    ...group.filter((entry) => !wanted.includes(entry)).map((entry): RestoredDecision => ({ jobId: entry.jobId, fate: { kind: 'drop', ...placeThere(entry) } }))
  ]
}

function placeThere({ finding }: RestoredEntry): { readonly there: PlaceThere } | undefined {
  return finding.kind === 'waits_there' ? { there: { scheduledId: finding.scheduledId, dueAt: finding.dueAt } } : undefined
}

function fateOf(entry: RestoredEntry, found: There | undefined, isCertain: boolean, seen: Seen): RestoredDecision['fate'] {
  if (found !== undefined) return { kind: 'out', remoteId: found.remoteId, url: found.url }
  // To delete or to like twice is to do it once; a report counts each time.
  if (!isOfWords(entry.kind)) return { kind: entry.kind === 'report' ? 'drop' : 'goes' }
  const shown = seen(entry)
  if (shown !== undefined) return { kind: 'out', remoteId: shown.remoteId, url: shown.url }
  return { kind: isCertain ? 'goes' : 'drop' }
}
