import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import type { Conversation } from '../../../../shared/inbox/inbox-item.ts'
import { Avatar } from '../../../components/Avatar.tsx'
import { CountBadge } from '../../../components/CountBadge.tsx'
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

  useEffect(() => {
    if (lastShown >= conversations.length - loadAhead) void onNearEnd()
  }, [lastShown, conversations.length, onNearEnd])

  useEffect(() => {
    if (selectedIndex >= 0) virtual.scrollToIndex(selectedIndex)
  }, [virtual, selectedIndex])

  return (
    <div ref={scroller} className={styles.scroller} role="listbox" aria-label={t('list')} tabIndex={0} aria-activedescendant={selectedIndex < 0 ? undefined : `conversation-${selected}`}>
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
      detail={conversation.lastIsOwn ? `${t('you')} · ${conversation.lastText}` : conversation.lastText}
      meta={formats.recent(conversation.lastAt, now, timeZone)}
      aside={conversation.unread > 1 ? <CountBadge count={conversation.unread} label={t('unread', { count: conversation.unread })} /> : undefined}
      onClick={() => onSelect(conversation.id)}
    />
  )
}
