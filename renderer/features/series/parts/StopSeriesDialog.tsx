import { useTranslation } from 'react-i18next'
import { useRequest } from '../../../bridge/use-request.ts'
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx'
import { useFormats } from '../../../language/use-formats.ts'
import styles from './StopSeriesDialog.module.css'

/** Resting or over: either way what waits is taken back. */
export type Stop = 'paused' | 'ended'

export interface StopSeriesDialogProps {
  readonly stop: Stop
  readonly workspaceId: string
  readonly timeZone: string
  readonly seriesId: string
  readonly onClose: () => void
  readonly onConfirm: () => void
}

const mostDays = 5

/** Asks before a series rests or ends, and names what was changed by itself: it goes out all the same. */
export function StopSeriesDialog({ stop, workspaceId, timeZone, seriesId, onClose, onConfirm }: StopSeriesDialogProps): React.JSX.Element {
  const { t } = useTranslation('series')
  const formats = useFormats()
  const [apart] = useRequest('series.apart', { workspaceId, seriesId }, ['posts.changed', 'outbox.changed'])
  const days = apart.kind === 'ready' ? apart.value.days : []
  const shown = days.slice(0, mostDays)
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      tone={stop === 'ended' ? 'danger' : 'plain'}
      title={t(`stop.${stop}.title`)}
      text={t(`stop.${stop}.text`)}
      confirmLabel={t(`stop.${stop}.confirm`)}
      // What stays is part of the question.
      busy={apart.kind === 'loading'}
      onConfirm={onConfirm}
    >
      {apart.kind === 'ready' && days.length === 0 && <p className={styles.none}>{t('stop.noneApart')}</p>}
      {apart.kind === 'failed' && <p role="note">{t('stop.apartUnknown')}</p>}
      {shown.length > 0 && (
        <div className={styles.apart}>
          <p>{t('stop.apart', { count: days.length })}</p>
          <ul>
            {shown.map(({ postId, dueAt, excerpt }) => (
              <li key={postId}>
                <span className={styles.time}>{formats.dayAndTime(dueAt, timeZone)}</span> <span className={styles.excerpt}>{excerpt}</span>
              </li>
            ))}
            {days.length > shown.length && <li>{t('stop.more', { count: days.length - shown.length })}</li>}
          </ul>
        </div>
      )}
    </ConfirmDialog>
  )
}
