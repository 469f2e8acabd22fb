import { CalendarClock, Send } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/Button.tsx'
import { DateTimeField } from '../../../components/DateTimeField.tsx'
import { useFormats } from '../../../language/use-formats.ts'
import { currentInstant } from '../../../bridge/system-clock.ts'
import { asUtcFigures, suggestedTime, zoneCity } from '../schedule-choice.ts'
import type { OpenPost } from '../composer-state.ts'
import type { When } from '../composer-store.ts'
import { TimeRemark } from './TimeRemark.tsx'
import styles from './ScheduleBar.module.css'

export interface ScheduleBarProps {
  readonly post: OpenPost
  readonly timeZone: string
  /** Where the time field starts: a calendar slot that was clicked, else the next half hour. */
  readonly initialTime: string | null
  readonly canSend: boolean
  readonly isBusy: boolean
  readonly onSchedule: (when: When) => void
  readonly onUnschedule: () => void
}

/** The last line of the composer: when it goes out, and the one button that sends it there. */
export function ScheduleBar({ post, timeZone, initialTime, canSend, isBusy, onSchedule, onUnschedule }: ScheduleBarProps): React.JSX.Element {
  const { t } = useTranslation('composer')
  const formats = useFormats()
  const [time, setTime] = useState(() => post.schedule?.localDateTime ?? initialTime ?? suggestedTime(currentInstant(), timeZone))

  if (post.status === 'scheduled' && post.schedule) {
    return (
      <div className={styles.bar}>
        <p className={styles.due}>
          <CalendarClock size={16} aria-hidden="true" />
          {t('schedule.scheduledFor', { when: formats.dayAndTime(asUtcFigures(post.schedule.localDateTime), 'UTC') })}
          <span className={styles.zone}>{t('schedule.zone', { zone: zoneCity(post.schedule.timeZone) })}</span>
        </p>
        <div className={styles.actions}>
          <DateTimeField label={t('schedule.at')} isLabelHidden value={time} onChange={setTime} />
          <Button busy={isBusy} disabled={time === post.schedule.localDateTime || !canSend} onClick={() => onSchedule({ kind: 'at', localDateTime: time })}>
            {t('schedule.change')}
          </Button>
          <Button variant="quiet" disabled={isBusy} onClick={onUnschedule}>
            {t('schedule.unschedule')}
          </Button>
        </div>
      </div>
    )
  }

  return (
    <div className={styles.bar}>
      <div className={styles.when}>
        <DateTimeField label={t('schedule.at')} isLabelHidden value={time} onChange={setTime} />
        <span className={styles.zone}>{t('schedule.zone', { zone: zoneCity(timeZone) })}</span>
        <TimeRemark localDateTime={time} timeZone={timeZone} />
      </div>
      <div className={styles.actions}>
        <Button icon={Send} disabled={!canSend || isBusy} onClick={() => onSchedule({ kind: 'now' })}>
          {t('schedule.now')}
        </Button>
        <Button variant="primary" icon={CalendarClock} shortcut="mod+enter" busy={isBusy} disabled={!canSend || time === ''} onClick={() => onSchedule({ kind: 'at', localDateTime: time })}>
          {t('schedule.schedule')}
        </Button>
      </div>
    </div>
  )
}
