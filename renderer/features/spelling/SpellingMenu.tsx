import type { Editor } from '@tiptap/core'
import { BookPlus, EyeOff, SpellCheck, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { bareWord } from '../../../shared/spelling/own-words.ts'
import { MenuAt, type MenuEntry } from '../../components/Menu.tsx'
import type { PlacedMark } from '../composer/editor/spelling-extension.ts'
import type { Spelling } from './use-spelling.ts'

export interface SpellingMenuProps {
  readonly editor: Editor
  readonly spelling: Spelling
  readonly placed: PlacedMark
  readonly suggestions: readonly string[]
  readonly onClose: () => void
}

/** Why a word is underlined, what could stand there, and how to be told of it no more. A letter that is typed goes on into the text. */
export function SpellingMenu({ editor, spelling, placed: { from, to, mark }, suggestions, onClose }: SpellingMenuProps): React.JSX.Element {
  const { t } = useTranslation('spelling')
  const { about, words } = mark
  const reason = about.kind === 'word' ? t(`unknownWord.${spelling.checked.length > 1 ? 'both' : (spelling.checked[0] ?? 'both')}`, { words }) : t(`rule.${about.rule}`, { words: words.trim() })
  const always: MenuEntry =
    about.kind === 'word'
      ? { id: 'always', label: t('learn', { word: bareWord(words, spelling.checked) }), icon: BookPlus, onSelect: act(() => void spelling.ignoreAlways(mark)) }
      : { id: 'always', label: t('ignoreRule'), icon: X, onSelect: act(() => void spelling.ignoreAlways(mark)) }

  function close(): void {
    onClose()
    editor.view.focus()
  }

  function act(what: () => void): () => void {
    return () => {
      close()
      what()
    }
  }

  /** The marks of the text (bold, a link) stay as they are where it begins. */
  function replace(instead: string): void {
    editor.view.dispatch(editor.state.tr.insertText(instead, from, to).scrollIntoView())
  }

  const place = (): DOMRect => {
    const [start, end] = [editor.view.coordsAtPos(from), editor.view.coordsAtPos(to, -1)]
    return start.top === end.top ? new DOMRect(start.left, start.top, end.right - start.left, end.bottom - start.top) : new DOMRect(end.left, end.top, 0, end.bottom - end.top)
  }

  function handleKeyDown(event: React.KeyboardEvent): void {
    const isLetter = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey
    if (!isLetter && !['Backspace', 'Delete', 'ArrowLeft', 'ArrowRight'].includes(event.key)) return
    event.preventDefault()
    event.stopPropagation()
    close()
    if (isLetter) editor.view.dispatch(editor.state.tr.insertText(event.key).scrollIntoView())
  }

  const entries: readonly MenuEntry[] = [
    { kind: 'heading', id: 'reason', label: reason },
    ...suggestions.map((suggestion): MenuEntry => ({ id: `suggestion ${suggestion}`, label: nameOf(suggestion), onSelect: act(() => replace(suggestion)) })),
    ...(suggestions.length === 0 ? [{ id: 'none', label: t('noSuggestion'), disabled: true, onSelect: close }] : []),
    { kind: 'separator', id: 'line' },
    { id: 'here', label: t('ignoreHere'), icon: EyeOff, onSelect: act(() => spelling.ignoreHere(mark)) },
    always,
    { id: 'off', label: t('switchOff'), icon: SpellCheck, onSelect: act(() => void spelling.switchOff()) }
  ]

  /** What differs by a space alone is named by it. */
  function nameOf(suggestion: string): string {
    if (about.kind === 'rule' && about.rule === 'french_space') return t('withSpace', { words: suggestion.trim() })
    return suggestion
  }

  return <MenuAt place={place} label={reason} entries={entries} onClose={(isLeft) => (isLeft ? onClose() : close())} onKeyDown={handleKeyDown} />
}
