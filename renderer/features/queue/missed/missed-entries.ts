import { isToMove } from '../../../../shared/outbox/is-to-move.ts'
import type { Job } from '../../../../shared/outbox/job.ts'
import type { MissedDecision, MissedFate } from '../../../../shared/outbox/missed-decision.ts'
import { foldThreads } from '../../../../shared/outbox/open-section.ts'
import type { HeldFate } from '../../../../shared/safety/hold.ts'
import type { HeldEntry } from '../../safety/held-entries.ts'

/** A post whose time has passed, on all accounts that ask about it. */
export interface MissedEntry extends HeldEntry {
  readonly postId: string
  readonly jobs: readonly { readonly jobId: string; readonly seenDueAt: number }[]
}

/** What can be decided together: missed for certain, and kept by nothing else. What may be out, failed, or waits for the client's yes is decided where its story is read. */
export function missedEntries(workspaceId: string, jobs: readonly Job[]): readonly MissedEntry[] {
  const entries = new Map<string, MissedEntry>()
  for (const job of foldThreads(jobs.filter(({ finishedAt }) => finishedAt === null))) {
    const { id, kind, state, postId, excerpt, dueAt, accountId, stop } = job
    if (kind !== 'publish_post' || postId === null || state !== 'missed' || !isToMove(job) || stop !== undefined) continue
    const known = entries.get(postId)
    const own = { jobId: id, seenDueAt: dueAt }
    if (known === undefined) entries.set(postId, { key: postId, workspaceId, kind, excerpt, dueAt, postId, accountIds: [accountId], jobs: [own], subject: { kind: 'post', postId }, stop: null })
    else entries.set(postId, { ...known, dueAt: Math.min(known.dueAt, dueAt), accountIds: [...known.accountIds, accountId], jobs: [...known.jobs, own] })
  }
  return [...entries.values()].toSorted((a, b) => a.dueAt - b.dueAt)
}

/** Of each account that was decided about; what has no fate goes on asking. */
export function missedDecisions(entries: readonly MissedEntry[], fates: ReadonlyMap<string, HeldFate>): MissedDecision[] {
  return entries.flatMap(({ key, jobs }) => {
    const fate = asMissedFate(fates.get(key))
    return fate === null ? [] : jobs.map((job) => ({ ...job, fate }))
  })
}

function asMissedFate(fate: HeldFate | undefined): MissedFate | null {
  return fate?.kind === 'publish_now' || fate?.kind === 'drop' || fate?.kind === 'move' ? fate : null
}

/** How many posts went which way, by what the engine has confirmed. */
export function countDone(entries: readonly MissedEntry[], fates: ReadonlyMap<string, HeldFate>, done: readonly string[]): ReadonlyMap<MissedFate['kind'], readonly MissedEntry[]> {
  const counted = new Map<MissedFate['kind'], readonly MissedEntry[]>()
  for (const entry of entries) {
    const fate = asMissedFate(fates.get(entry.key))
    if (fate !== null && entry.jobs.some(({ jobId }) => done.includes(jobId))) counted.set(fate.kind, [...(counted.get(fate.kind) ?? []), entry])
  }
  return counted
}
