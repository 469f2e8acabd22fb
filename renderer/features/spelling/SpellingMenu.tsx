import { BookPlus, EyeOff, SpellCheck, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { bareWord } from '../../../shared/spelling/own-words.ts'
import { MenuAt, type MenuEntry } from '../../components/Menu.tsx'
import type { SpellingMark } from './spelling-mark.ts'
import type { Spelling } from './use-spelling.ts'

/** Where a remark stands, and how its words are changed: in the text of a post, or in a field. */
export interface SpellingTarget {
  /** On the screen. */
  readonly place: () => DOMRect
  readonly focus: () => void
  readonly replace: (words: string) => void
  /** A letter where the cursor is. */
  readonly type: (letter: string) => void
}

export interface SpellingMenuProps {
  readonly target: SpellingTarget
  readonly spelling: Spelling
  readonly mark: SpellingMark
  readonly suggestions: readonly string[]
  readonly onClose: () => void
}

/** Why a word is underlined, what could stand there, and how to be told of it no more. A letter that is typed goes on into the text. */
export function SpellingMenu({ target, spelling, mark, suggestions, onClose }: SpellingMenuProps): React.JSX.Element {
  const { t } = useTranslation('spelling')
  const { about, words } = mark
  const reason = about.kind === 'word' ? t(`unknownWord.${spelling.checked.length > 1 ? 'both' : (spelling.checked[0] ?? 'both')}`, { words }) : t(`rule.${about.rule}`, { words: words.trim() })
  const always: MenuEntry =
    about.kind === 'word'
      ? { id: 'always', label: t('learn', { word: bareWord(words, spelling.checked) }), icon: BookPlus, onSelect: act(() => void spelling.ignoreAlways(mark)) }
      : { id: 'always', label: t('ignoreRule'), icon: X, onSelect: act(() => void spelling.ignoreAlways(mark)) }

  function close(): void {
    onClose()
    target.focus()
  }

  function act(what: () => void): () => void {
    return () => {
      close()
      what()
    }
  }

  function handleKeyDown(event: React.KeyboardEvent): void {
    const isLetter = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey
    if (!isLetter && !['Backspace', 'Delete', 'ArrowLeft', 'ArrowRight'].includes(event.key)) return
    event.preventDefault()
    event.stopPropagation()
    close()
    if (isLetter) target.type(event.key)
  }

  const entries: readonly MenuEntry[] = [
    { kind: 'heading', id: 'reason', label: reason },
    ...suggestions.map((suggestion): MenuEntry => ({ id: `suggestion ${suggestion}`, label: nameOf(suggestion), onSelect: act(() => target.replace(suggestion)) })),
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

  return <MenuAt place={target.place} label={reason} entries={entries} onClose={(isLeft) => (isLeft ? onClose() : close())} onKeyDown={handleKeyDown} />
}
