// @vitest-environment happy-dom
import { Editor } from '@tiptap/core'
import { closeHistory } from '@tiptap/pm/history'
import { expect, test } from 'vitest'
import { editorExtensions } from '../../../renderer/features/composer/editor/editor-extensions.ts'
import { createTextLog, type TextLog } from '../../../renderer/features/composer/editor/history/text-log.ts'
import { toRichDocument } from '../../../renderer/features/composer/editor/to-rich-document.ts'
import { documentToText } from '../../../shared/text/document-to-text.ts'

/** The text that is sent of what was pasted, after a change to it. */
function sentAfter(paste: (editor: Editor) => void, change: (editor: Editor, log: TextLog) => void): string {
  const log = createTextLog(async () => null)
  const editor = new Editor({ element: document.createElement('div'), extensions: editorExtensions('', () => false, { find: async () => null, onKey: () => false }, () => false, { log: () => log, isHeld: () => false }) })
  log.attach(editor)
  paste(editor)
  change(editor, log)
  const sent = documentToText(toRichDocument(editor.state.doc))
  editor.destroy()
  return sent
}

const pastedAddress = (editor: Editor): boolean => editor.view.pasteText('Look: https://tide.example/late')
const end = (editor: Editor): number => editor.state.doc.content.size - 1
const type = (words: string) => (editor: Editor): void => {
  for (const key of words) editor.view.dispatch(editor.state.tr.insertText(key, end(editor)))
}
const remove = (count: number) => (editor: Editor): void => editor.view.dispatch(editor.state.tr.delete(end(editor) - count, end(editor)))

test.each<[string, (editor: Editor) => void, string]>([
  ['is written on', type('/menu'), 'Look: https://tide.example/late/menu'],
  ['is written on, and the sentence goes on', type('/menu now'), 'Look: https://tide.example/late/menu now'],
  ['is followed by words', type(' now'), 'Look: https://tide.example/late now'],
  ['is cut', remove(4), 'Look: https://tide.example/'],
  ['is cut until it is none', remove(20), 'Look: https'],
  ['is changed within', (editor) => editor.view.dispatch(editor.state.tr.insertText('s', 19)), 'Look: https://tides.example/late']
])('an address that was pasted and %s leads where it says', (_what, change, sent) => {
  expect(sentAfter(pastedAddress, change)).toBe(sent)
})

test('one step back, and it is as it was pasted', () => {
  const back = (editor: Editor, log: TextLog): void => {
    editor.view.dispatch(closeHistory(editor.state.tr))
    type('/menu')(editor)
    log.move(-1, () => true)
  }
  expect(sentAfter(pastedAddress, back)).toBe('Look: https://tide.example/late')
})

test('a link with words of its own keeps its address, whatever becomes of the words', () => {
  const link = (editor: Editor): boolean => editor.view.pasteHTML('<p><a href="https://tide.example/late">The sale</a></p>')
  expect(sentAfter(link, (editor) => editor.view.dispatch(editor.state.tr.insertText('Big ', 1)))).toContain('(https://tide.example/late)')
  expect(sentAfter(link, type(' now'))).toContain('The sale')
})
