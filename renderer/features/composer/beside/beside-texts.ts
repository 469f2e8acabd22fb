import type { Idea } from '../../../../shared/ideas/idea.ts'
import { textToDocument } from '../../../../shared/inbox/text-to-document.ts'
import { ownMediaIn } from '../../../../shared/posts/own-media.ts'
import type { PostContent, PostMedia } from '../../../../shared/posts/post.ts'
import type { RichNode } from '../../../../shared/posts/rich-document.ts'
import { documentToText } from '../../../../shared/text/document-to-text.ts'

/** One text of what is read at the side. */
export interface BesideText {
  readonly key: string
  /** Which of a thread; null: there is one alone, or it is the first comment. */
  readonly part: number | null
  readonly isComment: boolean
  /** Whose own text it is; null: everybody's. */
  readonly accountId: string | null
  readonly blocks: readonly RichNode[]
  readonly media: readonly PostMedia[]
}

/** Everything that is written in a post, each text once: part by part, the common one before those of single accounts. */
export function textsOfPost({ document, targets, media, moreParts = [] }: PostContent): readonly BesideText[] {
  const isThread = moreParts.some(({ isComment }) => isComment !== true)
  const first = textsOfPart('first', isThread ? 1 : null, false, { document, media }, targets.flatMap(({ accountId, variant, media: own }) => (variant === null && own === undefined ? [] : [{ accountId, document: variant, media: own ?? [] }])))
  const more = moreParts.map((part, place) =>
    textsOfPart(part.id, part.isComment === true ? null : place + 2, part.isComment === true, part, [...part.variants.filter(({ isLeftOut }) => isLeftOut !== true).map((variant) => ({ ...variant, media: ownMediaIn(part, variant.accountId) ?? [] })), ...(part.ownMedia ?? []).filter((own) => !part.variants.some(({ accountId }) => accountId === own.accountId)).map((own) => ({ ...own, document: null }))])
  )
  return [first, ...more].flat()
}

/** The words of an idea, its title first. */
export function textsOfIdea({ title, note }: Pick<Idea, 'title' | 'note'>): readonly BesideText[] {
  const { content } = textToDocument([title, note].filter((text) => text !== '').join('\n\n'))
  return [{ key: 'idea', part: null, isComment: false, accountId: null, blocks: content.filter(hasWords), media: [] }]
}

interface Own {
  readonly accountId: string
  readonly document: PostContent['document'] | null
  readonly media: readonly PostMedia[]
}

function textsOfPart(key: string, part: number | null, isComment: boolean, { document, media }: Pick<PostContent, 'document' | 'media'>, own: readonly Own[]): readonly BesideText[] {
  return [
    { key, part, isComment, accountId: null, blocks: document.content.filter(hasWords), media },
    ...own.map((of) => ({ key: `${key} ${of.accountId}`, part, isComment, accountId: of.accountId, blocks: (of.document?.content ?? []).filter(hasWords), media: of.media }))
  ].filter(({ blocks, media: files }) => blocks.length > 0 || files.length > 0)
}

/** An empty line is nothing to take over. */
function hasWords(block: RichNode): boolean {
  return documentToText({ type: 'doc', content: [block] }).trim() !== ''
}
