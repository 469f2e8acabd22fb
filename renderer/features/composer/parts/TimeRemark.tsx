import { useTranslation } from 'react-i18next'
import { isOver } from '../../../../shared/schedule/is-over.ts'
import { chosenMoment, resolveLocalTime } from '../../../../shared/schedule/local-time.ts'
import { Button } from '../../../components/Button.tsx'
import { useFormats } from '../../../language/use-formats.ts'
import { useNow } from '../../../shell/use-now.ts'
import type { Sending } from '../use-sending.ts'
import styles from './ScheduleBar.module.css'

/** What has to be known of the chosen time: over, missing or double because of the clocks, or a plan by which nothing goes out. */
export function TimeRemark({ sending }: { readonly sending: Sending }): React.JSX.Element | null {
  const { t } = useTranslation('composer')
  const { time, timeZone, timeIs, isSecond, movedFrom } = sending
  const formats = useFormats()
  const now = useNow()
  const resolved = resolveLocalTime(time, timeZone)
  if (resolved.kind === 'unreadable') return null
  if (resolved.kind === 'overlap' && !isOver(resolved.laterInstant, now)) return <DoubleHour sending={sending} isOver={isOver(chosenMoment(resolved, isSecond), now)} />
  if (isOver(resolved.instant, now)) return <p className={styles.remark}>{t(timeIs === 'planned' ? 'schedule.planOver' : 'schedule.past')}</p>
  const typed = resolved.kind === 'gap' ? time.slice(11, 16) : movedFrom
  if (typed !== null) return <p className={styles.remark}>{t('schedule.gap', { typed, time: formats.time(resolved.instant, timeZone) })}</p>
  return timeIs === 'planned' ? <p className={styles.plan}>{t('schedule.planOnly')}</p> : null
}

/** Says which of the two is meant, and offers the other. */
function DoubleHour({ sending: { isSecond, isBusy, chooseSecond }, isOver: hasPassed }: { readonly sending: Sending; readonly isOver: boolean }): React.JSX.Element {
  const { t } = useTranslation('composer')
  return (
    <p className={styles.remark}>
      {t(hasPassed ? 'schedule.past' : isSecond ? 'schedule.overlapSecond' : 'schedule.overlap')}{' '}
      <Button size="small" disabled={isBusy} onClick={() => chooseSecond(!isSecond)}>
        {t(isSecond ? 'schedule.takeFirst' : 'schedule.takeSecond')}
      </Button>
    </p>
  )
}
