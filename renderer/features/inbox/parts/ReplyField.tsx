import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import { createSuggestionKeys } from '../../composer/editor/suggestion-keys.ts'
import { closedShortcode, openShortcode, type Shortcode } from '../../emoji/shortcode-at.ts'
import { takeEmojiNamed } from '../../emoji/take-emoji-named.ts'
import { openMention, type BegunMention } from '../../people/mention-at.ts'
import { SpelledTextArea } from '../../spelling/Spelled.tsx'
import { replaceInField, type TextField } from '../replace-in-field.ts'
import styles from './ReplyField.module.css'
import { SuggestedEmoji } from './SuggestedEmoji.tsx'
import { SuggestedPeople } from './SuggestedPeople.tsx'

export interface ReplyFieldProps {
  readonly workspaceId: string
  readonly conversationId: string
  /** Whose network people are named on; null where nobody is: in private, or where the network has no mentions. */
  readonly account: Account | null
  readonly field: TextField
  readonly text: string
  readonly isBusy: boolean
  readonly write: (text: string) => void
}

/** Where an answer is written. `:name` offers emoji, `:name:` becomes one, `@na` offers people, as in the composer. */
export function ReplyField({ workspaceId, conversationId, account, field, text, isBusy, write }: ReplyFieldProps): React.JSX.Element {
  const { t, i18n } = useTranslation('inbox')
  const [keys] = useState(createSuggestionKeys)
  const [typed, setTyped] = useState<(Shortcode & { readonly from: number }) | null>(null)
  const [named, setNamed] = useState<(BegunMention & { readonly from: number }) | null>(null)
  // Where a list was sent away it stays away for that name.
  const sentAway = useRef<number | null>(null)

  function handleChange(next: string): void {
    write(next)
    const until = field.current?.selectionEnd ?? next.length
    const line = next.slice(0, until).replace(/^.*\n/su, '')
    const closed = closedShortcode(line)
    const open = closed === null ? openShortcode(line) : null
    setTyped(open && { ...open, from: until - open.length })
    const mention = account === null ? null : openMention(line)
    if (mention === null) sentAway.current = null
    setNamed(mention !== null && sentAway.current !== until - mention.length ? { ...mention, from: until - mention.length } : null)
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
    if ((typed !== null || named !== null) && !event.nativeEvent.isComposing && keys.offer(event.nativeEvent)) {
      event.preventDefault()
      event.stopPropagation()
    } else if (event.key === 'Escape') field.current?.blur()
  }

  function close(): void {
    setTyped(null)
    setNamed(null)
  }

  return (
    <div className={styles.field}>
      <SpelledTextArea workspaceId={workspaceId} scope={conversationId} ref={field} label={t('reply')} isLabelHidden placeholder={t('replyPlaceholder')} rows={2} maxRows={10} value={text} onChange={handleChange} readOnly={isBusy} onKeyDown={handleKey} onBlur={close} onSelect={() => [typed, named].some((begun) => begun !== null && field.current?.selectionEnd !== begun.from + begun.length) && close()} />
      {typed !== null && (
        <SuggestedEmoji
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
      {named !== null && account !== null && (
        <SuggestedPeople
          key={account.id}
          workspaceId={workspaceId}
          account={account}
          name={named.name}
          field={field}
          keys={keys}
          onClose={() => {
            sentAway.current = named.from
            setNamed(null)
          }}
          onTake={(words) => {
            setNamed(null)
            replaceInField(field, write, named.from, named.from + named.length, words)
          }}
        />
      )}
    </div>
  )
}
