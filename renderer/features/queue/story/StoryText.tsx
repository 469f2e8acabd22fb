import { useTranslation } from 'react-i18next'
import type { Job } from '../../../../shared/outbox/job.ts'
import { useErrorTexts } from '../../../language/use-error-texts.ts'
import { useFormats } from '../../../language/use-formats.ts'
import { useNow } from '../../../shell/use-now.ts'
import { partWaitedFor } from '../part-waited-for.ts'
import styles from '../parts/JobStory.module.css'
import type { Story } from './story.ts'
import { nextKey, safeKey, whatKey } from './word-keys.ts'

/** What happened and why, whose fault it is where something went wrong, what is safe, what to do. */
export function StoryText({ job, story, timeZone }: { readonly job: Job; readonly story: Story; readonly timeZone: string }): React.JSX.Element {
  const { t } = useTranslation('ledger')
  const { moment } = useFormats()
  const now = useNow()
  const hours = { old: moment(job.stillAt ?? job.oldHour ?? job.dueAt, now, timeZone), wished: moment(job.dueAt, now, timeZone) }
  const reason = useErrorTexts(reasonOf(job))
  const no = job.stop?.code === 'refused_by_client' ? job.stop.details : undefined
  const lines = [
    ...(no === undefined ? [] : [{ head: t('heads.client'), text: t(no['comment'] === '' ? 'clientNo' : 'clientWords', { by: String(no['by']), words: String(no['comment']) }) }]),
    ...(story.fault === 'nobody' ? [] : [{ head: t('heads.fault'), text: t(`fault.${story.fault}`) }]),
    { head: t('heads.safe'), text: t(safeKey(story.safe, job)) },
    { head: t('heads.next'), text: t(nextKey(story.remedy, job), hours) },
    ...(job.leavesUntil === undefined ? [] : [{ head: t('heads.limit'), text: t('leavesUntil', { when: moment(job.leavesUntil, now, timeZone) }) }])
  ]
  return (
    <>
      <p className={styles.what}>
        {t(whatKey(story.what, job), { before: partWaitedFor(job) ?? 0, ...hours })}
        {reason !== null && <span className={styles.because}> {reason.what}</span>}
      </p>
      <dl className={styles.heads}>
        {lines.map(({ head, text }) => (
          <div key={head}>
            <dt>{head}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

/** The story tells what the client's answer keeps; one that has changed since is no reason any more. */
function reasonOf(job: Pick<Job, 'state' | 'failure' | 'nextAttemptAt'>): Job['failure'] {
  const isAnswer = job.failure?.code === 'refused_by_client' || job.failure?.code === 'approval_missing'
  // It was reached: what was lost is the answer, and that is said already.
  const isLostAnswer = job.state === 'unknown_outcome' && job.nextAttemptAt !== null && job.failure?.code === 'unreachable'
  return tellsReason(job) && !isAnswer && !isLostAnswer ? job.failure : null
}

/** What is over needs no reason of an earlier trouble; the attempts below keep it. */
function tellsReason({ state }: Pick<Job, 'state'>): boolean {
  return state !== 'published' && state !== 'cancelled' && state !== 'sending'
}
