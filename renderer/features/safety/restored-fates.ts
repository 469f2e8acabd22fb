import { isOfWords } from '../../../shared/outbox/job-nature.ts'
import type { RestoredDecision, RestoredEntry, RestoredFate } from '../../../shared/safety/restored-entry.ts'

/** What the person says of one thing. later: nothing now; it does not leave, and asks when its time comes. */
export type RestoredChoice = RestoredFate['kind'] | 'later'

/** What follows by itself from what was found: out is out, and what is certainly not there goes at its time. Everything else is the person's; so is every change of what is out. */
export function proposed({ kind, finding, dueAt, isWithNetwork }: RestoredEntry, now: number): RestoredChoice {
  if (!isOfWords(kind)) return 'later'
  if (finding.kind === 'there') return isWithNetwork ? 'later' : 'out'
  // It goes out from there whatever is said, unless it is called back.
  if (finding.kind === 'waits_there') return 'goes'
  return finding.kind === 'not_there' && dueAt > now ? 'goes' : 'later'
}

/** What can be said of it: of what was written since, nobody has to say that it is out, and of a deletion, a like or a cover nobody can; what its network may still have ends when it is back, and not before. */
export function choicesFor({ kind, finding, isWithNetwork, mayBeDropped }: RestoredEntry): readonly RestoredChoice[] {
  if (finding.kind === 'waits_there') return ['goes', 'call_back', 'drop', 'later']
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

/** What was chosen, as long as it can still be said: its network may show something else since. */
export function choiceOf(entry: RestoredEntry, choices: ReadonlyMap<string, RestoredChoice>, now: number): RestoredChoice {
  const chosen = choices.get(entry.jobId)
  return chosen !== undefined && choicesFor(entry).includes(chosen) ? chosen : proposed(entry, now)
}

export function decisionsOf(entries: readonly RestoredEntry[], choices: ReadonlyMap<string, RestoredChoice>, now: number): readonly RestoredDecision[] {
  return entries.flatMap((entry) => {
    const fate = fateOf(entry, choiceOf(entry, choices, now), now)
    return fate === null ? [] : [{ jobId: entry.jobId, fate }]
  })
}

function fateOf({ finding, dueAt }: RestoredEntry, kind: RestoredChoice, now: number): RestoredFate | null {
  if (kind === 'later') return null
  if (kind === 'out') return finding.kind === 'there' || finding.kind === 'alike' ? { kind, remoteId: finding.remoteId, url: finding.url } : { kind, remoteId: null, url: null }
  const there = finding.kind === 'waits_there' ? { scheduledId: finding.scheduledId, dueAt: finding.dueAt } : undefined
  if (kind === 'call_back') return there === undefined ? null : { kind, there }
  // What was shown as still to come is not published at once, should its hour pass before the press.
  const unlessPast = kind === 'goes' && there === undefined && dueAt > now ? { unlessPast: true } : {}
  return { kind, ...(there === undefined ? {} : { there }), ...unlessPast }
}

/** What one press lets go: certainly not there, and still to come. What is past its hour is decided line by line. */
export function mayAllGo({ kind, finding, dueAt }: RestoredEntry, now: number): boolean {
  return finding.kind === 'not_there' && isOfWords(kind) && dueAt > now
}
