import type { ThreadPlace } from './job.ts'

/** What a job sends of its post, as people call it: the post itself, a part of a thread, or the account's own first comment. */
export type PlaceOf = { readonly kind: 'post'; readonly hasComment: boolean } | { readonly kind: 'part'; readonly number: number; readonly of: number; readonly hasComment: boolean } | { readonly kind: 'comment' }

/** `part` of a job; left out where the whole post is one part. */
export function placeOf(part: ThreadPlace | undefined): PlaceOf {
  if (part === undefined) return { kind: 'post', hasComment: false }
  const hasComment = part.hasComment === true
  if (hasComment && part.number === part.of) return { kind: 'comment' }
  const of = hasComment ? part.of - 1 : part.of
  return of === 1 ? { kind: 'post', hasComment } : { kind: 'part', number: part.number, of, hasComment }
}
