import type { JSONContent } from '@tiptap/core'
import { deepest, markSchema } from '../../../../shared/posts/rich-document.ts'

/** Below it a list, an item of it, a paragraph and its words have room. */
const deepestList = deepest - 4
const containers: ReadonlySet<string | undefined> = new Set(['bulletList', 'orderedList', 'blockquote'])

/** A block with all its words, without what no post can hold: marks that are too long, and lists deeper in one another than anybody reads. */
export function fitBlock(block: JSONContent, depth = 1): JSONContent {
  return {
    ...block,
    ...(block.marks === undefined ? {} : { marks: block.marks.filter((mark) => markSchema.safeParse(mark).success) }),
    ...(block.content === undefined ? {} : { content: block.content.flatMap((child) => (depth + 1 > deepestList && containers.has(child.type) ? paragraphsIn(child) : [fitBlock(child, depth + 1)])) })
  }
}

function paragraphsIn(block: JSONContent): readonly JSONContent[] {
  if (block.type === 'paragraph' || block.type === 'heading') return [fitBlock({ ...block, type: 'paragraph' }, deepest - 1)]
  return (block.content ?? []).flatMap(paragraphsIn)
}
