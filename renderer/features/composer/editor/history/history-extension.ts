import { Extension, type Editor } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { isUndoneByKey, undoByKey } from '../../../../shell/undo-key.ts'
import type { TextLog } from './text-log.ts'

export interface HistoryHooks {
  /** Of the text that the editor shows; null: it has none of its own. */
  readonly log: () => TextLog | null
  readonly isHeld: () => boolean
}

/**
 * Undo and redo over everything that was ever typed in a text, in the place of the editor's own, which ends with the editor. An act beside the text (a part, a picture, an own text that was removed) is taken back by the same key:
 * before anything was typed since the text is shown, and when nothing of the text is left to take back.
 */
export function textHistory({ log, isHeld }: HistoryHooks): Extension {
  const move = (editor: Editor, by: -1 | 1): boolean => log()?.move(by, () => !editor.isDestroyed && editor.isEditable && !isHeld()) ?? false
  return Extension.create({
    name: 'textHistory',
    onTransaction: ({ editor, transaction, appendedTransactions }) => log()?.record(editor, transaction, appendedTransactions),
    addKeyboardShortcuts() {
      // The browser is never asked: it would take letters from another field.
      const undo = (): boolean => {
        const isActLatest = log()?.isTouched !== true && isUndoneByKey()
        if (isActLatest || !move(this.editor, -1)) void undoByKey()
        return true
      }
      const redo = (): boolean => move(this.editor, 1) || true
      // The last two: where Z lies on a Russian keyboard.
      return { 'Mod-z': undo, 'Shift-Mod-z': redo, 'Mod-y': redo, 'Mod-я': undo, 'Shift-Mod-я': redo }
    },
    addProseMirrorPlugins() {
      const { editor } = this
      return [
        new Plugin({
          props: {
            handleDOMEvents: {
              // By the menu of the window, or of the system.
              beforeinput(view, event) {
                const by = event.inputType === 'historyUndo' ? -1 : event.inputType === 'historyRedo' ? 1 : null
                if (by === null || !view.editable) return false
                event.preventDefault()
                return move(editor, by)
              }
            }
          }
        })
      ]
    }
  })
}
