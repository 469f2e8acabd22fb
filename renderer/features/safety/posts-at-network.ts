import type { Job } from '../../../shared/outbox/job.ts'
import { studio } from '../../bridge/studio-client.ts'

/** How many posts of these clients wait with a network, which a hold calls back to this computer. */
export async function countAtNetwork(workspaceIds: readonly string[]): Promise<number> {
  const lists = await Promise.all(workspaceIds.map((workspaceId) => studio.request('outbox.list', { workspaceId, view: 'open', limit: 500 })))
  return lists.reduce((total, answer) => total + (answer.ok ? postsAtNetwork(answer.value.jobs) : 0), 0)
}

/** Each post once, on however many accounts; what is being called back already is not called back again. */
export function postsAtNetwork(jobs: readonly Pick<Job, 'id' | 'postId' | 'handOver'>[]): number {
  return new Set(jobs.filter(({ handOver }) => handOver === 'handing' || handOver === 'with_network').map(({ id, postId }) => postId ?? id)).size
}

/** How many posts of these clients a hold has called back from their networks, and nobody has decided about since. */
export async function countCalledBack(workspaceIds: readonly string[]): Promise<number> {
  const answers = await Promise.all(workspaceIds.map((workspaceId) => studio.request('handOver.readHeld', { workspaceId })))
  return answers.reduce((total, answer) => total + (answer.ok ? answer.value.posts.length : 0), 0)
}
