import { useTranslation } from 'react-i18next'
import { useRequest } from '../../../bridge/use-request.ts'
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx'
import { useFormats } from '../../../language/use-formats.ts'
import styles from './EndSeriesDialog.module.css'

export interface EndSeriesDialogProps {
  readonly workspaceId: string
  readonly timeZone: string
  readonly seriesId: string
  readonly onClose: () => void
  readonly onConfirm: () => void
}

const mostDays = 5

/** Asks before a series ends, and names what goes out all the same. */
export function EndSeriesDialog({ workspaceId, timeZone, seriesId, onClose, onConfirm }: EndSeriesDialogProps): React.JSX.Element {
  const { t } = useTranslation('series')
  const formats = useFormats()
  const [apart] = useRequest('series.apart', { workspaceId, seriesId }, ['posts.changed', 'outbox.changed'])
  const days = apart.kind === 'ready' ? apart.value.days : []
  const shown = days.slice(0, mostDays)
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      tone="danger"
      title={t('endTitle')}
      text={t('endText')}
      confirmLabel={t('endConfirm')}
      // What stays is part of the question.
      busy={apart.kind === 'loading'}
      onConfirm={onConfirm}
    >
      {shown.length > 0 && (
        <div className={styles.apart}>
          <p>{t('endApart')}</p>
          <ul>
            {shown.map(({ postId, dueAt, excerpt }) => (
              <li key={postId}>
                <span className={styles.time}>{formats.dayAndTime(dueAt, timeZone)}</span> <span className={styles.excerpt}>{excerpt}</span>
              </li>
            ))}
            {days.length > shown.length && <li>{t('endMore', { count: days.length - shown.length })}</li>}
          </ul>
        </div>
      )}
    </ConfirmDialog>
  )
}
