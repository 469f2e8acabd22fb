import { CalendarClock, PencilLine, Send } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/Button.tsx'
import { DateTimeField } from '../../../components/DateTimeField.tsx'
import { useFormats } from '../../../language/use-formats.ts'
import { zoneCity } from '../../../language/zone-city.ts'
import { asUtcFigures } from '../schedule-choice.ts'
import type { OpenPost } from '../composer-state.ts'
import type { Sending } from '../use-sending.ts'
import { TimeRemark } from './TimeRemark.tsx'
import styles from './ScheduleBar.module.css'

export interface ScheduleBarProps {
  readonly post: OpenPost
  readonly timeZone: string
  readonly canSend: boolean
  readonly sending: Sending
  /** Asked first: it goes out at once. */
  readonly onPublishNow: () => void
}

/** The last line of the composer: when it goes out, and the one button that sends it there. */
export function ScheduleBar(props: ScheduleBarProps): React.JSX.Element {
  const { t } = useTranslation('composer')
  const { post, canSend, sending, onPublishNow } = props
  const { time, isBusy } = sending
  return (
    <div className={styles.bar}>
      <ChosenTime {...props} />
      <div className={styles.actions}>
        {sending.isWaiting ? (
          <>
            <Button icon={PencilLine} disabled={isBusy} onClick={() => void sending.takeBack()}>
              {t('schedule.takeBack')}
            </Button>
            <Button variant="primary" icon={CalendarClock} shortcut="mod+enter" busy={isBusy} disabled={time === '' || time === post.schedule?.localDateTime} onClick={() => void sending.plan()}>
              {t('schedule.change')}
            </Button>
          </>
        ) : (
          <>
            <Button icon={Send} disabled={!canSend || isBusy} onClick={onPublishNow}>
              {t('schedule.now')}
            </Button>
            <Button variant="primary" icon={CalendarClock} shortcut="mod+enter" busy={isBusy} disabled={!canSend || time === ''} onClick={() => void sending.plan()}>
              {t('schedule.schedule')}
            </Button>
          </>
        )}
      </div>
    </div>
  )
}

/** The time field, and the same time in the page's own language: the native field writes it in the system's. */
function ChosenTime({ post, timeZone, sending: { time, choose } }: ScheduleBarProps): React.JSX.Element {
  const { t } = useTranslation('composer')
  const formats = useFormats()
  const zone = post.schedule?.timeZone ?? timeZone
  const figures = asUtcFigures(time)
  return (
    <div className={styles.when}>
      <DateTimeField label={t('schedule.at')} isLabelHidden value={time} onChange={choose} />
      <p className={styles.spelled}>
        <strong>{Number.isNaN(figures) ? t('schedule.incomplete') : formats.dayAndTime(figures, 'UTC')}</strong>
        <span>{t('schedule.zone', { zone: zoneCity(zone) })}</span>
      </p>
      <TimeRemark localDateTime={time} timeZone={zone} />
    </div>
  )
}
