import type { NetworkId } from '../../../shared/networks/network-id.ts'
import { actWord, otherActWords } from '../../../shared/outbox/job-word.ts'
import type { Leaving } from '../../../shared/outbox/undo-window.ts'
import type { JobRecord } from './job-record.ts'

export interface LeavingFacts {
  /** Whether a call for this account would be tried now; an entry of which something can leave does not wait for a connection. */
  canReach(accountId: string): boolean
  /** Whether the person publishes on this account. */
  isByHand(accountId: string): boolean
  networkOf(accountId: string): NetworkId | null
}

/** What can still be taken back, the next one to leave first; a post is one entry, with all its accounts and parts. */
export function listLeaving(jobs: readonly JobRecord[], workspaceId: string, { canReach, isByHand, networkOf }: LeavingFacts): readonly Leaving[] {
  const entries = new Map<string, Leaving>()
  for (const job of jobs) {
    const { kind, postId, conversationId, excerpt, nextAttemptAt, dueAt } = job
    // Deleted on several accounts, it is one entry, too.
    const key = postId ?? (job.about === undefined ? job.id : `${kind} ${job.about.postId}`)
    const known = entries.get(key)
    const leavesAt = nextAttemptAt ?? dueAt
    const waitsForConnection = !canReach(job.accountId)
    if (known === undefined) entries.set(key, { workspaceId, kind, postId, conversationId, jobIds: [job.id], accountIds: [job.accountId], excerpt, leavesAt, waitsForConnection })
    else entries.set(key, { ...known, jobIds: [...known.jobIds, job.id], accountIds: [...new Set([...known.accountIds, job.accountId])], leavesAt: Math.min(known.leavesAt, leavesAt), waitsForConnection: known.waitsForConnection && waitsForConnection })
  }
  const otherWord = ({ kind, accountIds }: Leaving): Pick<Leaving, 'word'> => {
    const [named, ...others] = new Set(accountIds.map((accountId) => actWord(kind, networkOf(accountId))))
    const word = otherActWords.find((each) => each === named && each !== kind)
    return others.length === 0 && word !== undefined ? { word } : {}
  }
  const asked = new Set(jobs.filter(({ beforeNow }) => beforeNow !== null).map(({ id }) => id))
  return [...entries.values()].map((entry) => ({ ...entry, ...(entry.accountIds.every(isByHand) ? { byHand: true as const } : {}), ...otherWord(entry), ...(entry.postId !== null && entry.jobIds.some((id) => asked.has(id)) ? { askedBefore: true as const } : {}) })).toSorted((a, b) => a.leavesAt - b.leavesAt)
}
