import { documentToText } from '../../../shared/text/document-to-text.ts'
import type { PostContent } from '../../../shared/posts/post.ts'
import { firstWords } from '../../language/first-words.ts'

/** What a post is called in a sentence: its title, else the beginning of its text. */
export function wordsOf({ title, document }: Pick<PostContent, 'title' | 'document'>): string {
  return firstWords(title.trim() === '' ? documentToText(document) : title)
}
