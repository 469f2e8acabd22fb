import { useTranslation } from 'react-i18next'
import { isOver } from '../../../../shared/schedule/is-over.ts'
import { resolveLocalTime } from '../../../../shared/schedule/local-time.ts'
import { useFormats } from '../../../language/use-formats.ts'
import { useNow } from '../../../shell/use-now.ts'
import type { Sending } from '../use-sending.ts'
import styles from './ScheduleBar.module.css'

/** What has to be known of the chosen time: over, missing or double because of the clocks, or a plan by which nothing goes out. */
export function TimeRemark({ sending: { time, timeZone, timeIs } }: { readonly sending: Sending }): React.JSX.Element | null {
  const { t } = useTranslation('composer')
  const formats = useFormats()
  const now = useNow()
  const resolved = resolveLocalTime(time, timeZone)
  if (resolved.kind === 'unreadable') return null
  if (isOver(resolved.instant, now)) return <p className={styles.remark}>{t(timeIs === 'planned' ? 'schedule.planOver' : 'schedule.past')}</p>
  if (resolved.kind === 'gap') return <p className={styles.remark}>{t('schedule.gap', { time: formats.time(resolved.instant, timeZone) })}</p>
  if (resolved.kind === 'overlap') return <p className={styles.remark}>{t('schedule.overlap')}</p>
  return timeIs === 'planned' ? <p className={styles.plan}>{t('schedule.planOnly')}</p> : null
}
