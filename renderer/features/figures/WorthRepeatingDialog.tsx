import { ChartNoAxesColumn, RefreshCw } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WorthRepeating } from '../../../shared/figures/worth-repeating.ts'
import type { Workspace } from '../../../shared/workspaces/workspace.ts'
import { useRequest } from '../../bridge/use-request.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorState } from '../../components/ErrorState.tsx'
import { LoadingState } from '../../components/LoadingState.tsx'
import { NetworkIcon } from '../../components/NetworkIcon.tsx'
import { Select } from '../../components/Select.tsx'
import { useFormats } from '../../language/use-formats.ts'
import { navigate } from '../../shell/route-store.ts'
import { writeAgain } from '../composer/write-again.ts'
import { Counts } from './PostFigureLine.tsx'
import styles from './WorthRepeating.module.css'

export interface WorthRepeatingDialogProps {
  readonly workspace: Pick<Workspace, 'id' | 'timeZone'>
  readonly onClose: () => void
}

const spans = [2, 4, 8, 13, 26, 52] as const
type Span = `${(typeof spans)[number]}`

/** What did well and is long enough ago to be said again: by what networks counted, against what is usual for each account. */
export function WorthRepeatingDialog({ workspace, onClose }: WorthRepeatingDialogProps): React.JSX.Element {
  const { t } = useTranslation('figures')
  const [weeks, setWeeks] = useState<Span>('8')
  const [loaded, retry] = useRequest('figures.worthRepeating', { workspaceId: workspace.id, olderThanDays: Number(weeks) * 7, limit: 30 }, ['figures.changed', 'posts.changed'])
  const [accountsLoaded] = useRequest('accounts.list', { workspaceId: workspace.id }, ['accounts.changed'])
  const accounts = accountsLoaded.kind === 'ready' ? accountsLoaded.value.accounts : []
  return (
    <Dialog open onOpenChange={onClose} size="large" title={t('repeat.title')} description={t('repeat.text')}>
      <Select<Span> label={t('repeat.olderThan')} value={weeks} options={spans.map((count) => ({ value: `${count}`, label: t('repeat.weeks', { count }) }))} onChange={setWeeks} />
      {loaded.kind === 'loading' && <LoadingState rows={5} />}
      {loaded.kind === 'failed' && <ErrorState size="small" error={loaded.error} onRetry={retry} />}
      {loaded.kind === 'ready' && loaded.value.posts.length === 0 && <EmptyState size="small" icon={ChartNoAxesColumn} title={t(loaded.value.isCounted ? 'repeat.noneTitle' : 'repeat.uncountedTitle')} text={t(loaded.value.isCounted ? 'repeat.noneText' : 'repeat.uncountedText')} />}
      {loaded.kind === 'ready' && loaded.value.posts.length > 0 && (
        <ol className={styles.posts} aria-label={t('repeat.title')}>
          {loaded.value.posts.map((worth) => (
            <Row key={worth.post.id} workspace={workspace} worth={worth} networks={accounts.filter(({ id }) => worth.post.accountIds.includes(id)).map(({ id, networkId }) => ({ id, networkId }))} onClose={onClose} />
          ))}
        </ol>
      )}
    </Dialog>
  )
}

interface RowProps extends WorthRepeatingDialogProps {
  readonly worth: WorthRepeating
  readonly networks: readonly { readonly id: string; readonly networkId: string }[]
}

function Row({ workspace: { id: workspaceId, timeZone }, worth: { post, figures, timesUsual, writtenAgainAt }, networks, onClose }: RowProps): React.JSX.Element {
  const { t } = useTranslation('figures')
  const { t: ofComposer } = useTranslation('composer')
  const formats = useFormats()
  return (
    <li className={styles.post}>
      <button type="button" className={styles.words} onClick={() => navigate({ screen: 'compose', workspaceId, postId: post.id, at: null })}>
        {post.excerpt}
      </button>
      <p className={styles.facts}>
        {networks.map(({ id, networkId }) => (
          <NetworkIcon key={id} networkId={networkId} size={14} />
        ))}
        {post.publishedAt !== null && <time>{formats.day(post.publishedAt, timeZone)}</time>}
        <Counts figures={figures} />
        {timesUsual !== null && <strong>{t('repeat.timesUsual', { times: formats.number(Math.round(timesUsual * 10) / 10) })}</strong>}
        {writtenAgainAt !== null && <span className={styles.again}>{t('repeat.writtenAgain', { when: formats.day(writtenAgainAt, timeZone) })}</span>}
      </p>
      <Button
        size="small"
        icon={RefreshCw}
        onClick={() => {
          onClose()
          void writeAgain(workspaceId, post.id)
        }}
      >
        {ofComposer('writeAgain')}
      </Button>
    </li>
  )
}
