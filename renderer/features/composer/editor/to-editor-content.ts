import type { JSONContent } from '@tiptap/core'
import type { RichDocument, RichNode } from '../../../../shared/posts/rich-document.ts'
import { withoutTowers } from '../../../../shared/text/stacked-marks.ts'

/** The document in the editor's own (mutable) shape; a copy, so that the store's document can never change under it. */
export function toEditorContent(document: RichDocument): JSONContent {
  return { type: 'doc', content: document.content.map(toEditorNode) }
}

function toEditorNode(node: RichNode): JSONContent {
  return {
    type: node.type,
    ...(node.text === undefined ? {} : { text: withoutTowers(node.text) }),
    ...(node.attrs === undefined ? {} : { attrs: { ...node.attrs } }),
    ...(node.marks === undefined ? {} : { marks: node.marks.map((mark) => ('attrs' in mark ? { type: mark.type, attrs: { ...mark.attrs } } : { type: mark.type })) }),
    ...(node.content === undefined ? {} : { content: node.content.map(toEditorNode) })
  }
}
