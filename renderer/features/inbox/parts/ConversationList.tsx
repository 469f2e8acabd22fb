import { useVirtualizer } from '@tanstack/react-virtual'
import { Hourglass } from 'lucide-react'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import type { Conversation } from '../../../../shared/inbox/inbox-item.ts'
import { Avatar } from '../../../components/Avatar.tsx'
import { CountBadge } from '../../../components/CountBadge.tsx'
import { smallIconProps } from '../../../components/icon.ts'
import { ListRow } from '../../../components/ListRow.tsx'
import { NetworkIcon } from '../../../components/NetworkIcon.tsx'
import { useFormats } from '../../../language/use-formats.ts'
import { useNow } from '../../../shell/use-now.ts'
import styles from './ConversationList.module.css'

/** Height of one row in px, as ListRow draws it at normal zoom. */
const rowHeight = 60
/** How many rows before the end the next page is asked for. */
const loadAhead = 15

export interface ConversationListProps {
  readonly conversations: readonly Conversation[]
  readonly accounts: readonly Account[]
  readonly selected: string | null
  readonly timeZone: string
  readonly onSelect: (conversationId: string) => void
  readonly onNearEnd: () => Promise<void>
}

/** The conversations, newest first; only the rows in sight exist, so a hundred thousand are as quick as ten. */
export function ConversationList({ conversations, accounts, selected, timeZone, onSelect, onNearEnd }: ConversationListProps): React.JSX.Element {
  const { t } = useTranslation('inbox')
  const scroller = useRef<HTMLDivElement | null>(null)
  const virtual = useVirtualizer({ count: conversations.length, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, overscan: 8, getItemKey: (index) => conversations[index]?.id ?? index })
  const rows = virtual.getVirtualItems()
  const lastShown = rows.at(-1)?.index ?? 0
  const selectedIndex = conversations.findIndex((conversation) => conversation.id === selected)

  function handleKeyDown(event: KeyboardEvent): void {
    const target = placeForKey(event.key, selectedIndex, conversations.length)
    const conversation = target === null ? undefined : conversations[target]
    if (conversation === undefined) return
    event.preventDefault()
    onSelect(conversation.id)
  }

  useEffect(() => {
    if (lastShown >= conversations.length - loadAhead) void onNearEnd()
  }, [lastShown, conversations.length, onNearEnd])

  useEffect(() => {
    if (selectedIndex >= 0) virtual.scrollToIndex(selectedIndex)
  }, [virtual, selectedIndex])

  return (
    <div ref={scroller} className={styles.scroller} role="listbox" data-inline aria-label={t('list')} tabIndex={0} onKeyDown={handleKeyDown} aria-activedescendant={selectedIndex < 0 ? undefined : `conversation-${selected}`}>
      <div className={styles.canvas} role="presentation" style={{ blockSize: virtual.getTotalSize() }}>
        {rows.map((row) => {
          const conversation = conversations[row.index]
          return conversation === undefined ? null : (
            <div key={row.key} className={styles.row} role="presentation" style={{ transform: `translateY(${row.start}px)`, blockSize: row.size }}>
              <ConversationRow
                conversation={conversation}
                account={accounts.find((account) => account.id === conversation.accountId)}
                isSelected={conversation.id === selected}
                timeZone={timeZone}
                onSelect={onSelect}
              />
            </div>
          )
        })}
      </div>
    </div>
  )
}

/** Where a key leads in a list of `count` rows; null when it leads nowhere. Ten rows a page. */
function placeForKey(key: string, from: number, count: number): number | null {
  const last = count - 1
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, from + 1)
    case 'ArrowUp':
      return Math.max(0, from - 1)
    case 'PageDown':
      return Math.min(last, from + 10)
    case 'PageUp':
      return Math.max(0, from - 10)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return null
  }
}

/** From here on a waiting person is pointed out in the list, in ms. */
const longWait = 2 * 3_600_000

/** Answers on Mastodon begin with the names of those they are for; in a list that hides what is said. */
function withoutAddress(text: string): string {
  return text.replace(/^(?:@\S+\s+)+(?=\S)/u, '')
}

interface ConversationRowProps {
  readonly conversation: Conversation
  readonly account: Account | undefined
  readonly isSelected: boolean
  readonly timeZone: string
  readonly onSelect: (conversationId: string) => void
}

function ConversationRow({ conversation, account, isSelected, timeZone, onSelect }: ConversationRowProps): React.JSX.Element {
  const { t } = useTranslation('inbox')
  const formats = useFormats()
  const now = useNow()
  const waited = conversation.waitingSince === null ? 0 : now - conversation.waitingSince
  return (
    <ListRow
      id={`conversation-${conversation.id}`}
      role="option"
      aria-selected={isSelected}
      isSelected={isSelected}
      isUnread={conversation.unread > 0}
      leading={
        <span className={styles.leading}>
          <Avatar name={conversation.authorName} size={28} />
          <span className={styles.network}>
            <NetworkIcon networkId={account?.networkId ?? ''} size={14} />
          </span>
        </span>
      }
      title={conversation.authorName}
      detail={conversation.lastIsOwn ? `${t('you')} · ${withoutAddress(conversation.lastText)}` : withoutAddress(conversation.lastText)}
      meta={formats.recent(conversation.lastAt, now, timeZone)}
      aside={
        <>
          {waited >= longWait && (
            <span className={styles.waiting} title={t('waiting', { time: formats.duration(waited) })}>
              <Hourglass {...smallIconProps} size={12} />
              {formats.duration(waited)}
            </span>
          )}
          {conversation.unread > 1 && <CountBadge count={conversation.unread} label={t('unread', { count: conversation.unread })} />}
        </>
      }
      onClick={() => onSelect(conversation.id)}
    />
  )
}
