import type { RequestOutput } from '../../shared/contract/request-map.ts'
import type { RemovalIntent } from './intents.ts'
import type { RemoveStep } from './plan-removals.ts'
import type { WriteNeeds, WritePosts } from './write-posts.ts'

export interface RemovePosts {
  remove(step: RemoveStep): Promise<void>
  /** Where something was still going out when it was asked for. */
  askAgain(): Promise<void>
}

interface Wish {
  readonly workspaceId: string
  readonly postId: string
  readonly accountId: string
  readonly isUndone: boolean
}

type Changes = RequestOutput<'published.ofPost'>['changes']

/** Deletes posts that are out, each wish until it is taken up or there is nothing to delete. */
export function createRemovePosts({ computer, asking: { persist }, time, intents }: WriteNeeds, posts: Pick<WritePosts, 'placeOf'>): RemovePosts {
  let wishes: readonly Wish[] = []

  /** The engine may have died between the commit and its answer: what was asked for stands in the ledger. */
  function acknowledge(wish: Wish, changes: Changes): readonly string[] {
    const { workspaceId, postId, accountId } = wish
    const fresh = changes.filter((job) => job.accountId === accountId && !intents.removals.some(({ jobId }) => jobId === job.id))
    intents.addRemovals(fresh.map(({ id, about }): RemovalIntent => {
      const meant = intents.all.find(({ jobId }) => jobId === about?.jobId)
      if (meant === undefined) throw new Error(`the deletion ${id} is about nothing that was meant`)
      return { jobId: id, about: meant.jobId, workspaceId, accountId, mark: meant.mark, chain: `${postId} ${accountId}`, acknowledgedAt: time.trueNow() }
    }))
    return fresh.map(({ id }) => id)
  }

  async function undo({ workspaceId, postId }: Wish, jobIds: readonly string[]): Promise<void> {
    for (const jobId of jobIds.toReversed()) await persist(() => computer.ask('outbox.decide', { workspaceId, jobId, decision: 'drop' }))
    const told = await persist(() => computer.ask('published.ofPost', { workspaceId, postId }))
    if (told.ok) intents.withdraw(told.value.changes.flatMap(({ id, state }) => (state === 'cancelled' && jobIds.includes(id) ? [id] : [])))
  }

  /** Whether that is all there is to do about it. */
  async function ask(wish: Wish): Promise<boolean> {
    const { workspaceId, postId, accountId } = wish
    const there = await persist(() => computer.ask('posts.read', { workspaceId, postId }))
    if (!there.ok) return true
    const own = there.value.jobs.filter((job) => job.accountId === accountId)
    if (own.some(({ finishedAt }) => finishedAt === null)) return false
    const asked = await persist(() => computer.ask('published.remove', { workspaceId, postId, accountIds: [accountId] }))
    const told = await persist(() => computer.ask('published.ofPost', { workspaceId, postId }))
    const fresh = told.ok ? acknowledge(wish, told.value.changes) : []
    if (wish.isUndone) await undo(wish, fresh)
    return asked.ok
  }

  async function askAgain(): Promise<void> {
    const left: Wish[] = []
    for (const wish of wishes) if (!(await ask(wish))) left.push(wish)
    wishes = left
  }

  return {
    async remove({ post, isEverywhere, isUndone }) {
      const place = posts.placeOf(post)
      if (place === null) return
      const { workspaceId, postId, accountIds } = place
      wishes = [...wishes, ...accountIds.slice(0, isEverywhere ? undefined : 1).map((accountId) => ({ workspaceId, postId, accountId, isUndone }))]
      await askAgain()
    },
    askAgain
  }
}
