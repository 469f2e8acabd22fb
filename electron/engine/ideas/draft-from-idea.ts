import type { IdeaContent } from '../../../shared/ideas/idea.ts'
import { textToDocument } from '../../../shared/inbox/text-to-document.ts'
import type { PostContent } from '../../../shared/posts/post.ts'
import { draftFromSource } from '../posts/draft-from-source.ts'

/**
 * The beginning of a post: what is written on the card, and the address of what was read elsewhere. A message stays beside the post, as its source: no post links to it by itself, and of a
 * private one not even what its card is called stands in the text. Whoever makes the draft says for which accounts.
 */
export function draftFromIdea({ title, note, source }: Pick<IdeaContent, 'title' | 'note' | 'source'>): PostContent {
  const name = source?.kind === 'inbox' && source.isPrivate ? '' : title
  const words = textToDocument([name, note].filter((text) => text !== '').join('\n\n')).content
  const link = source?.kind === 'watch' ? draftFromSource({ title: '', url: source.url }).document.content.filter(({ content }) => content !== undefined) : []
  return { title: name, document: { type: 'doc', content: [...words, ...link] }, targets: [], media: [] }
}
