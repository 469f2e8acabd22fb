import { CircleCheck, CircleHelp, CircleX, MailQuestion, Send } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { PostSummary } from '../../../../shared/posts/post.ts'
import type { Icon } from '../../../components/icon.ts'
import { useWorkspace } from '../../../shell/studio-store.ts'
import styles from './PostCard.module.css'

const icons: Readonly<Record<PostSummary['approval'], Icon>> = { none: CircleHelp, asked: MailQuestion, approved: CircleCheck, refused: CircleX, taken_back: CircleHelp, refused_before: CircleHelp, sent_anyway: Send, taken_on: Send }

/** Where the post stands with whoever has to say yes; nothing where posts need none and nobody said a word, or once it is out. */
export function ApprovalMark({ workspaceId, post }: { readonly workspaceId: string; readonly post: PostSummary }): React.JSX.Element | null {
  const { t } = useTranslation('calendar')
  const isNeeded = useWorkspace(workspaceId)?.safety.approval === 'needed'
  if (post.status === 'published' || post.status === 'removed' || (post.approval === 'none' && !isNeeded)) return null
  const Drawing = icons[post.approval]
  return (
    <span className={styles.approval} data-kind={post.approval} role="img" aria-label={t(`approval.${post.approval}`)} title={t(`approval.${post.approval}`)}>
      <Drawing size={13} strokeWidth={2} aria-hidden />
    </span>
  )
}
