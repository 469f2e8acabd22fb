import type { StudioBridge } from '../../../shared/contract/bridge.ts'
import { studioError, type StudioError } from '../../../shared/errors/studio-error.ts'
import type { MediaItem } from '../../../shared/media/media-item.ts'
import { mostFiles, type PostContent } from '../../../shared/posts/post.ts'
import { swapMedia } from '../../../shared/posts/swap-media.ts'
import { mediaFor } from '../../../shared/posts/post-parts.ts'
import { isEditable, type OpenPost } from './composer-state.ts'
import { openedPost } from './open-post.ts'
import { isPostMissing } from './overtaken.ts'
import { placeOfPart } from './thread/part-place.ts'
import { changePart, partAsContent } from './thread/thread-changes.ts'

/** A file that is stored, and where in its post it was put. */
export interface Arrival {
  readonly item: MediaItem
  /** The part of the thread; null: the first one. */
  readonly partId: string | null
  /** The account that has it for itself. */
  readonly owner?: string | undefined
  /** The file whose place it takes, wherever the post has it; where it has it no more, nothing changes. */
  readonly insteadOf?: string
}

/** Takes one into the post in hand; answers once it is there, or why it is not; `not_here`: this composer has no post in hand. `onSaved` is told once no crash can lose it. */
export type TakeArrival = (arrival: Arrival, onSaved: () => void) => Promise<StudioError | 'not_here' | null>

export interface ArrivalNeeds {
  readonly bridge: Pick<StudioBridge, 'request'>
  readonly workspaceId: string
  readonly postId: string
  /** What the composer had in hand that asked for it, while it is not stored; null: nothing, or it was deleted. */
  readonly unstored: () => OpenPost | null
}

const composers = new Map<string, TakeArrival>()

/** What comes in for this post is this composer's from here on; returns the function that ends that. */
export function takeArrivals({ workspaceId, postId }: Pick<ArrivalNeeds, 'workspaceId' | 'postId'>, take: TakeArrival): () => void {
  const key = `${workspaceId} ${postId}`
  composers.set(key, take)
  return () => void (composers.get(key) === take && composers.delete(key))
}

/** A film may come in long after its composer was left: it goes into the post all the same, through the composer that shows it now, if one does. */
export async function deliver(needs: ArrivalNeeds, arrival: Arrival, onSaved: () => void): Promise<StudioError | null> {
  const taken = await composers.get(`${needs.workspaceId} ${needs.postId}`)?.(arrival, onSaved)
  if (taken !== undefined && taken !== 'not_here') return taken
  const error = await storeInPost(needs, arrival)
  onSaved()
  return error
}

/** The content with the file at its place; or why it cannot be there. */
export function withArrival(post: Pick<OpenPost, 'content' | 'status' | 'overtaken'>, { item, partId, owner, insteadOf }: Arrival, shownPart = 0): PostContent | StudioError {
  const { content } = post
  if (!isEditable(post)) return studioError('post_not_editable', 'the file came in after the post was fixed', { details: { reason: 'file_came_late', fileName: item.fileName } })
  if (insteadOf !== undefined) return swapMedia(content, insteadOf, item.id)
  // Its part was removed meanwhile: where the author looks, it is seen.
  const part = placeOfPart(content, partId) ?? shownPart
  const account = owner === undefined ? {} : { accountId: owner }
  const there = filesAt(content, part, account.accountId)
  if (there.length >= mostFiles && !there.some(({ mediaId }) => mediaId === item.id)) return studioError('post_has_problems', 'no room for one more', { details: { reason: 'too_many_files', fileName: item.fileName, limit: mostFiles } })
  return changePart(content, part, { kind: 'attach', mediaId: item.id, altText: '', ...account })
}

function filesAt(content: PostContent, part: number, owner: string | undefined): PostContent['media'] {
  return mediaFor(partAsContent(content, part), owner)
}

async function storeInPost(needs: ArrivalNeeds, arrival: Arrival): Promise<StudioError | null> {
  const error = await storeOnce(needs, arrival)
  // Somebody else saved at the same moment.
  return error?.code === 'conflict' ? storeOnce(needs, arrival) : error
}

async function storeOnce({ bridge, workspaceId, postId, unstored }: ArrivalNeeds, arrival: Arrival): Promise<StudioError | null> {
  const read = await bridge.request('posts.read', { workspaceId, postId })
  if (!read.ok && !isPostMissing(read.error)) return read.error
  const post = read.ok ? openedPost(read.value) : unstored()
  if (post === null) return null
  const content = withArrival(post, arrival)
  if ('code' in content) return content
  const saved = await bridge.request('posts.saveDraft', { workspaceId, postId, revision: post.revision, content, ...(post.revision === 0 ? { origin: post.origin, plannedFor: post.planChange?.to } : {}) })
  return saved.ok ? null : saved.error
}
