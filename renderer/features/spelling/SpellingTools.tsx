import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import { useEditorState } from '@tiptap/react'
import { SpellCheck } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ariaShortcut } from '../../components/describe-shortcut.ts'
import { smallIconProps } from '../../components/icon.ts'
import { Kbd } from '../../components/Kbd.tsx'
import { showToast } from '../../components/toaster.ts'
import { useCommands } from '../../shell/command-registry.ts'
import { markAt, placedMarks, setSpelling, showWordAtCursor, type PlacedMark } from '../composer/editor/spelling-extension.ts'
import { useVoice } from '../voice/use-voice.ts'
import { SpellingMenu, type SpellingTarget } from './SpellingMenu.tsx'
import styles from './SpellingTools.module.css'
import { useSpelling } from './use-spelling.ts'

export interface SpellingToolsProps {
  readonly workspaceId: string
  readonly postId: string
  readonly editor: Editor
}

/** As in every word processor. */
const shortcut = 'f7'

interface Opened {
  readonly placed: PlacedMark
  readonly suggestions: readonly string[]
}

/** How many remarks stand in the text, the way through them by key, and the menu at each. */
export function SpellingTools({ workspaceId, postId, editor }: SpellingToolsProps): React.JSX.Element {
  const { t } = useTranslation('spelling')
  const [opened, setOpened] = useState<Opened | null>(null)
  const asked = useRef(0)
  const spelling = useSpelling(workspaceId, postId, useVoice(workspaceId))
  const { source } = spelling
  const count = useEditorState({ editor, selector: ({ editor: { state } }) => placedMarks(state).length })

  useEffect(() => {
    if (!editor.isDestroyed) setSpelling(editor, source)
  }, [editor, source])

  async function open(placed: PlacedMark): Promise<void> {
    const turn = (asked.current += 1)
    const suggestions = await spelling.suggest(placed.mark)
    // Meanwhile another was asked for, or the text went on.
    const current = editor.isDestroyed ? null : markAt(editor.state, placed.from)
    if (turn === asked.current && current?.from === placed.from && current.mark.words === placed.mark.words) setOpened({ placed: current, suggestions })
  }

  function openNext(): void {
    showWordAtCursor(editor)
    const marks = placedMarks(editor.state)
    const { head } = editor.state.selection
    const next = marks.find(({ to }) => to >= head) ?? marks[0]
    if (next === undefined) return void showToast({ title: t('noneLeft') })
    editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, next.to)).scrollIntoView())
    editor.view.focus()
    void open(next)
  }

  useCommands({ name: 'spelling', title: t('title') }, [{ id: 'spelling.next', title: t('next'), keywords: [t('keywords')], shortcut: 'f7', worksWhileTyping: true, ...(source === null ? { disabled: true } : {}), run: openNext }])
  useMouse(editor, (placed) => void open(placed), ({ mark }) => void spelling.suggest(mark))

  return (
    <>
      {count > 0 && (
        <button type="button" className={styles.count} aria-keyshortcuts={ariaShortcut(shortcut)} onClick={openNext}>
          <SpellCheck {...smallIconProps} />
          {t('count', { count })}
          <span aria-hidden="true">
            <Kbd shortcut={shortcut} />
          </span>
        </button>
      )}
      {opened !== null && <SpellingMenu key={opened.placed.from} target={targetIn(editor, opened.placed)} spelling={spelling} mark={opened.placed.mark} suggestions={opened.suggestions} onClose={() => setOpened(null)} />}
    </>
  )
}

/** A remark in the text of a post, for the menu at it. The marks of the text (bold, a link) stay as they are where it begins. */
function targetIn(editor: Editor, { from, to }: PlacedMark): SpellingTarget {
  return {
    place() {
      const [start, end] = [editor.view.coordsAtPos(from), editor.view.coordsAtPos(to, -1)]
      return start.top === end.top ? new DOMRect(start.left, start.top, end.right - start.left, end.bottom - start.top) : new DOMRect(end.left, end.top, 0, end.bottom - end.top)
    },
    focus: () => editor.view.focus(),
    replace: (words) => editor.view.dispatch(editor.state.tr.insertText(words, from, to).scrollIntoView()),
    type: (letter) => editor.view.dispatch(editor.state.tr.insertText(letter).scrollIntoView())
  }
}

/** A click on what is underlined, or the key of the context menu in it, opens its menu; a pointer on its way there has the suggestions looked up. */
function useMouse(editor: Editor, onOpen: (placed: PlacedMark) => void, onNear: (placed: PlacedMark) => void): void {
  const latest = useRef({ onOpen, onNear })
  useEffect(() => {
    latest.current = { onOpen, onNear }
  })
  useEffect(() => {
    const { dom } = editor.view
    const markUnder = ({ target }: Event): PlacedMark | null => {
      const element = target instanceof Element ? target.closest('[data-spelling]') : null
      return element === null || editor.isDestroyed || !editor.isEditable ? null : markAt(editor.state, editor.view.posAtDOM(element, 0))
    }
    const handleOver = (event: Event): void => {
      const placed = markUnder(event)
      if (placed !== null) latest.current.onNear(placed)
    }
    const handleClick = (event: MouseEvent): void => {
      const placed = event.detail === 1 && editor.state.selection.empty ? markUnder(event) : null
      if (placed !== null) latest.current.onOpen(placed)
    }
    const handleContextMenu = (event: MouseEvent): void => {
      // By key there is no place but the cursor's.
      const placed = event.button === 2 ? markUnder(event) : markAt(editor.state, editor.state.selection.head)
      if (placed === null) return
      event.preventDefault()
      latest.current.onOpen(placed)
    }
    dom.addEventListener('pointerover', handleOver)
    dom.addEventListener('click', handleClick)
    dom.addEventListener('contextmenu', handleContextMenu)
    return () => {
      dom.removeEventListener('pointerover', handleOver)
      dom.removeEventListener('click', handleClick)
      dom.removeEventListener('contextmenu', handleContextMenu)
    }
  }, [editor])
}
