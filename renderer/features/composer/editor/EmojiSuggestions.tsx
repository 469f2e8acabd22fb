import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { memo, useEffect, useId, useState } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { VisuallyHidden } from '../../../components/VisuallyHidden.tsx'
import { joinClassNames } from '../../../components/join-class-names.ts'
import listStyles from '../../../components/listbox.module.css'
import { useStudio } from '../../../shell/studio-store.ts'
import { withTone, type Emoji } from '../../emoji/emoji-catalogue.ts'
import { EmojiOptions } from '../../emoji/EmojiOptions.tsx'
import { suggestEmoji } from '../../emoji/suggest-emoji.ts'
import { rememberEmoji, useEmoji } from '../../emoji/use-emoji.ts'
import styles from './EmojiSuggestions.module.css'
import { dismissShortcode, replaceShortcode, typedShortcode, type TypedShortcode } from './shortcode-extension.ts'
import type { SuggestionKeys } from './suggestion-keys.ts'
import { usePlaceAt } from './use-place-at.ts'

export interface EmojiSuggestionsProps {
  readonly editor: Editor
  readonly keys: SuggestionKeys
}

/** The emoji that a name being typed behind a colon may mean, beside the cursor. The text keeps the focus. */
export const EmojiSuggestions = memo(function EmojiSuggestions({ editor, keys }: EmojiSuggestionsProps): React.JSX.Element | null {
  const typed = useEditorState({ editor, selector: ({ editor: { isFocused, isEditable, state } }) => (isFocused && isEditable ? typedShortcode(state) : null) })
  return typed === null ? null : <Suggested editor={editor} keys={keys} typed={typed} />
})

function Suggested({ editor, keys, typed }: EmojiSuggestionsProps & { readonly typed: TypedShortcode }): React.JSX.Element | null {
  const all = useEmoji()
  const emoji = all === null ? [] : suggestEmoji(all, typed.name)
  // Another name is another list, with its first line chosen.
  return emoji.length === 0 ? null : <List key={typed.name} editor={editor} keys={keys} typed={typed} emoji={emoji} />
}

interface ListProps extends EmojiSuggestionsProps {
  readonly typed: TypedShortcode
  readonly emoji: readonly Emoji[]
}

function List({ editor, keys, typed, emoji }: ListProps): React.JSX.Element {
  const { t } = useTranslation('emoji')
  const id = useId()
  const tone = useStudio(({ settings }) => settings.emojiTone)
  const [chosen, setChosen] = useState(0)
  const list = usePlaceAt(editor, typed.from)

  function take(taken: Emoji): void {
    rememberEmoji(taken.character)
    replaceShortcode(editor.view, typed, withTone(taken, tone))
  }

  function takeKey(event: KeyboardEvent): boolean {
    const move = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const current = emoji[chosen]
    if (move !== 0) setChosen((chosen + move + emoji.length) % emoji.length)
    else if (event.key === 'Escape') dismissShortcode(editor.view)
    else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey && current !== undefined) take(current)
    else return false
    return true
  }
  useEffect(() => keys.listen(takeKey))

  useEffect(() => {
    const { dom } = editor.view
    dom.setAttribute('aria-controls', id)
    dom.setAttribute('aria-activedescendant', `${id}-${String(chosen)}`)
    return () => {
      dom.removeAttribute('aria-controls')
      dom.removeAttribute('aria-activedescendant')
    }
  }, [editor, id, chosen])

  return createPortal(
    <>
      <div ref={list} id={id} role="listbox" aria-label={t('suggested')} className={joinClassNames(listStyles.popup, styles.list)}>
        <EmojiOptions id={id} emoji={emoji} chosen={chosen} onHover={setChosen} onTake={take} />
      </div>
      <VisuallyHidden role="status">{t('suggestions', { count: emoji.length })}</VisuallyHidden>
    </>,
    document.body
  )
}
