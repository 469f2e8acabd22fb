import { AlarmClock, Hourglass, Lock, PencilLine, Quote } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import type { Conversation } from '../../../../shared/inbox/inbox-item.ts'
import { Avatar } from '../../../components/Avatar.tsx'
import { Badge } from '../../../components/Badge.tsx'
import { CountBadge } from '../../../components/CountBadge.tsx'
import { smallIconProps, type Icon } from '../../../components/icon.ts'
import { ListRow } from '../../../components/ListRow.tsx'
import { NetworkIcon } from '../../../components/NetworkIcon.tsx'
import { VirtualList, type VirtualListOption } from '../../../components/VirtualList.tsx'
import { VisuallyHidden } from '../../../components/VisuallyHidden.tsx'
import { useFormats } from '../../../language/use-formats.ts'
import { useNow } from '../../../shell/use-now.ts'
import { returnTime } from '../return-time.ts'
import { StarsGiven } from './StarsGiven.tsx'
import styles from './ConversationList.module.css'

export interface ConversationListProps {
  readonly conversations: readonly Conversation[]
  readonly hasMore: boolean
  readonly accounts: readonly Account[]
  readonly selected: string | null
  readonly timeZone: string
  readonly onSelect: (conversationId: string) => void
  readonly onNearEnd: () => Promise<void>
}

/** The conversations, newest first. */
export function ConversationList({ conversations, hasMore, accounts, selected, timeZone, onSelect, onNearEnd }: ConversationListProps): React.JSX.Element {
  const { t } = useTranslation('inbox')
  return (
    <VirtualList
      label={t('list')}
      rows={conversations}
      hasMore={hasMore}
      selectedId={selected}
      onSelect={({ id }) => onSelect(id)}
      onNearEnd={onNearEnd}
      renderRow={(conversation, option) => (
        <ConversationRow conversation={conversation} option={option} account={accounts.find((account) => account.id === conversation.accountId)} timeZone={timeZone} />
      )}
    />
  )
}

/** From here on a waiting person is pointed out in the list, in ms. */
const longWait = 2 * 3_600_000

/** Answers on Mastodon begin with the names of those they are for; in a list that hides what is said. */
function withoutAddress(text: string): string {
  return text.replace(/^(?:@\S+\s+)+(?=\S)/u, '')
}

/** A review may be stars alone. */
function wordsOf({ stars, lastText }: Conversation, noWords: string): string {
  return stars !== undefined && lastText === '' ? noWords : withoutAddress(lastText)
}

interface ConversationRowProps {
  readonly conversation: Conversation
  readonly option: VirtualListOption
  readonly account: Account | undefined
  readonly timeZone: string
}

function ConversationRow({ conversation, option, account, timeZone }: ConversationRowProps): React.JSX.Element {
  const { t } = useTranslation('inbox')
  const formats = useFormats()
  const now = useNow()
  const { snoozedUntil, wokenAt } = conversation
  const waited = conversation.waitingSince === null ? 0 : now - conversation.waitingSince
  return (
    <ListRow
      {...option}
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
      detail={conversation.lastIsOwn ? `${t('you')} · ${withoutAddress(conversation.lastText)}` : wordsOf(conversation, t('reviews.noWords'))}
      meta={formats.recent(conversation.lastAt, now, timeZone)}
      aside={
        <>
          {conversation.stars !== undefined && <StarsGiven stars={conversation.stars} size={12} />}
          {conversation.beganAsQuote === true && <KindMark icon={Quote} label={t('quotesYou')} />}
          {conversation.kind === 'message' && <KindMark icon={Lock} label={t('kind.message')} />}
          {conversation.hasDraft && (
            <Badge tone="warning" icon={PencilLine}>
              {t('draft')}
            </Badge>
          )}
          {snoozedUntil !== null && (
            <span className={styles.returns} title={t('returns', returnTime(formats, snoozedUntil, now, timeZone))}>
              <AlarmClock {...smallIconProps} size={12} />
              {formats.moment(snoozedUntil, now, timeZone)}
            </span>
          )}
          {wokenAt !== null && (
            <Badge tone="accent" icon={AlarmClock}>
              {t('woken')}
            </Badge>
          )}
          {waited >= longWait && snoozedUntil === null && (
            <span className={styles.waiting} title={t('waiting', { time: formats.duration(waited) })}>
              <Hourglass {...smallIconProps} size={12} />
              {formats.duration(waited)}
            </span>
          )}
          {conversation.unread > 1 && <CountBadge count={conversation.unread} label={t('unread', { count: conversation.unread })} />}
        </>
      }
    />
  )
}

function KindMark({ icon: Sign, label }: { readonly icon: Icon; readonly label: string }): React.JSX.Element {
  return (
    <span className={styles.private} title={label}>
      <Sign {...smallIconProps} size={12} />
      <VisuallyHidden>{label}</VisuallyHidden>
    </span>
  )
}
