import { isOfWords } from '../../../shared/outbox/job-nature.ts'
import type { RestoredDecision, RestoredEntry, RestoredFate } from '../../../shared/safety/restored-entry.ts'

/** What the person says of one thing. later: nothing now; it does not leave, and asks when its time comes. */
export type RestoredChoice = RestoredFate['kind'] | 'later'

/** What follows by itself from what was found: out is out, and what is certainly not there goes at its time. Everything else is the person's; so is every change of what is out. */
export function proposed({ kind, finding, dueAt, isWithNetwork }: RestoredEntry, now: number): RestoredChoice {
  if (!isOfWords(kind)) return 'later'
  if (finding.kind === 'there') return isWithNetwork ? 'later' : 'out'
  return finding.kind === 'not_there' && dueAt > now ? 'goes' : 'later'
}

/** What can be said of it: of what was written since, nobody has to say that it is out, and of a deletion, a like or a cover nobody can; what its network may still have ends when it is back, and not before. */
export function choicesFor({ kind, finding, isWithNetwork, mayBeDropped }: RestoredEntry): readonly RestoredChoice[] {
  if (isWithNetwork) return mayBeDropped === true ? ['goes', 'drop', 'later'] : ['goes', 'later']
  return [...(finding.kind === 'new' || !isOfWords(kind) ? [] : ['out' as const]), 'goes', 'drop', 'later']
}

/** The things beside which the same publication is shown as beside another one: it can only be one of them. */
export function sharedFindings(entries: readonly RestoredEntry[]): ReadonlySet<string> {
  const alike = entries.filter(({ finding }) => finding.kind === 'alike')
  return new Set(alike.filter((entry) => alike.some((other) => other !== entry && nameOfAlike(other) === nameOfAlike(entry))).map(({ jobId }) => jobId))
}

function nameOfAlike({ accountId, finding }: RestoredEntry): string {
  return finding.kind === 'alike' ? [accountId, finding.url ?? finding.text, finding.publishedAt].join(' ') : ''
}

export function decisionsOf(entries: readonly RestoredEntry[], choices: ReadonlyMap<string, RestoredChoice>, now: number): readonly RestoredDecision[] {
  return entries.flatMap((entry) => {
    const choice = choices.get(entry.jobId) ?? proposed(entry, now)
    return choice === 'later' ? [] : [{ jobId: entry.jobId, fate: fateOf(entry, choice) }]
  })
}

function fateOf({ finding }: RestoredEntry, kind: RestoredFate['kind']): RestoredFate {
  if (kind !== 'out') return { kind }
  if (finding.kind === 'there') return { kind, remoteId: finding.remoteId, url: finding.url }
  return { kind, remoteId: null, url: finding.kind === 'alike' ? finding.url : null }
}
