import { useTranslation } from 'react-i18next'
import type { Account } from '../../../shared/accounts/account.ts'
import { mediaAddress } from '../../../shared/media/media-item.ts'
import type { PostSummary } from '../../../shared/posts/post.ts'
import type { SoughtWords } from '../../../shared/text/mark-words.ts'
import type { Workspace } from '../../../shared/workspaces/workspace.ts'
import { MarkedText } from '../../components/MarkedText.tsx'
import { NetworkIcon } from '../../components/NetworkIcon.tsx'
import { StatusPill } from '../../components/StatusPill.tsx'
import { useFormats } from '../../language/use-formats.ts'
import { holdOf } from '../../shell/hold-actions.ts'
import { useStudio } from '../../shell/studio-store.ts'
import { useNow } from '../../shell/use-now.ts'
import styles from './PostSearch.module.css'

export interface FoundPostProps {
  readonly workspace: Workspace
  readonly accounts: readonly Account[]
  readonly post: PostSummary
  readonly passage: string
  readonly sought: readonly SoughtWords[]
}

/** One post that was found: its words with the find marked, where it goes, when, and how it stands. */
export function FoundPost({ workspace, accounts, post, passage, sought }: FoundPostProps): React.JSX.Element {
  const { t } = useTranslation('search')
  const formats = useFormats()
  const now = useNow()
  const isOnHold = useStudio((state) => holdOf(state.holds, workspace.id) !== null)
  const networks = [...new Set(post.accountIds.flatMap((id) => accounts.find((account) => account.id === id)?.networkId ?? []))]
  const [image] = post.mediaIds
  const moment = post.publishedAt ?? post.schedule?.dueAt ?? post.plan?.at ?? null
  return (
    <>
      <span className={styles.words}>
        <span className={styles.passage}>
          <MarkedText text={passage} sought={sought} startsAtFind />
        </span>
        <span className={styles.detail}>
          {networks.map((networkId) => (
            <NetworkIcon key={networkId} networkId={networkId} size={14} />
          ))}
          <span>{moment === null ? t('changed', { when: formats.moment(post.updatedAt, now, workspace.timeZone) }) : formats.moment(moment, now, workspace.timeZone)}</span>
        </span>
      </span>
      {image !== undefined && <img className={styles.image} src={mediaAddress(workspace.id, image, 'small')} alt="" loading="lazy" decoding="async" />}
      <StatusPill status={isOnHold && post.status === 'scheduled' ? 'on_hold' : post.status} />
    </>
  )
}
