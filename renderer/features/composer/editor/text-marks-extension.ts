import { Extension, type Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

/** Words that deserve a look, with a quiet line below them. */
export interface TextMark {
  readonly start: number
  readonly end: number
}

/** Finds them in one paragraph; positions in its text, where what is no text counts as one character. */
export type FindTextMarks = (text: string) => readonly TextMark[]

interface MarksState {
  readonly find: FindTextMarks
  /** A paragraph that was not touched is the same node: it is looked through once. */
  readonly known: WeakMap<Node, readonly TextMark[]>
  readonly shown: DecorationSet
}

const key = new PluginKey<MarksState>('textMarks')

export const textMarks = Extension.create({
  name: 'textMarks',
  addProseMirrorPlugins: () => [
    new Plugin<MarksState>({
      key,
      state: {
        init: () => ({ find: () => [], known: new WeakMap(), shown: DecorationSet.empty }),
        apply(transaction, last) {
          const find: FindTextMarks | undefined = transaction.getMeta(key)
          if (find !== undefined) return markedAnew(transaction.doc, find, new WeakMap())
          return transaction.docChanged ? markedAnew(transaction.doc, last.find, last.known) : last
        }
      },
      props: { decorations: (state) => key.getState(state)?.shown }
    })
  ]
})

/** From now on these are looked for. */
export function setTextMarks(editor: Editor, find: FindTextMarks): void {
  editor.view.dispatch(editor.state.tr.setMeta(key, find).setMeta('addToHistory', false))
}

function markedAnew(document: Node, find: FindTextMarks, known: WeakMap<Node, readonly TextMark[]>): MarksState {
  const decorations: Decoration[] = []
  document.descendants((node, position) => {
    if (!node.isTextblock) return true
    const marks = known.get(node) ?? find(node.textBetween(0, node.content.size, undefined, '\uFFFC'))
    known.set(node, marks)
    for (const { start, end } of marks) decorations.push(Decoration.inline(position + 1 + start, position + 1 + end, { 'data-mark': '' }))
    return false
  })
  return { find, known, shown: DecorationSet.create(document, decorations) }
}
