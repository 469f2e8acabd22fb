// @vitest-environment happy-dom
import { Editor } from '@tiptap/core'
import { expect, test } from 'vitest'
import { editorExtensions } from '../../../renderer/features/composer/editor/editor-extensions.ts'
import { toRichDocument } from '../../../renderer/features/composer/editor/to-rich-document.ts'
import { documentToText } from '../../../shared/text/document-to-text.ts'

/** The text that is sent of what was pasted. */
function pasted(text: string): string {
  const editor = new Editor({ element: document.createElement('div'), extensions: editorExtensions('', () => false, { find: async () => null, onKey: () => false }, () => false, { log: () => null, isHeld: () => false }) })
  editor.view.pasteText(text)
  const sent = documentToText(toRichDocument(editor.state.doc))
  editor.destroy()
  return sent
}

test.each([
  ['Thanks @lea.bsky.social and @tom.example!', 'Thanks @lea.bsky.social and @tom.example!'],
  ['@lea.bsky.social', '@lea.bsky.social'],
  ['Thanks @lea@mastodon.social', 'Thanks @lea@mastodon.social'],
  ['#tide.example https://tide.example/late', '#tide.example https://tide.example/late']
])('names that look like addresses stay names when they are pasted: %s', (text, sent) => {
  expect(pasted(text)).toBe(sent)
})
