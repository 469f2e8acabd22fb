import { Editor } from '@tiptap/core'
import StarterKit from '@tiptap/starter-kit'

declare global {
  interface Window {
    /** Puts the text in, a paragraph a line. */
    fillBareEditor(lines: readonly string[]): void
  }
}

/** The floor of what typing can cost: the same editor library with its own starter kit, and nothing else on the page. */
const editor = new Editor({ element: document.body, extensions: [StarterKit], injectCSS: false })
window.fillBareEditor = (lines) => {
  editor.commands.setContent({ type: 'doc', content: lines.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })) })
  editor.commands.focus('end')
}
