import type { IdeaContent } from '../../../shared/ideas/idea.ts'
import { textToDocument } from '../../../shared/inbox/text-to-document.ts'
import type { PostContent } from '../../../shared/posts/post.ts'
import { draftFromSource } from '../posts/draft-from-source.ts'

/** The beginning of a post: what is written on the card, and the address of its source. Whoever makes the draft says for which accounts. */
export function draftFromIdea({ title, note, source }: Pick<IdeaContent, 'title' | 'note' | 'source'>): PostContent {
  const words = textToDocument([title, note].filter((text) => text !== '').join('\n\n')).content
  const link = source === null ? [] : draftFromSource({ title: '', url: source.url }).document.content.filter(({ content }) => content !== undefined)
  return { title, document: { type: 'doc', content: [...words, ...link] }, targets: [], media: [] }
}
