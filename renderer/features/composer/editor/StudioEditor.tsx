import type { Editor } from '@tiptap/core'
import { Selection } from '@tiptap/pm/state'
import { EditorContent, useEditor, type UseEditorOptions } from '@tiptap/react'
import { memo, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RichDocument } from '../../../../shared/posts/rich-document.ts'
import { withoutTowers } from '../../../../shared/text/stacked-marks.ts'
import { tellTowers } from '../../../components/tell-towers.ts'
import { EmojiButton } from '../../emoji/EmojiButton.tsx'
import { takeEmojiNamed } from '../../emoji/take-emoji-named.ts'
import { isFrenchTypingWanted } from '../../spelling/is-french-typing-wanted.ts'
import { editorExtensions } from './editor-extensions.ts'
import type { PeopleAsked } from '../../people/use-people.ts'
import { EmojiSuggestions } from './EmojiSuggestions.tsx'
import { FormatBar } from './FormatBar.tsx'
import styles from './StudioEditor.module.css'
import { MentionSuggestions } from './MentionSuggestions.tsx'
import { createSuggestionKeys } from './suggestion-keys.ts'
import { takeDocument } from './history/take-document.ts'
import type { TextLog } from './history/text-log.ts'
import { cleanPastedHtml, hasPastedWords } from './paste/clean-pasted-html.ts'
import { plainTextSlice } from './paste/plain-text-slice.ts'
import { tellStruckWords } from './paste/tell-struck-words.ts'
import { setFormattingShown } from './plain-marks-extension.ts'
import type { FindTextMarks } from './text-mark.ts'
import { setTextMarks } from './text-marks-extension.ts'
import { toEditorContent } from './to-editor-content.ts'
import { toRichDocument } from './to-rich-document.ts'

export interface StudioEditorProps {
  /** Names the text being edited; another key brings another text. */
  readonly documentKey: string
  /** What was typed in it, now and before; left out: it is no text of its own, and nothing is typed. */
  readonly history?: TextLog | undefined
  readonly document: RichDocument
  readonly label: string
  readonly placeholder: string
  readonly isEditable: boolean
  /** For a moment nothing can be typed; the cursor stays where it is. */
  readonly isHeld: boolean
  readonly onChange: (document: RichDocument) => void
  /** Set where a chosen network shows formatting: the phrase that names those networks, null when all do. */
  readonly formatting?: { readonly onlyOn: string | null }
  /** What deserves a look in a paragraph; underlined quietly. The same function as long as it finds the same. */
  readonly findMarks: FindTextMarks
  /** Images that were pasted or dropped on the text. */
  readonly onFiles: (files: readonly File[]) => void
  /** Whose people are offered behind an `@`, and whose networks are asked. The same object as long as it says the same. */
  readonly people?: PeopleAsked | undefined
  /** What else can be put at the cursor, in the corner beside the emoji. The same function as long as it draws the same. */
  readonly renderTools?: ((editor: Editor) => React.ReactNode) | undefined
}

/** The text field of the composer. It owns the cursor; the document's truth is the store, and what was typed before is in its history. */
export function StudioEditor(props: StudioEditorProps): React.JSX.Element {
  // Another text is another editor: nothing of the one before may touch it.
  return <TextEditor key={props.documentKey} {...props} />
}

