import type { Account } from '../../../shared/accounts/account.ts'
import { besideOf } from '../../../shared/posts/beside-words.ts'
import { beginningTerms } from '../../../shared/posts/post-terms.ts'
import type { RequestOutput } from '../../../shared/contract/request-map.ts'
import { emptyContent, type OpenPost } from './composer-state.ts'

/** A post that is not stored yet, for these accounts. */
export function newPost(postId: string, targets: readonly Account[], plannedFor: string | null): OpenPost {
  const content = { ...emptyContent, targets: targets.map((account) => ({ accountId: account.id, variant: null, ...beginningTerms(account) })) }
  return { postId, content, revision: 0, status: 'draft', schedule: null, plan: null, planChange: plannedFor === null ? null : { to: plannedFor }, approval: { kind: 'none' }, origin: { kind: 'composer' }, jobs: [], covers: [], publishedAt: null, save: { kind: 'untouched' }, overtaken: null }
}

/** A stored post, as the engine gives it. */
export function openedPost({ post, jobs, covers = [] }: RequestOutput<'posts.read'>): OpenPost {
  const { id, title, tags, teaser, link, linkSources, document, targets, media, moreParts, poll, quote, revision, status, schedule, plan, approval, origin, publishedAt, updatedAt } = post
  const content = { title, ...(tags === undefined ? {} : { tags }), ...besideOf({ teaser, link, linkSources }), document, targets, media, ...(moreParts === undefined ? {} : { moreParts }), ...(poll === undefined ? {} : { poll }), ...(quote === undefined ? {} : { quote }) }
  return { postId: id, content, revision, status, schedule, plan, planChange: null, approval, origin, jobs, covers, publishedAt, save: { kind: 'saved', at: updatedAt }, overtaken: null }
}

/** What a page in use takes over of what changed elsewhere (jobs, times): never against text or a time that is in hand and not saved. */
export function takenOver(open: OpenPost, fresh: OpenPost): Partial<OpenPost> {
  const isInHand = open.save.kind !== 'saved' && open.save.kind !== 'untouched'
  // It is there again, as it is stored now.
  if (open.overtaken?.kind === 'gone') return isInHand ? { overtaken: { kind: 'changed' } } : fresh
  // Read before the last save, answered after it: the answer to what that save announced follows.
  if (fresh.revision < open.revision) return {}
  if (!isInHand && fresh.revision > open.revision) return fresh
  const { status, schedule, plan, approval, jobs, covers, publishedAt } = fresh
  return { status, schedule, plan, approval, jobs, covers, publishedAt, planChange: isInHand ? open.planChange : null, overtaken: isInHand ? overtakenBy(open, fresh) : null }
}

/** Words in hand that are not saved, and can no longer be. */
function overtakenBy({ overtaken }: OpenPost, { status }: OpenPost): OpenPost['overtaken'] {
  return status === 'draft' ? overtaken : { kind: 'moved_on', status }
}

/** With another plan in hand, to be saved unless there is no post yet: a time alone does not make one worth keeping. */
export function withPlan(open: OpenPost, to: string | null, isSecond = false): OpenPost {
  const isKept = open.save.kind !== 'untouched' || open.revision > 0
  return { ...open, planChange: { to, ...(isSecond ? { isSecond } : {}) }, save: isKept ? { kind: 'waiting' } : open.save }
}
