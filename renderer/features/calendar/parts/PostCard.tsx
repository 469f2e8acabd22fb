import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import type { PostPlan, PostSummary } from '../../../../shared/posts/post.ts'
import { mediaAddress } from '../../../../shared/media/media-item.ts'
import { isOver } from '../../../../shared/schedule/is-over.ts'
import { NetworkIcon } from '../../../components/NetworkIcon.tsx'
import { StatusPill } from '../../../components/StatusPill.tsx'
import { holdOf } from '../../../shell/hold-actions.ts'
import { useStudio } from '../../../shell/studio-store.ts'
import { useNow } from '../../../shell/use-now.ts'
import { ApprovalMark } from './ApprovalMark.tsx'
import { PostMarks } from './PostMarks.tsx'
import styles from './PostCard.module.css'

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
}

/** A post on the calendar: when, where, how it stands, and how it begins. */
export function PostCard({ workspaceId, post, accounts, time, form, isRepeated = false }: PostCardProps): React.JSX.Element {
  const networks = [...new Set(post.accountIds.flatMap((id) => accounts.find((account) => account.id === id)?.networkId ?? []))]
  const [image] = post.mediaIds
  const isOnHold = useStudio((state) => holdOf(state.holds, workspaceId) !== null)
  return (
    <span className={styles.card} data-form={form} data-status={post.status} data-planned={post.plan === null ? undefined : ''}>
      {time !== '' && <time className={styles.time}>{time}</time>}
      <span className={styles.networks}>
        {networks.map((networkId) => (
          <NetworkIcon key={networkId} networkId={networkId} size={14} />
        ))}
      </span>
      <span className={styles.status}>
        <ApprovalMark workspaceId={workspaceId} post={post} />
        <PostMarks post={post} accounts={accounts} isRepeated={isRepeated} form={form} />
        {post.plan === null ? <StatusPill status={isOnHold && post.status === 'scheduled' ? 'on_hold' : post.status} form={form === 'wide' ? 'full' : 'icon'} /> : <PlanWord plan={post.plan} isShort={form !== 'wide'} />}
      </span>
      <span className={styles.excerpt}>{post.excerpt}</span>
      {form === 'wide' && image !== undefined && <img className={styles.image} src={mediaAddress(workspaceId, image)} alt="" />}
    </span>
  )
}

/** Says in words that nothing goes out at this time: a draft stands on the calendar like a post, and must not be taken for one. */
function PlanWord({ plan, isShort }: { readonly plan: PostPlan; readonly isShort: boolean }): React.JSX.Element {
  const { t } = useTranslation('calendar')
  const isPast = isOver(plan.at, useNow())
  return (
    <span className={styles.word} data-over={isPast ? '' : undefined} title={t(isPast ? 'draftOverText' : 'draftText')}>
      {t(isPast ? (isShort ? 'notSent' : 'draftOver') : 'draft')}
    </span>
  )
}
