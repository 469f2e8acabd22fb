import { useTranslation } from 'react-i18next'
import type { RequestOutput } from '../../../shared/contract/request-map.ts'
import { useRequest } from '../../bridge/use-request.ts'
import { Dialog } from '../../components/Dialog.tsx'
import { ErrorState } from '../../components/ErrorState.tsx'
import { LoadingState } from '../../components/LoadingState.tsx'
import { useFormats } from '../../language/use-formats.ts'
import { useWorkspace } from '../../shell/studio-store.ts'
import { useNow } from '../../shell/use-now.ts'
import type { PracticeAddress } from './PracticeMedia.tsx'
import { PracticePost } from './PracticePost.tsx'
import styles from './PracticePage.module.css'

type PracticePage = RequestOutput<'practice.readPage'>

export interface PracticePageDialogProps {
  readonly workspaceId: string
  readonly url: string
  readonly onClose: () => void
}

/** What a browser would show of an address of the practice network, which no browser can reach. */
export function PracticePageDialog({ workspaceId, url, onClose }: PracticePageDialogProps): React.JSX.Element {
  const { t } = useTranslation('networks')
  const [page, reload] = useRequest('practice.readPage', { workspaceId, url }, ['inbox.changed', 'outbox.changed'])
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('practice')} description={t('practicePage.hint')}>
      {page.kind === 'loading' && <LoadingState rows={4} />}
      {page.kind === 'failed' && <ErrorState size="small" error={page.error} onRetry={reload} />}
      {page.kind === 'ready' && <Page page={page.value} address={{ workspaceId, url }} />}
    </Dialog>
  )
}

function Page({ page, address }: { readonly page: PracticePage; readonly address: PracticeAddress }): React.JSX.Element {
  const timeZone = useWorkspace(address.workspaceId)?.timeZone
  return (
    <div className={styles.page} tabIndex={0}>
      {page.kind === 'article' ? <Article article={page} timeZone={timeZone} /> : <PracticePost page={page} address={address} timeZone={timeZone} />}
    </div>
  )
}

interface ArticleProps {
  readonly article: Extract<PracticePage, { kind: 'article' }>
  readonly timeZone: string | undefined
}

function Article({ article, timeZone }: ArticleProps): React.JSX.Element {
  const formats = useFormats()
  const now = useNow()
  return (
    <article className={styles.article}>
      <p className={styles.faint}>
        {article.source} · {article.author} · <time>{formats.moment(article.publishedAt, now, timeZone)}</time>
      </p>
      <h3>{article.title}</h3>
      <p className={styles.text}>{article.text}</p>
    </article>
  )
}
