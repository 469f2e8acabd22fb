import { documentToText } from '../text/document-to-text.ts'
import { occasionTexts } from './occasion.ts'
import { mediaOf } from './post-parts.ts'
import type { PostContent } from './post.ts'

/** Everything that people read in a post, for finding it: title, warnings, topics and long texts, all parts, texts for single accounts, choices of its poll, tags, the words for lists, where it leads, descriptions of images; each once. */
export function searchTextOf(content: PostContent): string {
  const { title, tags = [], teaser = '', link = '', document, targets, moreParts = [], poll } = content
  const documents = [
    document,
    ...moreParts.map((part) => part.document),
    ...targets.flatMap(({ variant }) => variant ?? []),
    ...moreParts.flatMap(({ variants }) => variants.map((variant) => variant.document))
  ]
  const descriptions = mediaOf(content).map(({ altText }) => altText)
  const texts = [title, ...targets.flatMap((target) => target.title ?? []), ...targets.flatMap(({ framing }) => [framing?.warning ?? [], framing?.topic ?? [], framing?.attachedText ?? [], occasionTexts(framing?.occasion)].flat()), ...documents.map(documentToText), ...(poll?.choices ?? []), ...tags, ...targets.flatMap((target) => target.tags ?? []), ...[{ teaser, link }, ...targets].flatMap((each) => [each.teaser ?? '', each.link ?? '']), ...descriptions].map((text) => text.trim())
  return [...new Set(texts)].filter((text) => text !== '').join('\n')
}
