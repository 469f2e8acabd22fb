import { capabilitiesOf } from '../../../../shared/networks/capabilities-of.ts'
import { isHandOverable, type HeldBack } from '../../../../shared/outbox/hand-over.ts'
import { formatIn, type JobRecord } from '../job-record.ts'
import type { WishNeeds } from './wish-hand-over.ts'

type HeldBackNeeds = Pick<WishNeeds, 'context' | 'accounts' | 'repository' | 'handOvers'>

/** Posts that a hold called back, about which nobody has decided since; those that are no longer planned here are past deciding. */
export function listHeldBack(needs: HeldBackNeeds): readonly HeldBack[] {
  const { context, repository, handOvers } = needs
  const now = context.clock.now()
  const posts = new Map<string, HeldBack>()
  for (const { jobId } of handOvers.heldBack()) {
    const job = repository.read(jobId)
    if (job === null || job.postId === null || !isStillAsked(job, now)) continue
    const known = posts.get(job.postId)
    const one = heldBackOf(needs, job, job.postId, now)
    posts.set(job.postId, known === undefined ? one : together(known, one))
  }
  return [...posts.values()]
}

function isStillAsked({ handOver, state, dueAt }: JobRecord, now: number): boolean {
  return handOver === 'taking_back' || (handOver === null && state === 'queued' && dueAt > now)
}

function heldBackOf({ accounts }: HeldBackNeeds, job: JobRecord, postId: string, now: number): HeldBack {
  const account = accounts.read(job.accountId)
  const isBack = job.handOver === null
  const canHandOver = isBack && account?.state === 'connected' && isHandOverable({ ...job, ...formatIn(job) }, capabilitiesOf(account.networkId), now)
  return { postId, excerpt: job.excerpt, dueAt: job.dueAt, accountIds: [job.accountId], isBack, canHandOver }
}

/** Of several accounts. */
function together(one: HeldBack, other: HeldBack): HeldBack {
  return {
    ...one,
    dueAt: Math.min(one.dueAt, other.dueAt),
    accountIds: [...one.accountIds, ...other.accountIds],
    isBack: one.isBack && other.isBack,
    canHandOver: one.canHandOver || other.canHandOver
  }
}

/** Inside a transaction: it goes from here; the question is answered. */
export function keepHere({ repository, handOvers }: HeldBackNeeds, postId: string): void {
  for (const { id } of repository.ofPosts([postId])) {
    const record = handOvers.read(id)
    if (record?.wasHeld === true) handOvers.put({ ...record, wasHeld: false })
  }
}
