import type { Snippet } from '../../../shared/snippets/snippet.ts'
import { foldText } from '../../../shared/text/fold-text.ts'

/** Those that have every word of the question, in name or text; a name that begins with it comes first. */
export function findSnippets(snippets: readonly Snippet[], query: string): readonly Snippet[] {
  const sought = foldText(query.trim())
  if (sought === '') return snippets
  const words = sought.split(/\s+/u)
  const found = snippets.filter(({ name, text }) => words.every((word) => foldText(`${name}\n${text}`).includes(word)))
  const isFirst = ({ name }: Snippet): boolean => foldText(name).startsWith(sought)
  return [...found.filter(isFirst), ...found.filter((snippet) => !isFirst(snippet))]
}
