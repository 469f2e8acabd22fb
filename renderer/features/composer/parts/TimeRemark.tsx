import { useTranslation } from 'react-i18next'
import { resolveLocalTime } from '../../../../shared/schedule/local-time.ts'
import { useFormats } from '../../../language/use-formats.ts'
import { useNow } from '../../../shell/use-now.ts'
import styles from './ScheduleBar.module.css'

/** What is special about the chosen time: past, missing or double because of the clocks. Nothing at all for an ordinary one. */
export function TimeRemark({ localDateTime, timeZone }: { readonly localDateTime: string; readonly timeZone: string }): React.JSX.Element | null {
  const { t } = useTranslation('composer')
  const formats = useFormats()
  const now = useNow()
  const resolved = resolveLocalTime(localDateTime, timeZone)
  if (resolved.kind === 'unreadable') return null
  if (resolved.instant < now) return <p className={styles.remark}>{t('schedule.past')}</p>
  if (resolved.kind === 'gap') return <p className={styles.remark}>{t('schedule.gap', { time: formats.time(resolved.instant, timeZone) })}</p>
  return resolved.kind === 'overlap' ? <p className={styles.remark}>{t('schedule.overlap')}</p> : null
}
