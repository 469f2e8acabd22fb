import type { CancelReason } from '../../../../shared/outbox/cancel-reason.ts'
import { isOnItsWay } from '../../../../shared/outbox/job-groups.ts'
import type { WorkspaceContext } from '../../workspaces/workspace-context.ts'
import { isByHand } from '../job-record.ts'
import type { OutboxLedger } from '../outbox-ledger.ts'
import type { OutboxRepository } from '../outbox-repository.ts'
import { withdrawJob, type WithdrawNeeds } from '../withdraw-job.ts'

interface GiveUpNeeds extends Omit<WithdrawNeeds, 'clock' | 'ledger'> {
  readonly ledger: Pick<OutboxLedger, 'move' | 'drop' | 'touch'>
  readonly context: Pick<WorkspaceContext, 'clock'>
  readonly repository: OutboxRepository
}

/**
 * Inside a transaction: nothing of the post goes out from here any more. What is on its way or may have arrived cannot be stopped: the reason is written to it, so that
 * it is cancelled as soon as it is certain that it is not there (`record-answer.ts`), and never sent again. What waits with a network is called back elsewhere.
 * `staying`: accounts of the post that nobody decided about.
 */
export function giveUpWhatIsHere({ context, repository, attempts, ledger }: GiveUpNeeds, postId: string, reason: CancelReason, staying: ReadonlySet<string> = new Set()): void {
  const here = repository.ofPosts([postId]).filter((job) => job.finishedAt === null && job.handOver === null && !staying.has(job.accountId))
  // From the end: giving up a part gives up those behind it.
  for (const job of here.toReversed()) {
    if (isOnItsWay(job) && !isByHand(job)) ledger.touch(job, { cancelReason: job.cancelReason ?? reason })
    else withdrawJob({ clock: context.clock, attempts, ledger }, job, reason, { isQuiet: true })
  }
}
