import { isToMove } from '../../../shared/outbox/is-to-move.ts'
import type { Job } from '../../../shared/outbox/job.ts'
import { accountsHeld, accountsToMove } from '../../../shared/posts/accounts-to-move.ts'
import { restOf } from '../../../shared/posts/rest-of.ts'
import type { OutboxService } from '../outbox/outbox-service.ts'

export interface MoveOptions {
  /** After a hold: each job by itself, on the accounts that it kept. */
  readonly isPartly?: boolean
  /** What stands ready for the person is to have the other hour. */
  readonly byHand?: boolean | undefined
}

type Moving = Pick<OutboxService, 'jobsOfPost' | 'move' | 'moveWhatIsHere' | 'moveOnAccount'>

/** Inside the caller's transaction. What asks because its time has passed is moved whatever another account is doing: that one goes on by itself, or tells how it ended. */
export function moveJobs(outbox: Moving, postId: string, dueAt: number, options: MoveOptions): boolean {
  const jobs = outbox.jobsOfPost(postId)
  if (options.isPartly === true) return outbox.moveWhatIsHere(postId, dueAt, { isAfterHold: true })
  const rest = restToMove(jobs, options)
  if (rest === null) return outbox.move(postId, dueAt) || (jobs.some(isToMove) && outbox.moveWhatIsHere(postId, dueAt))
  for (const accountId of rest) outbox.moveOnAccount(postId, accountId, dueAt)
  return rest.length > 0
}

/** The accounts of which something is moved. */
export function movedAccounts(jobs: readonly Job[], options: MoveOptions): readonly string[] {
  const open = jobs.filter((job) => job.finishedAt === null)
  if (options.isPartly === true) return [...accountsHeld(open)]
  return restToMove(jobs, options) ?? [...accountsToMove(open)]
}

/** What was refused may have been published by hand since, and what waits with its network is not named where the rest is: neither goes anywhere unasked. null: none of it is out. */
function restToMove(jobs: readonly Job[], { byHand = false }: MoveOptions): readonly string[] | null {
  const rest = restOf(jobs)
  return rest === null || !byHand ? rest : [...new Set([...rest, ...jobs.filter((job) => job.byHand === true).map(({ accountId }) => accountId)])]
}
