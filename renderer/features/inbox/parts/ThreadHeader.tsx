import { AlarmClock, AlarmClockOff, CheckCheck, MailOpen, RotateCcw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import type { Conversation } from '../../../../shared/inbox/inbox-item.ts'
import { studio } from '../../../bridge/studio-client.ts'
import { AccountName } from '../../../components/AccountName.tsx'
import { Avatar } from '../../../components/Avatar.tsx'
import { Badge } from '../../../components/Badge.tsx'
import { Button } from '../../../components/Button.tsx'
import { IconButton } from '../../../components/IconButton.tsx'
import { NetworkIcon } from '../../../components/NetworkIcon.tsx'
import { useFormats } from '../../../language/use-formats.ts'
import { useNow } from '../../../shell/use-now.ts'
import type { StateChange } from '../change-state.ts'
import { returnTime } from '../return-time.ts'
import { SnoozeMenu } from './SnoozeMenu.tsx'
import styles from './ThreadHeader.module.css'

export interface ThreadHeaderProps {
  readonly workspaceId: string
  readonly conversation: Conversation
  readonly account: Account | undefined
  readonly timeZone: string
  readonly isSnoozing: boolean
  readonly onSnoozing: (isOpen: boolean) => void
  readonly onChange: (conversation: Conversation, change: StateChange) => void
}

/** Who writes, on which account, how long they have waited, and what can be done with the conversation. */
export function ThreadHeader({ workspaceId, conversation, account, timeZone, isSnoozing, onSnoozing, onChange }: ThreadHeaderProps): React.JSX.Element {
  const { t } = useTranslation('inbox')
  const formats = useFormats()
  const now = useNow()
  const { waitingSince, snoozedUntil, wokenAt, state } = conversation
  return (
    <header className={styles.header}>
      <Avatar name={conversation.authorName} size={36} />
      <div className={styles.who}>
        <h2>{conversation.authorName}</h2>
        <p title={conversation.authorHandle}>{conversation.authorHandle}</p>
      </div>
      <div className={styles.facts}>
        <span className={styles.account}>
          <NetworkIcon networkId={account?.networkId ?? ''} size={14} />
          {account && <AccountName displayName={account.displayName} handle={account.handle} />}
        </span>
        <Badge>{t(conversation.beganAsQuote === true ? 'quotesYou' : `kind.${conversation.kind}`)}</Badge>
        {waitingSince !== null && <Badge tone="warning">{t('waiting', { time: formats.duration(now - waitingSince) })}</Badge>}
        {state === 'snoozed' && snoozedUntil !== null && <Badge icon={AlarmClock}>{t('returns', returnTime(formats, snoozedUntil, now, timeZone))}</Badge>}
        {wokenAt !== null && <Badge tone="accent" icon={AlarmClock}>{t('wokenAt', { when: formats.recent(wokenAt, now, timeZone) })}</Badge>}
      </div>
      <div className={styles.actions}>
        <IconButton icon={MailOpen} label={t('markUnread')} shortcut="u" onClick={() => void studio.request('inbox.markRead', { workspaceId, conversationId: conversation.id, read: false })} />
        {state === 'snoozed' ? (
          <IconButton icon={AlarmClockOff} label={t('unsnooze')} onClick={() => onChange(conversation, { state: 'open' })} />
        ) : (
          <SnoozeMenu timeZone={timeZone} isOpen={isSnoozing} onOpen={onSnoozing} onSnooze={(until) => onChange(conversation, { state: 'snoozed', until })} />
        )}
        <Button size="small" icon={state === 'done' ? RotateCcw : CheckCheck} shortcut="e" onClick={() => onChange(conversation, { state: state === 'done' ? 'open' : 'done' })}>
          {state === 'done' ? t('reopen') : t('done')}
        </Button>
      </div>
    </header>
  )
}
