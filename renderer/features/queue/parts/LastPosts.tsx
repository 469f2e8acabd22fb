import { ExternalLink } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { LastPost } from '../../../../shared/outbox/last-posts.ts'
import { useRequest } from '../../../bridge/use-request.ts'
import { Button } from '../../../components/Button.tsx'
import { ErrorState } from '../../../components/ErrorState.tsx'
import { LoadingState } from '../../../components/LoadingState.tsx'
import { useFormats } from '../../../language/use-formats.ts'
import { openExternal } from '../../../shell/studio-actions.ts'
import { useNow } from '../../../shell/use-now.ts'
import styles from './LastPosts.module.css'

export interface LastPostsProps {
  readonly workspaceId: string
  readonly jobId: string
  readonly timeZone: string
}

/** What was sent beside what the account published last, for the one who has to say whether it is there. */
export function LastPosts({ workspaceId, jobId, timeZone }: LastPostsProps): React.JSX.Element {
  const { t } = useTranslation('queue')
  const [loaded, reload] = useRequest('outbox.readLastPosts', { workspaceId, jobId }, [])
  if (loaded.kind === 'loading') return <LoadingState rows={3} />
  if (loaded.kind === 'failed') return <ErrorState size="small" error={loaded.error} onRetry={reload} />
  const { title, text, posts } = loaded.value
  return (
    <section className={styles.beside} aria-label={t('lastPosts.title')}>
      <div className={styles.side}>
        <h3>{t('lastPosts.sent')}</h3>
        <p className={styles.text} tabIndex={0}>
          {[title, text].filter((part) => part !== '').join('\n\n')}
        </p>
      </div>
      <div className={styles.side}>
        <h3>{t('lastPosts.there')}</h3>
        {posts === null && <p>{t('lastPosts.notListed')}</p>}
        {posts?.length === 0 && <p>{t('lastPosts.none')}</p>}
        {posts !== null && posts.length > 0 && (
          <ol className={styles.list} tabIndex={0}>
            {posts.map((post) => (
              <There key={post.remoteId} post={post} timeZone={timeZone} />
            ))}
          </ol>
        )}
      </div>
    </section>
  )
}

function There({ post: { text, url, publishedAt, notOut, knownAs }, timeZone }: { readonly post: LastPost; readonly timeZone: string }): React.JSX.Element {
  const { t } = useTranslation('queue')
  const formats = useFormats()
  const now = useNow()
  return (
    <li>
      {notOut !== undefined && <strong>{notOut.dueAt === null ? t('lastPosts.notOut') : t('lastPosts.waitsUntil', { when: formats.dayAndTime(notOut.dueAt, timeZone) })}</strong>}
      {publishedAt !== null && notOut === undefined && <time>{formats.moment(publishedAt, now, timeZone)}</time>}
      <p>{text === '' ? t('lastPosts.noText') : text}</p>
      {knownAs !== undefined && <p className={styles.known}>{t('lastPosts.knownAs', { when: formats.dayAndTime(knownAs.plannedAt, timeZone) })}</p>}
      {url !== null && (
        <Button size="small" variant="quiet" icon={ExternalLink} onClick={() => void openExternal(url)}>
          {t('lastPosts.see')}
        </Button>
      )}
    </li>
  )
}
