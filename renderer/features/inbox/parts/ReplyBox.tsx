import { CheckCheck, Send } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import type { RequestInput, RequestOutput } from '../../../../shared/contract/request-map.ts'
import type { Result } from '../../../../shared/contract/result.ts'
import { reachOfAccounts } from '../../../../shared/accounts/reach-of-accounts.ts'
import { canMentionOn } from '../../../../shared/people/person.ts'
import { findGaps } from '../../../../shared/snippets/variables.ts'
import { countReply } from '../../../../shared/inbox/count-reply.ts'
import { countReviewReply } from '../../../../shared/inbox/count-review-reply.ts'
import { studio } from '../../../bridge/studio-client.ts'
import { Badge } from '../../../components/Badge.tsx'
import { Button } from '../../../components/Button.tsx'
import { NetworkIcon } from '../../../components/NetworkIcon.tsx'
import { showFailure } from '../../../components/show-failure.ts'
import { showToast } from '../../../components/toaster.ts'
import { capabilitiesOf } from '../../../../shared/networks/capabilities-of.ts'
import { useFormats } from '../../../language/use-formats.ts'
import { useNow } from '../../../shell/use-now.ts'
import { useCommands } from '../../../shell/command-registry.ts'
import { useStudio, useWorkspace } from '../../../shell/studio-store.ts'
import { EmojiButton } from '../../emoji/EmojiButton.tsx'
import { replaceInField, selectInField } from '../replace-in-field.ts'
import type { ReviewAnswer } from '../review-answer.ts'
import { useReplyDraft } from '../use-reply-draft.ts'
import { useReplyWay, type PrivateReply } from '../use-reply-way.ts'
import { AnswerThere } from './AnswerThere.tsx'
import styles from './ReplyBox.module.css'
import { ReplyCost } from './ReplyCost.tsx'
import { ReplyField } from './ReplyField.tsx'
import { ReplySnippets } from './ReplySnippets.tsx'
import { ReplyWayChoice } from './ReplyWay.tsx'
import { newId } from '../../../bridge/system-random.ts'

export interface ReplyBoxProps {
  readonly workspaceId: string
  readonly conversationId: string
  readonly account: Account
  readonly isPrivate: boolean
  /** What the owner answers to it now, where it is a review. */
  readonly review: ReviewAnswer
  /** The newest comment may be answered in private too; null: it may not. */
  readonly privateReply: PrivateReply | null
  /** Several people read the answer. */
  readonly isGroup: boolean
  /** Until when the network takes an answer; null: at any time. */
  readonly until: number | null
  readonly timeZone: string
  /** Whom the answer is for, and what they wrote last. */
  readonly person: string
  readonly around: string
  readonly storedDraft: string
  /** It has been sent, and the conversation is done. */
  readonly onDone: () => void
}

