import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import type { PostPlan, PostSummary } from '../../../../shared/posts/post.ts'
import { mediaAddress } from '../../../../shared/media/media-item.ts'
import { isOver } from '../../../../shared/schedule/is-over.ts'
import type { NetworkId } from '../../../../shared/networks/network-id.ts'
import { joinClassNames } from '../../../components/join-class-names.ts'
import { NetworkIcon } from '../../../components/NetworkIcon.tsx'
import { StatusPill } from '../../../components/StatusPill.tsx'
import { holdOf } from '../../../shell/hold-actions.ts'
import { VisuallyHidden } from '../../../components/VisuallyHidden.tsx'
import { useFormats } from '../../../language/use-formats.ts'
import { useNetworkNames } from '../../../language/use-network-names.ts'
import type { Status } from '../../../components/status-look.ts'
import { useStudio, useWorkspace } from '../../../shell/studio-store.ts'
import { useNow } from '../../../shell/use-now.ts'
import { ApprovalMark } from './ApprovalMark.tsx'
import { PostMarks } from './PostMarks.tsx'
import styles from './PostCard.module.css'
import slotStyles from './SlotCard.module.css'

export interface PostCardProps {
  readonly workspaceId: string
  readonly post: PostSummary
  readonly accounts: readonly Account[]
  /** The time as written on the card; empty for a draft without one. */
  readonly time: string
  /** `line` for a month's cell, `block` for a slot of the week and the shelf, `wide` for lists. */
  readonly form: 'line' | 'block' | 'wide'
  /** One of a series. */
  readonly isRepeated?: boolean
  /** Of the picture under the text of a `line` card, in px; 0 where the day has no room for it: then a small one stands beside the text. */
  readonly pictureHeight?: number
}

/** How many networks of a post a card shows; of more, the last place says how many others there are. A narrow card with further marks has room for one less. */
const mostNetworks = 3

/** A post on the calendar: when, where, how it stands, and how it begins. */
export function PostCard({ workspaceId, post, accounts: named, time, form, isRepeated = false, pictureHeight = 0 }: PostCardProps): React.JSX.Element {
  // What is still to come goes to none that was removed; what is out is there.
  const accounts = post.publishedAt === null ? named.filter(({ isRemoved }) => isRemoved !== true) : named
  const networks = [...new Set(post.accountIds.flatMap((id) => accounts.find((account) => account.id === id)?.networkId ?? []))]
  const [image] = post.mediaIds
  const isOnHold = useStudio((state) => holdOf(state.holds, workspaceId) !== null)
  const workspace = useWorkspace(workspaceId)
  const needsYes = workspace?.safety.approval === 'needed'
  const timeZone = workspace?.timeZone ?? 'UTC'
  const word = statusWord(post, isOnHold, needsYes)
  return (
    <span className={joinClassNames(styles.card, slotStyles.card)} data-form={form} data-status={post.status} data-planned={post.plan === null ? undefined : ''} title={titleIn(form, post)}>
      {time !== '' && <time className={joinClassNames(styles.time, slotStyles.time)}>{time}</time>}
      <Networks networks={networks} most={roomFor(form, isRepeated, post)} />
      <span className={joinClassNames(styles.status, slotStyles.status)}>
        {isAnswerSaid(post, word) ? null : <ApprovalMark workspaceId={workspaceId} post={post} />}
        <span className={joinClassNames(styles.marks, slotStyles.marks)}>
          <PostMarks post={post} accounts={accounts} isRepeated={isRepeated} timeZone={timeZone} form={form} />
        </span>
        {post.plan === null ? <StatusPill status={word} form={form === 'wide' ? 'full' : 'icon'} /> : <PlanWord plan={post.plan} isShort={form !== 'wide'} />}
      </span>
      <span className={joinClassNames(styles.excerpt, slotStyles.excerpt)} title={post.excerpt}>
        {form === 'line' && image !== undefined && pictureHeight === 0 && <Picture className={styles.mini} address={mediaAddress(workspaceId, image, 'small')} />}
        {post.excerpt}
      </span>
      {form === 'wide' && image !== undefined && <Picture className={styles.image} address={mediaAddress(workspaceId, image, 'small')} />}
      {form === 'line' && image !== undefined && pictureHeight > 0 && <Picture className={styles.strip} address={mediaAddress(workspaceId, image, 'small')} height={pictureHeight} />}
    </span>
  )
}

/** Beside others of its hour a card has no room for words. */
function titleIn(form: PostCardProps['form'], { excerpt }: PostSummary): string | undefined {
  return form === 'block' ? excerpt : undefined
}

function roomFor(form: PostCardProps['form'], isRepeated: boolean, { approval }: PostSummary): number {
  return form !== 'wide' && (isRepeated || approval !== 'none') ? mostNetworks - 1 : mostNetworks
}

/** Where it goes, as signs. */
function Networks({ networks, most }: { readonly networks: readonly NetworkId[]; readonly most: number }): React.JSX.Element {
  const formats = useFormats()
  const names = useNetworkNames()
  const shown = networks.length > most ? networks.slice(0, most - 1) : networks
  const others = formats.list(networks.slice(shown.length).map(names.name))
  return (
    <span className={joinClassNames(styles.networks, slotStyles.networks)}>
      {shown.map((networkId) => (
        <NetworkIcon key={networkId} networkId={networkId} size={14} />
      ))}
      {others !== '' && (
        <span className={styles.others} title={others}>
          <span aria-hidden="true">+{networks.length - shown.length}</span>
          <VisuallyHidden>{others}</VisuallyHidden>
        </span>
      )}
    </span>
  )
}

/** “Refused” and “without a yes” say what the mark of the answer would; that it is awaited they do not. */
function isAnswerSaid({ approval }: PostSummary, word: Status): boolean {
  return (word === 'refused' || word === 'unapproved') && approval !== 'asked'
}

/** What has a time, and does not leave then as things stand, says so. */
function statusWord({ status, approval, rest }: PostSummary, isOnHold: boolean, needsYes: boolean): Status {
  // The rest has its time: nothing of it is on its way.
  if (status === 'publishing' && rest !== undefined) return 'partly_published'
  if (status !== 'scheduled') return status
  if (approval === 'refused') return 'refused'
  if (needsYes && approval !== 'approved') return 'unapproved'
  return isOnHold ? 'on_hold' : 'scheduled'
}

/** Read and drawn when it is seen: a month may hold many, as large as they were taken. It cannot be dragged away from its card. */
function Picture({ address, className, height }: { readonly address: string; readonly className: string | undefined; readonly height?: number }): React.JSX.Element {
  return <img className={className} src={address} height={height} alt="" loading="lazy" decoding="async" draggable={false} />
}

/** Says in words that nothing goes out at this time: a draft stands on the calendar like a post, and must not be taken for one. */
function PlanWord({ plan, isShort }: { readonly plan: PostPlan; readonly isShort: boolean }): React.JSX.Element {
  const { t } = useTranslation('calendar')
  const isPast = isOver(plan.at, useNow())
  return (
    <span className={joinClassNames(styles.word, slotStyles.word)} data-over={isPast ? '' : undefined} title={t(isPast ? 'draftOverText' : 'draftText')}>
      {t(isPast ? (isShort ? 'notSent' : 'draftOver') : 'draft')}
    </span>
  )
}
