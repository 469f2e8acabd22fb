import { documentToText } from '../text/document-to-text.ts'
import type { PostContent } from './post.ts'

/** Everything that people read in a post, for finding it: title, all parts, texts for single accounts, descriptions of images; each once. */
export function searchTextOf({ title, document, targets, media, moreParts = [] }: PostContent): string {
  const documents = [
    document,
    ...moreParts.map((part) => part.document),
    ...targets.flatMap(({ variant }) => variant ?? []),
    ...moreParts.flatMap(({ variants }) => variants.map((variant) => variant.document))
  ]
  const descriptions = [...media, ...moreParts.flatMap((part) => part.media)].map(({ altText }) => altText)
  const texts = [title, ...documents.map(documentToText), ...descriptions].map((text) => text.trim())
  return [...new Set(texts)].filter((text) => text !== '').join('\n')
}