/** The answer to one conversation: who speaks is written on it, the network's own count beside it. */
export function ReplyBox({ workspaceId, conversationId, account, isPrivate: isMessage, review, privateReply, isGroup, until, timeZone, person, around, storedDraft, onDone }: ReplyBoxProps): React.JSX.Element {
  const { t } = useTranslation('inbox')
  const formats = useFormats()
  const now = useNow()
  const draft = useReplyDraft(workspaceId, conversationId, storedDraft)
  // The same id for every press until one is taken: a reply can never go out twice.
  const [replyId, setReplyId] = useState(newId)
  const [isBusy, setBusy] = useState(false)
  const field = useRef<HTMLTextAreaElement | null>(null)
  const isOffline = reachOfAccounts(useStudio((state) => state.connectivity.state), [account]) === 'none'
  const canUndo = (useWorkspace(workspaceId)?.safety.undoSeconds ?? 0) > 0
  const { way, isForAnother, choose } = useReplyWay(conversationId, privateReply, storedDraft, now)
  const inPrivate = way === 'private'
  const isPrivate = isMessage || inPrivate
  const { remaining, isTooLong } = countLeft(draft.text, account, isPrivate, review)
  const [askedFor, setAskedFor] = useState<string | null>(null)
  const openGap = findGaps(draft.text)[0] ?? null
  const canSend = way !== null && draft.text.trim() !== '' && !isTooLong && !isBusy

  async function send(thenDone: boolean): Promise<void> {
    if (!canSend) return
    const { text } = draft
    // What a saved text left open does not go out by accident; pressed again, it goes as it is written.
    if (openGap !== null && askedFor !== text) {
      setAskedFor(text)
      return selectInField(field, openGap.start, openGap.end)
    }
    setBusy(true)
    // Out of the field before it stands in the thread: the same words are never in both places.
    draft.clear()
    const answer = await requestReply({ workspaceId, conversationId, replyId, itemId: inPrivate ? (privateReply?.itemId ?? null) : null, text, thenDone, ...(inPrivate ? { inPrivate } : {}) })
    setBusy(false)
    if (!answer.ok) {
      draft.write(text)
      // What was pressed first is in the outbox with its own words: these are another reply.
      if (answer.error.code === 'conflict') setReplyId(newId())
      return showFailure(answer.error, workspaceId)
    }
    draft.noteSent()
    setReplyId(newId())
    // The letters are commands again: J goes on to the next conversation, and nothing is typed by mistake.
    field.current?.blur()
    // While it can be taken back, its line with the seconds says so.
    if (isOffline || !canUndo) showToast({ workspaceId, title: isOffline ? t('sentOffline') : t('sent') })
    if (thenDone) onDone()
  }

  function handleEmoji(character: string): void {
    const from = field.current?.selectionStart ?? draft.text.length
    replaceInField(field, draft.write, from, field.current?.selectionEnd ?? from, character)
  }

  useCommands({ name: 'inbox.reply', title: t('reply') }, [
    { id: 'inbox.reply.focus', title: t('reply'), shortcut: 'r', run: () => field.current?.focus() },
    { id: 'inbox.reply.send', title: t('send'), shortcut: 'mod+enter', worksWhileTyping: true, disabled: !canSend, run: () => void send(false) },
    { id: 'inbox.reply.sendAndDone', title: t('sendAndDone'), shortcut: 'mod+shift+enter', worksWhileTyping: true, disabled: !canSend, run: () => void send(true) }
  ])

  return (
    <div className={styles.box} data-private={isPrivate} data-keep-clear>
      <p className={styles.speaker}>
        <NetworkIcon networkId={account.networkId} size={14} />
        <span className={styles.as} title={account.handle}>
          {t('replyAs', { handle: account.handle })}
        </span>
        {isPrivate && <Badge tone="warning">{t(isGroup ? 'replyGroup' : 'replyPrivate')}</Badge>}
      </p>
      {privateReply !== null && <ReplyWayChoice of={privateReply} way={way} isForAnother={isForAnother} timeZone={timeZone} onChoose={choose} />}
      {until !== null && <p className={styles.until}>{t('windowOpen', { network: capabilitiesOf(account.networkId).name, when: formats.moment(until, now, timeZone) })}</p>}
      <AnswerThere answer={review.text} isBegun={draft.text !== ''} field={field} onTake={draft.write} />
      <ReplyField workspaceId={workspaceId} conversationId={conversationId} account={!isPrivate && canName(account, review) ? account : null} field={field} text={draft.text} isBusy={isBusy} write={draft.write} />
      <Remarks isUnsaved={draft.failure !== null} gap={openGap !== null && askedFor === draft.text ? draft.text.slice(openGap.start, openGap.end) : null} />
      <ReplyCost workspaceId={workspaceId} account={account} text={draft.text} isPrivate={isPrivate} />
      <div className={styles.actions}>
        <ReplySnippets workspaceId={workspaceId} field={field} write={draft.write} person={person} around={around} />
        <EmojiButton onPick={handleEmoji} />
        <span className={styles.counter} data-over={isTooLong}>
          {remaining ?? ''}
        </span>
        <Button icon={CheckCheck} shortcut="mod+shift+enter" disabled={!canSend} onClick={() => void send(true)}>
          {t('sendAndDone')}
        </Button>
        <Button variant="primary" icon={Send} shortcut="mod+enter" busy={isBusy} disabled={!canSend} onClick={() => void send(false)}>
          {t('send')}
        </Button>
      </div>
    </div>
  )
}

function countLeft(text: string, account: Account, isPrivate: boolean, { isReview }: ReviewAnswer): Pick<ReturnType<typeof countReply>, 'remaining' | 'isTooLong'> {
  return isReview ? countReviewReply(text, capabilitiesOf(account.networkId)) : countReply(text, account, isPrivate)
}

/** The owner's answer to a review names nobody there. */
function canName({ networkId }: Account, { isReview }: ReviewAnswer): boolean {
  return !isReview && canMentionOn(networkId)
}

/** What stands in the way of the words: they are not stored, or something in them is left open. */
function Remarks({ isUnsaved, gap }: { readonly isUnsaved: boolean; readonly gap: string | null }): React.JSX.Element {
  const { t } = useTranslation('inbox')
  return (
    <>
      {isUnsaved && (
        <p className={styles.unsaved} role="status">
          {t('draftUnsaved')}
        </p>
      )}
      {gap !== null && (
        <p className={styles.gap} role="status">
          {t('gapLeft', { gap })}
        </p>
      )}
    </>
  )
}

/** When the engine ends in the middle of it, nobody knows whether the reply is in the outbox: asked again with the same id, it is there once. */
async function requestReply(input: RequestInput<'inbox.reply'>): Promise<Result<RequestOutput<'inbox.reply'>>> {
  const answer = await studio.request('inbox.reply', input)
  return answer.ok || answer.error.code !== 'engine_stopped' ? answer : studio.request('inbox.reply', input)
}
