import { Extension, type Editor } from '@tiptap/core'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { showTextMarks } from './show-text-marks.ts'
import type { FindTextMarks } from './text-mark.ts'

const key = new PluginKey<FindTextMarks>('textMarks')

export const textMarks = Extension.create({
  name: 'textMarks',
  addProseMirrorPlugins: () => [
    new Plugin<FindTextMarks>({
      key,
      state: {
        init: () => () => [],
        apply: (transaction, last) => {
          const find: FindTextMarks | undefined = transaction.getMeta(key)
          return find ?? last
        }
      },
      view: (view) => showTextMarks(view, (state) => key.getState(state))
    })
  ]
})

/** From now on these are looked for. */
export function setTextMarks(editor: Editor, find: FindTextMarks): void {
  editor.view.dispatch(editor.state.tr.setMeta(key, find).setMeta('addToHistory', false))
}
