import { Extension } from '@tiptap/core'
import { closeHistory } from '@tiptap/pm/history'
import { Plugin } from '@tiptap/pm/state'
import { typeInFrench } from '../../../../shared/text/french-typing.ts'

/**
 * Puts in what French typography asks for while somebody types. The character goes in as typed first and is changed in a step of its own, so that
 * one undo gives it back. `isWanted` is asked with the whole text at each key.
 */
export function frenchTyping(isWanted: (text: string) => boolean): Extension {
  return Extension.create({
    name: 'frenchTyping',
    addProseMirrorPlugins: () => [
      new Plugin({
        props: {
          handleTextInput(view, from, to, typed) {
            const { doc } = view.state
            const start = doc.resolve(from)
            const before = start.parent.textBetween(0, start.parentOffset, '\n', '\n').replace(/^.*\n/su, '')
            const change = typeInFrench(before, typed)
            if (change === null || !isWanted(doc.textBetween(0, doc.content.size, '\n'))) return false
            view.dispatch(view.state.tr.insertText(typed, from, to))
            view.dispatch(closeHistory(view.state.tr).insertText(change.insert, from - change.drop, from + typed.length).scrollIntoView())
            return true
          }
        }
      })
    ]
  })
}
