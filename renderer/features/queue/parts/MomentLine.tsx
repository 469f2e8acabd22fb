import { useTranslation } from 'react-i18next'
import type { JobMoment } from '../../../../shared/outbox/job-moment.ts'
import { useFormats } from '../../../language/use-formats.ts'
import { useNow } from '../../../shell/use-now.ts'
import styles from './JobStory.module.css'

/** A pause as this comes with any hurry, ms, and is over before somebody has read of it. */
const shortRestMs = 60_000

/** Something that happened between two attempts: it waited, was held, was late, was decided on. */
export function MomentLine({ moment: { at, kind, until, reason }, timeZone }: { readonly moment: JobMoment; readonly timeZone: string }): React.JSX.Element {
  const { t } = useTranslation('ledger')
  const formats = useFormats()
  const now = useNow()
  return (
    <li data-moment={kind}>
      <time>{formats.moment(at, now, timeZone)}</time>
      <span>
        {kind === 'rests' && until !== null && until - at < shortRestMs ? t('restsShortly') : t(`moment.${kind}`, { when: until === null ? '' : formats.moment(until, now, timeZone) })}
        {reason !== '' && <span className={styles.reason}>{t(kind === 'client_said_no' ? 'momentClient' : 'momentReason', { reason })}</span>}
      </span>
      <span />
    </li>
  )
}
