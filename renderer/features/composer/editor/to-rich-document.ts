import type { JSONContent } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { richDocumentSchema, type RichDocument, type RichNode } from '../../../../shared/posts/rich-document.ts'
import { fitBlock } from './fit-block.ts'

/** A block that no key touched is the same node: it is read once, and stays the same for whoever shows it. */
const known = new WeakMap<Node, RichNode>()

/** The document in the studio's shape, held against its schema. Whatever stands in the editor, its words are in it: what is not told here is never saved. */
export function toRichDocument(document: Node): RichDocument {
  return { type: 'doc', content: document.children.map(toBlock) }
}

function toBlock(node: Node): RichNode {
  const block = known.get(node) ?? readBlock(node)
  known.set(node, block)
  return block
}

function readBlock(node: Node): RichNode {
  const json: JSONContent = node.toJSON()
  const asItIs = richDocumentSchema.safeParse({ type: 'doc', content: [json] })
  const parsed = asItIs.success ? asItIs : richDocumentSchema.safeParse({ type: 'doc', content: [fitBlock(json)] })
  const [block] = parsed.success ? parsed.data.content : []
  if (block === undefined) throw new Error(`the editor made a document outside its schema: ${parsed.error?.message ?? ''}`)
  return block
}
