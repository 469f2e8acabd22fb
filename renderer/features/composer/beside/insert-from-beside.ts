import type { Editor } from '@tiptap/core'
import { DOMParser, Fragment, Slice, type Node as TextNode } from '@tiptap/pm/model'
import { Selection } from '@tiptap/pm/state'

/** What is selected of the words at the side, as the editor reads them; null: nothing. */
export function selectedWords(words: Element | null): HTMLElement | null {
  const selection = document.getSelection()
  if (words === null || selection === null || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  if (!words.contains(range.startContainer) || !words.contains(range.endContainer) || range.toString().trim() === '') return null
  const made = document.createElement('div')
  made.append(range.cloneContents())
  for (let around: Node | null = range.commonAncestorContainer; around !== null && around !== words; around = around.parentNode) if (around instanceof Element && around.matches(carriers)) wrapContent(made, around)
  return readable(made)
}

/** A part of these alone is copied without them, and would be plain words. */
const carriers = 'span, strong, em, ul, ol'

function wrapContent(made: HTMLElement, around: Element): void {
  const wrapper = document.importNode(around, false)
  wrapper.append(...made.childNodes)
  made.append(wrapper)
}

/** A copy of one block of the words at the side. */
export function wordsOfBlock(block: Element): HTMLElement {
  const made = document.createElement('div')
  made.append(block.cloneNode(true))
  return readable(made)
}

/** In the place of what is selected in the text, or where its cursor is. */
export function insertAtCursor(editor: Editor, words: HTMLElement): void {
  const slice = DOMParser.fromSchema(editor.schema).parseSlice(words, { preserveWhitespace: true })
  editor.view.dispatch(editor.state.tr.replaceSelection(slice).scrollIntoView())
  editor.view.focus()
}

/** Below the block in which the cursor is, or in its place where nothing stands in it; the cursor goes behind it. */
export function insertBelow(editor: Editor, words: HTMLElement): void {
  const { schema, state } = editor
  const { content } = DOMParser.fromSchema(schema).parse(words, { preserveWhitespace: true })
  const { $to } = state.selection
  const at = $to.depth === 0 ? $to.pos : $to.after(1)
  const here = $to.depth === 0 ? null : $to.node(1)
  const from = here !== null && isEmpty(here) ? $to.before(1) : at
  const { tr } = state
  tr.replace(from, at, new Slice(Fragment.from(content), 0, 0))
  editor.view.dispatch(tr.setSelection(Selection.near(tr.doc.resolve(from + content.size), -1)).scrollIntoView())
  editor.view.focus()
}

function isEmpty(node: TextNode): boolean {
  return node.isTextblock && node.content.size === 0
}

/** What goes on the clipboard, so that the editor knows it again and other programs have its text. */
export function clipboardOf(editor: Editor, words: HTMLElement): { readonly html: string; readonly text: string } {
  const slice = DOMParser.fromSchema(editor.schema).parseSlice(words, { preserveWhitespace: true })
  return { html: editor.view.serializeForClipboard(slice).dom.innerHTML, text: slice.content.textBetween(0, slice.content.size, '\n\n', '\n') }
}

/** Nothing of the buttons; links and headings as what they are in the text: at the side they lead nowhere, and head nothing. */
function readable(words: HTMLElement): HTMLElement {
  for (const tool of words.querySelectorAll('[data-tool]')) tool.remove()
  for (const link of words.querySelectorAll('span[data-href]')) {
    const made = document.createElement('a')
    made.href = link.getAttribute('data-href') ?? ''
    const sources = link.getAttribute('data-sources')
    if (sources !== null) made.setAttribute('data-sources', sources)
    made.append(...link.childNodes)
    link.replaceWith(made)
  }
  for (const heading of words.querySelectorAll('p[data-heading]')) {
    const made = document.createElement(heading.getAttribute('data-heading') === '3' ? 'h3' : 'h2')
    made.append(...heading.childNodes)
    heading.replaceWith(made)
  }
  return words
}
