import type { RichDocument, RichNode } from '../posts/rich-document.ts'

/** A block that no key touched is the same node, and is counted with each key. */
const known = new WeakMap<RichNode, string>()

/** The document as Markdown (CommonMark), as forums and Discord take it. What the author typed is never read as a mark. */
export function documentToMarkdown(document: RichDocument): string {
  return document.content.map(knownBlock).filter((block) => block !== '').join('\n\n')
}

function knownBlock(node: RichNode): string {
  const block = known.get(node) ?? blockOf(node)
  known.set(node, block)
  return block
}

function blockOf(node: RichNode): string {
  switch (node.type) {
    case 'paragraph':
      return inlineOf(node)
    case 'heading':
      return `${'#'.repeat(levelOf(node))} ${inlineOf(node)}`
    case 'bulletList':
      return listOf(node, () => '- ')
    case 'orderedList': {
      const start = typeof node.attrs?.['start'] === 'number' ? node.attrs['start'] : 1
      return listOf(node, (index) => `${start + index}. `)
    }
    case 'blockquote':
      return childrenOf(node).map(blockOf).join('\n\n').replaceAll(/^/gm, '> ')
    default:
      return ''
  }
}

function listOf(node: RichNode, markOf: (index: number) => string): string {
  return childrenOf(node)
    .map((item, index) => {
      const mark = markOf(index)
      return mark + childrenOf(item).map(blockOf).join('\n').replaceAll('\n', `\n${' '.repeat(mark.length)}`)
    })
    .join('\n')
}

function inlineOf(node: RichNode): string {
  return childrenOf(node).map(pieceOf).join('').trim()
}

function pieceOf({ type, text = '', marks = [] }: RichNode): string {
  if (type === 'hardBreak') return '\n'
  const link = marks.find((mark) => mark.type === 'link')?.attrs.href ?? null
  // An address that stands for itself becomes a link, and a card, by itself.
  if (link !== null && text.trim() === link) return text
  const written = escapeMarkdown(text)
  const words = written.trim()
  // Marks stand at the words, not at the space around them.
  return words === '' ? written : written.replace(words, () => linked(strengthened(words, marks), link))
}

function strengthened(words: string, marks: NonNullable<RichNode['marks']>): string {
  const italic = marks.some((mark) => mark.type === 'italic') ? `*${words}*` : words
  return marks.some((mark) => mark.type === 'bold') ? `**${italic}**` : italic
}

function linked(words: string, address: string | null): string {
  return address === null ? words : `[${words}](<${address.replaceAll(/[<>\n]/g, encodeURIComponent)}>)`
}

const addressPattern = /https?:\/\/\S+/g

/** Backslashes before everything that Markdown could take for a mark; addresses stay whole. */
export function escapeMarkdown(text: string): string {
  let escaped = ''
  let from = 0
  for (const { 0: address, index } of text.matchAll(addressPattern)) {
    escaped += escapeWords(text.slice(from, index)) + address
    from = index + address.length
  }
  return escaped + escapeWords(text.slice(from))
}

function escapeWords(text: string): string {
  return text
    .replaceAll(/[\\`*_[\]<>|~]/g, String.raw`\$&`)
    .replaceAll(/^(\s*)([#+-])(?=\s|$)/gm, String.raw`$1\$2`)
    .replaceAll(/^(\s*)(\d+)([.)])(?=\s|$)/gm, String.raw`$1$2\$3`)
}

function levelOf({ attrs }: RichNode): number {
  const level = attrs?.['level']
  return typeof level === 'number' && Number.isInteger(level) && level >= 1 && level <= 6 ? level : 2
}

function childrenOf({ content }: RichNode): readonly RichNode[] {
  return content ?? []
}
