import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { joinClassNames } from '../../../components/join-class-names.ts'
import listStyles from '../../../components/listbox.module.css'
import { VisuallyHidden } from '../../../components/VisuallyHidden.tsx'
import { studioStore } from '../../../shell/studio-store.ts'
import type { SuggestionKeys } from '../../composer/editor/suggestion-keys.ts'
import { EmojiOptions } from '../../emoji/EmojiOptions.tsx'
import { withTone, type Emoji } from '../../emoji/emoji-catalogue.ts'
import { suggestEmoji } from '../../emoji/suggest-emoji.ts'
import { rememberEmoji, useEmoji } from '../../emoji/use-emoji.ts'
import type { TextField } from '../replace-in-field.ts'
import { useListKeys } from '../../composer/editor/use-list-keys.ts'
import { useListOfField } from '../use-list-of-field.ts'
import styles from './ReplyField.module.css'

interface SuggestedEmojiProps {
  readonly name: string
  readonly field: TextField
  readonly keys: SuggestionKeys
  readonly onClose: () => void
  readonly onTake: (character: string) => void
}

/** The emoji that a name being typed may mean, over the field, which keeps the focus. */
export function SuggestedEmoji({ name, field, keys, onClose, onTake }: SuggestedEmojiProps): React.JSX.Element | null {
  const { t } = useTranslation('emoji')
  const id = useId()
  const all = useEmoji()
  const emoji = all === null ? [] : suggestEmoji(all, name)
  const hasAny = emoji.length > 0

  function take(taken: Emoji): void {
    rememberEmoji(taken.character)
    onTake(withTone(taken, studioStore.getState().settings.emojiTone))
  }

  const [chosen, setChosen] = useListKeys(keys, { count: emoji.length, onTake: (place) => emoji[place] !== undefined && take(emoji[place]), onClose })
  useListOfField(field, hasAny ? id : null, chosen)

  if (!hasAny) return null
  return (
    <>
      <div id={id} role="listbox" aria-label={t('suggested')} data-inline className={joinClassNames(listStyles.popup, styles.list)}>
        <EmojiOptions id={id} emoji={emoji} chosen={chosen} onHover={setChosen} onTake={take} />
      </div>
      <VisuallyHidden role="status">{t('suggestions', { count: emoji.length })}</VisuallyHidden>
    </>
  )
}
