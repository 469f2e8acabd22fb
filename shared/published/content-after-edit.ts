import { partCount } from '../posts/post-parts.ts'
import type { PostContent, PostPart } from '../posts/post.ts'
import type { RichDocument } from '../posts/rich-document.ts'

export interface EditedWords {
  readonly accountId: string
  /** Which of the account's parts, counted from 1; null: all of the post as one. */
  readonly part: number | null
  readonly title: string
  readonly document: RichDocument
}

/**
 * What the post says once these words stand on that account. The other accounts keep theirs, so it becomes the account's own text wherever others have the same. null: the account got all parts
 * as one, so that no part of the post says it.
 */
export function contentAfterEdit(content: PostContent, { accountId, part, title, document }: EditedWords): PostContent | null {
  if (part === null && partCount(content) > 1) return null
  const target = content.targets.find((one) => one.accountId === accountId)
  if (target === undefined) return null
  const isAlone = content.targets.length === 1
  if ((part ?? 1) > 1) return withPart(content, (part ?? 1) - 2, isAlone, { accountId, document })
  const titled = isAlone ? { ...content, title } : content
  if (isAlone && target.variant === null) return { ...titled, document }
  return { ...titled, targets: content.targets.map((one) => (one === target ? { ...one, variant: document } : one)) }
}

function withPart(content: PostContent, place: number, isAlone: boolean, own: PostPart['variants'][number]): PostContent | null {
  const old = content.moreParts?.[place]
  if (old === undefined) return null
  const others = old.variants.filter(({ accountId }) => accountId !== own.accountId)
  const changed = isAlone && others.length === old.variants.length ? { ...old, document: own.document } : { ...old, variants: [...others, own] }
  return { ...content, moreParts: content.moreParts?.map((one, index) => (index === place ? changed : one)) ?? [] }
}
