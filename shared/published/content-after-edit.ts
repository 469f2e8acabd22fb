import { setApart } from '../posts/kept-together.ts'
import { documentOfPart, titleFor } from '../posts/post-parts.ts'
import type { PostContent, PostPart } from '../posts/post.ts'
import type { RichDocument } from '../posts/rich-document.ts'
import { partJoined } from './part-joined.ts'

export interface EditedWords {
  readonly accountId: string
  /** Which of the account's parts, counted from 1; null: all of the post as one, but for a comment of its own. */
  readonly part: number | null
  readonly title: string
  readonly document: RichDocument
}

/**
 * What the post says once these words stand on that account. The other accounts keep theirs, so it becomes the account's own text wherever others have the same. Where the account got all parts as
 * one, each part says its share; null: there are too few words for that, or the account is none of the post's.
 */
export function contentAfterEdit(before: PostContent, { accountId, part, title, document }: EditedWords): PostContent | null {
  // What it was kept together with stands there as it was.
  const content = setApart(before, accountId)
  const own: Own = { accountId, isAlone: content.targets.length === 1 }
  const titled = (part ?? 1) === 1 ? withTitle(content, own, title) : content
  if (part === null) return withAll(titled, own, document)
  return part === 1 ? withFirst(titled, own, document) : withPart(titled, part - 2, own, document)
}

/** Where others have the same one, it becomes the account's own. */
function withTitle(content: PostContent, { accountId, isAlone }: Own, title: string): PostContent {
  if (title === titleFor(content, accountId)) return content
  if (isAlone && content.targets.every((target) => target.title === undefined)) return { ...content, title }
  return { ...content, targets: content.targets.map((target) => (target.accountId === accountId ? { ...target, title } : target)) }
}

interface Own {
  readonly accountId: string
  readonly isAlone: boolean
}

function withAll(content: PostContent, own: Own, document: RichDocument): PostContent | null {
  const target = content.targets.find(({ accountId }) => accountId === own.accountId)
  const more = (content.moreParts ?? []).flatMap((part, place) => (part.isComment === true ? [] : [{ place, document: documentOfPart(part, own.accountId) }]))
  const [first, ...others] = partJoined([target?.variant ?? content.document, ...more.map((part) => part.document)], document) ?? []
  if (first === undefined) return null
  // A part that says the same as before stays what it is, for the other accounts too.
  return others.reduce<PostContent | null>((after, share, index) => {
    const { place = -1, document: before } = more[index] ?? {}
    return after === null || isSame(before, share) ? after : withPart(after, place, own, share)
  }, isSame(target?.variant ?? content.document, first) && target !== undefined ? content : withFirst(content, own, first))
}

function withFirst(content: PostContent, { accountId, isAlone }: Own, document: RichDocument): PostContent | null {
  const target = content.targets.find((one) => one.accountId === accountId)
  if (target === undefined) return null
  if (isAlone && target.variant === null) return { ...content, document }
  return { ...content, targets: content.targets.map((one) => (one === target ? { ...one, variant: document } : one)) }
}

function withPart(content: PostContent, place: number, { accountId, isAlone }: Own, document: RichDocument): PostContent | null {
  const old = content.moreParts?.[place]
  if (old === undefined) return null
  const own: PostPart['variants'][number] = { accountId, document }
  const others = old.variants.filter((variant) => variant.accountId !== accountId)
  const changed = isAlone && others.length === old.variants.length ? { ...old, document } : { ...old, variants: [...others, own] }
  return { ...content, moreParts: content.moreParts?.map((one, index) => (index === place ? changed : one)) ?? [] }
}

function isSame(one: RichDocument | undefined, other: RichDocument): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
