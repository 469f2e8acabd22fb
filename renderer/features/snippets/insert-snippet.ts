import type { Editor } from '@tiptap/core'
import type { RichNode } from '../../../shared/posts/rich-document.ts'
import type { SnippetKind } from '../../../shared/snippets/snippet.ts'
import { findGaps } from '../../../shared/snippets/variables.ts'
import { findWebAddresses } from '../../../shared/text/find-web-addresses.ts'
import { selectGap } from '../composer/editor/gaps-extension.ts'

/** Puts a filled snippet where the cursor is, in place of what is selected. Where something is left open, that is selected, to be typed over. */
export function insertSnippet(editor: Editor, kind: SnippetKind, text: string): void {
  const { from } = editor.state.selection
  const before = editor.state.doc.resolve(from).parent.textBetween(0, editor.state.doc.resolve(from).parentOffset, undefined, '\n')
  // A hashtag grown together with the word before it is none.
  const needsSpace = kind === 'hashtags' && /\S$/u.test(before)
  editor.chain().focus().insertContent(toNodes(needsSpace ? ` ${text}` : text)).run()
  if (findGaps(text).length > 0) selectGap(editor, Math.max(0, from - 1))
}

/** One paragraph goes into the line, several stand by themselves. */
export function toNodes(text: string): RichNode[] {
  const paragraphs = text.split(/\n(?:[ \t]*\n)+/u).map((paragraph) => inlineNodes(paragraph))
  const [only = []] = paragraphs
  return paragraphs.length === 1 ? only : paragraphs.map((content) => ({ type: 'paragraph', content }))
}

function inlineNodes(paragraph: string): RichNode[] {
  return paragraph.split('\n').flatMap((line, place) => [...(place === 0 ? [] : [{ type: 'hardBreak' }]), ...withLinks(line)])
}

function withLinks(line: string): RichNode[] {
  const nodes: RichNode[] = []
  let from = 0
  for (const { start, end, address } of findWebAddresses(line)) {
    if (start > from) nodes.push({ type: 'text', text: line.slice(from, start) })
    nodes.push({ type: 'text', text: address, marks: [{ type: 'link', attrs: { href: address } }] })
    from = end
  }
  if (from < line.length) nodes.push({ type: 'text', text: line.slice(from) })
  return nodes
}
