import { useTranslation } from 'react-i18next'
import type { Job } from '../../../shared/outbox/job.ts'
import { studio } from '../../bridge/studio-client.ts'
import { Button } from '../../components/Button.tsx'
import { showFailure } from '../../components/show-failure.ts'
import { ChangedWords } from './ChangedWords.tsx'
import styles from './EditDialog.module.css'

export interface StartAgainProps {
  readonly workspaceId: string
  /** The change that is under way. */
  readonly job: Job
  readonly onChanged: () => void
}

/** Of a change that was refused: what the person had before them beside what stands there, and the way to begin anew. */
export function StartAgain({ workspaceId, job, onChanged }: StartAgainProps): React.JSX.Element | null {
  const { t } = useTranslation('published')
  if (job.kind !== 'edit' || (job.state !== 'failed' && job.state !== 'held')) return null

  async function handleDrop(): Promise<void> {
    const answer = await studio.request('outbox.decide', { workspaceId, jobId: job.id, decision: 'drop' })
    if (!answer.ok) return showFailure(answer.error, workspaceId)
    onChanged()
  }

  return (
    <>
      <WhatChangedThere job={job} />
      <p className={styles.buttons}>
        <Button onClick={() => void handleDrop()}>{t('edit.startAgain')}</Button>
      </p>
    </>
  )
}

/** Both, where somebody changed it in between. */
export function WhatChangedThere({ job: { failure } }: { readonly job: Pick<Job, 'failure'> }): React.JSX.Element | null {
  const { t } = useTranslation('published')
  const { seen, there } = failure?.details ?? {}
  if (failure?.code !== 'changed_there' || typeof seen !== 'string' || typeof there !== 'string') return null
  return (
    <section className={styles.section}>
      <p>{t('edit.changedThere')}</p>
      <ChangedWords before={seen} after={there} />
    </section>
  )
}
