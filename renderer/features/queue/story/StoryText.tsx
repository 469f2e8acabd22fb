import { useTranslation } from 'react-i18next'
import type { Job } from '../../../../shared/outbox/job.ts'
import { useErrorTexts } from '../../../language/use-error-texts.ts'
import { partWaitedFor } from '../part-waited-for.ts'
import styles from '../parts/JobStory.module.css'
import type { Story } from './story.ts'

/** What happened and why, whose fault it is, what is safe, what to do. */
export function StoryText({ job, story }: { readonly job: Job; readonly story: Story }): React.JSX.Element {
  const { t } = useTranslation('ledger')
  const reason = useErrorTexts(tellsReason(job) ? job.failure : null)
  const lines = [
    { head: t('heads.fault'), text: t(`fault.${story.fault}`) },
    { head: t('heads.safe'), text: t(`safe.${story.safe}`) },
    { head: t('heads.next'), text: t(`next.${story.remedy}`) }
  ]
  return (
    <>
      <p className={styles.what}>
        {t(`what.${story.what}`, { before: partWaitedFor(job) ?? 0 })}
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

/** What is over needs no reason of an earlier trouble; the attempts below keep it. */
function tellsReason({ state }: Pick<Job, 'state'>): boolean {
  return state !== 'published' && state !== 'cancelled' && state !== 'sending'
}
