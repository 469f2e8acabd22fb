import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { useStudio } from '../../../shell/studio-store.ts'
import { withTone, type Emoji } from '../../emoji/emoji-catalogue.ts'
import { EmojiOptions } from '../../emoji/EmojiOptions.tsx'
import { suggestEmoji } from '../../emoji/suggest-emoji.ts'
import { rememberEmoji, useEmoji } from '../../emoji/use-emoji.ts'
import styles from './EmojiSuggestions.module.css'
import { dismissShortcode, replaceShortcode, typedShortcode, type TypedShortcode } from './shortcode-extension.ts'
import type { SuggestionKeys } from './suggestion-keys.ts'
import { SuggestionList } from './SuggestionList.tsx'

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
  const tone = useStudio(({ settings }) => settings.emojiTone)

  function take(taken: Emoji | undefined): void {
    if (taken === undefined) return
    rememberEmoji(taken.character)
    replaceShortcode(editor.view, typed, withTone(taken, tone))
  }

  return (
    <SuggestionList
      editor={editor}
      keys={keys}
      from={typed.from}
      count={emoji.length}
      label={t('suggested')}
      status={t('suggestions', { count: emoji.length })}
      className={styles.list}
      onTake={(place) => take(emoji[place])}
      onDismiss={() => dismissShortcode(editor.view)}
    >
      {({ id, chosen, onHover }) => <EmojiOptions id={id} emoji={emoji} chosen={chosen} onHover={onHover} onTake={take} />}
    </SuggestionList>
  )
}
