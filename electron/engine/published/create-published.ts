import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import type { Job } from '../../../shared/outbox/job.ts'
import { numberOf } from '../../../shared/posts/thread-progress.ts'
import { editableUntil, editOffer } from '../../../shared/published/edit-offer.ts'
import { pinOffer } from '../../../shared/published/pin-offer.ts'
import { removalOffer } from '../../../shared/published/removal-offer.ts'
import type { AccountsService } from '../accounts/accounts-service.ts'
import type { OutboxService } from '../outbox/outbox-service.ts'
import { createEdits, holdsOf, type EditNeeds } from './create-edits.ts'
import { createPins, type PinNeeds } from './create-pins.ts'
import type { OutPart } from './out-part.ts'
import type { Feature } from '../workspaces/feature.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'

export interface PublishedNeeds extends EditNeeds {
  readonly accounts: Pick<AccountsService, 'read'> & PinNeeds['accounts']
  readonly outbox: EditNeeds['outbox'] & PinNeeds['outbox'] & Pick<OutboxService, 'markRemoved'>
}

/** What is done about posts that are out: they are deleted there, pinned, or other words are written over theirs. */
export function createPublished(context: WorkspaceContext, needs: PublishedNeeds): Feature {
  const { database, clock, random } = context
  const { accounts, outbox, media } = needs
  function partsOf(postId: string): readonly OutPart[] {
    const now = clock.now()
    const changes = outbox.changesOfPost(postId)
    return outbox.jobsOfPost(postId).flatMap((job): readonly OutPart[] => {
      const sent = job.state === 'published' ? outbox.readSent(job.id) : null
      if (sent === null) return []
      const { id: jobId, accountId, part, excerpt, remoteUrl, finishedAt, createdAt, removedAt } = job
      const removal = removalOffer({ account: accounts.read(accountId), job, remoteId: sent.remoteId, now })
      const underWay = changes.find(({ about, finishedAt: endedAt }) => about?.jobId === jobId && endedAt === null) ?? null
      const edit = editOffer({ account: accounts.read(accountId), job, remoteId: sent.remoteId, holds: holdsOf(media, sent.payload), now })
      const editUntil = editableUntil({ account: accounts.read(accountId), job })
      const pin = pinOffer({ account: accounts.read(accountId), job, remoteId: sent.remoteId })
      const told = { jobId, accountId, ...(part === undefined ? {} : { part }), excerpt, remoteUrl, publishedAt: finishedAt ?? createdAt, removedAt: removedAt ?? null, removal, edit, editedAt: sent.editedAt, ...(editUntil === null ? {} : { editUntil }), pin, pinned: pins.known(jobId), underWay }
      return [{ told, remoteId: sent.remoteId }]
    })
  }

  /** The last part first: what answers a post that is gone would stand alone. */
  function removeFrom(postId: string, accountId: string, parts: readonly OutPart[]): readonly Job[] {
    const own = parts.filter(({ told }) => told.accountId === accountId).toSorted((a, b) => numberOf(b.told) - numberOf(a.told))
    const jobs: Job[] = []
    for (const { told: { jobId, part, excerpt, removal, underWay }, remoteId } of own) {
      if (removal !== 'yes' || underWay !== null || remoteId === null) continue
      jobs.push(outbox.enqueue({
        id: random.id(), kind: 'delete', accountId, postId: null, conversationId: null, itemId: null, about: { jobId, postId },
        payload: { effect: 'act', act: 'delete', remoteId }, excerpt, dueAt: clock.now(), isPlanned: false,
        ...(part === undefined ? {} : { thread: { place: part, afterJobId: jobs.at(-1)?.id ?? null } })
      }))
    }
    return jobs
  }

  /** A part that is still going out would stand there afterwards. */
  function isGoingOut(postId: string, accountIds: readonly string[]): boolean {
    return outbox.jobsOfPost(postId).some(({ accountId, finishedAt }) => accountIds.includes(accountId) && finishedAt === null)
  }

  function remove(postId: string, accountIds: readonly string[]): Result<{ jobs: Job[] }> {
    if (isGoingOut(postId, accountIds)) return fail(studioError('post_not_editable', 'part of this post is still going out there', { details: { reason: 'on_its_way' } }))
    const jobs = database.transaction(() => {
      const parts = partsOf(postId)
      return [...new Set(accountIds)].flatMap((accountId) => removeFrom(postId, accountId, parts))
    }).immediate()
    outbox.wake(jobs.map(({ id }) => id))
    return succeed({ jobs })
  }

  const edits = createEdits(context, needs, partsOf)
  const pins = createPins(context, needs, partsOf)

  return {
    handlers: {
      'published.edit': (input) => edits.edit(input),
      'published.ofPost': ({ postId }) => succeed({ parts: partsOf(postId).map(({ told }) => told), changes: [...outbox.changesOfPost(postId)] }),
      'published.readPin': ({ jobId }) => pins.read(jobId),
      'published.pin': (input) => pins.pin(input),
      'published.remove': ({ postId, accountIds }) => remove(postId, accountIds),
      'published.markRemoved': ({ jobId }) => {
        const isOut = database.transaction(() => outbox.markRemoved(jobId)).immediate()
        if (!isOut) return fail(studioError('not_found', 'nothing was published by this'))
        outbox.wake([jobId])
        return succeed({})
      }
    },
    async stop() {
      edits.stop()
      await pins.stop()
    }
  }
}
