import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import { takesCover } from '../../../shared/networks/video-rule.ts'
import type { AccountsService } from '../accounts/accounts-service.ts'
import type { OutboxService, SettledJob } from '../outbox/outbox-service.ts'
import { stableId } from '../stable-id.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'

interface CoverNeeds {
  readonly outbox: Pick<OutboxService, 'enqueue' | 'wake'>
  readonly accounts: Pick<AccountsService, 'read'>
}

/**
 * Once a film is on a network, out or waiting there for its time, and the network takes its cover by a call of its own, that call becomes a job of its own, in the transaction of the film's: whatever comes of it, the film stays as it is and is
 * never sent again. What it returns runs after the commit.
 */
function createCoverFollower(context: Pick<WorkspaceContext, 'clock' | 'workspace'>, { outbox, accounts }: CoverNeeds) {
  return ({ job, payload, remoteId }: Pick<SettledJob, 'job' | 'payload' | 'remoteId'>): (() => void) | undefined => {
    const cover = job.kind === 'publish_post' && payload?.effect === 'create' ? payload.media.find((item) => item.cover !== undefined)?.cover : undefined
    if (cover === undefined || remoteId === null || !takesCoverAfterwards(accounts, job.accountId)) return undefined
    const { id } = outbox.enqueue({
      // Told twice that the film is out, there is still one cover to set.
      id: stableId(context.workspace().id, `cover of ${job.id} ${remoteId}`),
      kind: 'set_cover', accountId: job.accountId, postId: job.postId, conversationId: null, itemId: null,
      payload: { effect: 'set_cover', remoteId, cover },
      excerpt: job.excerpt, dueAt: context.clock.now(), isPlanned: false
    })
    return () => outbox.wake([id])
  }
}

function takesCoverAfterwards(accounts: CoverNeeds['accounts'], accountId: string): boolean {
  const networkId = accounts.read(accountId)?.networkId
  const rule = networkId === undefined ? undefined : capabilitiesOf(networkId).video?.cover
  return rule !== undefined && takesCover(rule) && rule.sent === 'after'
}

/** Listens for films that are there; returns the function that ends it. Without the film's own end being told, the outbox looks for what is due by itself. */
export function followFilmsWithCovers(context: Pick<WorkspaceContext, 'clock' | 'workspace'>, needs: CoverNeeds & { readonly outbox: Pick<OutboxService, 'onSettled' | 'onArrivedThere'> }): () => void {
  const follow = createCoverFollower(context, needs)
  const ends = [needs.outbox.onSettled((settled) => (settled.job.state === 'published' ? follow(settled) : undefined)), needs.outbox.onArrivedThere((arrived) => void follow(arrived))]
  return () => ends.forEach((end) => end())
}
