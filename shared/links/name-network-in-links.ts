import type { RichDocument, RichNode } from '../posts/rich-document.ts'
import { nameNetwork, namesNetwork, sourceAmong, type LinkSource } from './link-tags.ts'

/** What was asked before: the same document is the same answer, so that nothing is drawn anew for it. */
const known = new WeakMap<RichDocument, Map<LinkSource, RichDocument>>()

/** The text as readers of one network get it: their network's name where links leave it open. The same document where none does. */
export function nameNetworkInLinks(document: RichDocument, source: LinkSource): RichDocument {
  const before = known.get(document)?.get(source)
  if (before !== undefined) return before
  const content = named(document.content, source)
  const answer = content === document.content ? document : { ...document, content: [...content] }
  const ofDocument = known.get(document) ?? new Map<LinkSource, RichDocument>()
  known.set(document, ofDocument.set(source, answer))
  return answer
}

function named(nodes: readonly RichNode[], source: LinkSource): readonly RichNode[] {
  const answers = nodes.map((node) => namedNode(node, source))
  return answers.every((answer, place) => answer === nodes[place]) ? nodes : answers
}

function namedNode(node: RichNode, source: LinkSource): RichNode {
  const content = node.content === undefined ? undefined : named(node.content, source)
  const link = node.marks?.find((mark) => mark.type === 'link')
  const isOpen = namesNetwork(node.text ?? '') || (link !== undefined && namesNetwork(link.attrs.href))
  if (!isOpen) return content === node.content ? node : { ...node, content }
  const name = sourceAmong(link?.attrs['sources'], source)
  return {
    ...node,
    ...(node.text === undefined ? {} : { text: nameNetwork(node.text, name) }),
    ...(node.marks === undefined ? {} : { marks: node.marks.map((mark) => (mark.type === 'link' ? { ...mark, attrs: { ...mark.attrs, href: nameNetwork(mark.attrs.href, name) } } : mark)) })
  }
}
