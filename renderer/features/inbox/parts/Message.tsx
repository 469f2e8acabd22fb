import { ExternalLink, Heart, Lightbulb } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ConversationKind, InboxItem } from '../../../../shared/inbox/inbox-item.ts'
import type { MarkedAct } from '../../../../shared/networks/acts.ts'
import { capabilitiesOf } from '../../../../shared/networks/capabilities-of.ts'
import type { NetworkId } from '../../../../shared/networks/network-id.ts'
import { actWord } from '../../../../shared/outbox/job-word.ts'
import type { SoughtWords } from '../../../../shared/text/mark-words.ts'
import { studio } from '../../../bridge/studio-client.ts'
import { Avatar } from '../../../components/Avatar.tsx'
import { Badge } from '../../../components/Badge.tsx'
import { IconButton } from '../../../components/IconButton.tsx'
import { MarkedText } from '../../../components/MarkedText.tsx'
import { showFailure } from '../../../components/show-failure.ts'
import { useFormats } from '../../../language/use-formats.ts'
import { openExternal } from '../../../shell/studio-actions.ts'
import { canQuote } from '../quote-message.ts'
import { ItemMenu } from './ItemMenu.tsx'
import { EarlierReviews, ReviewMarks } from './ReviewMarks.tsx'
import styles from './Message.module.css'

export interface MessageProps {
  readonly workspaceId: string
  readonly item: InboxItem
  readonly canLike: boolean
  readonly kind: ConversationKind
  /** null when the account is gone: nothing more can be done there. */
  readonly networkId: NetworkId | null
  readonly timeZone: string
  /** Of a review: when it was answered; null: it was not. */
  readonly answeredAt: number | null
  /** What is being searched for. */
  readonly sought: readonly SoughtWords[]
  /** Onto the board of ideas. */
  readonly onKeep: () => void
  /** In a post of our own. */
  readonly onQuote: () => void
}

/** One message of a thread: text as text, nothing of a stranger's is loaded. */
export function Message({ workspaceId, item, kind, canLike, networkId, timeZone, answeredAt, sought, onKeep, onQuote }: MessageProps): React.JSX.Element {
  const { t } = useTranslation('inbox')
  const { t: ofIdeas } = useTranslation('ideas')
  const formats = useFormats()
  const { url } = item
  async function handleLike(): Promise<void> {
    const answer = await studio.request('inbox.like', { workspaceId, itemId: item.id, liked: !item.isLiked })
    if (!answer.ok) showFailure(answer.error, workspaceId)
  }

  /** Nobody hid an answer to a review: the network looks at it, or has refused it. */
  function heldWords(): string {
    const network = networkId === null ? null : capabilitiesOf(networkId)
    if (kind === 'review' && network !== null) return t('reviews.notShown', { network: network.name })
    return t(network?.commentsAwaitApproval === true ? 'held' : 'hidden')
  }

  function wordsOf(act: MarkedAct): string {
    const word = actWord(act, networkId)
    const until = act === 'mute' ? item.silencedUntil : act === 'ban' ? item.bannedUntil : undefined
    if (until !== undefined) return t(`until.${word === 'mute_mail' ? 'mute_mail' : act === 'ban' ? 'ban' : 'silence'}`, { time: formats.dayAndTime(until, timeZone) })
    return t(`${item.underWay.includes(act) ? 'underWay' : 'inForce'}.${word}`)
  }

  return (
    <li className={styles.message} data-own={item.isOwn} data-gone={item.goneAt !== undefined || undefined}>
      <Avatar name={item.authorName} />
      <div className={styles.body}>
        <header className={styles.byline}>
          <span className={styles.who}>
            <strong>{item.isOwn ? t('you') : item.authorName}</strong>
            <span className={styles.handle} title={item.authorHandle}>
              {item.authorHandle}
            </span>
            <time>{formats.dayAndTime(item.createdAt, timeZone)}</time>
          </span>
          {kind === 'review' && <ReviewMarks item={item} answeredAt={answeredAt} timeZone={timeZone} />}
          {item.isHeld && <Badge tone="warning">{heldWords()}</Badge>}
          {item.quotes?.isDetached === true && <Badge>{t('detached')}</Badge>}
          {item.isLocked === true && <Badge>{t('locked')}</Badge>}
          {marksOf(item).map((act) => (
            <Badge key={act}>{wordsOf(act)}</Badge>
          ))}
        </header>
        <Words item={item} sought={sought} timeZone={timeZone} />
        {item.attachmentCount > 0 && <p className={styles.attachments}>{t('attachments', { count: item.attachmentCount })}</p>}
      </div>
      <div className={styles.tools}>
        {canLike && !item.isOwn && <IconButton size="small" icon={Heart} label={item.isLiked ? t('unlike') : t('like')} pressed={item.isLiked} onClick={() => void handleLike()} />}
        {!item.isOwn && networkId !== null && <IconButton size="small" icon={Lightbulb} label={ofIdeas('keep')} onClick={onKeep} />}
        {url !== null && <IconButton size="small" icon={ExternalLink} label={t('openOnNetwork')} onClick={() => void openExternal(url)} />}
        {networkId !== null && item.goneAt === undefined && <ItemMenu workspaceId={workspaceId} item={item} kind={kind} networkId={networkId} onQuote={canQuote(item, kind, networkId) ? onQuote : undefined} />}
      </div>
    </li>
  )
}

/** What it says, and below it our post that it quotes; of a review, stars alone are said to be so, and what it said before stands below. */
function Words({ item: { text, stars, earlier, quotes }, sought, timeZone }: Pick<MessageProps, 'item' | 'sought' | 'timeZone'>): React.JSX.Element {
  const { t } = useTranslation('inbox')
  return (
    <>
      <p className={styles.text}>{text === '' && stars !== undefined ? <span className={styles.attachments}>{t('reviews.noWords')}</span> : <MarkedText text={text} sought={sought} />}</p>
      {quotes !== undefined && (
        <figure className={styles.quoted}>
          <figcaption>{t('quoteOf')}</figcaption>
          {quotes.text !== '' && <blockquote>{quotes.text}</blockquote>}
        </figure>
      )}
      {earlier !== undefined && <EarlierReviews earlier={earlier} timeZone={timeZone} />}
    </>
  )
}

function marksOf({ inForce, isReported }: InboxItem): readonly MarkedAct[] {
  return isReported ? [...inForce, 'report'] : inForce
}
