import type { RichDocument, RichNode } from '../posts/rich-document.ts'
import { isSameAddress } from './is-same-address.ts'

/** No document changes once it is made, and all accounts of a post ask for the text of the same one. */
const known = new WeakMap<RichDocument, string>()

/**
 * The plain text that networks without rich text get, and that counters count: paragraphs apart by an empty line, hard break as newline,
 * list items with `•` or their number, a link as its words followed by the address where the two differ.
 */
export function documentToText(document: RichDocument): string {
  const text = known.get(document) ?? joinBlocks(document.content.map(blockToText))
  known.set(document, text)
  return text
}

/** An empty paragraph between two others widens the gap by one line; at the borders it is dropped. */
function joinBlocks(blocks: readonly string[]): string {
  let text = ''
  let gap = ''
  for (const block of blocks) {
    if (block.trim() === '') {
      if (text !== '') gap += '\n'
      continue
    }
    text += text === '' ? block : `\n\n${gap}${block}`
    gap = ''
  }
  return text.trimEnd()
}

function blockToText(node: RichNode): string {
  switch (node.type) {
    case 'bulletList':
      return listToText(node, () => '• ')
    case 'orderedList': {
      const start = typeof node.attrs?.['start'] === 'number' ? node.attrs['start'] : 1
      return listToText(node, (index) => `${start + index}. `)
    }
    case 'blockquote':
      return joinBlocks(childrenOf(node).map(blockToText)).replaceAll(/^/gm, '> ')
    default:
      return inlineToText(childrenOf(node))
  }
}

function listToText(list: RichNode, markOf: (index: number) => string): string {
  return childrenOf(list)
    .map((item, index) => {
      const mark = markOf(index)
      const lines = childrenOf(item).map(blockToText).join('\n')
      return mark + lines.replaceAll('\n', `\n${' '.repeat(mark.length)}`)
    })
    .join('\n')
}

/** Neighbouring pieces of one link (a bold word inside it) are taken together, so that its address is written once. */
function inlineToText(nodes: readonly RichNode[]): string {
  let text = ''
  let linkText = ''
  let linkAddress: string | null = null
  const endLink = (): void => {
    if (linkAddress !== null) text += linkToText(linkText, linkAddress)
    linkText = ''
    linkAddress = null
  }
  for (const node of nodes) {
    const address = addressOf(node)
    const piece = node.type === 'hardBreak' ? '\n' : (node.text ?? '')
    if (address !== linkAddress) endLink()
    if (address === null) text += piece
    else {
      linkAddress = address
      linkText += piece
    }
  }
  endLink()
  return text
}

function linkToText(words: string, address: string): string {
  return words.trim() === '' || isSameAddress(words.trim(), address) ? address : `${words} (${address})`
}

function addressOf(node: RichNode): string | null {
  for (const mark of node.marks ?? []) if (mark.type === 'link' && mark.attrs.href !== '') return mark.attrs.href
  return null
}

function childrenOf(node: RichNode): readonly RichNode[] {
  return node.content ?? []
}
