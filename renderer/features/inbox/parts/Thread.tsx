import { Lightbulb } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import type { Conversation, InboxItem } from '../../../../shared/inbox/inbox-item.ts'
import { soughtInSearch } from '../../../../shared/inbox/parse-search-text.ts'
import { studio } from '../../../bridge/studio-client.ts'
import { useRequest } from '../../../bridge/use-request.ts'
import { ErrorState } from '../../../components/ErrorState.tsx'
import { LoadingState } from '../../../components/LoadingState.tsx'
import { useNow } from '../../../shell/use-now.ts'
import { useCommands } from '../../../shell/command-registry.ts'
import { navigate } from '../../../shell/route-store.ts'
import { keepMessageAsIdea } from '../../ideas/keep-as-idea.ts'
import { answersAreClosed } from '../answers-are-closed.ts'
import { quoteMessage } from '../quote-message.ts'
import { reviewAnswer } from '../review-answer.ts'
import { Message } from './Message.tsx'
import { NoAnswer, type NoAnswerProps } from './NoAnswer.tsx'
import { PendingReply } from './PendingReply.tsx'
import { ReplyBox } from './ReplyBox.tsx'
import { ThreadHeader, type ThreadHeaderProps } from './ThreadHeader.tsx'
import styles from './Thread.module.css'

export interface ThreadProps {
  readonly workspaceId: string
  readonly conversationId: string
  readonly accounts: readonly Account[]
  readonly timeZone: string
  /** What is being searched for; empty without a search. */
  readonly search: string
  readonly onChange: ThreadHeaderProps['onChange']
  /** It was answered and is done. */
  readonly onDone: (conversation: Conversation) => void
}

/** One conversation from its beginning, our post on top when there is one, the answer below. Opening it marks it as read. */
export function Thread({ workspaceId, conversationId, accounts, timeZone, search, onChange, onDone }: ThreadProps): React.JSX.Element {
  const { t } = useTranslation('inbox')
  const { t: ofIdeas } = useTranslation('ideas')
  const now = useNow()
  const [loaded, reload] = useRequest('inbox.read', { workspaceId, conversationId }, ['inbox.changed', 'outbox.changed'])
  const [isSnoozing, setSnoozing] = useState(false)
  const end = useRef<HTMLDivElement | null>(null)
  const messages = useRef<HTMLDivElement | null>(null)
  const seen = useRef('')
  const itemCount = loaded.kind === 'ready' ? loaded.value.items.length + loaded.value.jobs.length : 0
  const isUnread = loaded.kind === 'ready' && loaded.value.conversation.unread > 0

  useEffect(() => {
    if (itemCount === 0) return
    const find = search === '' ? null : messages.current?.querySelector('mark')
    if (find) find.scrollIntoView({ block: 'center' })
    else end.current?.scrollIntoView({ block: 'end' })
  }, [itemCount, search])

  // Once for each opening and each message that comes: what the user then marks as unread stays so.
  useEffect(() => {
    const shown = `${conversationId} ${String(itemCount)}`
    if (itemCount === 0 || seen.current === shown) return
    seen.current = shown
    if (isUnread) void studio.request('inbox.markRead', { workspaceId, conversationId, read: true })
  }, [workspaceId, conversationId, isUnread, itemCount])

  // What is kept by the key is the last thing that somebody else said.
  const newest = loaded.kind === 'ready' ? loaded.value.items.findLast(({ isOwn }) => !isOwn) : undefined
  function keep(item: InboxItem): void {
    const by = loaded.kind === 'ready' ? accounts.find(({ id }) => id === loaded.value.conversation.accountId) : undefined
    if (loaded.kind === 'ready' && by !== undefined) void keepMessageAsIdea(workspaceId, { item, kind: loaded.value.conversation.kind, account: by })
  }

  function quote(item: InboxItem): void {
    const by = loaded.kind === 'ready' ? accounts.find(({ id }) => id === loaded.value.conversation.accountId) : undefined
    if (loaded.kind === 'ready' && by !== undefined) void quoteMessage(workspaceId, { item, kind: loaded.value.conversation.kind, account: by, accounts })
  }

  useCommands({ name: 'inbox.thread', title: t('title') }, [
    { id: 'inbox.snooze', title: t('snooze'), shortcut: 's', disabled: loaded.kind !== 'ready' || loaded.value.conversation.state === 'snoozed', run: () => setSnoozing(true) },
    { id: 'inbox.keepIdea', title: ofIdeas('keep'), shortcut: 'i', icon: Lightbulb, disabled: newest === undefined, run: () => newest && keep(newest) }
  ])

  if (loaded.kind === 'loading') return <LoadingState shape="page" />
  if (loaded.kind === 'failed') return <ErrorState error={loaded.error} onRetry={reload} />
  const { conversation, items, post, jobs, replyDraft, canReply, isBlocked, canLike, isGroup, replyUntil, privateReply } = loaded.value
  const account = accounts.find((candidate) => candidate.id === conversation.accountId)
  const sought = soughtInSearch(search)
  const answer = reviewAnswer(conversation.kind, items)
  const isClosed = answersAreClosed(conversation.kind, items, account)
  return (
    <article className={styles.thread} aria-label={conversation.authorName}>
      <ThreadHeader workspaceId={workspaceId} conversation={conversation} account={account} timeZone={timeZone} isSnoozing={isSnoozing} onSnoozing={setSnoozing} onChange={onChange} />
      <div ref={messages} className={styles.messages} tabIndex={0}>
        {post && (
          <button type="button" className={styles.post} onClick={() => navigate({ screen: 'compose', workspaceId, postId: post.id, at: null })}>
            <span>{t('under')}</span>
            <p>{post.excerpt}</p>
          </button>
        )}
        <ol>
          {items.map((item) => (
            <Message key={item.id} workspaceId={workspaceId} item={item} kind={conversation.kind} canLike={canLike} networkId={account?.networkId ?? null} timeZone={timeZone} answeredAt={answer.at} sought={sought} onKeep={() => keep(item)} onQuote={() => quote(item)} />
          ))}
          {jobs.filter((job) => job.kind === 'reply').map((job) => (
            <PendingReply key={job.id} workspaceId={workspaceId} job={job} />
          ))}
        </ol>
        <div ref={end} />
      </div>
      {canReply && account && !isShut({ isBlocked, isClosed, until: replyUntil }, now) ? (
        <ReplyBox key={conversation.id} workspaceId={workspaceId} conversationId={conversation.id} account={account} isPrivate={conversation.kind === 'message'} review={answer} privateReply={privateReply} isGroup={isGroup} until={replyUntil} timeZone={timeZone} person={conversation.authorName === '' ? conversation.authorHandle : conversation.authorName} around={conversation.lastText} storedDraft={replyDraft} onDone={() => onDone(conversation)} />
      ) : (
        <NoAnswer conversation={conversation} items={items} account={account} isBlocked={isBlocked} isClosed={isClosed} until={replyUntil} timeZone={timeZone} />
      )}
    </article>
  )
}

function isShut({ isBlocked, isClosed, until }: Pick<NoAnswerProps, 'isBlocked' | 'isClosed' | 'until'>, now: number): boolean {
  return isBlocked || isClosed || isOver(until, now)
}

function isOver(until: number | null, now: number): boolean {
  return until !== null && until < now
}