function TextEditor(props: StudioEditorProps): React.JSX.Element {
  const { i18n } = useTranslation()
  const latest = useRef(props)
  useEffect(() => {
    latest.current = props
  })
  const shown = useRef(props.document)
  const [suggestionKeys] = useState(createSuggestionKeys)
  const [mentionKeys] = useState(createSuggestionKeys)

  const editor = useEditor(
    // The same object with every key: others would be told to the editor, which then draws itself again. All that changes is read from `latest`.
    useMemo(
      (): UseEditorOptions => ({
        extensions: editorExtensions(props.placeholder, (text) => isFrenchTypingWanted(text, i18n.language), { find: (name) => takeEmojiNamed(name, i18n.language), onKey: suggestionKeys.offer }, mentionKeys.offer, { log: () => latest.current.history ?? null, isHeld: () => latest.current.isHeld }),
        content: toEditorContent(props.document),
        editable: props.isEditable,
        injectCSS: false,
        editorProps: {
          attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': props.label, class: styles.text ?? '', spellcheck: 'false' },
          handleDOMEvents: {
            // Ctrl+Enter is the studio's (schedule), not a line break; the page's own listener takes it.
            keydown: (_view, event) => latest.current.isHeld || (event.key === 'Enter' && (event.ctrlKey || event.metaKey)),
            // Refused one by one: a field that can no longer be written in would lose its cursor, and its keys would be taken for commands.
            beforeinput: (_view, event) => isRefused(event, latest.current),
            paste: (_view, event) => isRefused(event, latest.current),
            drop: (_view, event) => isRefused(event, latest.current)
          },
          transformPastedHTML: (html) => cleanPastedHtml(takenWithoutTowers(html), latest.current.formatting !== undefined),
          clipboardTextParser: (text, context, _isPlain, view) => plainTextSlice(view.state.schema, takenWithoutTowers(text), context.marks()),
          handlePaste: (_view, event) => takePasted(event.clipboardData, latest.current.onFiles),
          handleDrop: (_view, event) => takeFiles(event.dataTransfer, latest.current.onFiles)
        },
        onUpdate: ({ editor: changed }) => {
          shown.current = toRichDocument(changed.state.doc)
          latest.current.onChange(shown.current)
        }
      }),
      // Its name alone may become another one: of an account that was renamed.
      // eslint-disable-next-line react-hooks/exhaustive-deps
      [props.label]
    ),
    []
  )

  // The cursor is there as soon as the text is, in the same task: the editor's own way waits for a frame, and would take the keys from a field that was
  // clicked meanwhile.
  useLayoutEffect(() => {
    if (editor === null || editor.isDestroyed) return
    const { state, view } = editor
    view.dispatch(state.tr.setSelection(Selection.atEnd(state.doc)))
    view.focus()
  }, [editor])

  useEditorRules(editor, props)
  useHistory(editor, props.history)

  // A document that did not come from this editor (restored, changed elsewhere) takes the place of the shown one.
  useEffect(() => {
    if (!editor || props.document === shown.current) return
    shown.current = props.document
    takeDocument(editor, props.document)
  }, [editor, props.document])

  return (
    <>
      {editor !== null && props.isEditable && props.formatting !== undefined && <FormatBar editor={editor} onlyOn={props.formatting.onlyOn} />}
      <EditorContent editor={editor} className={styles.editor} data-fixed={props.isEditable ? undefined : ''} aria-busy={props.isHeld} />
      {editor !== null && props.isEditable && !props.isHeld && <EmojiSuggestions editor={editor} keys={suggestionKeys} />}
      {editor !== null && props.isEditable && !props.isHeld && props.people !== undefined && <MentionSuggestions editor={editor} keys={mentionKeys} {...props.people} />}
      {editor !== null && props.isEditable && <Tools editor={editor} isHeld={props.isHeld} renderTools={props.renderTools} />}
    </>
  )
}

// No key changes them.
const Tools = memo(function Tools({ editor, isHeld, renderTools }: Pick<StudioEditorProps, 'isHeld' | 'renderTools'> & { readonly editor: Editor }): React.JSX.Element {
  return (
    <div className={styles.tools}>
      {!isHeld && renderTools?.(editor)}
      <EmojiButton onPick={(character) => !isHeld && editor.chain().focus().insertContent(character).run()} />
    </div>
  )
})

/** Before anything is typed. */
function useHistory(editor: Editor | null, history: TextLog | undefined): void {
  useLayoutEffect(() => {
    if (editor === null || editor.isDestroyed) return
    history?.attach(editor)
    return () => history?.detach(editor)
  }, [editor, history])
}

/** What holds for the text now; told to the editor, which stays the same one. */
function useEditorRules(editor: Editor | null, { isEditable, findMarks, formatting }: StudioEditorProps): void {
  const isFormattingShown = formatting !== undefined
  useEffect(() => {
    editor?.setEditable(isEditable, false)
  }, [editor, isEditable])

  useEffect(() => {
    if (editor !== null && !editor.isDestroyed) setTextMarks(editor, findMarks)
  }, [editor, findMarks])

  useEffect(() => {
    if (editor !== null && !editor.isDestroyed) setFormattingShown(editor, isFormattingShown)
  }, [editor, isFormattingShown])
}

function isRefused(event: Event, { isHeld }: StudioEditorProps): boolean {
  if (isHeld) event.preventDefault()
  return isHeld
}

function takenWithoutTowers(pasted: string): string {
  const taken = withoutTowers(pasted)
  if (taken !== pasted) tellTowers()
  return taken
}

/** A table or a text may come with a picture of itself: the words count. */
function takePasted(clipboard: DataTransfer | null, onFiles: StudioEditorProps['onFiles']): boolean {
  const html = clipboard?.getData('text/html') ?? ''
  if (!hasPastedWords(html)) return takeFiles(clipboard, onFiles)
  tellStruckWords(html)
  return false
}

function takeFiles(transfer: DataTransfer | null, onFiles: StudioEditorProps['onFiles']): boolean {
  const files = [...(transfer?.files ?? [])]
  if (files.length === 0) return false
  onFiles(files)
  return true
}
