import { ExternalLink } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import type { Job } from '../../../../shared/outbox/job.ts'
import { studio } from '../../../bridge/studio-client.ts'
import { useRequest } from '../../../bridge/use-request.ts'
import { Button } from '../../../components/Button.tsx'
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx'
import { ErrorState } from '../../../components/ErrorState.tsx'
import { LoadingState } from '../../../components/LoadingState.tsx'
import { NetworkIcon } from '../../../components/NetworkIcon.tsx'
import { showFailure } from '../../../components/show-failure.ts'
import { StatusPill } from '../../../components/StatusPill.tsx'
import { showToast } from '../../../components/toaster.ts'
import { useFormats } from '../../../language/use-formats.ts'
import { holdOf } from '../../../shell/hold-actions.ts'
import { navigate } from '../../../shell/route-store.ts'
import { openExternal, toggleWorkOffline } from '../../../shell/studio-actions.ts'
import { useStudio } from '../../../shell/studio-store.ts'
import { useNow } from '../../../shell/use-now.ts'
import { asksFirst, decisionsFor, type Decision } from '../job-decisions.ts'
import { jobStatus, wasTakenBack } from '../job-status.ts'
import { partWaitedFor } from '../part-waited-for.ts'
import { useJobKind } from '../use-job-kind.ts'
import { AttemptList } from './AttemptList.tsx'
import styles from './JobStory.module.css'

export interface JobStoryProps {
  readonly workspaceId: string
  readonly jobId: string
  readonly accounts: readonly Account[]
  readonly timeZone: string
}

/** One job in plain words: what is so, what is safe, what to do; then every attempt. */
export function JobStory({ workspaceId, jobId, accounts, timeZone }: JobStoryProps): React.JSX.Element {
  const { t } = useTranslation('queue')
  const { t: ofThread } = useTranslation('thread')
  const kindOf = useJobKind()
  const [loaded, reload] = useRequest('outbox.readJob', { workspaceId, jobId }, ['outbox.changed'])
  const isWorkingOffline = useStudio((state) => state.connectivity.state === 'working_offline')
  const isOnHold = holdOf(useStudio((state) => state.holds), workspaceId) !== null
  const [asking, setAsking] = useState<'drop' | 'send_again' | null>(null)

  async function decide(decision: Decision): Promise<void> {
    setAsking(null)
    const answer = await studio.request('outbox.decide', { workspaceId, jobId, decision })
    if (answer.ok) showToast({ kind: 'success', workspaceId, title: t('decided') })
    else showFailure(answer.error, workspaceId)
    reload()
  }

  if (loaded.kind === 'loading') return <LoadingState shape="page" />
  if (loaded.kind === 'failed') return <ErrorState error={loaded.error} onRetry={reload} />
  const { job, attempts } = loaded.value
  const account = accounts.find((candidate) => candidate.id === job.accountId)
  const { remoteUrl } = job
  const isWaitingByChoice = isWorkingOffline && job.state === 'waiting_for_network'
  return (
    <article className={styles.story}>
      <header className={styles.header}>
        <p className={styles.line}>
          {account && <NetworkIcon networkId={account.networkId} size={20} />}
          <strong>{account?.handle ?? '—'}</strong>
          <span>{kindOf(job)}</span>
          <StatusPill status={jobStatus(job, isOnHold)} />
        </p>
        <When job={job} timeZone={timeZone} />
        <p className={styles.excerpt}>{job.excerpt}</p>
      </header>
      <section className={styles.state} data-state={job.state}>
        <StateText job={job} isWaitingByChoice={isWaitingByChoice} />
        {job.failure && <ErrorState size="small" error={job.failure} />}
        <div className={styles.actions}>
          {isWaitingByChoice && <GoOnline />}
          {decisionsFor(job).map((decision, index) => (
            <Button key={decision} variant={index === 0 && decision !== 'drop' ? 'primary' : 'secondary'} onClick={() => (asksFirst(decision) ? setAsking(decision) : void decide(decision))}>
              {t(`decide.${decision}`)}
            </Button>
          ))}
          <WhereItCameFrom job={job} workspaceId={workspaceId} />
          {remoteUrl !== null && (
            <Button variant="quiet" trailingIcon={ExternalLink} onClick={() => void openExternal(remoteUrl)}>
              {t('openOnNetwork')}
            </Button>
          )}
        </div>
      </section>
      <AttemptList job={job} attempts={attempts} timeZone={timeZone} />
      <ConfirmDialog
        open={asking !== null}
        onOpenChange={() => setAsking(null)}
        tone="danger"
        title={asking === 'send_again' ? t('sendAgainTitle') : t('dropTitle')}
        text={asking === 'send_again' ? t('sendAgainText') : job.part === undefined ? t('dropText') : ofThread('dropText')}
        confirmLabel={t(`decide.${asking ?? 'drop'}`)}
        onConfirm={() => void decide(asking ?? 'drop')}
      />
    </article>
  )
}

function StateText({ job, isWaitingByChoice }: { readonly job: Job; readonly isWaitingByChoice: boolean }): React.JSX.Element {
  const { t } = useTranslation('queue')
  const { t: ofThread } = useTranslation('thread')
  const waitsFor = partWaitedFor(job)
  const word = isWaitingByChoice ? 'working_offline' : stateWord(job)
  return (
    <>
      <p className={styles.what}>{waitsFor === null ? t(`state.${word}.what`) : ofThread('waits.what', { before: waitsFor })}</p>
      <p>{waitsFor === null ? t(`state.${word}.next`) : ofThread('waits.next')}</p>
    </>
  )
}

/** It waits for the user alone, who switched everything off. */
function GoOnline(): React.JSX.Element {
  const { t } = useTranslation('shell')
  return (
    <Button variant="primary" onClick={toggleWorkOffline}>
      {t('status.goOnline')}
    </Button>
  )
}

function When({ job, timeZone }: { readonly job: Job; readonly timeZone: string }): React.JSX.Element {
  const { t } = useTranslation('queue')
  const { moment } = useFormats()
  const now = useNow()
  const { dueAt, nextAttemptAt, finishedAt } = job
  return (
    <p className={styles.when}>
      <span>{finishedAt === null ? t('due', { when: moment(dueAt, now, timeZone) }) : t('doneAt', { when: moment(finishedAt, now, timeZone) })}</span>
      {finishedAt === null && job.attempts > 0 && nextAttemptAt !== null && <span>{t('nextAttempt', { when: moment(nextAttemptAt, now, timeZone) })}</span>}
    </p>
  )
}

function WhereItCameFrom({ job, workspaceId }: { readonly job: Job; readonly workspaceId: string }): React.JSX.Element | null {
  const { t } = useTranslation('queue')
  const { postId, conversationId } = job
  if (postId !== null) {
    return (
      <Button variant="quiet" onClick={() => navigate({ screen: 'compose', workspaceId, postId, at: null })}>
        {job.state === 'missed' || job.state === 'held' ? t('decide.move') : t('openPost')}
      </Button>
    )
  }
  if (conversationId === null) return null
  return (
    <Button variant="quiet" onClick={() => navigate({ screen: 'inbox', workspaceId, conversationId })}>
      {t('openConversation')}
    </Button>
  )
}

/** What waits with its network is not at work there: it waits for its time. */
function stateWord(job: Job): Job['state'] | 'handed_over' | 'taken_back' {
  if (wasTakenBack(job)) return 'taken_back'
  return job.state === 'pending_at_network' && job.handOver !== null ? 'handed_over' : job.state
}
