import { keptWith } from './kept-together.ts'
import type { PostContent, PostPart } from './post.ts'

type OwnComment = PostPart['variants'][number]

/** Whether this account writes no first comment, because somebody said so. */
export function isCommentLeftOut({ variants }: Pick<PostPart, 'variants'>, id: string): boolean {
  return variants.some(({ accountId, isLeftOut }) => accountId === id && isLeftOut === true)
}

/** No first comment from this account, and those that are kept with it; words of its own wait, should it have one again. */
export function leaveCommentOut(content: PostContent, accountId: string): PostContent {
  return withComments(content, accountId, (own, id, { document }) => [{ ...(own ?? { accountId: id, document, begunFrom: document }), isLeftOut: true }])
}

/** The comment again: words of its own where it had some, else everybody's. */
export function takeCommentIn(content: PostContent, accountId: string): PostContent {
  return withComments(content, accountId, (own) => {
    if (own === undefined) return []
    const { isLeftOut: _before, ...words } = own
    return JSON.stringify(words.document) === JSON.stringify(words.begunFrom) ? [] : [words]
  })
}

function withComments(content: PostContent, accountId: string, next: (own: OwnComment | undefined, id: string, part: PostPart) => readonly OwnComment[]): PostContent {
  const ids = keptWith(content, accountId)
  if (content.moreParts?.some(({ isComment }) => isComment === true) !== true) return content
  return {
    ...content,
    moreParts: content.moreParts.map((part) => {
      if (part.isComment !== true) return part
      const own = ids.flatMap((id) => next(part.variants.find((variant) => variant.accountId === id), id, part))
      return { ...part, variants: [...part.variants.filter((variant) => !ids.includes(variant.accountId)), ...own] }
    })
  }
}
