import { useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { joinClassNames } from '../../../components/join-class-names.ts'
import listStyles from '../../../components/listbox.module.css'
import { VisuallyHidden } from '../../../components/VisuallyHidden.tsx'
import { studioStore } from '../../../shell/studio-store.ts'
import { createSuggestionKeys, type SuggestionKeys } from '../../composer/editor/suggestion-keys.ts'
import { EmojiOptions } from '../../emoji/EmojiOptions.tsx'
import { withTone, type Emoji } from '../../emoji/emoji-catalogue.ts'
import { closedShortcode, openShortcode, type Shortcode } from '../../emoji/shortcode-at.ts'
import { suggestEmoji } from '../../emoji/suggest-emoji.ts'
import { takeEmojiNamed } from '../../emoji/take-emoji-named.ts'
import { rememberEmoji, useEmoji } from '../../emoji/use-emoji.ts'
import { SpelledTextArea } from '../../spelling/Spelled.tsx'
import { replaceInField, type TextField } from '../replace-in-field.ts'
import styles from './ReplyField.module.css'

export interface ReplyFieldProps {
  readonly workspaceId: string
  readonly conversationId: string
  readonly field: TextField
  readonly text: string
  readonly isBusy: boolean
  readonly write: (text: string) => void
}

/** Where an answer is written. `:name` offers emoji, `:name:` becomes one, as in the composer. */
export function ReplyField({ workspaceId, conversationId, field, text, isBusy, write }: ReplyFieldProps): React.JSX.Element {
  const { t, i18n } = useTranslation('inbox')
  const [keys] = useState(createSuggestionKeys)
  const [typed, setTyped] = useState<(Shortcode & { readonly from: number }) | null>(null)

  function handleChange(next: string): void {
    write(next)
    const until = field.current?.selectionEnd ?? next.length
    const line = next.slice(0, until).replace(/^.*\n/su, '')
    const closed = closedShortcode(line)
    const open = closed === null ? openShortcode(line) : null
    setTyped(open && { ...open, from: until - open.length })
    if (closed !== null) void convert(closed, until - closed.length)
  }

  /** In the next moment, or when the emoji have been read. Who has changed the name meanwhile keeps what is written. */
  async function convert({ name, length }: Shortcode, from: number): Promise<void> {
    const character = await takeEmojiNamed(name, i18n.language)
    if (character === null || field.current?.value.slice(from, from + length) !== `:${name}:`) return
    replaceInField(field, write, from, from + length, character)
    // What has been begun behind it meanwhile is further in front now.
    setTyped((begun) => begun && { ...begun, from: begun.from + character.length - length })
  }

  function handleKey(event: React.KeyboardEvent): void {
    if (typed !== null && !event.nativeEvent.isComposing && keys.offer(event.nativeEvent)) {
      event.preventDefault()
      event.stopPropagation()
    } else if (event.key === 'Escape') field.current?.blur()
  }

  return (
    <div className={styles.field}>
      <SpelledTextArea workspaceId={workspaceId} scope={conversationId} ref={field} label={t('reply')} isLabelHidden placeholder={t('replyPlaceholder')} rows={2} maxRows={10} value={text} onChange={handleChange} readOnly={isBusy} onKeyDown={handleKey} onBlur={() => setTyped(null)} onSelect={() => typed !== null && field.current?.selectionEnd !== typed.from + typed.length && setTyped(null)} />
      {typed !== null && (
        <Suggested
          key={typed.name}
          name={typed.name}
          field={field}
          keys={keys}
          onClose={() => setTyped(null)}
          onTake={(character) => {
            setTyped(null)
            replaceInField(field, write, typed.from, typed.from + typed.length, character)
          }}
        />
      )}
    </div>
  )
}

interface SuggestedProps {
  readonly name: string
  readonly field: TextField
  readonly keys: SuggestionKeys
  readonly onClose: () => void
  readonly onTake: (character: string) => void
}

/** The emoji that a name being typed may mean, over the field, which keeps the focus. */
function Suggested({ name, field, keys, onClose, onTake }: SuggestedProps): React.JSX.Element | null {
  const { t } = useTranslation('emoji')
  const id = useId()
  const all = useEmoji()
  const [chosen, setChosen] = useState(0)
  const emoji = all === null ? [] : suggestEmoji(all, name)
  const hasAny = emoji.length > 0

  function take(taken: Emoji): void {
    rememberEmoji(taken.character)
    onTake(withTone(taken, studioStore.getState().settings.emojiTone))
  }

  function takeKey(event: KeyboardEvent): boolean {
    const current = emoji[chosen]
    const move = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (current === undefined || event.ctrlKey || event.metaKey) return false
    if (move !== 0) setChosen((chosen + move + emoji.length) % emoji.length)
    else if (event.key === 'Escape') onClose()
    else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey) take(current)
    else return false
    return true
  }
  useEffect(() => keys.listen(takeKey))

  useEffect(() => {
    const element = field.current
    if (!hasAny || element === null) return undefined
    element.setAttribute('aria-controls', id)
    element.setAttribute('aria-activedescendant', `${id}-${String(chosen)}`)
    return () => {
      element.removeAttribute('aria-controls')
      element.removeAttribute('aria-activedescendant')
    }
  }, [field, id, chosen, hasAny])

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
