import { commentOf, partCount } from '../../../../shared/posts/post-parts.ts'
import type { PostContent, PostPart } from '../../../../shared/posts/post.ts'
import { emptyDocument } from '../../../../shared/posts/rich-document.ts'
import { applyChange, type ContentChange } from '../composer-changes.ts'

/** What changes the thread itself; places count from 0. */
export type ThreadChange =
  | { readonly kind: 'add_part'; readonly id: string; readonly after: number }
  | { readonly kind: 'add_comment'; readonly id: string }
  | { readonly kind: 'remove_part'; readonly place: number }
  | { readonly kind: 'move_part'; readonly place: number; readonly by: -1 | 1 }

/** One part as if it were a post of its own, so that everything that changes a post changes a part. */
export function partAsContent(content: PostContent, place: number): PostContent {
  const part = place === 0 ? undefined : content.moreParts?.[place - 1]
  if (part === undefined) return content
  const targets = content.targets.map(({ accountId }) => ({ accountId, variant: part.variants.find((variant) => variant.accountId === accountId)?.document ?? null }))
  return { title: content.title, document: part.document, media: part.media, targets }
}

/** The content after a change to one of its parts. Title, accounts and people belong to the post as a whole. */
export function changePart(content: PostContent, place: number, change: ContentChange): PostContent {
  const part = place === 0 ? undefined : content.moreParts?.[place - 1]
  if (part === undefined || change.kind === 'retitle' || change.kind === 'set_poll' || change.kind === 'set_quote' || change.kind === 'set_format' || change.kind === 'toggle_target' || change.kind === 'name_person') return applyChange(content, change)
  const before = partAsContent(content, place)
  const after = applyChange(before, change)
  if (after === before) return content
  return withParts(content, content.moreParts?.map((other) => (other === part ? { ...partOf(part.id, after), ...(part.isComment === true ? { isComment: true as const } : {}) } : other)))
}

export function changeThread(content: PostContent, change: ThreadChange): PostContent {
  const { moreParts = [] } = content
  switch (change.kind) {
    case 'add_part':
      return withParts(content, moreParts.toSpliced(Math.min(change.after, threadLength(content) - 1), 0, { id: change.id, document: emptyDocument, variants: [], media: [] }))
    case 'add_comment':
      return commentOf(content) === null ? withParts(content, [...moreParts, { id: change.id, document: emptyDocument, variants: [], media: [], isComment: true }]) : content
    case 'remove_part':
      return removed(content, moreParts, change.place)
    case 'move_part':
      return mayMove(threadLength(content), change.place, change.by) ? exchanged(content, Math.min(change.place, change.place + change.by)) : content
  }
}

/** Parts without the comment, which stays the last. */
function threadLength(content: PostContent): number {
  return partCount(content) - (commentOf(content) === null ? 0 : 1)
}

/** `length`: of the thread without its comment. */
export function mayMove(length: number, place: number, by: -1 | 1): boolean {
  return place < length && place + by >= 0 && place + by < length
}

function removed(content: PostContent, moreParts: readonly PostPart[], place: number): PostContent {
  if (partCount(content) === 1) return content
  // Without its first part, the thread begins with the second.
  const rest = place === 0 ? exchanged(content, 0).moreParts ?? [] : moreParts
  const kept = place === 0 ? exchanged(content, 0) : content
  return withParts(kept, rest.toSpliced(Math.max(place - 1, 0), 1))
}

/** The parts at this place and the next one change their places. */
function exchanged(content: PostContent, place: number): PostContent {
  const { moreParts = [] } = content
  const second = moreParts[place]
  if (second === undefined || place < 0) return content
  if (place > 0) return withParts(content, moreParts.with(place - 1, second).with(place, moreParts[place - 1] ?? second))
  const { document, media, targets } = partAsContent(content, 1)
  // Pictures of an account's own stay at the beginning of its thread.
  const withOwn = targets.map((target, index) => ({ ...target, ...ownMediaOf(content.targets[index]) }))
  return withParts({ ...content, document, media: [...media], targets: withOwn }, moreParts.with(0, partOf(second.id, content)))
}

function ownMediaOf(target: PostContent['targets'][number] | undefined): Pick<PostContent['targets'][number], 'media'> {
  return target?.media === undefined ? {} : { media: target.media }
}

function partOf(id: string, { document, media, targets }: PostContent): PostPart {
  return { id, document, media, variants: targets.flatMap(({ accountId, variant }) => (variant === null ? [] : [{ accountId, document: variant }])) }
}

function withParts({ moreParts: _before, ...content }: PostContent, moreParts: readonly PostPart[] | undefined): PostContent {
  return moreParts === undefined || moreParts.length === 0 ? content : { ...content, moreParts: [...moreParts] }
}
