import { Extension, type Editor } from '@tiptap/core'
import { closeHistory } from '@tiptap/pm/history'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { makesFormatting, typeSign } from '../../../../shared/text/typed-signs.ts'

const key = new PluginKey<boolean>('plainMarks')

/**
 * What is typed as Markdown. Where no chosen network shows formatting, stars and hashes stay as typed: turned into stress, they would vanish from the
 * text that is sent. The arrow is a step of its own, so that one undo gives back what was typed.
 */
export const plainMarks = Extension.create({
  name: 'plainMarks',
  // Before the editor's own rules of input.
  priority: 1_000,
  addProseMirrorPlugins: () => [
    new Plugin<boolean>({
      key,
      state: { init: () => false, apply: (transaction, last): boolean => transaction.getMeta(key) ?? last },
      props: {
        handleTextInput(view, from, to, typed) {
          const start = view.state.doc.resolve(from)
          const before = start.parent.textBetween(0, start.parentOffset, '\n', '\n').replace(/^.*\n/su, '')
          if (key.getState(view.state) !== true && makesFormatting(before, typed)) {
            view.dispatch(view.state.tr.insertText(typed, from, to).scrollIntoView())
            return true
          }
          const change = typeSign(before, typed)
          if (change === null) return false
          view.dispatch(view.state.tr.insertText(typed, from, to))
          view.dispatch(closeHistory(view.state.tr).insertText(change.insert, from - change.drop, from + typed.length).scrollIntoView())
          return true
        }
      }
    })
  ]
})
/** From now on stress is made of stars, or is not. */
export function setFormattingShown(editor: Editor, isShown: boolean): void {
  editor.view.dispatch(editor.state.tr.setMeta(key, isShown).setMeta('addToHistory', false))
}
