import { CalendarClock, CalendarX2, Hand, PencilLine, Send, Wifi } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Reach } from '../../../../shared/accounts/reach-of-accounts.ts'
import { promisedUntil } from '../../../../shared/schedule/promised-until.ts'
import { toLocalDateTime } from '../../../../shared/schedule/local-time.ts'
import { Button } from '../../../components/Button.tsx'
import { DateTimeField } from '../../../components/DateTimeField.tsx'
import { IconButton } from '../../../components/IconButton.tsx'
import { toggleWorkOffline } from '../../../shell/studio-actions.ts'
import { useStudio } from '../../../shell/studio-store.ts'
import { useNow } from '../../../shell/use-now.ts'
import { useFormats } from '../../../language/use-formats.ts'
import { zoneName } from '../../../language/zone-name.ts'
import { nowWord } from '../now-word.ts'
import type { SendingObstacle } from '../sending-obstacle.ts'
import type { Sending } from '../use-sending.ts'
import { TimeRemark } from './TimeRemark.tsx'
import styles from './ScheduleBar.module.css'

export interface ScheduleBarProps {
  /** What stands between the post and its time. */
  readonly obstacle: SendingObstacle | null
  /** The client's answer keeps it: it has its time, and does not leave then. */
  readonly isStopped: boolean
  readonly sending: Sending
  /** Of the accounts it goes to. */
  readonly reach: Reach
  /** Nothing leaves by itself: on all its accounts the person publishes. */
  readonly isByHand: boolean
  /** A hold stands: nothing leaves, now or at its time. */
  readonly isOnHold: boolean
  /** Asked first: it goes out at once. */
  readonly onPublishNow: () => void
}

/** The last line of the composer: when it goes out, and the one button that sends it there. */
export function ScheduleBar({ obstacle, isStopped, sending, reach, isByHand, isOnHold, onPublishNow }: ScheduleBarProps): React.JSX.Element {
  const { t } = useTranslation('composer')
  const { isBusy, isWaiting } = sending
  const words = isByHand ? 'byHand' : 'schedule'
  return (
    <div className={styles.bar} data-keep-clear>
      <ChosenTime isStopped={isStopped} sending={sending} reach={reach} isOnHold={isOnHold} />
      <div className={styles.actions}>
        {isWaiting ? (
          <Button icon={PencilLine} disabled={isBusy} onClick={() => void sending.takeBack()}>
            {t('schedule.takeBack')}
          </Button>
        ) : (
          <Button icon={isByHand ? Hand : Send} disabled={obstacle === 'checks' || isBusy} onClick={onPublishNow}>
            {t(nowWord({ isByHand, isOnHold, reach }))}
          </Button>
        )}
        <Button
          variant="primary"
          icon={CalendarClock}
          shortcut="mod+enter"
          busy={isBusy}
          disabled={obstacle !== null}
          {...(obstacle === null ? {} : { title: t(`obstacle.${obstacle}`) })}
          onClick={() => void sending.schedule()}
        >
          {t(isWaiting ? 'schedule.change' : `${words}.schedule`)}
        </Button>
      </div>
    </div>
  )
}

/** The time field, and beside it what that time is: a plan, a suggestion, or when it goes out. */
function ChosenTime({ isStopped, sending, reach, isOnHold }: Pick<ScheduleBarProps, 'isStopped' | 'sending' | 'reach' | 'isOnHold'>): React.JSX.Element {
  const { t } = useTranslation('composer')
  const today = toLocalDateTime(useNow(), sending.timeZone).slice(0, 10)
  const { time, timeIs } = sending
  return (
    <div className={styles.when} data-jump="time">
      <DateTimeField label={t('schedule.at')} isLabelHidden className={styles.field ?? ''} value={time} today={today} onChange={sending.choose} />
      <p className={styles.spelled}>
        <strong>{t(time === '' ? 'schedule.incomplete' : `schedule.${wordOf(sending, isStopped)}`)}</strong>
        <span>{t('schedule.zone', { zone: zoneName(sending.timeZone) })}</span>
      </p>
      {timeIs === 'planned' && <IconButton icon={CalendarX2} label={t('schedule.unplan')} tooltipSide="top" onClick={sending.unplan} />}
      <TimeRemark sending={sending} />
      {isOnHold ? <p className={styles.remark} role="status">{t('schedule.onHold')}</p> : <OfflineRemark reach={reach} timeZone={sending.timeZone} canSendNow={!sending.isWaiting} />}
    </div>
  )
}

/** A time that does not hold for certain is not called scheduled. */
function wordOf({ timeIs, unsettled }: Sending, isStopped: boolean): Sending['timeIs'] | 'stopped' | 'moving' | 'comingBack' {
  return timeIs === 'scheduled' ? (unsettled ?? (isStopped ? 'stopped' : timeIs)) : timeIs
}

/** That the time alone does not send it: nothing leaves for accounts that cannot be reached. Working offline is a choice, no trouble: it is said calmly, with the way back. */
function OfflineRemark({ reach, timeZone, canSendNow }: Pick<ScheduleBarProps, 'reach'> & { readonly timeZone: string; readonly canSendNow: boolean }): React.JSX.Element | null {
  const { t } = useTranslation('composer')
  const { moment } = useFormats()
  const now = useNow()
  const connection = useStudio(({ connectivity }) => connectivity.state)
  if (connection === 'online' || reach === 'all') return null
  const isByChoice = connection === 'working_offline'
  return (
    <div className={styles.offline} data-choice={isByChoice ? '' : undefined}>
      <div>
        <p role="status">{t(reach === 'some' ? 'schedule.offlinePartly' : `schedule.offline.${connection}`)}</p>
        {canSendNow && <p>{t('schedule.offlineLimit', { when: moment(promisedUntil(now, timeZone), now, timeZone) })}</p>}
      </div>
      {isByChoice && (
        <Button size="small" icon={Wifi} onClick={toggleWorkOffline}>
          {t('schedule.goOnline')}
        </Button>
      )}
    </div>
  )
}
