import { isToMove } from '../outbox/is-to-move.ts'
import type { Job } from '../outbox/job.ts'

type MoveFacts = Pick<Job, 'accountId' | 'state' | 'failure'>

/**
 * Of what a post has open, the accounts to which another hour for all of it applies. What was refused on an account may have been published there by hand since, and what may be out is looked
 * for by the person first: neither goes anywhere because the post does.
 */
export function accountsToMove(open: readonly MoveFacts[]): ReadonlySet<string> {
  return without(open, open.filter((job) => job.state === 'failed' || asksInDoubt(job)))
}

/** After a hold the person decides about the accounts that it kept, and about no other one of the post. */
export function accountsHeld(open: readonly MoveFacts[]): ReadonlySet<string> {
  return new Set(open.filter((job) => job.state === 'held' && !asksInDoubt(job)).map(({ accountId }) => accountId))
}

/** Those of which nothing was kept by the hold: all of it goes at an hour of its own, which is still to come. */
export function accountsToCome(open: readonly Pick<Job, 'accountId' | 'state' | 'dueAt'>[], now: number): ReadonlySet<string> {
  const others = new Set(open.filter(({ state, dueAt }) => !(state === 'queued' || state === 'pending_at_network') || dueAt <= now).map(({ accountId }) => accountId))
  return new Set(open.map(({ accountId }) => accountId).filter((accountId) => !others.has(accountId)))
}

/** Those that stay as they are although the post is given another hour. */
export function accountsThatStay(open: readonly MoveFacts[]): readonly string[] {
  const moved = accountsToMove(open)
  return [...new Set(open.map(({ accountId }) => accountId))].filter((accountId) => !moved.has(accountId))
}

function without(open: readonly MoveFacts[], staying: readonly MoveFacts[]): ReadonlySet<string> {
  const left = new Set(staying.map(({ accountId }) => accountId))
  return new Set(open.map(({ accountId }) => accountId).filter((accountId) => !left.has(accountId)))
}

function asksInDoubt(job: MoveFacts): boolean {
  return (job.state === 'held' || job.state === 'missed') && !isToMove(job)
}
