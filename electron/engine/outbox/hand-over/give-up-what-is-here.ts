import type { CancelReason } from '../../../../shared/outbox/cancel-reason.ts'
import { isOnItsWay } from '../../../../shared/outbox/job-groups.ts'
import type { WorkspaceContext } from '../../workspaces/workspace-context.ts'
import type { OutboxRepository } from '../outbox-repository.ts'
import { withdrawJob, type WithdrawNeeds } from '../withdraw-job.ts'

interface GiveUpNeeds extends Omit<WithdrawNeeds, 'clock'> {
  readonly context: Pick<WorkspaceContext, 'clock'>
  readonly repository: OutboxRepository
}

/**
 * Inside a transaction: nothing of the post goes out from here any more. What waits with a network, and what is on its way or may have arrived, stays as it is:
 * that is not known to be here.
 */
export function giveUpWhatIsHere({ context, repository, attempts, ledger }: GiveUpNeeds, postId: string, reason: CancelReason): void {
  const here = repository.ofPosts([postId]).filter((job) => job.finishedAt === null && !isOnItsWay(job))
  // From the end: giving up a part gives up those behind it.
  for (const job of here.toReversed()) withdrawJob({ clock: context.clock, attempts, ledger }, job, reason, { isQuiet: true })
}
