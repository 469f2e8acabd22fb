import type { RichDocument, RichNode } from '../../../../shared/posts/rich-document.ts'

/** A picture or video that is in the site's media library. */
export interface PlacedImage {
  readonly id: number
  readonly url: string
  readonly altText: string
  readonly isVideo?: boolean
  /** Of a video: the picture that stands for it. */
  readonly posterUrl?: string
  /** Of a video: its subtitles. */
  readonly tracks?: readonly PlacedTrack[]
}

/** Subtitles in one language, as WordPress's own block keeps them: it shows them by these names. */
export interface PlacedTrack {
  readonly src: string
  readonly label: string
  readonly srcLang: string
  readonly kind: 'captions'
}

/** The document as WordPress's own blocks (HTML with comments that part it), so that it can be edited there like any other post. */
export function documentToBlocks(document: RichDocument, images: readonly PlacedImage[]): string {
  return [...document.content.map(blockOf), ...images.map((image) => (image.isVideo === true ? videoBlock(image) : imageBlock(image)))].filter((block) => block !== '').join('\n\n')
}

function blockOf(node: RichNode): string {
  switch (node.type) {
    case 'paragraph': {
      const words = inlineOf(node)
      return words === '' ? '' : wrap('paragraph', `<p>${words}</p>`)
    }
    case 'heading': {
      const level = levelOf(node)
      return wrap('heading', `<h${level} class="wp-block-heading">${inlineOf(node)}</h${level}>`, level === 2 ? null : { level })
    }
    case 'bulletList':
      return listBlock(node, 'ul')
    case 'orderedList':
      return listBlock(node, 'ol')
    case 'blockquote':
      return wrap('quote', `<blockquote class="wp-block-quote">${childrenOf(node).map(blockOf).join('\n')}</blockquote>`)
    default:
      return ''
  }
}

function listBlock(node: RichNode, tag: 'ul' | 'ol'): string {
  const start = tag === 'ol' && typeof node.attrs?.['start'] === 'number' && node.attrs['start'] !== 1 ? node.attrs['start'] : null
  const items = childrenOf(node).map((item) => wrap('list-item', `<li>${itemOf(item)}</li>`))
  const attributes = { ...(tag === 'ol' ? { ordered: true } : {}), ...(start === null ? {} : { start }) }
  return wrap('list', `<${tag}${start === null ? '' : ` start="${start}"`} class="wp-block-list">${items.join('\n')}</${tag}>`, tag === 'ol' ? attributes : null)
}

/** The first paragraph of an item stands in it without tags; a list inside comes after. */
function itemOf(item: RichNode): string {
  return childrenOf(item)
    .map((child) => (child.type === 'paragraph' ? inlineOf(child) : blockOf(child)))
    .filter((part) => part !== '')
    .join('<br>')
    .replaceAll('<br><!-- wp:list', '<!-- wp:list')
}

function imageBlock({ id, url, altText }: PlacedImage): string {
  return wrap('image', `<figure class="wp-block-image"><img src="${escapeHtml(url)}" alt="${escapeHtml(altText)}" class="wp-image-${id}"/></figure>`, { id })
}

/** https://github.com/WordPress/gutenberg/tree/trunk/packages/block-library/src/video: `save.js`, `tracks.js` and `block.json` (read on 2026-11-23). Tracks stand twice, in the block's attributes and in its HTML, which its editor holds against each other. */
function videoBlock({ id, url, altText, posterUrl, tracks = [] }: PlacedImage): string {
  const caption = altText === '' ? '' : `<figcaption class="wp-element-caption">${escapeHtml(altText)}</figcaption>`
  return wrap('video', `<figure class="wp-block-video"><video controls${posterUrl === undefined ? '' : ` poster="${escapeHtml(posterUrl)}"`} src="${escapeHtml(url)}">${tracks.map(trackTag).join('')}</video>${caption}</figure>`, { id, ...(tracks.length === 0 ? {} : { tracks }) })
}

function trackTag({ src, label, srcLang, kind }: PlacedTrack): string {
  return `<track src="${escapeHtml(src)}" label="${escapeHtml(label)}" srclang="${escapeHtml(srcLang)}" kind="${kind}"/>`
}

function wrap(name: string, html: string, attributes: object | null = null): string {
  return `<!-- wp:${name}${attributes === null ? '' : ` ${attributesOf(attributes)}`} -->\n${html}\n<!-- /wp:${name} -->`
}

/** In a comment no sign may end it: https://developer.wordpress.org/reference/functions/serialize_block_attributes/ (read on 2026-11-23). */
function attributesOf(attributes: object): string {
  return JSON.stringify(attributes).replaceAll('--', '\\u002d\\u002d').replaceAll('<', '\\u003c').replaceAll('>', '\\u003e').replaceAll('&', '\\u0026').replaceAll('\\"', '\\u0022')
}

function inlineOf(node: RichNode): string {
  return childrenOf(node).map(pieceOf).join('').trim()
}

function pieceOf(node: RichNode): string {
  if (node.type === 'hardBreak') return '<br>'
  let html = escapeHtml(node.text ?? '')
  for (const mark of node.marks ?? []) {
    if (mark.type === 'bold') html = `<strong>${html}</strong>`
    if (mark.type === 'italic') html = `<em>${html}</em>`
  }
  // Outermost, so that a bold word does not part a link.
  for (const mark of node.marks ?? []) if (mark.type === 'link' && isWebAddress(mark.attrs.href)) html = `<a href="${escapeHtml(mark.attrs.href)}">${html}</a>`
  return html
}

function levelOf(node: RichNode): number {
  const level = node.attrs?.['level']
  return typeof level === 'number' && Number.isInteger(level) && level >= 1 && level <= 6 ? level : 2
}

function isWebAddress(address: string): boolean {
  return /^(https?:\/\/|mailto:)/i.test(address)
}

function childrenOf(node: RichNode): readonly RichNode[] {
  return node.content ?? []
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
