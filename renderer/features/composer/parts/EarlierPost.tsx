import { RefreshCw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useRequest } from '../../../bridge/use-request.ts'
import { AccountName } from '../../../components/AccountName.tsx'
import { NetworkIcon } from '../../../components/NetworkIcon.tsx'
import { useFormats } from '../../../language/use-formats.ts'
import { navigate } from '../../../shell/route-store.ts'
import { useWorkspace } from '../../../shell/studio-store.ts'
import { PostFigureLine } from '../../figures/PostFigureLine.tsx'
import { ReadFiguresButton } from '../../figures/ReadFiguresButton.tsx'
import { usePostFigures } from '../../figures/use-post-figures.ts'
import { wordsOf } from '../words-of.ts'
import styles from './EarlierPost.module.css'

/** The post that is written again, when it went out, and what it brought on each account. */
export function EarlierPost({ workspaceId, postId }: { readonly workspaceId: string; readonly postId: string }): React.JSX.Element | null {
  const { t } = useTranslation('composer')
  const formats = useFormats()
  const timeZone = useWorkspace(workspaceId)?.timeZone
  const [read] = useRequest('posts.read', { workspaceId, postId }, ['posts.changed'])
  const [accountsLoaded] = useRequest('accounts.list', { workspaceId }, ['accounts.changed'])
  const figures = usePostFigures(workspaceId, postId)
  if (read.kind !== 'ready') return null
  const accounts = accountsLoaded.kind === 'ready' ? accountsLoaded.value.accounts : []
  const { post } = read.value
  return (
    <section className={styles.earlier} aria-label={t('itsResults')}>
      <p className={styles.line}>
        <RefreshCw size={14} aria-hidden="true" />
        {t('fromPost')}
        <button type="button" onClick={() => navigate({ screen: 'compose', workspaceId, postId, at: null })}>
          {wordsOf(post)}
        </button>
        {post.publishedAt !== null && <time>{formats.dayAndTime(post.publishedAt, timeZone)}</time>}
        <span className={styles.read}>
          <ReadFiguresButton workspaceId={workspaceId} postId={postId} figures={figures} accounts={accounts} />
        </span>
      </p>
      {figures.every(({ readings }) => readings.length === 0) ? (
        <p className={styles.none}>{t('noResults')}</p>
      ) : (
        <ul className={styles.results}>
          {figures.filter(({ readings }) => readings.length > 0).map((of) => {
            const account = accounts.find(({ id }) => id === of.accountId)
            return (
              <li key={of.jobId}>
                {account !== undefined && <NetworkIcon networkId={account.networkId} size={14} />}
                {account !== undefined && <AccountName className={styles.account ?? ''} displayName={account.displayName} handle={account.handle} />}
                <PostFigureLine of={of} />
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}
