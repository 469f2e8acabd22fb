import { useTranslation } from 'react-i18next'
import type { Job, JobAttempt } from '../../../../shared/outbox/job.ts'
import { useErrorTexts } from '../../../language/use-error-texts.ts'
import { useFormats } from '../../../language/use-formats.ts'
import { useNow } from '../../../shell/use-now.ts'
import { wasTakenBack } from '../job-status.ts'
import styles from './JobStory.module.css'

/** Every attempt with its time and its answer, the newest last, as it happened; and how it ended where no attempt tells. */
export function AttemptList({ job, attempts, timeZone }: { readonly job: Job; readonly attempts: readonly JobAttempt[]; readonly timeZone: string }): React.JSX.Element {
  const { t } = useTranslation('queue')
  return (
    <section className={styles.attempts}>
      <h2>{t('storyTitle')}</h2>
      {attempts.length === 0 && job.finishedAt === null ? (
        <p className={styles.none}>{t('noAttempt')}</p>
      ) : (
        <ol>
          {attempts.map((attempt) => (
            <AttemptLine key={attempt.id} attempt={attempt} timeZone={timeZone} />
          ))}
          <EndLine job={job} hasAttempts={attempts.length > 0} timeZone={timeZone} />
        </ol>
      )}
    </section>
  )
}

/** Given up, or seen to be out: nothing of that is an attempt. */
function EndLine({ job, hasAttempts, timeZone }: { readonly job: Job; readonly hasAttempts: boolean; readonly timeZone: string }): React.JSX.Element | null {
  const { t } = useTranslation('queue')
  const formats = useFormats()
  const now = useNow()
  if (job.finishedAt === null || (hasAttempts && job.state !== 'cancelled')) return null
  const word = job.state !== 'cancelled' ? 'out' : wasTakenBack(job) ? 'taken_back' : 'given_up'
  return (
    <li data-outcome={job.state}>
      <time>{formats.moment(job.finishedAt, now, timeZone)}</time>
      <span>{t(`ended.${word}`)}</span>
      <span />
    </li>
  )
}

function AttemptLine({ attempt, timeZone }: { readonly attempt: JobAttempt; readonly timeZone: string }): React.JSX.Element {
  const { t } = useTranslation('queue')
  const formats = useFormats()
  const now = useNow()
  const texts = useErrorTexts(attempt.failure)
  return (
    <li data-outcome={attempt.outcome}>
      <time>{formats.moment(attempt.startedAt, now, timeZone)}</time>
      <span>
        {t(`step.${attempt.step}`)} — {t(`outcome.${attempt.outcome}`)}
        {texts && <span className={styles.reason}>{texts.what}</span>}
      </span>
      <span className={styles.took}>{attempt.endedAt === null ? '' : `${formats.number((attempt.endedAt - attempt.startedAt) / 1000)} s`}</span>
    </li>
  )
}
