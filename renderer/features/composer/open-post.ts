import type { RequestOutput } from '../../../shared/contract/request-map.ts'
import { emptyContent, type OpenPost } from './composer-state.ts'

/** A post that is not stored yet, for these accounts. */
export function newPost(postId: string, targets: readonly string[]): OpenPost {
  const content = { ...emptyContent, targets: targets.map((accountId) => ({ accountId, variant: null })) }
  return { postId, content, revision: 0, status: 'draft', schedule: null, origin: { kind: 'composer' }, jobs: [], save: { kind: 'untouched' } }
}

/** A stored post, as the engine gives it. */
export function openedPost({ post, jobs }: RequestOutput<'posts.read'>): OpenPost {
  const { id, title, document, targets, media, moreParts, revision, status, schedule, origin, updatedAt } = post
  const content = { title, document, targets, media, ...(moreParts === undefined ? {} : { moreParts }) }
  return { postId: id, content, revision, status, schedule, origin, jobs, save: { kind: 'saved', at: updatedAt } }
}
