import { Extension, type Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey, TextSelection } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { findGaps } from '../../../../shared/snippets/variables.ts'

const key = new PluginKey<DecorationSet>('gaps')

/** Shows what a snippet left open, so that nobody overlooks it; a click takes the whole of it. */
export const gaps = Extension.create({
  name: 'gaps',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key,
      state: {
        init: (_config, state) => marked(state.doc),
        apply: (transaction, last) => (transaction.docChanged ? marked(transaction.doc) : last)
      },
      props: {
        decorations: (state) => key.getState(state),
        handleClick(view, position) {
          const [gap] = key.getState(view.state)?.find(position, position) ?? []
          if (gap === undefined || !view.editable || gap.from === position || gap.to === position) return false
          view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, gap.from, gap.to)))
          return true
        }
      }
    })
  ]
})

/** Where in the document something is left open, in order. */
export function gapsIn(editor: Editor): readonly { readonly from: number; readonly to: number }[] {
  return (key.getState(editor.state)?.find() ?? []).toSorted((one, other) => one.from - other.from)
}

/** Selects the first gap from a position on, else the first of all: what is typed next fills it. */
export function selectGap(editor: Editor, from: number): boolean {
  const all = gapsIn(editor)
  const next = all.find((gap) => gap.from >= from) ?? all[0]
  return next !== undefined && editor.chain().focus().setTextSelection(next).scrollIntoView().run()
}

function marked(document: Node): DecorationSet {
  const found: Decoration[] = []
  document.descendants((node, position) => {
    if (!node.isTextblock) return true
    const text = node.textBetween(0, node.content.size, undefined, '\uFFFC')
    for (const { start, end } of findGaps(text)) found.push(Decoration.inline(position + 1 + start, position + 1 + end, { 'data-gap': '' }))
    return false
  })
  return DecorationSet.create(document, found)
}
