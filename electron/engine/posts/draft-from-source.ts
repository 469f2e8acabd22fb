import type { PostContent } from '../../../shared/posts/post.ts'
import type { RichNode } from '../../../shared/posts/rich-document.ts'

/** What somebody else published and a post is to be made of. */
export interface PostSource {
  readonly title: string
  readonly url: string | null
}

const maxTitleLength = 300

/**
 * The beginning of a post about a source: its title as text (most networks show nothing else), and its address as a link. The source's own
 * words stay with the source. Whoever makes the draft says for which accounts.
 */
export function draftFromSource({ title, url }: PostSource): PostContent {
  const words = title.trim()
  const paragraphs: RichNode[] = words === '' ? [] : [{ type: 'paragraph', content: [{ type: 'text', text: words }] }]
  if (url !== null && isWebAddress(url)) {
    paragraphs.push({ type: 'paragraph', content: [{ type: 'text', text: url, marks: [{ type: 'link', attrs: { href: url } }] }] })
  }
  return {
    title: words.slice(0, maxTitleLength),
    document: { type: 'doc', content: paragraphs.length === 0 ? [{ type: 'paragraph' }] : paragraphs },
    targets: [],
    media: []
  }
}

/** A feed may name any address; only those that a browser opens as a page become links. */
function isWebAddress(url: string): boolean {
  return url.length <= 2048 && URL.canParse(url) && ['https:', 'http:'].includes(new URL(url).protocol)
}
