import type { Editor } from '@tiptap/core'
import { Selection } from '@tiptap/pm/state'
import type { RichDocument } from '../../../../../shared/posts/rich-document.ts'
import { toEditorContent } from '../to-editor-content.ts'
import { differenceBetween, readDocument } from './history-entry.ts'

/** Puts a document that came from outside in the place of the shown one: only the blocks that differ, as a change that can be undone. */
export function takeDocument(editor: Editor, document: RichDocument): void {
  const { state, schema } = editor
  const next = readDocument(schema, JSON.stringify(toEditorContent(document)))
  if (next === null) return void editor.commands.setContent(toEditorContent(document), { emitUpdate: false })
  const difference = differenceBetween(state.doc, next)
  if (difference === null) return
  const transaction = state.tr.step(difference).setMeta('preventUpdate', true).setMeta('preventAutolink', true)
  editor.view.dispatch(state.selection.eq(Selection.atEnd(state.doc)) ? transaction.setSelection(Selection.atEnd(transaction.doc)) : transaction)
}
